import type { MeetingStanding } from '../case/case-step.js';
import type { MeetingRecord } from './meeting.js';
import { quorumLacks } from './quorum-rule.js';

/** Who has an interest in a case, and so no say in it. */
export const recusedFrom = ({ declarations }: MeetingRecord, caseId: string): readonly string[] =>
  declarations.filter((one) => one.caseId === caseId && one.conflict).map(({ person }) => person);

/** How the meeting stands for one case now: who is recused, who has not declared, what the quorum lacks without them. */
export function standingFor(meeting: MeetingRecord, caseId: string, tissue?: string): MeetingStanding {
  const recused = recusedFrom(meeting, caseId);
  const declared = meeting.declarations.filter((one) => one.caseId === caseId).map(({ person }) => person);
  return {
    meeting: meeting.id,
    recused,
    undeclared: meeting.attendance
      .filter(({ person, presence }) => presence !== 'on-call' && !declared.includes(person))
      .map(({ person }) => person),
    quorumLacks: quorumLacks(meeting.rule, meeting.attendance, {
      recused,
      ...(tissue === undefined ? {} : { tissue }),
    }),
  };
}
