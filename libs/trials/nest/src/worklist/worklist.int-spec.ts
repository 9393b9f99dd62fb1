import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { KnowledgeSource } from '@consilium/knowledge-core';
import { CreateAudit1764100003000 } from '@consilium/platform-audit';
import { CreateMessaging1763000001000 } from '@consilium/platform-messaging';
import type { Principal } from '@consilium/platform-identity';
import { CreateAccessRules1763000000000 } from '@consilium/platform-persistence';
import { loadGeneCatalogue, loadTumourTypes } from '@consilium/platform-reference';
import { openTestDatabase, type TestDatabase } from '@consilium/platform-testing';
import type { LineStep } from '@consilium/trials-core';
import { Catalogue } from '../catalogue/catalogue.js';
import { TrialsReleaseStore } from '../catalogue/release.store.js';
import { CreateTrials1764100000000 } from '../migrations/1764100000000-create-trials.js';
import { CreateWorklist1764100001000 } from '../migrations/1764100001000-create-worklist.js';
import { AdvanceLine } from './advance-line.command.js';
import { AdvanceLineHandler } from './advance-line.handler.js';
import { listLines, listSteps, noteMatchChanges, type StoredLine } from './line.store.js';
import { countPlaces, releasePlace, setPlaces } from './place.store.js';
import { Places } from './places.js';
import { ReservePlace } from './reserve-place.command.js';
import { ReservePlaceHandler } from './reserve-place.handler.js';

const knowledge: KnowledgeSource = {
  active: () =>
    Promise.resolve({
      contentHash: 'k',
      releases: [
        {
          contentHash: 'k',
          release: { name: 't', publishedOn: '2026-11-01', title: 'T', evidence: [], drugs: [], genes: [] },
        },
      ],
    }),
};
const release = {
  name: 'test',
  source: 'consilium',
  publishedOn: '2026-11-01',
  title: 'Test',
  trials: [
    {
      id: 'T-1',
      title: 'Trial',
      status: 'open' as const,
      statusOn: '2026-11-01',
      source: { kind: 'local' as const, reference: 'test', retrievedOn: '2026-11-01' },
      arms: [
        {
          id: 'A',
          name: 'A',
          cohorts: [
            { id: 'three', name: 'Three places', slots: 3 },
            { id: 'any', name: 'Unknown' },
          ],
        },
      ],
    },
  ],
};
const coordinator = (hospital: string): Principal => ({
  id: `coordinator-${hospital}`,
  name: hospital,
  role: 'trial-coordinator',
  hospitals: [hospital],
});
const [north, south] = [coordinator('north'), coordinator('south')];
const three = { arm: 'A', cohort: 'three' };

describe('the worklist', () => {
  let test: TestDatabase;
  let now: Date;
  let advance: AdvanceLineHandler;
  let reserve: ReservePlaceHandler;

  beforeAll(async () => {
    test = await openTestDatabase([
      CreateAccessRules1763000000000,
      CreateMessaging1763000001000,
      CreateTrials1764100000000,
      CreateWorklist1764100001000,
      CreateAudit1764100003000,
    ]);
    const releases = new TrialsReleaseStore(test.database);
    const { contentHash } = await releases.store(release);
    await test.database.transaction('every-hospital', (tx) => releases.activate(tx, contentHash));
    const options = { genes: loadGeneCatalogue(), tumourTypes: loadTumourTypes(), clock: { now: () => now } };
    const places = new Places(new Catalogue(releases, knowledge, options));
    advance = new AdvanceLineHandler(test.database, places, options);
    reserve = new ReservePlaceHandler(test.database, places, options);
  }, 60_000);
  afterAll(() => test.close());
  beforeEach(async () => {
    now = new Date('2026-11-23T09:00:00Z');
    await test.owner.transaction('every-hospital', (tx) =>
      tx.query(
        `TRUNCATE trials.patient, trials.match, trials.worklist_line, trials.worklist_step, trials.reservation,
           trials.place, trials.cohort_places, messaging.outbox CASCADE`,
      ),
    );
  });

  /** What matching leaves behind. */
  const matches = (hospital: string, patient: string, verdicts: Readonly<Record<string, string>>) =>
    test.database.transaction('every-hospital', async (tx) => {
      await tx.query(
        `INSERT INTO trials.patient (hospital, patient) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
        [hospital, patient],
      );
      await tx.query(`DELETE FROM trials.match WHERE hospital = $1 AND patient = $2`, [hospital, patient]);
      for (const [cohort, verdict] of Object.entries(verdicts))
        await tx.query(`INSERT INTO trials.match VALUES ($1, $2, 'T-1', 'A', $3, $4, '2026-11-23')`, [
          hospital,
          patient,
          cohort,
          verdict,
        ]);
      await noteMatchChanges(tx, [{ hospital, patient, trial: 'T-1' }], now);
    });
  const lines = (who: Principal, includeLost = true): Promise<readonly StoredLine[]> =>
    test.database.transaction(who, (tx) => listLines(tx, { includeLost }, undefined, 100));
  const lineOf = async (who: Principal, patient: string): Promise<StoredLine> => {
    const found = (await lines(who)).find((line) => line.patient === patient);
    if (found === undefined) throw new Error(`${patient} has no line.`);
    return found;
  };
  const step = async (who: Principal, patient: string, taken: LineStep) => {
    const { id, line } = await lineOf(who, patient);
    return advance.execute(new AdvanceLine(who, id, line.version, taken));
  };
  const hold = async (
    who: Principal,
    patient: string,
    until = '2026-11-30',
    place: { arm: string; cohort?: string } = three,
  ) => reserve.execute(new ReservePlace(who, (await lineOf(who, patient)).id, place, until));
  const codeOf = (answer: { ok: true } | { ok: false; error: { code: string } }) =>
    answer.ok ? undefined : answer.error.code;
  const count = (who: Principal) =>
    test.database.transaction(who, (tx) =>
      countPlaces(tx, { trial: 'T-1', ...three }, now.toISOString().slice(0, 10)),
    );

  it('follows what matching finds: new, moved, other cohorts, lost, and found again', async () => {
    const seen = async () => {
      const { change, verdict } = await lineOf(north, 'P');
      return [change, verdict];
    };
    await matches('north', 'P', { three: 'possible' });
    expect(await seen()).toEqual(['new', 'possible']);
    await matches('north', 'P', { three: 'eligible', any: 'possible' });
    expect(await seen()).toEqual(['moved', 'eligible']);
    await matches('north', 'P', { three: 'eligible' });
    expect(await seen()).toEqual(['cohorts', 'eligible']);
    await matches('north', 'P', {});
    expect(await seen()).toEqual(['lost', null]);
    expect(await lines(north, false)).toEqual([]);
    await matches('north', 'P', { any: 'possible' });
    expect(await seen()).toEqual(['new', 'possible']);
  });

  it('keeps a line that somebody has worked on when its match is lost', async () => {
    await matches('north', 'P', { three: 'eligible' });
    await step(north, 'P', { kind: 'contact', note: 'Called.' });
    await matches('north', 'P', {});
    expect(await lines(north, false)).toMatchObject([{ verdict: null, line: { state: 'contacted' } }]);
  });

  it('keeps who did what, and tells every step', async () => {
    await matches('north', 'P', { any: 'eligible' });
    await step(north, 'P', { kind: 'contact' });
    await step(north, 'P', { kind: 'screen' });
    await step(north, 'P', { kind: 'screen-fail', criterion: 'platelets', reason: 'Too low twice.' });
    const { id } = await lineOf(north, 'P');
    const steps = await test.database.transaction(north, (tx) => listSteps(tx, id));
    expect(steps.map(({ version, state, by }) => [version, state, by])).toEqual([
      [2, 'contacted', 'coordinator-north'],
      [3, 'screening', 'coordinator-north'],
      [4, 'screen-failed', 'coordinator-north'],
    ]);
    const told: { data: object }[] = await test.database.source.query(
      `SELECT data FROM messaging.outbox WHERE type = 'trials.enrolment-changed.v1' ORDER BY id`,
    );
    expect(told.map(({ data }) => data)).toMatchObject([
      { state: 'contacted', version: 2 },
      { state: 'screening', version: 3 },
      { state: 'screen-failed', version: 4, failedCriterion: 'platelets', patient: 'P', trial: 'T-1' },
    ]);
    await expect(
      test.database.transaction(north, (tx) => tx.query(`UPDATE trials.worklist_step SET by_whom = 'x'`)),
    ).rejects.toThrow(/permission denied/);
  });

  it('lets one of two who decide at once go on, and tells the other what happened', async () => {
    await matches('north', 'P', { any: 'eligible' });
    const { id, line } = await lineOf(north, 'P');
    const both = await Promise.all(
      [{ kind: 'contact' as const }, { kind: 'decline' as const, reason: 'Too far.' }].map((taken) =>
        advance.execute(new AdvanceLine(north, id, line.version, taken)),
      ),
    );
    expect(both.map(codeOf).sort()).toEqual(['TRIALS.STALE_LINE', undefined]);
  });

  it('is seen by its own hospital alone', async () => {
    await matches('north', 'P', { three: 'eligible' });
    await hold(north, 'P');
    const { id } = await lineOf(north, 'P');
    expect(await lines(south)).toEqual([]);
    expect(codeOf(await advance.execute(new AdvanceLine(south, id, 1, { kind: 'contact' })))).toBe(
      'TRIALS.NO_SUCH_LINE',
    );
    expect(codeOf(await reserve.execute(new ReservePlace(south, id, three, '2026-11-30')))).toBe(
      'TRIALS.NO_SUCH_LINE',
    );
    const seen: unknown[] = await test.database.transaction(south, (tx) =>
      tx.query('SELECT 1 FROM trials.reservation'),
    );
    expect(seen).toEqual([]);
    // How many places are left is no secret.
    expect(await count(south)).toMatchObject({ held: 1, taken: 0 });
  });

  it('never gives more places than there are, whoever asks at the same time', async () => {
    const asking = Array.from({ length: 50 }, (_, index) => ({
      who: index % 2 === 0 ? north : south,
      patient: `P${String(index)}`,
    }));
    for (const { who, patient } of asking)
      await matches(who.hospitals[0] ?? '', patient, { three: 'eligible' });
    const answers = await Promise.all(asking.map(({ who, patient }) => hold(who, patient)));
    const held = answers.flatMap((one) => (one.ok ? [one.value.number] : []));
    expect([...held].sort()).toEqual([1, 2, 3]);
    const refused = answers.flatMap((one) => (one.ok ? [] : [one.error]));
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['TRIALS.NO_PLACE']));
    expect(refused[0]?.message).toContain('after 2026-11-30');
    expect(await count(north)).toEqual({ held: 3, taken: 0, nextFreeAfter: '2026-11-30' });
  });

  it('frees a place past its day, when it is released, and when the patient drops out', async () => {
    for (const patient of ['P1', 'P2', 'P3', 'P4', 'P5', 'P6'])
      await matches('north', patient, { three: 'eligible' });
    await hold(north, 'P1', '2026-11-24');
    await hold(north, 'P2');
    await hold(north, 'P3');
    expect(codeOf(await hold(north, 'P4'))).toBe('TRIALS.NO_PLACE');
    now = new Date('2026-11-25T09:00:00Z');
    expect(await hold(north, 'P4')).toMatchObject({ ok: true, value: { number: 1 } });
    const second = await lineOf(north, 'P2');
    expect(await test.database.transaction(north, (tx) => releasePlace(tx, second.id))).toBe(true);
    expect(await hold(north, 'P5')).toMatchObject({ ok: true, value: { number: 2 } });
    await step(north, 'P3', { kind: 'decline', reason: 'Too far away.' });
    expect(await hold(north, 'P6')).toMatchObject({ ok: true, value: { number: 3 } });
    // The first had its place until the day before: it may ask again, and finds none.
    expect(codeOf(await hold(north, 'P1'))).toBe('TRIALS.NO_PLACE');
  });

  it('takes the place that is held on enrolment, or a free one, and refuses where none is left', async () => {
    const ready = async (patient: string) => {
      await matches('north', patient, { three: 'eligible' });
      await step(north, patient, { kind: 'contact' });
      await step(north, patient, { kind: 'consent', on: '2026-11-22' });
    };
    const enrol = (patient: string, cohort = 'three') =>
      step(north, patient, { kind: 'enrol', on: '2026-11-23', arm: 'A', cohort });
    for (const patient of ['P1', 'P2', 'P3', 'P4']) await ready(patient);
    await hold(north, 'P1');
    await hold(north, 'P2');
    expect(codeOf(await enrol('P1'))).toBeUndefined();
    expect(codeOf(await enrol('P3'))).toBeUndefined();
    expect(await count(north)).toMatchObject({ taken: 2, held: 1 });
    expect(codeOf(await enrol('P4'))).toBe('TRIALS.NO_PLACE');
    expect((await lineOf(north, 'P4')).line.state).toBe('consented');
    // Taken places stay taken for good.
    now = new Date('2027-11-23T09:00:00Z');
    expect(codeOf(await enrol('P4'))).toBeUndefined();
    expect(await count(north)).toMatchObject({ taken: 3, held: 0 });
    await ready('P5');
    expect(codeOf(await enrol('P5', 'nowhere'))).toBe('TRIALS.NO_SUCH_COHORT');
    // Nobody counts the places of a cohort whose number is not known.
    expect(codeOf(await enrol('P5', 'any'))).toBeUndefined();
  });

  it('holds no place that nobody can count until its number is set, and none for too long or for who is out', async () => {
    await matches('north', 'P1', { any: 'eligible' });
    const any = { arm: 'A', cohort: 'any' };
    expect(codeOf(await hold(north, 'P1', '2026-11-30', any))).toBe('TRIALS.PLACES_UNKNOWN');
    await test.database.transaction(north, (tx) =>
      setPlaces(tx, { trial: 'T-1', ...any }, 1, { by: 'x', at: now }),
    );
    expect(codeOf(await hold(north, 'P1', '2026-11-22', any))).toBe('TRIALS.UNTIL');
    expect(codeOf(await hold(north, 'P1', '2027-11-22', any))).toBe('TRIALS.UNTIL');
    expect(codeOf(await hold(north, 'P1', '2026-11-30', any))).toBeUndefined();
    expect(codeOf(await hold(north, 'P1', '2026-11-30', any))).toBe('TRIALS.HOLDS_A_PLACE');
    await matches('north', 'P2', { any: 'eligible' });
    await step(north, 'P2', { kind: 'decline', reason: 'Too far away.' });
    expect(codeOf(await hold(north, 'P2'))).toBe('TRIALS.LINE_IS_OVER');
  });
});
