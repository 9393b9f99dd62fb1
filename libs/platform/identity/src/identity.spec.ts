import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createDevelopmentIdentity, TokenVerifier } from './index.js';

const folder = () => mkdtempSync(join(tmpdir(), 'identity-'));

describe(TokenVerifier.name, () => {
  it('knows a development user by the token', async () => {
    const { users, verifier } = await createDevelopmentIdentity(folder(), false);
    const [first] = users;
    expect(await new TokenVerifier(verifier).verify(first?.token ?? '')).toMatchObject({
      role: 'referrer',
      hospitals: ['university-hospital'],
    });
  });

  it('refuses a token signed elsewhere, a changed one and nonsense', async () => {
    const here = await createDevelopmentIdentity(folder(), false);
    const elsewhere = await createDevelopmentIdentity(folder(), false);
    const verifier = new TokenVerifier(here.verifier);
    const token = here.users[0]?.token ?? '';
    const [header, , signature] = token.split('.');
    const forged = Buffer.from(
      JSON.stringify({ sub: 'x', role: 'administrator', hospitals: ['*'], exp: 9e9 }),
    ).toString('base64url');
    expect(await verifier.verify(elsewhere.users[0]?.token ?? '')).toBeUndefined();
    expect(await verifier.verify(`${header ?? ''}.${forged}.${signature ?? ''}`)).toBeUndefined();
    expect(await verifier.verify('nonsense')).toBeUndefined();
  });
});

describe(createDevelopmentIdentity.name, () => {
  it('cannot exist in production', async () => {
    await expect(createDevelopmentIdentity(folder(), true)).rejects.toThrow(/production/);
  });
});
