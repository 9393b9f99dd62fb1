import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rebuildCase, type CaseRecord, type JournalEntry } from '@consilium/board-core';
import { eventually } from '@consilium/platform-testing';
import { sendCareTeams } from '../support/care-teams.js';
import { boardPeople, referral, type Case, type CaseAnswer } from '../support/case-steps.js';
import { sample, startPlatform, type Platform } from '../support/consilium.js';

describe('a case, from a laboratory’s report until it is ready for the board', () => {
  let platform: Platform;
  let people: ReturnType<typeof boardPeople>;
  let id = '';
  beforeAll(async () => {
    platform = await startPlatform({}, () => new Date('2026-11-23T12:00:00Z'));
    await sendCareTeams(platform, 'P-H1975');
    people = boardPeople(platform);
    await platform.post(sample('nci-h1975.report.json'));
    id = (await eventually('the case to open', () => people.caseOf('P-H1975'))).id;
  }, 60_000);
  afterAll(() => platform.close());

  const now = () => people.workOn(id);
  const ask: typeof people.ask = (...asked) => people.ask(...asked);
  const step = (role: string, name: string, args?: string, given?: object, types?: string) =>
    people.step(id, role, name, args, { values: given, types });
  const describeIt = (more: object = {}) =>
    step(
      'referrer',
      'describeReferral',
      ', referral: $r',
      { r: { ...referral, ...more } },
      ', $r: ReferralInput!',
    );

  it('is a draft that says what it lacks, and who owes it', async () => {
    const { state, issues, completeness } = await now();
    expect(state).toBe('DRAFT');
    expect(issues[0]).toMatchObject({ severity: 'FATAL', owner: 'REFERRER' });
    expect(issues.some(({ path }) => path === '/profiles')).toBe(false);
    expect(completeness).toBeGreaterThan(0);
    expect(completeness).toBeLessThan(0.5);
  });

  it('is not referred without consent, nor with a code that is none', async () => {
    expect(await describeIt({ diagnoses: [{ ...referral.diagnoses[0], topography: 'lung' }] })).toMatchObject(
      {
        problem: { code: 'BOARD.BAD_CODE', place: '/referral/diagnoses/0/topography' },
      },
    );
    await describeIt({ consent: { answer: 'REFUSED', on: '2026-11-20' } });
    expect(await step('referrer', 'referCase')).toMatchObject({ problem: { code: 'BOARD.NO_CONSENT' } });
    await describeIt();
    expect((await now()).issues.every(({ severity }) => severity !== 'FATAL')).toBe(true);
    await expect(step('coordinator', 'referCase')).rejects.toThrow('FORBIDDEN');
    expect(await step('referrer', 'referCase')).toMatchObject({ work: { state: 'REFERRED' } });
  });

  it('is triaged by the board’s rule, or with the reason why not', async () => {
    const triage = (outside?: string) =>
      step(
        'coordinator',
        'triageCase',
        ', plan: "Panel of the lung", outsideRule: $outside',
        { outside: outside ?? null },
        ', $outside: String',
      );
    expect(await triage()).toMatchObject({
      problem: { code: 'BOARD.OUTSIDE_RULE', message: expect.stringContaining('ECOG is not recorded') },
    });
    const facts = sample('clinical/nci-h1975.facts.json');
    await platform.post(facts, { token: platform.token('administrator') });
    await eventually('the clinical facts to arrive', async () =>
      (await now()).issues.some(({ path }) => path === '/facts/performance') ? undefined : true,
    );
    expect(await triage()).toMatchObject({ work: { state: 'TRIAGED', plan: 'Panel of the lung' } });
  });

  it('waits for data that somebody owes, and goes on', async () => {
    expect(await step('coordinator', 'awaitData')).toMatchObject({
      problem: { code: 'BOARD.NOTHING_AWAITED' },
    });
    const task = {
      id: 'rna',
      title: 'RNA panel',
      owner: 'MOLECULAR_PATHOLOGIST',
      dueOn: '2026-12-04',
      awaited: true,
    };
    await step('coordinator', 'addTask', ', task: $task', { task }, ', $task: CaseTaskInput!');
    expect(await step('coordinator', 'awaitData')).toMatchObject({ work: { state: 'AWAITING_DATA' } });
    expect(
      await step('molecular-pathologist', 'finishTask', ', task: "rna", note: "no fusion"'),
    ).toMatchObject({
      work: { tasks: [{ id: 'rna', isDone: true }] },
    });
    expect(await step('molecular-pathologist', 'prepareCase')).toMatchObject({
      work: { state: 'IN_PREPARATION' },
    });
  });

  it('is found ready by a second person', async () => {
    expect(await step('curator', 'submitCase')).toMatchObject({ problem: { code: 'BOARD.NO_PROPOSAL' } });
    await step('curator', 'proposeFindings', ', findings: ["smallVariants:0"]');
    expect(await step('curator', 'submitCase')).toMatchObject({ work: { state: 'UNDER_REVIEW' } });
    expect(await step('second-reviewer', 'rejectCase', ', reason: "T790M is missing"')).toMatchObject({
      work: { state: 'IN_PREPARATION' },
    });
    await step('curator', 'proposeFindings', ', findings: ["smallVariants:0", "smallVariants:1"]');
    await step('curator', 'submitCase');
    expect(await step('second-reviewer', 'acceptCase')).toMatchObject({ work: { state: 'READY' } });
  });

  it('keeps every step, with who, when, why and on what', async () => {
    const query = `query ($id: ID!) { answer: case(id: $id) { journal { version step by role at reason snapshot } } }`;
    const { journal } = await ask<{
      journal: readonly { version: number; step: string; reason: string | null }[];
    }>('chair', query, { id });
    expect(journal.map(({ version }) => version)).toEqual(journal.map((_, at) => at + 1));
    expect(journal.map(({ step: name }) => name)).toEqual([
      'describe',
      'describe',
      'refer',
      'triage',
      'add-task',
      'await-data',
      'finish-task',
      'prepare',
      'propose-findings',
      'submit',
      'reject',
      'propose-findings',
      'submit',
      'accept',
    ]);
    expect(journal[10]?.reason).toBe('T790M is missing');
    await expect(
      platform.running.database.transaction('every-hospital', (tx) =>
        tx.query(`UPDATE board.case_journal SET by_whom = 'x'`),
      ),
    ).rejects.toThrow('permission denied');
  });

  it('is what its journal makes of it', async () => {
    const { database } = platform.running;
    await database.transaction('every-hospital', async (tx) => {
      const [kept]: { record: CaseRecord }[] = await tx.query(
        `SELECT record FROM board.case_work WHERE case_id = $1`,
        [id],
      );
      const journal: (Omit<JournalEntry, 'at'> & { at: Date })[] = await tx.query(
        `SELECT version, step, by_whom AS by, role, at, snapshot FROM board.case_journal WHERE case_id = $1 ORDER BY version`,
        [id],
      );
      const entries = journal.map((row): JournalEntry => ({ ...row, at: row.at.toISOString() }));
      expect(rebuildCase(id, entries)).toEqual(kept?.record);
      const [{ count } = { count: 0 }]: { count: number }[] = await tx.query(
        `SELECT count(*)::int AS count FROM board.case_journal j LEFT JOIN board.snapshot s USING (hospital)
         WHERE j.case_id = $1 AND s.hash = j.snapshot`,
        [id],
      );
      expect(count).toBe(entries.length);
    });
  });

  it('stands in the audit journal with every step', async () => {
    const told: { operation: string }[] = await platform.running.database.transaction(
      'every-hospital',
      (tx) =>
        tx.query(
          `SELECT operation FROM audit.entry WHERE action = 'change' AND target->'case' ? $1 ORDER BY id`,
          [id],
        ),
    );
    expect(told.map(({ operation }) => operation).slice(0, 4)).toEqual([
      'case.describe',
      'case.describe',
      'case.refer',
      'case.triage',
    ]);
    expect(told).toHaveLength(14);
  });

  it('is not changed twice from the same version', async () => {
    const { version } = await now();
    const hold = `mutation ($id: ID!, $version: Int!) { answer: recallCase(case: $id, expectedVersion: $version, reason: "Amended report") {
      ... on Case { id } ... on CaseRefused { problem { code } } } }`;
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => ask<CaseAnswer>('coordinator', hold, { id, version })),
    );
    expect(answers.filter(({ problem }) => problem === undefined)).toHaveLength(1);
    expect(answers.filter(({ problem }) => problem?.code === 'BOARD.STALE_CASE')).toHaveLength(4);
  });

  it('is nobody’s business in another hospital', async () => {
    const withdraw = `mutation ($id: ID!) { answer: withdrawCase(case: $id, expectedVersion: 1, reason: "curious") { ... on CaseRefused { problem { code } } } }`;
    expect(await ask('referrer', withdraw, { id }, 'city-hospital')).toMatchObject({
      problem: { code: 'BOARD.NO_SUCH_CASE' },
    });
  });

  it('may be opened before any report, once for each patient and diagnosis', async () => {
    const open = (diagnosis: string, hospital = 'university-hospital') =>
      ask<CaseAnswer & Partial<Case>>(
        'referrer',
        `mutation ($diagnosis: String!, $hospital: String!) { answer: openCase(hospital: $hospital, patient: "P-NEW", diagnosis: $diagnosis) {
           ... on Case { id work { state version } } ... on CaseRefused { problem { code place remedy } } } }`,
        { diagnosis, hospital },
        'university-hospital',
      );
    const first = await open('LUAD');
    expect(first.work).toMatchObject({ state: 'DRAFT', version: 0 });
    expect((await open('LUAD')).id).toBe(first.id);
    expect(await open('LUADD')).toMatchObject({
      problem: { place: '/diagnosis', remedy: expect.stringContaining('LUAD') },
    });
    expect(await open('LUAD', 'city-hospital')).toMatchObject({ problem: { place: '/hospital' } });
  });

  it('is merged only into another case of the same patient', async () => {
    const open = (patient: string, diagnosis: string) =>
      ask<Case>(
        'referrer',
        `mutation ($patient: String!, $diagnosis: String!) { answer: openCase(hospital: "university-hospital", patient: $patient, diagnosis: $diagnosis) { ... on Case { id } } }`,
        { patient, diagnosis },
      );
    const [one, twin, stranger] = [
      await open('P-TWICE', 'LUAD'),
      await open('P-TWICE', 'NSCLC'),
      await open('P-OTHER', 'LUAD'),
    ];
    const merge = (into: string) =>
      people.step(one.id, 'coordinator', 'mergeCase', ', into: $into, reason: "the same tumour"', {
        values: { into },
        types: ', $into: ID!',
      });
    expect(await merge(stranger.id)).toMatchObject({
      problem: { code: 'BOARD.NO_SUCH_CASE', place: '/into' },
    });
    expect(await merge('nothing')).toMatchObject({ problem: { place: '/into' } });
    expect(await merge(one.id)).toMatchObject({ problem: { code: 'BOARD.SAME_CASE' } });
    expect(await merge(twin.id)).toMatchObject({ work: { state: 'MERGED' } });
  });

  it('costs a page of cases no statement for each', async () => {
    const page = async (first: number): Promise<number> => {
      const counted = platform.countStatements();
      await ask(
        'chair',
        `{ answer: cases(first: ${String(first)}) { edges { node { id work { state issues { path } tasks { id } } } } } }`,
      );
      return counted.stop();
    };
    await platform.quiet();
    expect(await page(4)).toBe(await page(1));
  });
});
