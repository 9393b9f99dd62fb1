import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDevelopmentIdentity, type Role } from '@consilium/platform-identity';
import { caseOnTable } from '../support/case-on-table.js';
import { boardPeople, type CaseAnswer } from '../support/case-steps.js';
import { sample, startPlatform, type Platform } from '../support/consilium.js';

const hospital = 'university-hospital';
const rebiopsy = {
  id: 'one',
  kind: 'REBIOPSY',
  priority: 1,
  rationale: 'The sample was poor.',
  references: ['PMID:1'],
};

/** A rule that is broken is named, with what to do; and nothing has changed. */
describe('the board refuses', () => {
  let platform: Platform;
  let people: ReturnType<typeof boardPeople>;
  let id = '';
  let now = new Date('2026-11-23T12:00:00Z');
  beforeAll(async () => {
    platform = await startPlatform({}, () => now);
    people = boardPeople(platform);
    id = await caseOnTable(platform);
  }, 60_000);
  afterAll(() => platform.close());

  const step = (role: string, name: string, args?: string, given: object = {}) =>
    people.step(id, role, name, args, given);
  /** One person, whatever they are signed in as. */
  const somebody = async (role: Role): Promise<string> => {
    const person = { id: 'dev:gil', name: 'Gil', role, hospitals: [hospital] };
    const { users } = await createDevelopmentIdentity(platform.dataDir, false, [person]);
    return users[0]?.token ?? '';
  };
  const as = async (role: Role, name: string, version: number, args = ''): Promise<CaseAnswer> => {
    const { data } = await platform.query<{ answer: CaseAnswer }>(
      await somebody(role),
      `mutation { answer: ${name}(case: "${id}", expectedVersion: ${String(version)}${args}) {
         ... on Case { id work { state version } } ... on CaseRefused { problem { code place message remedy } } } }`,
    );
    return data?.answer ?? {};
  };
  const journalLength = async (): Promise<number> => {
    const query = `query ($id: ID!) { answer: case(id: $id) { journal { version } } }`;
    return (await people.ask<{ journal: unknown[] }>('chair', query, { id })).journal.length;
  };

  it('a review by whoever proposed, also in another role', async () => {
    await step('chair', 'postponeCase', ', because: DATA_MISSING');
    await step('coordinator', 'recallCase', ', reason: "Look again"');
    const { version } = await people.workOn(id);
    expect(await as('curator', 'proposeFindings', version, ', findings: ["smallVariants:0"]')).toMatchObject({
      work: { state: 'IN_PREPARATION' },
    });
    await as('curator', 'submitCase', version + 1);
    const before = await journalLength();
    expect(await as('second-reviewer', 'acceptCase', version + 2)).toMatchObject({
      problem: { code: 'BOARD.SAME_PERSON', remedy: 'A second person reviews them.' },
    });
    expect(await journalLength()).toBe(before);
    expect(await step('second-reviewer', 'acceptCase')).toMatchObject({ work: { state: 'READY' } });
  });

  it('a step from a version that has passed', async () => {
    const { version } = await people.workOn(id);
    await step('coordinator', 'markUrgent', ', reason: "Pain"');
    const { data } = await platform.query<{ answer: CaseAnswer }>(
      platform.token('coordinator'),
      `mutation { answer: markUrgent(case: "${id}", expectedVersion: ${String(version)}, urgent: false, reason: "Better") {
         ... on CaseRefused { problem { code place message remedy } } } }`,
    );
    expect(data?.answer.problem).toMatchObject({
      code: 'BOARD.STALE_CASE',
      place: '/expectedVersion',
      message: expect.stringContaining(`version ${String(version + 1)}`),
      remedy: 'Look at what was done, and decide again.',
    });
  });

  describe('at its meeting,', () => {
    it('a case on the table while nobody is there', async () => {
      now = new Date('2026-12-02T12:00:00Z');
      const ask = <T>(role: string, mutation: string) =>
        people.ask<T>(role, `mutation { answer: ${mutation} }`);
      const { id: meeting } = await ask<{ id: string }>(
        'coordinator',
        `planMeeting(hospital: "${hospital}", board: "lung", on: "2026-12-02") { ... on Meeting { id } }`,
      );
      await step('coordinator', 'scheduleCase', ', meeting: $m', {
        values: { m: meeting },
        types: ', $m: ID!',
      });
      let version = 0;
      const go = async (role: string, name: string, args = ''): Promise<void> => {
        const answer = await ask<{ version?: number; problem?: object }>(
          role,
          `${name}(meeting: "${meeting}", expectedVersion: ${String(version)}${args}) {
             ... on Meeting { version } ... on MeetingRefused { problem { code message } } }`,
        );
        if (answer.version === undefined) throw new Error(JSON.stringify(answer.problem));
        version = answer.version;
      };
      const chair = platform.running.users.find(({ role }) => role === 'chair')?.id ?? '';
      await go('coordinator', 'lockAgenda');
      await go('chair', 'beginMeeting');
      await expect(go('chair', 'openCaseInMeeting', `, case: "${id}"`)).rejects.toThrow('BOARD.NO_QUORUM');
      await go('coordinator', 'recordAttendance', `, person: "${chair}", specialties: [MEDICAL_ONCOLOGIST]`);
      await go('chair', 'declareInterest', `, case: "${id}", conflict: false`);
      await go('chair', 'openCaseInMeeting', `, case: "${id}"`);
      await step('chair', 'draftItem', ', item: $i', {
        values: { i: rebiopsy },
        types: ', $i: RecommendationItemInput!',
      });
      await step('chair', 'recommendCase');
    });

    it('a signature while something grave is missing: the only report was withdrawn', async () => {
      const report = sample('nci-h1975.report.json');
      const send = async (version: number, status: string): Promise<void> => {
        await platform.post({
          ...report,
          id: `version ${String(version)}`,
          data: { ...report.data, version, status },
        });
        await platform.quiet();
      };
      await send(2, 'cancelled');
      expect(await step('chair', 'signCase')).toMatchObject({
        problem: {
          code: 'BOARD.INCOMPLETE',
          place: '/profiles',
          message: expect.stringContaining('no final molecular report'),
          remedy: 'To be brought by: lab.',
        },
      });
      await send(3, 'amended');
      expect(await step('chair', 'signCase')).toMatchObject({ problem: { code: 'BOARD.LATE_DATA_OPEN' } });
      const query = `query ($id: ID!) { answer: case(id: $id) { lateData { source } } }`;
      const { lateData } = await people.ask<{ lateData: { source: string }[] }>('chair', query, { id });
      for (const { source } of lateData)
        await step('chair', 'settleLateData', `, source: "${source}", reason: "Looked at"`);
    });

    it('a second signature: of several at the same time one is taken, and a later one is not possible', async () => {
      const { version } = await people.workOn(id);
      const before = await journalLength();
      const sign = () =>
        people.ask<CaseAnswer>(
          'chair',
          `mutation { answer: signCase(case: "${id}", expectedVersion: ${String(version)}) {
             ... on Case { id work { state } } ... on CaseRefused { problem { code } } } }`,
        );
      const answers = await Promise.all([sign(), sign(), sign()]);
      const codes = answers.map(({ problem, work }) => problem?.code ?? work?.['state' as keyof typeof work]);
      expect(codes.filter((code) => code === 'SIGNED')).toHaveLength(1);
      expect(codes.filter((code) => code === 'BOARD.STALE_CASE')).toHaveLength(2);
      expect(await journalLength()).toBe(before + 1);
      expect(await step('chair', 'signCase')).toMatchObject({
        problem: { code: 'BOARD.STEP_NOT_POSSIBLE', message: expect.stringContaining('signed') },
      });
    });
  });
});
