import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import { refusal } from '../case/refusal.js';
import type { MeetingRecord, MeetingStep } from './meeting.js';
import { meetingObstacle, type MeetingActor } from './meeting-guards.js';
import { meetingTable } from './meeting-table.js';

/** The meeting after a step, or why it cannot be taken. `at` is an ISO instant. */
export function advanceMeeting(
  meeting: MeetingRecord,
  step: MeetingStep,
  {
    actor,
    expectedVersion,
    at,
  }: { readonly actor: MeetingActor; readonly expectedVersion: number; readonly at: string },
): Result<MeetingRecord, Problem> {
  const { from, to, by } = meetingTable[step.kind];
  if (!by.includes(actor.role))
    return fail(
      refusal(
        'ROLE_MAY_NOT',
        '',
        `The role ${actor.role} may not ${step.kind}.`,
        `It is for: ${by.join(', ')}.`,
      ),
    );
  if (meeting.version !== expectedVersion)
    return fail(
      refusal(
        'STALE_MEETING',
        '/expectedVersion',
        `The meeting was changed meanwhile: it is ${meeting.state} in version ${String(meeting.version)}.`,
        'Look at what was done, and decide again.',
      ),
    );
  if (!from.includes(meeting.state))
    return fail(
      refusal(
        'STEP_NOT_POSSIBLE',
        '',
        `A meeting that is ${meeting.state} cannot take the step ${step.kind}.`,
        `It can be taken from: ${from.join(', ')}.`,
      ),
    );
  const problem = meetingObstacle(meeting, step, actor);
  if (problem !== undefined) return fail(problem);
  const state = to ?? meeting.state;
  return succeed({ ...after(meeting, step, actor, at), state, version: meeting.version + 1 });
}

function after(meeting: MeetingRecord, step: MeetingStep, actor: MeetingActor, at: string): MeetingRecord {
  switch (step.kind) {
    case 'set-agenda':
      return { ...meeting, agenda: step.slots };
    case 'attend':
      return {
        ...meeting,
        attendance: [
          ...meeting.attendance.filter(({ person }) => person !== step.attendance.person),
          step.attendance,
        ],
      };
    case 'leave':
      return { ...meeting, attendance: meeting.attendance.filter(({ person }) => person !== step.person) };
    case 'declare': {
      const { person, caseId } = step.declaration;
      const others = meeting.declarations.filter((one) => one.person !== person || one.caseId !== caseId);
      return { ...meeting, declarations: [...others, step.declaration] };
    }
    case 'open-case':
      return { ...meeting, discussing: { caseId: step.caseId, since: at } };
    case 'note':
      return {
        ...meeting,
        notes: [...meeting.notes, { caseId: step.caseId, by: actor.id, at, text: step.text }],
      };
    case 'vote': {
      const { person, caseId, item } = step.vote;
      const others = meeting.votes.filter(
        (one) => one.person !== person || one.caseId !== caseId || one.item !== item,
      );
      return { ...meeting, votes: [...others, step.vote] };
    }
    case 'close-case': {
      const { discussing, ...rest } = meeting;
      const seconds =
        discussing === undefined ? 0 : Math.round((Date.parse(at) - Date.parse(discussing.since)) / 1000);
      const before = meeting.discussed[step.caseId] ?? 0;
      return { ...rest, discussed: { ...meeting.discussed, [step.caseId]: before + seconds } };
    }
    case 'lock':
    case 'unlock':
    case 'begin':
    case 'end':
    case 'cancel':
      return meeting;
  }
}
