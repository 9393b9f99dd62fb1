import type { Specialty } from './quorum-rule.js';

/** A case that could be discussed. */
export interface AgendaCandidate {
  readonly caseId: string;
  readonly urgent: boolean;
  /** ISO date since which it is ready. */
  readonly readySince: string;
  /** Share of what the board wants to know, 0 to 1. */
  readonly completeness: number;
  /** Who must be there for this case beside the board's rule. */
  readonly needs: readonly Specialty[];
  /** How often it was postponed. */
  readonly postponed: number;
  readonly minutes: number;
}

export interface AgendaSlot {
  readonly caseId: string;
  /** Minutes from the meeting's start. */
  readonly at: number;
  readonly minutes: number;
  readonly because: string;
}

export interface Agenda {
  readonly slots: readonly AgendaSlot[];
  /** Who has to wait, and why. */
  readonly left: readonly { readonly caseId: string; readonly because: string }[];
}

/**
 * Puts ready cases in order: urgent ones first, then those that were postponed, then who has waited longest; as many as
 * the minutes allow, and none for which a specialist it needs will not be there.
 */
export function buildAgenda(
  candidates: readonly AgendaCandidate[],
  { minutes, expected }: { readonly minutes: number; readonly expected: readonly Specialty[] },
): Agenda {
  const slots: AgendaSlot[] = [];
  const left: { caseId: string; because: string }[] = [];
  let at = 0;
  for (const candidate of [...candidates].sort(byNeed)) {
    const { caseId, needs } = candidate;
    const absent = needs.filter((specialty) => !expected.includes(specialty));
    if (absent.length > 0)
      left.push({ caseId, because: `${absent.map(inWords).join(' and ')} will not be there` });
    else if (at + candidate.minutes > minutes)
      left.push({
        caseId,
        because: `${String(candidate.minutes)} minutes are more than the ${String(minutes - at)} left`,
      });
    else {
      slots.push({ caseId, at, minutes: candidate.minutes, because: reasonFor(candidate) });
      at += candidate.minutes;
    }
  }
  return { slots, left };
}

const byNeed = (a: AgendaCandidate, b: AgendaCandidate): number =>
  Number(b.urgent) - Number(a.urgent) ||
  b.postponed - a.postponed ||
  compare(a.readySince, b.readySince) ||
  b.completeness - a.completeness ||
  compare(a.caseId, b.caseId);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const inWords = (specialty: Specialty): string => specialty.replaceAll('-', ' ');

const reasonFor = ({ urgent, postponed, readySince }: AgendaCandidate): string =>
  urgent
    ? 'urgent'
    : postponed > 0
      ? `postponed ${postponed === 1 ? 'once' : `${String(postponed)} times`}`
      : `ready since ${readySince}`;
