import { describe, expect, it } from '@jest/globals';
import { advanceMeeting } from './advance-meeting.js';
import { planMeeting, type MeetingRecord, type MeetingStep } from './meeting.js';
import { standingFor } from './meeting-standing.js';
import type { MeetingActor } from './meeting-guards.js';

const chair: MeetingActor = { id: 'elif', role: 'chair' };
const dora: MeetingActor = { id: 'dora', role: 'board-member' };
type Told = readonly [MeetingActor, MeetingStep];
const slot = { caseId: 'c1', at: 0, minutes: 8, because: 'urgent' };
const attend = (person: string): MeetingStep => ({
  kind: 'attend',
  attendance: { person, specialties: ['medical-oncologist'], presence: 'in-room' },
});
const declare = (person: string, conflict: boolean): MeetingStep => ({
  kind: 'declare',
  declaration: { person, caseId: 'c1', conflict },
});
const planned = planMeeting('m1', 'lung', '2026-11-25', {
  clauses: [{ specialty: 'medical-oncologist', atLeast: 1 }],
  members: 1,
});

const take = (meeting: MeetingRecord, [actor, step]: Told, at = '2026-11-25T16:00:00Z') =>
  advanceMeeting(meeting, step, { actor, expectedVersion: meeting.version, at });
const told = (steps: readonly Told[], from = planned): MeetingRecord =>
  steps.reduce((meeting, one) => {
    const result = take(meeting, one);
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  }, from);
const begun = told([
  [chair, { kind: 'set-agenda', slots: [slot, { ...slot, caseId: 'c2', at: 8 }] }],
  [chair, { kind: 'lock' }],
  [chair, { kind: 'begin' }],
  [chair, attend('elif')],
  [dora, attend('dora')],
]);
const open = told([[chair, { kind: 'open-case', caseId: 'c1' }]], begun);
const vote = (person: string): MeetingStep => ({
  kind: 'vote',
  vote: { caseId: 'c1', item: 'one', person, vote: 'against' },
});

describe('a meeting', () => {
  it('knows for each case who is recused, who has not declared, and what the quorum lacks', () => {
    expect(standingFor(begun, 'c1')).toEqual({
      meeting: 'm1',
      recused: [],
      undeclared: ['elif', 'dora'],
      quorumLacks: [],
    });
    const declared = told(
      [
        [chair, declare('elif', true)],
        [dora, declare('dora', true)],
      ],
      begun,
    );
    expect(standingFor(declared, 'c1')).toMatchObject({
      recused: ['elif', 'dora'],
      undeclared: [],
      quorumLacks: ['1 × medical oncologist', '1 more of 1 members'],
    });
    expect(standingFor(declared, 'c2').recused).toEqual([]);
    expect(standingFor(told([[dora, declare('dora', false)]], declared), 'c1').quorumLacks).toEqual([]);
  });

  it('measures how long a case was discussed, also in two parts', () => {
    const step = (meeting: MeetingRecord, kind: 'open-case' | 'close-case', at: string): MeetingRecord => {
      const result = take(meeting, [chair, { kind, caseId: 'c1' }], at);
      if (!result.ok) throw new Error(result.error.message);
      return result.value;
    };
    const first = step(
      step(begun, 'open-case', '2026-11-25T16:00:00Z'),
      'close-case',
      '2026-11-25T16:08:30Z',
    );
    const second = step(
      step(first, 'open-case', '2026-11-25T17:00:00Z'),
      'close-case',
      '2026-11-25T17:01:00Z',
    );
    expect(second.discussed).toEqual({ c1: 570 });
    expect(second.discussing).toBeUndefined();
  });

  it('counts the last vote of each', () => {
    const { votes } = told(
      [
        [dora, vote('dora')],
        [dora, { kind: 'vote', vote: { caseId: 'c1', item: 'one', person: 'dora', vote: 'for' } }],
      ],
      open,
    );
    expect(votes).toEqual([{ caseId: 'c1', item: 'one', person: 'dora', vote: 'for' }]);
  });

  it.each<[string, MeetingRecord, Told, string]>([
    [
      'a beginning without an agenda',
      told([[chair, { kind: 'lock' }]]),
      [chair, { kind: 'begin' }],
      'NO_AGENDA',
    ],
    ['a beginning before the lock', planned, [chair, { kind: 'begin' }], 'STEP_NOT_POSSIBLE'],
    ['another agenda after the lock', begun, [chair, { kind: 'set-agenda', slots: [] }], 'STEP_NOT_POSSIBLE'],
    ['a member who opens a case', begun, [dora, { kind: 'open-case', caseId: 'c1' }], 'ROLE_MAY_NOT'],
    [
      'a case that is not on the agenda',
      begun,
      [chair, { kind: 'open-case', caseId: 'c9' }],
      'NOT_ON_AGENDA',
    ],
    ['two cases at a time', open, [chair, { kind: 'open-case', caseId: 'c2' }], 'ONE_AT_A_TIME'],
    ['an end with a case on the table', open, [chair, { kind: 'end' }], 'ONE_AT_A_TIME'],
    ['a declaration for somebody else', begun, [dora, declare('elif', false)], 'FOR_ANOTHER'],
    ['a vote for somebody else', open, [dora, vote('elif')], 'FOR_ANOTHER'],
    ['a vote of who is not there', open, [{ id: 'finn', role: 'board-member' }, vote('finn')], 'NOT_PRESENT'],
    [
      'a vote of who is recused',
      told([[dora, declare('dora', true)]], open),
      [dora, vote('dora')],
      'RECUSED',
    ],
    ['a vote before the case is open', begun, [dora, vote('dora')], 'NOT_ON_THE_TABLE'],
    ['attendance recorded by another member', begun, [dora, attend('finn')], 'FOR_ANOTHER'],
    [
      'an unlocking without a reason',
      told([[chair, { kind: 'lock' }]]),
      [chair, { kind: 'unlock', reason: '' }],
      'NO_REASON',
    ],
  ])('refuses %s', (_, meeting, step, code) => {
    expect(take(meeting, step)).toMatchObject({ ok: false, error: { code: `BOARD.${code}` } });
  });

  it('does not go on from a version that somebody has changed', () => {
    const result = advanceMeeting(begun, { kind: 'end' }, { actor: chair, expectedVersion: 0, at: 'then' });
    expect(result).toMatchObject({ ok: false, error: { code: 'BOARD.STALE_MEETING' } });
  });
});
