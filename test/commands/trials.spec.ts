import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { repository, startPlatform, type Platform } from '../support/consilium.js';
import { release, trial } from '../support/trial-drafts.js';

const sampleFile = 'test/samples/trials/registry-example.json';

describe('consilium trials', () => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform();
  }, 60_000);
  afterAll(() => platform.close());

  /** Not in step: the server that answers runs in this process. */
  const run = (...args: string[]) =>
    new Promise<{ code: number; out: string; err: string }>((done) => {
      execFile(
        process.execPath,
        [join(repository, 'apps/consilium/bin/consilium.mjs'), 'trials', ...args],
        {
          cwd: repository,
          env: {
            ...process.env,
            NODE_OPTIONS: '',
            CONSILIUM_URL: platform.running.url,
            CONSILIUM_TOKEN: platform.token('curator'),
          },
        },
        (fault, out, err) => {
          done({ code: fault === null ? 0 : Number(fault.code), out, err });
        },
      );
    });
  const write = (name: string, bytes: string | Buffer): string => {
    const file = join(platform.dataDir, name);
    writeFileSync(file, bytes);
    return file;
  };

  it('brings files in as drafts, packed or not, and says what is still text', async () => {
    const packed = write('own.json.gz', gzipSync(JSON.stringify(trial('OWN-1'))));
    const { code, out } = await run('import', sampleFile, packed);
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('2 criteria still text') });
    expect(out).toMatch(/OWN-1 {2}new, version 1 {2}\(draft [0-9a-f-]{36}\)/);
    expect((await run('import', sampleFile)).out).toContain('NCT90000001  unchanged, version 1');
  }, 60_000);

  it('lists them by state', async () => {
    const drafts = JSON.parse((await run('drafts', '--state', 'draft', '--json')).out) as { trial: string }[];
    expect(drafts.map((one) => one.trial).sort()).toEqual(['NCT90000001', 'OWN-1']);
    expect((await run('drafts', '--state', 'published')).out).not.toContain('OWN-1');
    expect(await run('drafts', '--state', 'done')).toMatchObject({
      code: 1,
      err: expect.stringContaining('in-review'),
    });
  }, 60_000);

  it('tells the place of what it does not take, and takes the rest', async () => {
    const file = write('two.json', JSON.stringify([trial('OWN-2'), { ...trial('OWN-3'), status: 'opened' }]));
    const { code, out } = await run('import', file);
    expect(code).toBe(1);
    expect(out).toContain('/1/status');
    expect(out).toContain('OWN-2  new');
    expect(await run('import', 'no-such-file.json')).toMatchObject({
      code: 1,
      err: expect.stringContaining('no-such-file.json'),
    });
  }, 60_000);

  it('puts a stored release into use by its name, and its source out of it', async () => {
    const response = await fetch(`${platform.running.url}/trials/releases`, {
      method: 'POST',
      headers: { authorization: `Bearer ${platform.token('curator')}` },
      body: JSON.stringify(release({})),
    });
    expect(response.status).toBe(201);
    const inUse = async () =>
      (JSON.parse((await run('list', '--json')).out) as { source: string; active: boolean }[])
        .filter(({ active }) => active)
        .map(({ source }) => source)
        .sort();
    expect((await run('activate', 'elsewhere-1')).out).toContain('is in use now');
    expect(await inUse()).toEqual(['consilium', 'elsewhere']);
    expect((await run('deactivate', 'elsewhere')).out).toContain('out of use now');
    expect((await run('deactivate', 'consilium')).out).toContain("the product's own");
    expect(await inUse()).toEqual(['consilium']);
    expect(await run('activate', 'nothing')).toMatchObject({
      code: 1,
      err: expect.stringContaining('trials list'),
    });
  }, 60_000);
});
