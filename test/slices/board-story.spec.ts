import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, readPdf } from '@consilium/platform-testing';
import { sendCareTeams } from '../support/care-teams.js';
import { boardPeople, referral, type CaseAnswer, type Work } from '../support/case-steps.js';
import { sample, startPlatform, type Platform } from '../support/consilium.js';
import { useExampleTrial } from '../support/hospital-rows.js';

interface Meeting {
  readonly id: string;
  readonly version: number;
  readonly agenda: readonly { readonly caseId: string }[];
  readonly problem?: { readonly code: string; readonly message: string };
}
interface Item {
  readonly id: string;
  readonly gate: string | null;
  readonly gateReasons: readonly string[];
}
interface CasePage {
  readonly recommendation: {
    readonly items: readonly Item[];
    readonly signed: readonly { readonly version: number; readonly contentHash: string }[];
  };
  readonly lateData: readonly { readonly source: string; readonly what: string }[];
  readonly wouldDiffer: readonly {
    readonly about: string;
    readonly text: string;
    readonly because: readonly string[];
  }[];
  readonly followUp: { readonly entries: readonly { readonly kind: string; readonly version: number }[] };
}
const page = `recommendation { items { id gate gateReasons } signed { version contentHash } }
  lateData { source what } wouldDiffer { about text because }
  followUp { letter { acknowledged } decision { answer } entries { kind version } }`;
const therapy = (drug: string) => ({
  id: 'first',
  kind: 'THERAPY',
  priority: 1,
  drugs: [drug],
  biomarkers: ['EGFR L858R'],
  evidence: [{ scale: 'AMP', level: 'C', source: 'PMID:34534430' }],
  label: 'OFF_LABEL',
  rationale: 'After osimertinib.',
  references: ['PMID:34534430'],
});
const trial = {
  id: 'second',
  kind: 'TRIAL',
  priority: 2,
  label: 'TRIAL',
  trial: 'EXAMPLE-1',
  rationale: 'Open here, and a place is free.',
  references: ['EXAMPLE-1'],
};

/** The board's work, told once through the interfaces that everybody has: a laboratory's events in, GraphQL out. */
describe('a case of the board, from the report to the outcome', () => {
  let platform: Platform;
  let people: ReturnType<typeof boardPeople>;
  let id = '';
  let meeting = '';
  let now = new Date('2026-11-23T12:00:00Z');
  beforeAll(async () => {
    platform = await startPlatform({}, () => now);
    await sendCareTeams(platform, 'P-H1975');
    people = boardPeople(platform);
    await useExampleTrial(platform);
  }, 60_000);
  afterAll(() => platform.close());

  const report = sample('nci-h1975.report.json');
  const me = (role: string): string =>
    platform.running.users.find(
      (user) => user.role === role && user.hospitals.includes('university-hospital'),
    )?.id ?? '';
  const step = (
    role: string,
    name: string,
    args?: string,
    values?: object,
    types?: string,
  ): Promise<CaseAnswer> => people.step(id, role, name, args, { values, types });
  const draft = (item: object): Promise<CaseAnswer> =>
    step('chair', 'draftItem', ', item: $item', { item }, ', $item: RecommendationItemInput!');
  const look = (role = 'chair'): Promise<CasePage> =>
    people.ask(role, `query ($id: ID!) { answer: case(id: $id) { ${page} } }`, { id });
  const meetingStep = async (role: string, name: string, args = ''): Promise<Meeting> => {
    const { version } = await people.ask<Meeting>(
      'chair',
      `{ answer: meeting(id: "${meeting}") { version } }`,
    );
    return people.ask<Meeting>(
      role,
      `mutation { answer: ${name}(meeting: "${meeting}", expectedVersion: ${String(version)}${args}) {
         ... on Meeting { id version agenda { caseId } } ... on MeetingRefused { problem { code message } } } }`,
    );
  };
  const attend = (role: string, specialty: string): Promise<Meeting> =>
    meetingStep('coordinator', 'recordAttendance', `, person: "${me(role)}", specialties: [${specialty}]`);
  const declare = (role: string, conflict: boolean): Promise<Meeting> =>
    meetingStep(role, 'declareInterest', `, case: "${id}", conflict: ${String(conflict)}`);
  const record = (name: string, args: string): Promise<CaseAnswer> => step('referrer', name, args);

  it('begins with a laboratory’s report', async () => {
    expect(await platform.post(report)).toMatchObject({ status: 200 });
    ({ id } = await eventually('the case to open', () => people.caseOf('P-H1975')));
    expect(await people.workOn(id)).toMatchObject({ state: 'DRAFT' });
  });

  it('says what is missing, how grave that is and who owes it', async () => {
    const { issues } = await people.workOn(id);
    expect(issues[0]).toMatchObject({ severity: 'FATAL', path: '/referral/question', owner: 'REFERRER' });
    expect(issues).toContainEqual(expect.objectContaining({ severity: 'ERROR', path: '/facts/stage' }));
    expect(await step('referrer', 'referCase')).toMatchObject({
      problem: { code: 'BOARD.NO_REFERRAL', remedy: expect.any(String) },
    });
    await step('referrer', 'describeReferral', ', referral: $r', { r: referral }, ', $r: ReferralInput!');
    expect(await step('referrer', 'referCase')).toMatchObject({ work: { state: 'REFERRED' } });
  });

  it('waits for what is owed, as a task', async () => {
    const why = ', plan: "Panel of the lung", outsideRule: "The performance status is under way"';
    await step('coordinator', 'triageCase', why);
    const task = {
      id: 'facts',
      title: 'Stage and medicines',
      owner: 'REFERRER',
      dueOn: '2026-11-25',
      awaited: true,
    };
    await step('coordinator', 'addTask', ', task: $t', { t: task }, ', $t: CaseTaskInput!');
    expect(await step('coordinator', 'awaitData')).toMatchObject({ work: { state: 'AWAITING_DATA' } });
    await platform.post(sample('clinical/nci-h1975.facts.json'), { token: platform.token('administrator') });
    await eventually('the clinical facts to arrive', async () =>
      (await people.workOn(id)).issues.some(({ path }) => path === '/facts/stage') ? undefined : true,
    );
    await step('referrer', 'finishTask', ', task: "facts"');
  });

  it('is prepared by one person and accepted by another', async () => {
    await step('coordinator', 'prepareCase');
    await step('curator', 'proposeFindings', ', findings: ["smallVariants:0"]');
    await step('curator', 'submitCase');
    expect(await step('second-reviewer', 'acceptCase')).toMatchObject({ work: { state: 'READY' } });
  });

  it('is put on an agenda, which is locked', async () => {
    await people.ask(
      'coordinator',
      `mutation { answer: saveBoard(input: { id: "lung", hospital: "university-hospital", name: "Lung", members: 2,
         clauses: [{ specialty: MEDICAL_ONCOLOGIST, atLeast: 1 }, { specialty: MOLECULAR_PATHOLOGIST, atLeast: 1 }] }) { id } }`,
    );
    ({ id: meeting } = await people.ask<Meeting>(
      'coordinator',
      `mutation { answer: planMeeting(hospital: "university-hospital", board: "lung", on: "2026-11-25") { ... on Meeting { id } } }`,
    ));
    await step('coordinator', 'scheduleCase', ', meeting: $m', { m: meeting }, ', $m: ID!');
    expect((await meetingStep('coordinator', 'lockAgenda')).agenda).toMatchObject([{ caseId: id }]);
  });

  it('goes to the table once the quorum stands without whoever is recused', async () => {
    now = new Date('2026-11-25T16:00:00Z');
    await meetingStep('chair', 'beginMeeting');
    await attend('chair', 'MEDICAL_ONCOLOGIST');
    await attend('molecular-pathologist', 'MOLECULAR_PATHOLOGIST');
    await declare('chair', false);
    const open = () => meetingStep('chair', 'openCaseInMeeting', `, case: "${id}"`);
    expect((await open()).problem).toMatchObject({ code: 'BOARD.INTEREST_NOT_DECLARED' });
    await declare('molecular-pathologist', true);
    expect((await open()).problem).toMatchObject({ code: 'BOARD.NO_QUORUM' });
    await attend('second-reviewer', 'MOLECULAR_PATHOLOGIST');
    await declare('second-reviewer', false);
    expect((await open()).problem).toBeUndefined();
    expect(await people.workOn(id)).toMatchObject({ state: 'IN_MEETING' });
  });

  it('is not signed with a drug that the safety gate stops; it is changed', async () => {
    await draft(therapy('capecitabine'));
    const [stopped] = (await look()).recommendation.items;
    expect(stopped).toMatchObject({ gate: 'TEST_FIRST', gateReasons: [expect.stringContaining('DPYD')] });
    await draft(therapy('amivantamab'));
    await draft(trial);
    const vote = `, case: "${id}", item: "first", vote: FOR`;
    expect((await meetingStep('molecular-pathologist', 'castVote', vote)).problem).toMatchObject({
      code: 'BOARD.RECUSED',
    });
    await meetingStep('second-reviewer', 'castVote', vote);
    await meetingStep('chair', 'noteInMeeting', `, case: "${id}", text: "Amivantamab, or the trial."`);
    expect(await step('chair', 'recommendCase')).toMatchObject({ work: { state: 'RECOMMENDED' } });
    now = new Date('2026-11-25T16:09:00Z');
    await meetingStep('chair', 'closeCaseInMeeting', `, case: "${id}"`);
    await meetingStep('chair', 'endMeeting');
  });

  it('is signed, and frozen under a hash', async () => {
    expect(await step('chair', 'signCase')).toMatchObject({ work: { state: 'SIGNED' } });
    const { recommendation, wouldDiffer } = await look();
    expect(recommendation.signed).toMatchObject([
      { version: 1, contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    expect(wouldDiffer).toEqual([]);
  });

  const letterOf = (version: number): Promise<string> =>
    eventually(`the letter of version ${String(version)}`, async () => {
      const query = `query ($id: ID!) { answer: case(id: $id) { recommendation { signed { version letters { format state url } } } } }`;
      const found = await people.ask<{
        recommendation: {
          signed: { version: number; letters: { format: string; state: string; url: string }[] }[];
        };
      }>('referrer', query, { id });
      const letters = found.recommendation.signed.find((one) => one.version === version)?.letters;
      const pdf = letters?.find(({ format, state }) => format === 'PDF_A4' && state === 'READY');
      if (pdf === undefined) return undefined;
      const answer = await fetch(`${platform.running.url}${pdf.url}`, {
        headers: { authorization: `Bearer ${platform.token('referrer')}` },
      });
      return (await readPdf(new Uint8Array(await answer.arrayBuffer()))).pages.join(' ');
    });

  it('is written as a letter that tells every recommendation and reference', async () => {
    const text = await letterOf(1);
    for (const told of [
      'amivantamab',
      'PMID:34534430',
      'EXAMPLE-1',
      'Open here, and a place is free.',
      'P-H1975',
    ])
      expect(text).toContain(told);
  });

  it('says what an amended report would change, and is signed again', async () => {
    // The laboratory had mistaken the sample: no change of EGFR after all.
    const { attachments: _maf, ...data } = report.data;
    await platform.post({ ...report, id: 'amended', data: { ...data, version: 2, status: 'amended' } });
    const late = await eventually('the late data to be told', async () => {
      const seen = await look();
      return seen.wouldDiffer.some(({ about }) => about === 'TRIAL') ? seen : undefined;
    });
    expect(late.lateData.map(({ what }) => what).join(' ')).toContain('version 2');
    expect(late.wouldDiffer).toContainEqual(
      expect.objectContaining({ about: 'REPORT', text: expect.stringContaining('version 2') }),
    );
    const told = late.wouldDiffer.find(({ about }) => about === 'TRIAL');
    expect(told?.text).toContain('EXAMPLE-1: no match stands');
    expect(told?.because).toEqual([expect.stringContaining('the board saw version 1')]);

    await step('chair', 'amendCase', ', reason: "The report was amended"');
    await step('chair', 'dropItem', ', item: "second"');
    expect(await step('chair', 'signCase')).toMatchObject({ problem: { code: 'BOARD.LATE_DATA_OPEN' } });
    for (const { source } of (await look()).lateData)
      await step(
        'chair',
        'settleLateData',
        ', source: $s, reason: "The trial was taken out"',
        { s: source },
        ', $s: ID!',
      );
    expect(await step('chair', 'signCase')).toMatchObject({ work: { state: 'SIGNED' } });
    expect((await look()).wouldDiffer).toEqual([]);
    const text = await letterOf(2);
    expect(text).toContain('The report was amended');
    expect(await letterOf(1)).not.toContain('The report was amended');
  });

  it('is sent, acknowledged, decided on and followed up; what cannot be is refused', async () => {
    now = new Date('2026-11-26T09:00:00Z');
    await step('coordinator', 'communicateCase', ', to: "Ada", receipt: "Message 17, read"');
    expect(
      await record('decideTreatment', ', decision: { on: "2026-11-26", answer: ACCEPTED, item: "first" }'),
    ).toMatchObject({
      problem: { code: 'BOARD.NOT_ACKNOWLEDGED' },
    });
    await record('acknowledgeLetter', '');
    await record('decideTreatment', ', decision: { on: "2026-11-26", answer: ACCEPTED, item: "first" }');
    now = new Date('2027-03-01T09:00:00Z');
    await record('recordClaim', ', on: "2026-11-27", item: "first", payer: "Insurance"');
    await record('recordClaimAnswer', ', answer: { on: "2026-12-01", item: "first", answer: GRANTED }');
    await record('recordTherapyStart', ', on: "2026-12-07", item: "first"');
    expect(await record('recordProgression', ', on: "2026-12-01"')).toMatchObject({
      problem: {
        code: 'BOARD.IMPOSSIBLE_VALUE',
        message: expect.stringContaining('negative progression-free survival'),
      },
    });
    await record(
      'recordVisit',
      ', visit: { on: "2027-01-11", ecog: 1, response: PR, criteria: RECIST, toxicities: [{ term: "Rash", grade: 2 }] }',
    );
    await record('recordPatientScore', ', on: "2027-01-11", instrument: "EQ-5D-5L", score: 0.8');
    await record('recordProgression', ', on: "2027-02-20"');
    const stop = ', on: "2027-02-22", item: "first", fulfilment: PARTIAL, reason: "Progression"';
    expect(await record('recordTherapyStop', stop)).toMatchObject({ work: { state: 'FOLLOW_UP' } });
    expect((await look()).followUp.entries.map(({ kind }) => kind)).toEqual([
      'CLAIM',
      'CLAIM_ANSWER',
      'THERAPY_START',
      'VISIT',
      'REPORTED',
      'PROGRESSION',
      'THERAPY_STOP',
    ]);
    expect(await step('coordinator', 'closeCase', ', because: END_OF_THERAPY')).toMatchObject({
      work: { state: 'CLOSED' },
    });
  });

  it('shows in the quality figures, with nothing entered for them', async () => {
    const figures = await people.ask<Record<string, unknown>>(
      'chair',
      `{ answer: qualityFigures(hospital: "university-hospital", from: "2026-11-01", until: "2026-11-30", diagnosis: "LUNG") {
         cases decided withRecommendation treated opened completeness discussion { median }
         turnaround { from to cases median } byLevel { name count } lost { cause } } }`,
    );
    expect(figures).toMatchObject({
      cases: 1,
      opened: 1,
      decided: 1,
      withRecommendation: 1,
      treated: 1,
      byLevel: [{ name: 'AMP C', count: 1 }],
      discussion: { median: 9 },
      lost: [],
    });
    const ways = figures['turnaround'] as { from: string; to: string; cases: number; median: number }[];
    const days = (from: string, to: string) => ways.find((one) => one.from === from && one.to === to)?.median;
    expect(days('referral', 'board')).toBeCloseTo(2 + 4 / 24, 2);
    expect(ways.every(({ cases }) => cases === 1)).toBe(true);
  });

  it('is told whole by its journal', async () => {
    const { journal } = await people.ask<{ journal: { version: number; step: string; by: string }[] }>(
      'chair',
      `query ($id: ID!) { answer: case(id: $id) { journal { version step by } } }`,
      { id },
    );
    expect(journal.map(({ version }) => version)).toEqual(journal.map((_, at) => at + 1));
    expect(journal.filter(({ step: kind }) => kind === 'sign')).toHaveLength(2);
    const work: Work = await people.workOn(id);
    expect(work.version).toBe(journal.length);
  });
});
