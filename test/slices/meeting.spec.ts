import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readyCase } from '../support/case-on-table.js';
import { boardPeople } from '../support/case-steps.js';
import { startPlatform, type Platform } from '../support/consilium.js';

interface Meeting {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly agenda: readonly { readonly caseId: string; readonly because: string }[];
  readonly discussing: string | null;
  readonly problem?: { readonly code: string; readonly message: string; readonly remedy: string };
}

const fields =
  'id state version on board agenda { caseId at because } attendance { person presence } discussing';

describe('a meeting of the board', () => {
  let platform: Platform;
  let people: ReturnType<typeof boardPeople>;
  let caseId = '';
  let meeting = '';
  const me = (role: string): string =>
    platform.running.users.find(
      (user) => user.role === role && user.hospitals.includes('university-hospital'),
    )?.id ?? '';

  beforeAll(async () => {
    platform = await startPlatform({}, () => new Date('2026-11-23T12:00:00Z'));
    people = boardPeople(platform);
    caseId = await readyCase(platform);
  }, 60_000);
  afterAll(() => platform.close());

  const look = () =>
    people.ask<Meeting>('chair', `query ($id: ID!) { answer: meeting(id: $id) { ${fields} } }`, {
      id: meeting,
    });
  const step = async (
    role: string,
    name: string,
    args = '',
    given: object = {},
    types = '',
  ): Promise<Meeting> => {
    const { version } = await look();
    return people.ask<Meeting>(
      role,
      `mutation ($id: ID!, $version: Int!${types}) { answer: ${name}(meeting: $id, expectedVersion: $version${args}) {
         ... on Meeting { ${fields} } ... on MeetingRefused { problem { code place message remedy } } } }`,
      { id: meeting, version, ...given },
    );
  };
  const attend = (role: string, specialty: string) =>
    step(
      'coordinator',
      'recordAttendance',
      `, person: $person, specialties: [${specialty}]`,
      { person: me(role) },
      ', $person: String!',
    );
  const declare = (role: string, conflict: boolean) =>
    step(
      role,
      'declareInterest',
      ', case: $case, conflict: $conflict',
      { case: caseId, conflict },
      ', $case: ID!, $conflict: Boolean!',
    );
  const open = () => step('chair', 'openCaseInMeeting', ', case: $case', { case: caseId }, ', $case: ID!');

  it('belongs to a board with a rule of its own', async () => {
    const saved = await people.ask(
      'coordinator',
      `mutation { answer: saveBoard(input: { id: "lung", hospital: "university-hospital", name: "Lung board", members: 2, from: "2026-11-04"
         clauses: [{ specialty: MEDICAL_ONCOLOGIST }, { specialty: MOLECULAR_PATHOLOGIST, onCall: true }, { specialty: ORGAN_SPECIALIST, forTissues: ["BREAST"] }] }) {
         id members nextMeetings clauses { specialty atLeast onCall forTissues } } }`,
    );
    expect(saved).toMatchObject({
      members: 2,
      nextMeetings: ['2026-11-25', '2026-12-02', '2026-12-09', '2026-12-16'],
    });
    const plan = (on: string, board = 'lung') =>
      people.ask<Meeting>(
        'coordinator',
        `mutation ($on: String!, $board: ID!) { answer: planMeeting(hospital: "university-hospital", board: $board, on: $on) {
           ... on Meeting { ${fields} } ... on MeetingRefused { problem { code message remedy } } } }`,
        { on, board },
      );
    expect(await plan('2026-11-22')).toMatchObject({ problem: { code: 'BOARD.NO_DATE' } });
    expect(await plan('2026-11-25', 'liver')).toMatchObject({ problem: { code: 'BOARD.NO_SUCH_BOARD' } });
    const planned = await plan('2026-11-25');
    expect(planned).toMatchObject({ state: 'PLANNED', version: 0 });
    expect(await plan('2026-11-25')).toMatchObject({ problem: { code: 'BOARD.MEETING_EXISTS' } });
    meeting = planned.id;
  });

  it('proposes who is ready, and takes who is scheduled until the agenda is locked', async () => {
    const proposed = await people.ask<{ proposal: { slots: readonly object[] } }>(
      'coordinator',
      `query ($id: ID!) { answer: meeting(id: $id) { proposal(minutes: 60) { slots { caseId because } left { caseId because } } } }`,
      { id: meeting },
    );
    expect(proposed.proposal.slots).toEqual([{ caseId, because: 'ready since 2026-11-23' }]);
    const schedule = (on: string) =>
      people.step(caseId, 'coordinator', 'scheduleCase', ', meeting: $m', {
        values: { m: on },
        types: ', $m: ID!',
      });
    expect(await schedule('another')).toMatchObject({ problem: { code: 'BOARD.OTHER_MEETING' } });
    expect(await schedule(meeting)).toMatchObject({ work: { state: 'SCHEDULED', meeting } });
    expect(await step('chair', 'beginMeeting')).toMatchObject({
      problem: { code: 'BOARD.STEP_NOT_POSSIBLE' },
    });
    expect(await step('coordinator', 'lockAgenda')).toMatchObject({ state: 'LOCKED', agenda: [{ caseId }] });
    expect(await step('chair', 'beginMeeting')).toMatchObject({ state: 'OPEN' });
  });

  it('opens no case without its quorum and every interest declared; the recused do not count', async () => {
    await attend('chair', 'MEDICAL_ONCOLOGIST');
    expect(await open()).toMatchObject({ problem: { code: 'BOARD.INTEREST_NOT_DECLARED' } });
    await declare('chair', false);
    expect(await open()).toMatchObject({
      problem: { code: 'BOARD.NO_QUORUM', message: expect.stringContaining('molecular pathologist') },
    });
    await attend('molecular-pathologist', 'MOLECULAR_PATHOLOGIST');
    await declare('molecular-pathologist', true);
    const standing = await people.ask<{ standing: object }>(
      'chair',
      `query ($id: ID!, $case: ID!) { answer: meeting(id: $id) { standing(case: $case) { recused undeclared quorumLacks } } }`,
      { id: meeting, case: caseId },
    );
    expect(standing.standing).toEqual({
      recused: [me('molecular-pathologist')],
      undeclared: [],
      quorumLacks: ['1 × molecular pathologist', '1 more of 2 members'],
    });
    expect(await open()).toMatchObject({ problem: { code: 'BOARD.NO_QUORUM' } });
    // Neither the meeting nor the case has moved.
    expect((await look()).discussing).toBeNull();
    expect((await people.workOn(caseId)).state).toBe('SCHEDULED');
  });

  it('opens the case when it may, and the case is at the table', async () => {
    await declare('molecular-pathologist', false);
    expect(await open()).toMatchObject({ discussing: caseId });
    expect((await people.workOn(caseId)).state).toBe('IN_MEETING');
    expect(
      await step(
        'chair',
        'noteInMeeting',
        ', case: $case, text: "T790M lost?"',
        { case: caseId },
        ', $case: ID!',
      ),
    ).toMatchObject({ state: 'OPEN' });
    expect(await step('chair', 'endMeeting')).toMatchObject({ problem: { code: 'BOARD.ONE_AT_A_TIME' } });
  });

  it('postpones a case with a coded reason, and ends', async () => {
    expect(
      await people.step(caseId, 'chair', 'postponeCase', ', because: DATA_MISSING, note: "RNA panel"'),
    ).toMatchObject({
      work: { state: 'POSTPONED', meeting: null },
    });
    await step('chair', 'closeCaseInMeeting', ', case: $case', { case: caseId }, ', $case: ID!');
    expect(await step('chair', 'endMeeting')).toMatchObject({ state: 'CLOSED', discussing: null });
    const journal: { kind: string }[] = await platform.running.database.transaction('every-hospital', (tx) =>
      tx.query(
        `SELECT step->>'kind' AS kind FROM board.meeting_journal WHERE meeting = $1 ORDER BY version`,
        [meeting],
      ),
    );
    expect(journal.map(({ kind }) => kind)).toEqual([
      'set-agenda',
      'lock',
      'begin',
      'attend',
      'declare',
      'attend',
      'declare',
      'declare',
      'open-case',
      'note',
      'close-case',
      'end',
    ]);
  });

  it('is nobody’s business in another hospital', async () => {
    const asked = await people.ask(
      'referrer',
      `query ($id: ID!) { answer: meeting(id: $id) { id } }`,
      { id: meeting },
      'city-hospital',
    );
    expect(asked).toBeNull();
    expect(await people.ask('referrer', `{ answer: boards { id } }`, {}, 'city-hospital')).toEqual([]);
  });
});
