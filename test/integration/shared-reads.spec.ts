import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  CreateAccessRules1763000000000,
  type Scope,
  type Transaction,
} from '@consilium/platform-persistence';
import { openTestDatabase, type TestDatabase } from '@consilium/platform-testing';

const north: Scope = { hospitals: ['north'] };

describe('reads of one request', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase([CreateAccessRules1763000000000]);
    await test.owner.source.query(`CREATE TABLE public.row (text text)`);
    await test.owner.source.query(`GRANT SELECT, INSERT ON public.row TO consilium_app`);
  }, 60_000);
  afterAll(() => test.close());
  beforeEach(() => test.owner.source.query(`TRUNCATE public.row`));

  const whereabouts = async (tx: Transaction): Promise<string> => {
    const rows: { at: string }[] = await tx.query(
      `SELECT pg_backend_pid() || ' ' || coalesce(pg_current_xact_id_if_assigned()::text, '') || now() AS at`,
    );
    return rows[0]?.at ?? '';
  };
  const count = async (tx: Transaction): Promise<number> => {
    const rows: { n: number }[] = await tx.query(`SELECT count(*)::int AS n FROM public.row`);
    return rows[0]?.n ?? 0;
  };
  const write = (text: string) => (tx: Transaction) =>
    tx.query<unknown>(`INSERT INTO public.row VALUES ($1)`, [text]);

  it('are one transaction of one scope, however many ask at the same time, as of one moment', async () => {
    const { database, owner } = test;
    await database.withShared(async () => {
      database.shareReads();
      const places = await Promise.all([1, 2, 3, 4].map(() => database.transaction(north, whereabouts)));
      expect(new Set(places).size).toBe(1);
      await owner.source.query(`INSERT INTO public.row VALUES ('meanwhile')`);
      expect(await database.transaction(north, count)).toBe(0);
      expect(await database.snapshot(north, count)).toBe(0);
      expect(await database.transaction({ hospitals: ['south'] }, count)).toBe(1);
      await database.endShared(true);
      expect(await database.transaction(north, count)).toBe(1);
    });
  });

  it('see the hospitals of their scope alone', async () => {
    const { database } = test;
    const scopeOf = async (tx: Transaction): Promise<string> => {
      const rows: { scope: string }[] = await tx.query(
        `SELECT current_setting('consilium.hospitals') AS scope`,
      );
      return rows[0]?.scope ?? '';
    };
    await database.withShared(async () => {
      database.shareReads();
      expect(await database.transaction({ hospitals: ["o'neill"] }, scopeOf)).toBe("o'neill");
      expect(await database.transaction(north, scopeOf)).toBe('north');
      await database.endShared(true);
    });
  });

  it.each([
    [true, 1],
    [false, 0],
  ])('keep what was written beside them: %s', async (keep, kept) => {
    const { database } = test;
    await database.withShared(async () => {
      database.shareReads();
      await database.transaction(north, write('who has read'));
      await database.endShared(keep);
    });
    expect(await database.transaction(north, count)).toBe(kept);
  });

  it('are not shared before it is said, nor by others', async () => {
    const { database } = test;
    await database.withShared(async () => {
      await database.transaction(north, write('a change'));
      expect(await database.transaction(north, count)).toBe(1);
      database.shareReads();
      await database.transaction(north, count);
      await database.withShared(() => database.transaction(north, write('of another request')));
      await database.endShared(false);
    });
    expect(await database.transaction(north, count)).toBe(2);
  });

  it('give their connection back, whatever became of them', async () => {
    const { database } = test;
    for (let request = 0; request < 60; request += 1)
      await database.withShared(async () => {
        database.shareReads();
        await database
          .transaction(north, (tx) => tx.query(`SELECT 1 / ${String(request % 2)}`))
          .catch(() => 0);
        await database.endShared(true);
      });
    expect(await database.transaction(north, count)).toBe(0);
  });
});
