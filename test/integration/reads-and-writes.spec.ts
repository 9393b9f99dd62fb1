import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CreateAccessRules1763000000000, protectByHospital } from '@consilium/platform-persistence';
import { openTestDatabase, type TestDatabase } from '@consilium/platform-testing';
import type { MigrationInterface, QueryRunner } from 'typeorm';

class CreateNotes1 implements MigrationInterface {
  name = 'CreateNotes1763000000001';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`CREATE TABLE note (hospital text NOT NULL, text text NOT NULL CHECK (text <> 'bad'))`);
    await protectByHospital(run, 'note');
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`DROP TABLE note`);
  }
}

const [here, there] = [{ hospitals: ['here'] }, { hospitals: ['there'] }];
const insert = `INSERT INTO note (hospital, text) VALUES ($1, $2)`;

describe('reads and writes sent in one go', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase([CreateAccessRules1763000000000, CreateNotes1]);
    await test.database.write(here, insert, ['here', 'ours']);
    await test.database.write(there, insert, ['there', 'theirs']);
  }, 60_000);
  afterAll(() => test.close());

  const texts = (scope: { hospitals: string[] }) =>
    test.database.read(scope, async (reader) => {
      const rows = await reader.query<{ text: string }[]>(`SELECT text FROM note ORDER BY text`);
      return rows.map(({ text }) => text);
    });

  it('see their own hospitals, however many are asked together', async () => {
    const none = { hospitals: [] };
    const asked = [here, there, none, here, there];
    expect(await Promise.all(asked.map(texts))).toEqual([['ours'], ['theirs'], [], ['ours'], ['theirs']]);
    // What a connection saw is forgotten with its transaction.
    expect(await test.database.source.query(`SELECT text FROM note`)).toEqual([]);
  });

  it('take no hospital for a statement', async () => {
    expect(await texts({ hospitals: [`x', true); DROP TABLE note; --`] })).toEqual([]);
    expect(await texts(here)).toEqual(['ours']);
  });

  it('fail alone', async () => {
    const failing = test.database.read(here, (reader) => reader.query(`SELECT 1 / 0`));
    const [failed, seen] = await Promise.allSettled([failing, texts(here)]);
    expect(failed).toMatchObject({ status: 'rejected', reason: { code: '22012' } });
    expect(seen).toEqual({ status: 'fulfilled', value: ['ours'] });
  });

  it('change nothing by reading', async () => {
    const change = test.database.read(here, (reader) => reader.query(insert, ['here', 'more']));
    await expect(change).rejects.toMatchObject({ code: '25006' });
  });

  it('write all or nothing, and nothing elsewhere', async () => {
    await expect(test.database.write(here, insert, ['here', 'bad'])).rejects.toMatchObject({ code: '23514' });
    await expect(test.database.write(here, insert, ['there', 'foreign'])).rejects.toMatchObject({
      code: '42501',
    });
    expect(await texts(here)).toEqual(['ours']);
    expect(await texts(there)).toEqual(['theirs']);
  });
});
