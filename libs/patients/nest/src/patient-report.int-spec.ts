import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fixedClock } from '@consilium/kernel';
import {
  ConsumerRuntime,
  CreateMessaging1763000001000,
  toMessage,
  type Outcome,
  type RawMessage,
} from '@consilium/platform-messaging';
import { createLog } from '@consilium/platform-observability';
import { CreateAccessRules1763000000000, type Scope } from '@consilium/platform-persistence';
import { loadTumourTypes } from '@consilium/platform-reference';
import { openTestDatabase, type TestDatabase } from '@consilium/platform-testing';
import { findFacts } from './clinical-facts.store.js';
import { CreatePatients1764000000000 } from './migrations/1764000000000-create-patients.js';
import { PatientReportConsumer } from './patient-report.consumer.js';

const consumer = new PatientReportConsumer({
  tumourTypes: loadTumourTypes(),
  clock: fixedClock('2026-11-23T12:00:00Z'),
  genericName: (drug) => drug,
});

/** Version n of a patient's facts; the weight tells the versions apart. */
const report = (version: number, members: Readonly<Record<string, unknown>> = {}): RawMessage => {
  const data = {
    patient: 'P-1',
    hospital: 'north',
    version,
    recordedAt: '2026-11-20T10:00:00Z',
    measurements: [{ test: 'weight', state: 'final', value: 60 + version, unit: 'kg', on: '2026-11-20' }],
    ...members,
  };
  const id = `${String(version)}:${JSON.stringify(members)}`;
  const time = '2026-11-20T10:00:00.000Z';
  return toMessage(
    { id, source: 'urn:test', type: 'clinical.patient-report.v1', subject: 'P-1', time, data },
    'clinical.reports',
  );
};

describe(PatientReportConsumer.name, () => {
  let test: TestDatabase;
  let runtime: ConsumerRuntime;
  beforeAll(async () => {
    test = await openTestDatabase([
      CreateAccessRules1763000000000,
      CreateMessaging1763000001000,
      CreatePatients1764000000000,
    ]);
    runtime = new ConsumerRuntime(test.database, createLog('silent'));
  }, 60_000);
  afterAll(() => test.close());

  const empty = (): Promise<unknown> =>
    test.owner.transaction('every-hospital', (tx) =>
      tx.query(
        `TRUNCATE patients.clinical_facts, patients.facts_version, messaging.inbox, messaging.outbox, messaging.dead_letter`,
      ),
    );
  beforeEach(empty);

  const send = (...messages: readonly RawMessage[]): Promise<readonly Outcome[]> =>
    runtime.receive(consumer, messages);
  const facts = (scope: Scope, hospital = 'north') =>
    test.database.transaction(scope, (tx) => findFacts(tx, hospital, 'P-1'));
  const column = async (sql: string, scope: Scope = 'every-hospital'): Promise<readonly unknown[]> => {
    const rows: { value: unknown }[] = await test.database.transaction(scope, (tx) => tx.query(sql));
    return rows.map(({ value }) => value);
  };
  const told = () => column(`SELECT (data->>'version')::int AS value FROM messaging.outbox ORDER BY id`);
  const kept = () => column(`SELECT version AS value FROM patients.facts_version ORDER BY version`);
  const codesOf = ([outcome]: readonly Outcome[]): readonly string[] =>
    outcome?.kind === 'refused' ? outcome.problems.map(({ code }) => code) : [];

  it('lets the highest version stand and keeps all, whatever the order of arrival', async () => {
    const versions = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(versions, async (order) => {
        await empty();
        for (const version of order) await send(report(version));
        const highest = Math.max(...order);
        expect(await facts('every-hospital')).toMatchObject({
          version: highest,
          measurements: [{ value: 60 + highest }],
        });
        expect(await kept()).toEqual([...order].sort((a, b) => a - b));
        expect(await told()).toEqual(
          order.filter((one, at) => order.slice(0, at).every((other) => other < one)),
        );
      }),
      { numRuns: 15 },
    );
  });

  it('takes the same event once', async () => {
    expect((await send(report(1), report(1))).map(({ kind }) => kind)).toEqual(['handled', 'duplicate']);
    expect(await told()).toEqual([1]);
  });

  it('does nothing for a version that comes again in another event with the same content', async () => {
    const again = report(1);
    await send(report(1), { ...again, headers: { ...again.headers, ce_id: 'another' } });
    expect(await told()).toEqual([1]);
  });

  it('refuses a version that comes again with other content, and leaves the others of its batch untouched', async () => {
    await send(report(1));
    const outcomes = await send(report(1, { sex: 'male' }), report(2));
    expect(codesOf(outcomes)).toEqual(['PATIENTS.VERSION_REUSED']);
    expect(await facts('every-hospital')).toMatchObject({ version: 2 });
    expect(await column(`SELECT hospital AS value FROM messaging.dead_letter`)).toEqual(['north']);
  });

  it('refuses what its schema or its meaning forbids, and keeps it whole', async () => {
    const wrong = [report(1, { weight: 60 }), report(2, { birthDate: '2027' })];
    const outcomes = await send(...wrong);
    expect(outcomes.map((one) => codesOf([one]))).toEqual([['EVENTS.SCHEMA'], ['PATIENTS.DATE_IN_FUTURE']]);
    expect(await facts('every-hospital')).toBeUndefined();
    const bodies = await column(`SELECT convert_from(body, 'UTF8') AS value FROM messaging.dead_letter`);
    expect([...bodies].sort()).toEqual(wrong.map(({ body }) => body.toString('utf8')).sort());
  });

  it("passes on none of the sender's own members, and keeps them with the version", async () => {
    await send(report(1, { 'x-unit': 'ward 3', sex: 'male' }));
    expect(Object.keys((await facts('every-hospital')) ?? {})).not.toContain('x-unit');
    const [body] = await column(`SELECT convert_from(body, 'UTF8') AS value FROM patients.facts_version`);
    expect(JSON.parse(String(body))).toMatchObject({ 'x-unit': 'ward 3' });
  });

  it('keeps one pseudonym of two hospitals apart, and shows each its own', async () => {
    await send(report(3), report(1, { hospital: 'south' }));
    expect(await facts({ hospitals: ['north'] })).toMatchObject({ version: 3 });
    expect(await facts({ hospitals: ['south'] }, 'south')).toMatchObject({ version: 1 });
    expect(await facts({ hospitals: ['south'] })).toBeUndefined();
    expect(await facts({ hospitals: [] })).toBeUndefined();
    for (const table of ['clinical_facts', 'facts_version'])
      expect(
        await column(`SELECT hospital AS value FROM patients.${table}`, { hospitals: ['south'] }),
      ).toEqual(['south']);
  });

  it('lets the working role change no version that was received', async () => {
    await send(report(1));
    await expect(
      column(`UPDATE patients.facts_version SET version = 2 RETURNING version AS value`),
    ).rejects.toThrow(/permission denied/);
  });
});
