import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ClinicalFacts, MolecularProfile } from '@consilium/clinical';
import type { KnowledgeSource } from '@consilium/knowledge-core';
import { CreateMessaging1763000001000 } from '@consilium/platform-messaging';
import { CreateAccessRules1763000000000 } from '@consilium/platform-persistence';
import { loadGeneCatalogue, loadTumourTypes } from '@consilium/platform-reference';
import { openTestDatabase, type TestDatabase } from '@consilium/platform-testing';
import type { CohortMatch, Criterion, Trial } from '@consilium/trials-core';
import { Catalogue } from '../catalogue/catalogue.js';
import { TrialsReleaseStore } from '../catalogue/release.store.js';
import { TrialsActivation } from '../catalogue/trials-activation.js';
import { CreateTrials1764100000000 } from '../migrations/1764100000000-create-trials.js';
import { CreateWorklist1764100001000 } from '../migrations/1764100001000-create-worklist.js';
import { keyOf, readMatches } from './match.store.js';
import { PatientMatching } from './patient-matching.js';
import { findPatient, keepFacts, keepProfile } from './patient.store.js';
import { listSweeps, setSweepState } from './sweep.store.js';
import { SweepMatches } from './sweep-matches.js';

const knowledge: KnowledgeSource = {
  active: () =>
    Promise.resolve({
      contentHash: 'k',
      releases: [
        {
          contentHash: 'k',
          release: {
            name: 'test',
            publishedOn: '2026-11-01',
            title: 'Test',
            evidence: [],
            drugs: [],
            genes: [],
          },
        },
      ],
    }),
};

const trial = (id: string, eligibility: Criterion, more: Partial<Trial> = {}): Trial => ({
  id,
  title: `Trial ${id}`,
  status: 'open',
  statusOn: '2026-11-01',
  source: { kind: 'local', reference: 'test', retrievedOn: '2026-11-01' },
  eligibility,
  arms: [{ id: 'A', name: 'A' }],
  ...more,
});
const inLung: Criterion = { tumourType: { within: ['NSCLC'] } };
const fit: Criterion = { performance: { scale: 'ECOG', atMost: 1, withinDays: 14 } };
const trials = [
  trial('T-LUNG', { all: [inLung, fit] }),
  trial('T-ANY', { all: [{ age: { atLeast: 18 } }, fit] }),
  trial('T-COLON', { tumourType: { within: ['COADREAD'] } }),
  trial('T-KRAS', { all: [inLung, { smallVariant: { gene: 'KRAS', changes: ['G12C'] } }] }),
  trial('T-CLOSED', inLung, { status: 'closed' }),
];
const release = (list: readonly Trial[]) => ({
  name: `r${String(list.length)}`,
  source: 'consilium',
  publishedOn: '2026-11-01',
  title: 'Test',
  trials: list,
});

const codes = ['LUAD', 'LUSC', 'COAD', 'IDC', 'MEL'] as const;
const hospitals = ['north', 'south'] as const;

/** Patients whose ECOG was taken on differing days, so that it grows too old on differing days. */
const factsOf = (number: number, version = 1): ClinicalFacts => ({
  patient: `P${String(number).padStart(3, '0')}`,
  hospital: hospitals[number % 2] ?? 'north',
  version,
  recordedAt: '2026-11-20T08:00:00Z',
  birthDate: `${String(1940 + (number % 70))}-05-01`,
  ...(number % 7 === 0 ? {} : { diagnoses: [{ code: codes[number % codes.length] ?? 'LUAD' }] }),
  performance: [{ scale: 'ECOG', value: number % 3, on: `2026-11-${String(10 + (number % 11))}` }],
});

const profileOf = (number: number, version = 1, status: MolecularProfile['status'] = 'final') => {
  const { patient, hospital } = factsOf(number);
  const profile: MolecularProfile = {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    patient,
    hospital,
    reportId: `R${String(number)}`,
    version,
    status,
    issuedAt: '2026-11-01T00:00:00Z',
    laboratory: 'Lab',
    diagnosis: 'LUAD',
    specimen: { id: 's', site: 'lung', type: 'ffpe' },
    assay: {
      name: 'Panel',
      kind: 'panel',
      pairing: 'tumour-only',
      build: 'GRCh38',
      genes: ['KRAS'],
      alterations: ['small-variant'],
      biomarkers: [],
    },
    smallVariants: [{ gene: 'KRAS', proteinChange: 'G12C', consequence: 'missense', origin: 'somatic' }],
    copyNumberAlterations: [],
    structuralVariants: [],
    biomarkers: [],
    recordCounts: [],
    remarks: [],
  };
  return profile;
};

describe('matching of stored patients', () => {
  let test: TestDatabase;
  let now: Date;
  let store: TrialsReleaseStore;
  let activation: TrialsActivation;
  let copies: readonly {
    readonly catalogue: Catalogue;
    readonly matching: PatientMatching;
    readonly sweep: SweepMatches;
  }[];

  beforeAll(async () => {
    test = await openTestDatabase([
      CreateAccessRules1763000000000,
      CreateMessaging1763000001000,
      CreateTrials1764100000000,
      CreateWorklist1764100001000,
    ]);
  }, 60_000);
  afterAll(() => test.close());

  /** A process of its own on the same database. */
  const newCopy = () => {
    const options = { genes: loadGeneCatalogue(), tumourTypes: loadTumourTypes(), clock: { now: () => now } };
    const catalogue = new Catalogue(store, knowledge, options);
    const matching = new PatientMatching(catalogue, options);
    activation = new TrialsActivation(test.database, store, catalogue, options);
    return { catalogue, matching, sweep: new SweepMatches(test.database, catalogue, matching, options) };
  };

  beforeEach(async () => {
    now = new Date('2026-11-20T09:00:00Z');
    await test.database.transaction('every-hospital', async (tx) => {
      await tx.query('UPDATE trials.release SET active = false');
      await tx.query("UPDATE trials.sweep SET state = 'finished'");
    });
    await test.owner.transaction('every-hospital', (tx) =>
      tx.query('TRUNCATE trials.patient, trials.match, trials.sweep, messaging.outbox CASCADE'),
    );
    store = new TrialsReleaseStore(test.database);
    copies = [newCopy(), newCopy()];
    await use(trials);
  });

  const use = async (list: readonly Trial[]) => {
    const { contentHash } = await store.store(release(list));
    await activation.activate(contentHash);
  };
  const [first, second] = [() => copies[0] ?? newCopy(), () => copies[1] ?? newCopy()];
  const arrive = (facts: ClinicalFacts) =>
    test.database.transaction('every-hospital', async (tx) => {
      const record = await keepFacts(tx, facts);
      return record === undefined ? undefined : first().matching.renew(tx, [record]);
    });
  const arriveProfile = (profile: MolecularProfile) =>
    test.database.transaction('every-hospital', async (tx) => {
      const record = await keepProfile(tx, profile);
      return record === undefined ? undefined : first().matching.renew(tx, [record]);
    });
  const sweepAll = async (copy = first()) => {
    for (let steps = 0; await copy.sweep.step(); steps += 1) expect(steps).toBeLessThan(1_000);
  };
  const sweeps = () => test.database.transaction('every-hospital', (tx) => listSweeps(tx, 10));
  const everyone = Array.from({ length: 230 }, (_, number) => factsOf(number));

  /** What stands in the database, and what asking everyone about everything gives. */
  const standing = () =>
    test.database.transaction('every-hospital', async (tx) => {
      const found = await readMatches(tx, everyone);
      return everyone.map((one) =>
        [...(found.get(keyOf(one)) ?? [])].sort((a, b) => (a.trial < b.trial ? -1 : 1)),
      );
    });
  const afresh = () =>
    test.database.transaction('every-hospital', async (tx) => {
      const { catalogue, matching } = newCopy();
      const matcher = matching.matcherOf(await catalogue.basis(tx));
      const found: (readonly CohortMatch[])[] = [];
      for (const { hospital, patient } of everyone) {
        const record = await findPatient(tx, hospital, patient);
        found.push(record === undefined ? [] : matcher.match(record, matching.today()).matches);
      }
      return found;
    });
  const events = async () => {
    const rows: { data: { patient: string; changes: readonly object[]; matches: readonly object[] } }[] =
      await test.database.source.query(
        `SELECT data FROM messaging.outbox WHERE type = 'trials.matches-changed.v1'`,
      );
    return rows.map(({ data }) => data);
  };

  it('holds what a full evaluation gives, as facts come in, in any order of versions', async () => {
    for (const facts of everyone) await arrive(facts);
    expect(await arrive({ ...factsOf(1), version: 0 })).toBeUndefined();
    expect(await arrive(factsOf(1))).toBeUndefined();
    expect(await standing()).toEqual(await afresh());
    expect((await standing()).flat().map(({ trial: id }) => id)).not.toContain('T-CLOSED');
    expect((await standing()).flat().length).toBeGreaterThan(100);
  });

  it('tells what is new, lost and moved, with all that stands', async () => {
    await arriveProfile(profileOf(5));
    await arriveProfile(profileOf(5, 3, 'cancelled'));
    expect(await arriveProfile(profileOf(5, 2))).toBeUndefined();
    const [found, cancelled] = (await events()).slice(-2);
    expect(found).toMatchObject({
      patient: 'P005',
      matches: expect.arrayContaining([{ trial: 'T-KRAS', arm: 'A', verdict: 'eligible' }]) as unknown,
    });
    // Without the report nothing is known of the tumour.
    expect(cancelled?.changes).toContainEqual({
      trial: 'T-KRAS',
      arm: 'A',
      before: 'eligible',
      after: 'possible',
    });
  });

  it('asks only those again whom a change of trials can concern, and comes to the same', async () => {
    for (const facts of everyone) await arrive(facts);
    const [colon] = trials.filter(({ id }) => id === 'T-COLON');
    if (colon === undefined) throw new Error('There is such a trial.');
    await use([
      ...trials.filter((one) => one !== colon),
      {
        ...colon,
        eligibility: { all: [{ tumourType: { within: ['COADREAD'] } }, { age: { atLeast: 60 } }] },
      },
    ]);
    await sweepAll();
    const [sweep] = await sweeps();
    const concerned = everyone.filter(
      ({ diagnoses }) => diagnoses === undefined || diagnoses[0]?.code === 'COAD',
    );
    expect(sweep).toMatchObject({
      cause: 'trials',
      state: 'finished',
      done: concerned.length,
      total: concerned.length,
    });
    expect(sweep?.changed).toBeGreaterThan(0);
    expect(await standing()).toEqual(await afresh());
  });

  it('takes away the matches of trials that are gone or closed, and brings them back', async () => {
    for (const facts of everyone) await arrive(facts);
    const before = await standing();
    await use(trials.slice(2).map((one) => ({ ...one, status: 'closed' })));
    await sweepAll();
    expect((await standing()).flat()).toEqual([]);
    await use(trials);
    await sweepAll();
    expect(await standing()).toEqual(before);
  });

  it('asks on a new day only those whose answers held no longer', async () => {
    for (const facts of everyone) await arrive(facts);
    now = new Date('2026-11-27T09:00:00Z');
    await sweepAll();
    const [sweep] = await sweeps();
    expect(sweep).toMatchObject({ cause: 'date', state: 'finished' });
    expect(sweep?.done).toBeGreaterThan(0);
    expect(sweep?.done).toBeLessThan(everyone.length);
    expect(await standing()).toEqual(await afresh());
  });

  it('can be stopped and gone on with, and says how far it is', async () => {
    for (const facts of everyone) await arrive(facts);
    await use(trials.map((one) => ({ ...one, title: `${one.title}, renamed` })));
    const { sweep } = first();
    while ((await sweeps())[0]?.done !== 100) await sweep.step();
    expect(await test.database.transaction('every-hospital', (tx) => setSweepState(tx, 'stopped'))).toBe(
      true,
    );
    expect(await sweep.step()).toBe(false);
    expect((await sweeps())[0]).toMatchObject({ state: 'stopped', done: 100, finishedAt: null });
    expect(await test.database.transaction('every-hospital', (tx) => setSweepState(tx, 'running'))).toBe(
      true,
    );
    await sweepAll();
    const [done] = await sweeps();
    expect(done).toMatchObject({ state: 'finished', done: done?.total });
    expect(await standing()).toEqual(await afresh());
  });

  it('loses nobody when a copy dies in the middle, and asks nobody twice when two work at once', async () => {
    for (const facts of everyone) await arrive(facts);
    await use(trials.map((one) => ({ ...one, title: `${one.title}, renamed` })));
    const broken = newCopy();
    broken.matching.renew = () => Promise.reject(new Error('killed'));
    await first().sweep.step();
    await expect(
      (async () => {
        for (;;) await broken.sweep.step();
      })(),
    ).rejects.toThrow('killed');
    await Promise.all([sweepAll(first()), sweepAll(second())]);
    await sweepAll();
    const [sweep] = await sweeps();
    expect(sweep).toMatchObject({ state: 'finished', done: sweep?.total });
    expect(await standing()).toEqual(await afresh());
  });

  it('shows a hospital its own patients alone', async () => {
    for (const facts of everyone.slice(0, 10)) await arrive(facts);
    const seen = await test.database.transaction({ hospitals: ['north'] }, async (tx) => ({
      own: await findPatient(tx, 'north', 'P002'),
      others: await findPatient(tx, 'south', 'P001'),
      matches: await readMatches(tx, [factsOf(1)]),
    }));
    expect(seen.own?.patient).toBe('P002');
    expect(seen.others).toBeUndefined();
    expect(seen.matches.size).toBe(0);
  });
});
