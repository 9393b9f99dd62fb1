import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashOfOperation, manifestOf } from '@consilium/platform-graphql';
import { startPlatform, type Platform } from '../support/consilium.js';

const listed = 'query Boards { boards { id } }';
const other = '{ boards { id } }';

async function ask(platform: Platform, body: object) {
  const response = await fetch(`${platform.running.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${platform.token('chair')}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
}
const byHash = (text: string) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash: hashOfOperation(text) } },
});

describe('operations on a list', () => {
  let platform: Platform;
  beforeAll(async () => {
    const manifest = manifestOf(new Map([['boards.graphql', listed]]));
    if (!manifest.ok) throw new Error(manifest.error);
    const file = join(mkdtempSync(join(tmpdir(), 'operations-')), 'operations.json');
    writeFileSync(file, JSON.stringify(manifest.value));
    platform = await startPlatform({ CONSILIUM_GRAPHQL_OPERATIONS: file });
  }, 60_000);
  afterAll(() => platform.close());

  it('run, by text and by hash', async () => {
    expect(await ask(platform, { query: listed })).toEqual({ data: { boards: [] } });
    expect(await ask(platform, byHash(listed))).toEqual({ data: { boards: [] } });
  });

  it('are the only ones that run, and nobody can add one', async () => {
    expect((await ask(platform, { query: other })).errors?.[0]?.extensions.code).toBe('OPERATION_NOT_LISTED');
    await ask(platform, { query: other, ...byHash(other) });
    expect((await ask(platform, byHash(other))).errors?.[0]?.extensions.code).toBe(
      'PERSISTED_QUERY_NOT_FOUND',
    );
  });
});

describe('without a list', () => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform();
  }, 60_000);
  afterAll(() => platform.close());

  it('a client may send a query once and its hash from then on', async () => {
    expect((await ask(platform, byHash(other))).errors?.[0]?.extensions.code).toBe(
      'PERSISTED_QUERY_NOT_FOUND',
    );
    expect(await ask(platform, { query: other, ...byHash(other) })).toEqual({ data: { boards: [] } });
    expect(await ask(platform, byHash(other))).toEqual({ data: { boards: [] } });
  });
});
