import { buildAgenda, type Agenda, type QuorumRule, type Specialty } from '@consilium/board-core';
import type { WaitingCase } from './meeting.store.js';

/** What a case is usually discussed, in minutes. */
const usualMinutes = 8;

export interface AgendaFrame {
  readonly rule: QuorumRule;
  readonly minutes: number;
  readonly expected: readonly Specialty[];
  /** OncoTree tissue of a diagnosis. */
  readonly tissueOf: (diagnosis: string) => string | undefined;
}

/** The order of cases for a meeting, and who would not fit. A case needs whom the board's rule asks for its tissue. */
export const agendaOf = (
  waiting: readonly WaitingCase[],
  { rule, minutes, expected, tissueOf }: AgendaFrame,
): Agenda =>
  buildAgenda(
    waiting.map(({ record, diagnosis, since, postponed }) => {
      const tissue = tissueOf(diagnosis);
      return {
        caseId: record.id,
        urgent: record.urgent,
        readySince: since.toISOString().slice(0, 10),
        // Nothing is ready that lacks something grave.
        completeness: 1,
        needs: rule.clauses
          .filter(({ forTissues }) => tissue !== undefined && forTissues?.includes(tissue) === true)
          .map(({ specialty }) => specialty),
        postponed,
        minutes: usualMinutes,
      };
    }),
    { minutes, expected },
  );
