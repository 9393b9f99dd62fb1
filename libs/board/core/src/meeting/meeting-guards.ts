import type { Problem } from '@consilium/kernel';
import { noReason, refusal } from '../case/refusal.js';
import type { Role } from '../case/role.js';
import type { MeetingRecord, MeetingStep } from './meeting.js';
import { recusedFrom } from './meeting-standing.js';

export interface MeetingActor {
  readonly id: string;
  readonly role: Role;
}

const isOn = ({ agenda }: MeetingRecord, caseId: string): boolean =>
  agenda.some((slot) => slot.caseId === caseId);

const isPresent = ({ attendance }: MeetingRecord, person: string): boolean =>
  attendance.some((one) => one.person === person && one.presence !== 'on-call');

const onTable = ({ discussing }: MeetingRecord, caseId: string): Problem | undefined =>
  discussing?.caseId === caseId
    ? undefined
    : refusal('NOT_ON_THE_TABLE', '/caseId', 'is not on the table.', 'Open the case first.');

const mayRecord = ({ id, role }: MeetingActor, person: string): Problem | undefined =>
  person === id || role === 'coordinator' || role === 'chair'
    ? undefined
    : refusal(
        'FOR_ANOTHER',
        '/person',
        'is somebody else.',
        'A coordinator or the chair records the others.',
      );

/** What must hold for a step beside the table. */
export function meetingObstacle(
  meeting: MeetingRecord,
  step: MeetingStep,
  actor: MeetingActor,
): Problem | undefined {
  switch (step.kind) {
    case 'set-agenda':
    case 'lock':
      return undefined;
    case 'attend':
      return mayRecord(actor, step.attendance.person);
    case 'leave':
      return mayRecord(actor, step.person);
    case 'unlock':
    case 'cancel':
      return noReason(step.reason);
    case 'begin':
      return meeting.agenda.length === 0
        ? refusal('NO_AGENDA', '', 'The agenda is empty.', 'Put at least one case on it.')
        : undefined;
    case 'declare':
      if (step.declaration.person !== actor.id)
        return refusal(
          'FOR_ANOTHER',
          '/declaration/person',
          'is somebody else.',
          'Everybody declares in person.',
        );
      return isOn(meeting, step.declaration.caseId) ? undefined : notOnAgenda;
    case 'open-case':
      if (!isOn(meeting, step.caseId)) return notOnAgenda;
      return meeting.discussing === undefined
        ? undefined
        : refusal('ONE_AT_A_TIME', '', 'Another case is on the table.', 'Close it first.');
    case 'note':
      return onTable(meeting, step.caseId) ?? noReason(step.text, '/text');
    case 'vote': {
      const { caseId, person } = step.vote;
      const notOpen = onTable(meeting, caseId);
      if (notOpen !== undefined) return notOpen;
      if (person !== actor.id)
        return refusal('FOR_ANOTHER', '/vote/person', 'is somebody else.', 'Everybody votes in person.');
      if (!isPresent(meeting, person))
        return refusal('NOT_PRESENT', '/vote/person', 'is not present.', 'Record the attendance first.');
      return recusedFrom(meeting, caseId).includes(person)
        ? refusal('RECUSED', '', 'You are recused from this case.', 'Somebody without an interest decides.')
        : undefined;
    }
    case 'close-case':
      return onTable(meeting, step.caseId);
    case 'end':
      return meeting.discussing === undefined
        ? undefined
        : refusal('ONE_AT_A_TIME', '', 'A case is still on the table.', 'Close it first.');
  }
}

const notOnAgenda = refusal(
  'NOT_ON_AGENDA',
  '/caseId',
  'is not on the agenda.',
  'Choose a case of the agenda.',
);
