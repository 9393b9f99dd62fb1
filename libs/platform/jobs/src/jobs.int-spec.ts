import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CreateAccessRules1763000000000, type Transaction } from '@consilium/platform-persistence';
import { openTestDatabase, type TestDatabase } from '@consilium/platform-testing';
import { enqueueJobs } from './enqueue-job.js';
import type { Job, JobHandler, NewJob } from './job.js';
import { JobRunner } from './job-runner.js';
import { listFailed, retryFailed } from './job.store.js';
import { CreateJobs1764250000000 } from './migrations/1764250000000-create-jobs.js';

const letter: NewJob = {
  queue: 'test.letter',
  key: 'case-1:1',
  hospital: 'north',
  payload: { case: 'case-1' },
};
const silent = { warn: () => undefined, error: () => undefined } as never;

describe('jobs', () => {
  let test: TestDatabase;
  let now = new Date('2026-11-24T10:00:00Z');
  const clock = { now: () => now };
  const later = (seconds: number): void => {
    now = new Date(now.getTime() + seconds * 1000);
  };

  beforeAll(async () => {
    test = await openTestDatabase([CreateAccessRules1763000000000, CreateJobs1764250000000]);
    await test.owner.source.query(`CREATE TABLE jobs.effect (text text)`);
    await test.owner.source.query(`GRANT SELECT, INSERT ON jobs.effect TO consilium_app`);
  }, 60_000);
  afterAll(() => test.close());
  beforeEach(() => test.owner.source.query(`TRUNCATE jobs.job, jobs.effect`));

  const enqueue = (...jobs: NewJob[]) =>
    test.database.transaction({ hospitals: ['north', 'south'] }, (tx) => enqueueJobs(tx, jobs, now));
  const runner = (run: JobHandler['run'], queue = letter.queue): JobRunner => {
    const made = new JobRunner(test.database, clock, silent);
    made.add({ queue, run });
    return made;
  };
  const effect =
    (text: string) =>
    async (tx: Transaction): Promise<void> => {
      await tx.query(`INSERT INTO jobs.effect VALUES ($1)`, [text]);
    };
  const effects = async (): Promise<string[]> => {
    const rows: { text: string }[] = await test.database.transaction('every-hospital', (tx) =>
      tx.query(`SELECT text FROM jobs.effect ORDER BY text`),
    );
    return rows.map(({ text }) => text);
  };
  const writing = (): JobRunner => runner(({ key }) => Promise.resolve(effect(key)));

  it('does a job once, however often it was asked for', async () => {
    await enqueue(letter, { ...letter, key: 'case-2:1' });
    await enqueue(letter);
    const work = writing();
    expect([await work.runNext(), await work.runNext(), await work.runNext()]).toEqual([true, true, false]);
    await enqueue(letter);
    expect(await work.runNext()).toBe(false);
    expect(await effects()).toEqual(['case-1:1', 'case-2:1']);
  });

  it('is not asked for when its transaction fails', async () => {
    const failing = test.database.transaction({ hospitals: ['north'] }, async (tx) => {
      await enqueueJobs(tx, [letter], now);
      throw new Error('undone');
    });
    await expect(failing).rejects.toThrow('undone');
    expect(await writing().runNext()).toBe(false);
  });

  it('waits until it is due', async () => {
    await enqueue({ ...letter, runAt: new Date(now.getTime() + 60_000) });
    expect(await writing().runNext()).toBe(false);
    later(61);
    expect(await writing().runNext()).toBe(true);
  });

  it('leaves the queues of others alone', async () => {
    await enqueue(letter);
    expect(await runner(() => Promise.resolve(effect('other')), 'test.other').runNext()).toBe(false);
  });

  it('tries again after a fault, later each time, and gives up in sight of people, who can have it tried again', async () => {
    await enqueue(letter);
    const failing = runner(() => Promise.reject(new TypeError('of patient P-1')));
    let tries = 0;
    for (let second = 0; second < 20_000; second += 60) {
      if (await failing.runNext()) tries += 1;
      later(60);
    }
    expect(tries).toBe(6);
    const failed = await test.database.transaction({ hospitals: ['north'] }, (tx) => listFailed(tx, 10));
    expect(failed).toMatchObject([{ queue: letter.queue, attempts: 6, fault: 'TypeError' }]);
    const hidden = await test.database.transaction({ hospitals: ['south'] }, (tx) => listFailed(tx, 10));
    expect(hidden).toEqual([]);

    const id = failed[0]?.id ?? '';
    const bySouth = await test.database.transaction({ hospitals: ['south'] }, (tx) =>
      retryFailed(tx, id, now),
    );
    expect(bySouth).toBeUndefined();
    await test.database.transaction({ hospitals: ['north'] }, (tx) => retryFailed(tx, id, now));
    expect(await writing().runNext()).toBe(true);
    expect(await effects()).toEqual(['case-1:1']);
  });

  it('takes effect whole or not at all', async () => {
    await enqueue(letter);
    const half = runner(() =>
      Promise.resolve(async (tx: Transaction) => {
        await effect('half')(tx);
        throw new Error('cut off');
      }),
    );
    await half.runNext();
    expect(await effects()).toEqual([]);
    later(60);
    await writing().runNext();
    expect(await effects()).toEqual(['case-1:1']);
  });

  it('is taken over when whoever took it died, and a late answer of the first takes no effect', async () => {
    await enqueue(letter);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = runner(async () => {
      await held;
      return effect('slow');
    });
    const first = slow.runNext();
    await eventuallyTaken();
    later(301);
    await writing().runNext();
    release();
    await first;
    expect(await effects()).toEqual(['case-1:1']);
  });

  const eventuallyTaken = async (): Promise<void> => {
    for (;;) {
      const rows: unknown[] = await test.database.transaction('every-hospital', (tx) =>
        tx.query(`SELECT 1 FROM jobs.job WHERE attempts = 1`),
      );
      if (rows.length > 0) return;
    }
  };

  it('gives each job to one of many', async () => {
    const jobs = Array.from({ length: 40 }, (_, index) => ({ ...letter, key: `case-${String(index)}` }));
    await enqueue(...jobs);
    const taken: Job[] = [];
    const many = Array.from({ length: 8 }, () =>
      runner((job) => {
        taken.push(job);
        return Promise.resolve(effect(job.key));
      }),
    );
    await Promise.all(
      many.map(async (one) => {
        while (await one.runNext());
      }),
    );
    expect(taken).toHaveLength(40);
    expect(new Set(await effects()).size).toBe(40);
  });
});
