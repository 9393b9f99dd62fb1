import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { readConfig } from '@consilium/platform-config';
import { createDevelopmentIdentity } from '@consilium/platform-identity';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@consilium/platform-persistence';
import { startConsilium, type Running } from 'consilium-app';
import { startTestIssuer, type TestIssuer } from '@consilium/platform-testing';

describe('in production', () => {
  let dataDir: string;
  let postgres: EmbeddedPostgres;
  let issuer: TestIssuer;
  let running: Running;
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'consilium-production-'));
    chmodSync(dataDir, 0o755);
    postgres = await startEmbeddedPostgres(dataDir, () => undefined);
    issuer = await startTestIssuer();
    const config = readConfig({
      NODE_ENV: 'production',
      CONSILIUM_DATA_DIR: dataDir,
      CONSILIUM_DATABASE_URL: postgres.url,
      CONSILIUM_DATABASE_OWNER_URL: postgres.ownerUrl,
      CONSILIUM_LOG_LEVEL: 'silent',
      CONSILIUM_ISSUER: issuer.url,
      CONSILIUM_CLAIM_ROLE: 'realm_access.roles',
      CONSILIUM_ROLE_MAP: '{"mtb-chair":"chair"}',
    });
    running = await startConsilium({ ...config, port: 0 });
  }, 60_000);
  afterAll(async () => {
    await running.stop();
    await issuer.close();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const ask = async (token: string, query: string): Promise<unknown> => {
    const response = await fetch(`${running.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return response.json();
  };
  const chair = () =>
    issuer.sign({ realm_access: { roles: ['mtb-chair'] }, hospitals: ['university-hospital'] });

  it('people sign in with their own issuer, and development users do not exist', async () => {
    expect(running.users).toEqual([]);
    expect(await ask(await chair(), '{ boards { id } }')).toEqual({ data: { boards: [] } });
    const { users } = await createDevelopmentIdentity(dataDir, false);
    expect(await ask(users[0]?.token ?? '', '{ boards { id } }')).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('nobody is told the schema', async () => {
    expect(await ask(await chair(), getIntrospectionQuery())).toMatchObject({
      errors: [{ message: expect.stringContaining('introspection is not allowed') }],
    });
  });

  it('says that it is ready, also while the issuer is away', async () => {
    const ready = async () => (await fetch(`${running.url}/health/ready`)).status;
    expect(await ready()).toBe(200);
    issuer.goAway();
    expect(await ready()).toBe(200);
    issuer.comeBack();
  });
});
