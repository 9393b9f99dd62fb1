import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@consilium/platform-testing';
import { parse } from 'yaml';
import {
  repository,
  sample,
  startPlatform,
  type CloudEventJson,
  type Platform,
} from '../support/consilium.js';
import { release } from '../support/trial-drafts.js';
import {
  funnel,
  patientsForTrial,
  places,
  reserve,
  step,
  trialsForPatient,
  worklist,
} from '../support/trial-queries.js';

const protocol = readFileSync(
  join(repository, 'test/samples/clinical/lung-after-osimertinib.trial.yaml'),
  'utf8',
);
const { data: facts } = sample('clinical/nci-h1975.facts.json');
const measurements = facts['measurements'] as readonly { test: string }[];

/** The sample's clinical facts, of any patient, in any version. */
const factsOf = (patient: string, version = 1, more: object = {}): CloudEventJson => ({
  specversion: '1.0',
  id: `facts:${patient}:${String(version)}`,
  source: 'urn:hospital:test',
  type: 'clinical.patient-report.v1',
  data: { ...facts, patient, version, ...more },
});

/** The sample's report, of any patient, with a signature. */
const reportOf = (patient: string): CloudEventJson => {
  const event = sample('nci-h1975.report.json');
  const signatures = [{ name: 'SBS4', state: 'present', share: 0.4 }];
  return {
    ...event,
    id: `report:${patient}`,
    data: {
      ...event.data,
      reportId: `R-${patient}`,
      patient: { pseudonym: patient },
      findings: { ...(event.data['findings'] as object), signatures },
    },
  };
};

interface Cohort {
  readonly cohort: string | null;
  readonly verdict: string;
  readonly eligibleFrom: string | null;
}
interface Line {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly verdict: string | null;
  readonly change: string;
}

describe('trials and patients, from what is sent to what is asked', () => {
  let platform: Platform;
  let now = new Date('2026-11-23T12:00:00Z');
  let contentHash = '';

  const ask = async <T>(role: string, query: string, variables: object = {}, hospital?: string) => {
    const { data, errors } = await platform.query<{ answer: T }>(platform.token(role, hospital), query, {
      ...variables,
    });
    if (errors?.[0] !== undefined) throw new Error(errors[0].extensions.code);
    if (data === undefined) throw new Error('No answer.');
    return data.answer;
  };
  const send = async (event: CloudEventJson, role = 'administrator') => {
    expect((await platform.post(event, { token: platform.token(role) })).body).toMatchObject({
      outcome: 'accepted',
    });
  };
  interface Trials {
    readonly trials: readonly {
      readonly trial: { readonly id: string };
      readonly cohorts: readonly Cohort[];
    }[];
    readonly unlockList: readonly { readonly act: string; readonly opens: readonly string[] }[];
    readonly holdsUntil: string;
  }
  const trialsOf = (patient: string, more: object = {}) =>
    ask<Trials | null>('trial-coordinator', trialsForPatient, {
      hospital: 'university-hospital',
      patient,
      ...more,
    });
  const cohortsOf = async (patient: string, more: object = {}): Promise<Readonly<Record<string, Cohort>>> => {
    const trials = (await trialsOf(patient, more))?.trials ?? [];
    const cohorts = trials.find(({ trial }) => trial.id === 'EXAMPLE-1')?.cohorts ?? [];
    return Object.fromEntries(cohorts.map((one) => [one.cohort ?? '', one] as const));
  };
  const lineOf = async (patient: string, more: object = {}): Promise<Line | undefined> => {
    const filter = { trial: 'EXAMPLE-1', patient, includeLost: true, ...more };
    const { nodes } = await ask<{ nodes: readonly Line[] }>('trial-coordinator', worklist, { filter });
    return nodes[0];
  };
  const theLineOf = (patient: string): Promise<Line> =>
    eventually(`a line of ${patient}`, () => lineOf(patient));
  const changeOf = (patient: string, change: string): Promise<Line> =>
    eventually(`the line of ${patient} to say ${change}`, async () => {
      const line = await lineOf(patient);
      return line?.change === change ? line : undefined;
    });
  const activate = (hash: string) =>
    ask<boolean>('curator', `mutation ($hash: ID!) { answer: activateTrials(contentHash: $hash) }`, { hash });
  /** As the net under the notifications would, a little later. */
  const nudge = () =>
    platform.running.database.source.query(`SELECT pg_notify('consilium_trials_basis', '')`);

  beforeAll(async () => {
    platform = await startPlatform({}, () => now);
    const trial = parse(protocol) as { arms: readonly [{ cohorts: readonly object[] }] };
    trial.arms[0].cohorts.forEach((cohort) => Object.assign(cohort, { slots: 1 }));
    const response = await fetch(`${platform.running.url}/trials/releases`, {
      method: 'POST',
      headers: { authorization: `Bearer ${platform.token('curator')}`, 'content-type': 'application/json' },
      body: JSON.stringify(release({ trials: [trial] })),
    });
    ({ contentHash } = (await response.json()) as { contentHash: string });
    expect(await activate(contentHash)).toBe(true);
    await send(reportOf('P-ONE'), 'lab');
    await theLineOf('P-ONE');
    await send(factsOf('P-ONE'));
    await changeOf('P-ONE', 'COHORTS');
  }, 90_000);
  afterAll(() => platform.close());

  it('say for each cohort what is open, what would settle it, and from when', async () => {
    expect(await cohortsOf('P-ONE', { nearMisses: 1 })).toMatchObject({
      platelets: {
        verdict: 'POSSIBLE',
        slots: 1,
        settledBy: [{ questions: [{ key: 'lab:platelets', state: 'pending', effort: 'WAIT' }] }],
      },
      'washed-out': {
        verdict: 'NOT_ELIGIBLE',
        eligibleFrom: '2026-11-26',
        recovery: 'ON_DATE',
        blockers: [{ isMet: false, criterion: { asks: expect.stringContaining('EGFR') } }],
      },
    });
  });

  it('name the fact, its value, day and source under each criterion', async () => {
    const cohort = (await cohortsOf('P-ONE'))['platelets'];
    expect(cohort).toMatchObject({
      criteria: expect.arrayContaining([
        expect.objectContaining({
          kind: 'smallVariant',
          answer: 'MET',
          facts: expect.arrayContaining([expect.objectContaining({ source: expect.stringMatching(/./) })]),
        }),
        expect.objectContaining({
          kind: 'measurement',
          asks: expect.stringContaining('aemoglobin'),
          answer: 'MET',
          holdsUntil: '2026-12-02',
          facts: expect.arrayContaining([expect.objectContaining({ on: '2026-11-18' })]),
        }),
      ]),
    });
  });

  it('are told for any day', async () => {
    const then = await cohortsOf('P-ONE', { on: '2026-11-26' });
    expect(then['washed-out']?.verdict).toBe('ELIGIBLE');
    expect((await trialsOf('P-ONE'))?.holdsUntil).toBe('2026-11-25');
  });

  it('name the one test that would open most', async () => {
    const { unlockList = [] } = (await trialsOf('P-ONE')) ?? {};
    expect(unlockList.find(({ opens }) => opens.includes('EXAMPLE-1'))?.act).toBe('lab:platelets');
    const opened = unlockList.map(({ opens }) => opens.length);
    expect(opened).toEqual([...opened].sort((a, b) => b - a));
  });

  it('are the same seen from the trial', async () => {
    expect(await ask('trial-coordinator', patientsForTrial, { trial: 'EXAMPLE-1' })).toMatchObject({
      nodes: [
        {
          patient: 'P-ONE',
          verdict: 'POSSIBLE',
          cohorts: [{ cohort: 'platelets', verdict: 'POSSIBLE', since: '2026-11-23' }],
        },
      ],
    });
    expect(
      await ask('trial-coordinator', patientsForTrial, { trial: 'EXAMPLE-1', verdicts: ['ELIGIBLE'] }),
    ).toMatchObject({ nodes: [] });
  });

  it('are nobody’s business in another hospital, nor a laboratory’s', async () => {
    const asked = { hospital: 'university-hospital', patient: 'P-ONE' };
    expect(await ask('referrer', trialsForPatient, asked, 'city-hospital')).toBeNull();
    expect(await ask('referrer', patientsForTrial, { trial: 'EXAMPLE-1' }, 'city-hospital')).toMatchObject({
      nodes: [],
    });
    expect(await ask('referrer', worklist, {}, 'city-hospital')).toMatchObject({ nodes: [] });
    await expect(ask('lab', trialsForPatient, asked)).rejects.toThrow('FORBIDDEN');
    await expect(ask('lab', worklist)).rejects.toThrow('FORBIDDEN');
  });

  it('are matched anew when new facts come, and the worklist says what moved', async () => {
    expect(await lineOf('P-ONE')).toMatchObject({ verdict: 'POSSIBLE', change: 'COHORTS', state: 'NEW' });
    const counted = measurements.map((one) =>
      one.test === 'platelets'
        ? { test: 'platelets', state: 'final', value: 212, unit: '10*9/L', on: '2026-11-22' }
        : one,
    );
    await send(factsOf('P-ONE', 2, { measurements: counted }));
    expect(await changeOf('P-ONE', 'MOVED')).toMatchObject({ verdict: 'ELIGIBLE', state: 'NEW' });
    const told: { changes: object[] }[] = await platform.running.database.source.query(
      `SELECT data->'changes' AS changes FROM messaging.outbox
       WHERE type = 'trials.matches-changed.v1' AND subject = 'P-ONE' ORDER BY id DESC LIMIT 1`,
    );
    expect(told[0]?.changes).toContainEqual(
      expect.objectContaining({
        trial: 'EXAMPLE-1',
        cohort: 'platelets',
        before: 'possible',
        after: 'eligible',
      }),
    );
  });

  it('count the patients of a trial, and those lost at each criterion', async () => {
    const counted = await ask(
      'trial-coordinator',
      `{ answer: trialFeasibility(trial: "EXAMPLE-1") { ${funnel} } }`,
    );
    expect(counted).toMatchObject({
      trial: 'EXAMPLE-1',
      on: '2026-11-23',
      cohorts: [
        { cohort: 'washed-out', asked: 1, eligible: 0, notEligible: 1 },
        { cohort: 'platelets', asked: 1, eligible: 1, possible: 0 },
      ],
    });
    expect(
      await ask(
        'referrer',
        `{ answer: trialFeasibility(trial: "EXAMPLE-1") { ${funnel} } }`,
        {},
        'city-hospital',
      ),
    ).toMatchObject({ cohorts: [{ asked: 0 }, { asked: 0 }] });
  });

  it('count them for a protocol that is not open yet, and say where one is wrong', async () => {
    const draft = `query ($protocol: String!) { answer: protocolFeasibility(protocol: $protocol) { ${funnel} } }`;
    const stricter = protocol.replace('ECOG, atMost: 1', 'ECOG, atMost: 0').replace('EXAMPLE-1', 'DRAFT-1');
    const counted = await ask<{ cohorts: { steps: { lost: number; lostOnlyHere: number }[] }[] }>(
      'trial-coordinator',
      draft,
      { protocol: stricter },
    );
    expect(counted.cohorts[1]).toMatchObject({ eligible: 0, notEligible: 1 });
    expect(counted.cohorts[1]?.steps.filter(({ lost }) => lost > 0)).toMatchObject([
      { criterion: expect.stringContaining('ECOG'), lost: 1, lostOnlyHere: 1, left: 0 },
    ]);
    const asks = (name: string) =>
      protocol
        .replace('age: { atLeast: 18 }', `signature: { name: ${name}, shareAtLeast: 0.3 }`)
        .replace('EXAMPLE-1', 'DRAFT-2');
    expect(await ask('trial-coordinator', draft, { protocol: asks('SBS4') })).toMatchObject({
      cohorts: [{}, { eligible: 1 }],
    });
    expect(await ask('trial-coordinator', draft, { protocol: asks('SBS7a') })).toMatchObject({
      cohorts: [{}, { eligible: 0, possible: 1 }],
    });
    const wrong = protocol.replace('drugs: [osimertinib]', 'drugz: [osimertinib]');
    expect(await ask('trial-coordinator', draft, { protocol: wrong })).toMatchObject({
      problems: [{ place: expect.stringContaining('drugz'), remedy: expect.stringContaining('drugs') }],
    });
  });

  it('go from contact to enrolment, each step on the version it was decided on', async () => {
    const line = (await theLineOf('P-ONE')).id;
    const said = (version: number, more: object = {}) => ({ line, version, ...more });
    const contact = step('recordContact', ', $note: String', ', note: $note');
    await expect(ask('referrer', contact, said(1))).rejects.toThrow('FORBIDDEN');
    const contacted = await ask<Line>('trial-coordinator', contact, said(1, { note: 'called' }));
    expect(contacted).toMatchObject({ state: 'CONTACTED', version: 2 });
    expect(await ask('trial-coordinator', contact, said(1))).toMatchObject({
      problem: { code: 'TRIALS.STALE_LINE' },
    });
    const consent = step('recordConsent', ', $on: String!', ', on: $on');
    expect(await ask('trial-coordinator', consent, said(2, { on: '2026-11-23' }))).toMatchObject({
      state: 'CONSENTED',
      consentedOn: '2026-11-23',
    });
    expect(await ask('trial-coordinator', step('startScreening'), said(3))).toMatchObject({
      state: 'SCREENING',
    });
    expect(
      await ask('trial-coordinator', reserve, { line, cohort: 'platelets', until: '2026-12-01' }),
    ).toMatchObject({ number: 1, heldUntil: '2026-12-01', state: 'HELD' });
    const enrol = step(
      'recordEnrolment',
      ', $cohort: ID, $on: String!',
      ', arm: "A", cohort: $cohort, on: $on',
    );
    expect(
      await ask('trial-coordinator', enrol, said(4, { cohort: 'platelets', on: '2026-11-23' })),
    ).toMatchObject({ state: 'ENROLLED', steps: [{ note: 'called' }, {}, {}, { on: '2026-11-23' }] });
    const told: unknown[] = await platform.running.database.source.query(
      `SELECT 1 FROM messaging.outbox WHERE type = 'trials.enrolment-changed.v1' AND subject = 'P-ONE'`,
    );
    expect(told.length).toBeGreaterThan(0);
  });

  it('never give the same place twice, however many there are by word of mouth', async () => {
    await send(reportOf('P-TWO'), 'lab');
    await send(factsOf('P-TWO'));
    const { id: line } = await theLineOf('P-TWO');
    const hold = { line, cohort: 'platelets', until: '2026-12-01' };
    const refused = { problem: { code: 'TRIALS.NO_PLACE', remedy: expect.stringMatching(/./) } };
    expect(await ask('trial-coordinator', reserve, hold)).toMatchObject(refused);
    await ask(
      'trial-coordinator',
      `mutation { setPlaces(trial: "EXAMPLE-1", arm: "A", cohort: "platelets", places: 2) { free } }`.replace(
        'setPlaces',
        'answer: setPlaces',
      ),
    );
    expect(await ask('trial-coordinator', reserve, hold)).toMatchObject({ number: 2 });
    expect(await ask('trial-coordinator', places)).toMatchObject([
      { cohort: 'washed-out', places: 1, free: 1 },
      { cohort: 'platelets', places: 2, taken: 1, held: 1, free: 0, nextFreeAfter: '2026-12-01' },
    ]);
  });

  it('are matched anew when the days pass', async () => {
    now = new Date('2026-11-26T00:30:00Z');
    await nudge();
    const cohorts = await eventually('the pause to be long enough', async () => {
      const { nodes } = await ask<{ nodes: { patient: string; cohorts: Cohort[] }[] }>(
        'trial-coordinator',
        patientsForTrial,
        { trial: 'EXAMPLE-1' },
      );
      const found = nodes.find(({ patient }) => patient === 'P-TWO')?.cohorts;
      return found?.length === 2 ? found : undefined;
    });
    expect(cohorts).toMatchObject([
      { cohort: 'washed-out', verdict: 'ELIGIBLE', since: '2026-11-26' },
      { cohort: 'platelets', verdict: 'POSSIBLE', since: '2026-11-23' },
    ]);
    // The step that finds nothing left to do closes the sweep.
    const sweep = await eventually('the sweep to finish', async () => {
      const [last] = await ask<{ state: string }[]>(
        'trial-coordinator',
        `{ answer: trialSweeps(first: 1) { cause state done total } }`,
      );
      return last?.state === 'FINISHED' ? last : undefined;
    });
    expect(sweep).toMatchObject({ cause: 'DATE', done: 2, total: 2 });
  });

  it('are matched anew when a trial goes out of use; what was worked on stays', async () => {
    await ask('administrator', `mutation { answer: deactivateTrials(source: "elsewhere") }`);
    await changeOf('P-TWO', 'LOST');
    expect(await lineOf('P-TWO')).toMatchObject({ verdict: null, state: 'NEW' });
    expect(await lineOf('P-TWO', { includeLost: false })).toBeUndefined();
    expect(await lineOf('P-ONE', { includeLost: false })).toMatchObject({ state: 'ENROLLED', verdict: null });
    await activate(contentHash);
    await changeOf('P-TWO', 'NEW');
  });
});
