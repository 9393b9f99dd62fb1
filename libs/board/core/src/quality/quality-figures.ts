import type { CaseStepKind, PostponeReason } from '../case/case-step.js';
import type { JournalEntry } from '../case/journal.js';
import type { NotGivenReason } from '../follow-up/follow-up.js';
import type { NoRecommendationReason, RecommendationItem } from '../recommendation/recommendation.js';

/** The journal of one case, with when its first report came. */
export interface CaseHistory {
  readonly caseId: string;
  readonly journal: readonly JournalEntry[];
  /** ISO instants of its final molecular reports. */
  readonly reports: readonly string[];
  /** Share of what the board wants to know that was known, 0 to 1, at each opening in a meeting. */
  readonly completeness: readonly number[];
}

/** How long a part of the way takes, in days; absent where no case has gone it. */
export interface Turnaround {
  readonly from: string;
  readonly to: string;
  readonly cases: number;
  readonly median?: number;
  readonly p90?: number;
}

/** Why a patient who was referred does not get what a board recommends; each has one cause. */
export type LossCause =
  | 'declined'
  | 'withdrawn'
  | 'not-yet-decided'
  | `none: ${NoRecommendationReason}`
  | 'not-communicated'
  | 'no-decision-yet'
  | `not-given: ${NotGivenReason}`
  | 'not-started';

export interface QualityFigures {
  readonly cases: number;
  readonly turnaround: readonly Turnaround[];
  /** Times a case was put on the table of a board. */
  readonly opened: number;
  /** Of what the board wants to know, in the middle of all openings, 0 to 1; absent where none was opened. */
  readonly completeness?: number;
  readonly postponed: {
    readonly times: number;
    readonly because: Readonly<Partial<Record<PostponeReason, number>>>;
  };
  /** Of the cases that were decided. */
  readonly decided: number;
  readonly withRecommendation: number;
  /** By scale and level, the best of each case: `AMP A`. */
  readonly byLevel: Readonly<Partial<Record<string, number>>>;
  readonly treated: number;
  /** Ids of the cases by where they were lost. */
  readonly lost: Readonly<Partial<Record<LossCause, readonly string[]>>>;
  /** Minutes for which a case was on the table; absent where none was. */
  readonly discussion?: { readonly median: number; readonly p90: number };
}

const ways: readonly (readonly [string, CaseStepKind | 'report', CaseStepKind | 'start', string])[] = [
  ['referral', 'refer', 'open', 'board'],
  ['report', 'report', 'open', 'board'],
  ['board', 'open', 'sign', 'signature'],
  ['signature', 'sign', 'communicate', 'letter'],
  ['letter', 'communicate', 'acknowledge', 'acknowledgement'],
  ['board', 'open', 'start', 'start of therapy'],
];
const dayMs = 86_400_000;

/** All figures, from what happened alone: nobody enters anything for them. */
export function qualityFigures(
  told: readonly CaseHistory[],
  discussionMinutes: readonly number[] = [],
): QualityFigures {
  const histories = told.map((one) => ({ ...one, journal: withoutStruck(one.journal) }));
  const postponements = histories.flatMap(({ journal }) =>
    journal.flatMap(({ step }) => (step.kind === 'postpone' ? [step.because] : [])),
  );
  const decided = histories.filter(({ journal }) => has(journal, 'sign'));
  const completeness = spread(histories.flatMap((one) => one.completeness)).median;
  return {
    cases: histories.length,
    opened: histories.reduce((sum, { journal }) => sum + instantsOf(journal, 'open').length, 0),
    ...(completeness === undefined ? {} : { completeness }),
    turnaround: ways.map(([from, first, last, to]) => ({
      from,
      to,
      ...spread(daysBetween(histories, first, last)),
    })),
    postponed: { times: postponements.length, because: count(postponements) },
    decided: decided.length,
    withRecommendation: decided.filter(({ journal }) => signedItems(journal).length > 0).length,
    byLevel: count(decided.flatMap(({ journal }) => bestLevel(journal))),
    treated: histories.filter((one) => endOf(one) === 'treated').length,
    lost: lostOf(histories),
    ...discussionOf(discussionMinutes),
  };
}

/** What was recorded in error did not happen. */
function withoutStruck(journal: readonly JournalEntry[]): readonly JournalEntry[] {
  const struck = journal.flatMap(({ step }) => (step.kind === 'strike-entry' ? [step.entry] : []));
  return journal.filter(({ version }) => !struck.includes(version));
}

const has = (journal: readonly JournalEntry[], kind: CaseStepKind): boolean =>
  journal.some(({ step }) => step.kind === kind);

/** What stood in the draft when it was last signed. */
function signedItems(journal: readonly JournalEntry[]): readonly RecommendationItem[] {
  const items = new Map<string, RecommendationItem>();
  let signed: readonly RecommendationItem[] = [];
  for (const { step } of journal) {
    if (step.kind === 'draft-item') items.set(step.item.id, step.item);
    else if (step.kind === 'drop-item') items.delete(step.item);
    else if (step.kind === 'recommend-none' || step.kind === 'reopen') items.clear();
    else if (step.kind === 'sign') signed = [...items.values()];
  }
  return signed;
}

function bestLevel(journal: readonly JournalEntry[]): readonly string[] {
  const levels = signedItems(journal).flatMap(({ evidence }) =>
    evidence.map(({ scale, level }) => `${scale} ${level}`),
  );
  return levels.sort().slice(0, 1);
}

/** Where a case ended for its patient: treated, or one cause why not (the last step that decides). */
function endOf({ journal }: CaseHistory): LossCause | 'treated' {
  let end: LossCause | 'treated' = 'not-yet-decided';
  for (const { step } of journal) {
    if (step.kind === 'decline') end = 'declined';
    else if (step.kind === 'withdraw') end = 'withdrawn';
    else if (step.kind === 'reopen' || step.kind === 'amend') end = 'not-yet-decided';
    else if (step.kind === 'recommend-none') end = `none: ${step.because}`;
    else if (step.kind === 'draft-item') end = 'not-yet-decided';
    else if (step.kind === 'sign' && end === 'not-yet-decided') end = 'not-communicated';
    else if (step.kind === 'communicate' && end === 'not-communicated') end = 'no-decision-yet';
    else if (step.kind === 'decide' && end === 'no-decision-yet')
      end = step.decision.because === undefined ? 'not-started' : `not-given: ${step.decision.because}`;
    else if (step.kind === 'follow-up' && step.entry.kind === 'therapy-start') end = 'treated';
  }
  return end;
}

function lostOf(histories: readonly CaseHistory[]): QualityFigures['lost'] {
  const lost: Partial<Record<LossCause, string[]>> = {};
  for (const history of histories) {
    const end = endOf(history);
    if (end !== 'treated') (lost[end] ??= []).push(history.caseId);
  }
  return lost;
}

function discussionOf(minutes: readonly number[]): Pick<QualityFigures, 'discussion'> {
  const { median, p90 } = spread(minutes);
  return median === undefined || p90 === undefined ? {} : { discussion: { median, p90 } };
}

function daysBetween(
  histories: readonly CaseHistory[],
  first: (typeof ways)[number][1],
  last: (typeof ways)[number][2],
): readonly number[] {
  return histories.flatMap(({ journal, reports }) => {
    const to = last === 'start' ? startOf(journal) : lastOf(journal, last);
    const before = (instants: readonly string[]): string | undefined =>
      to === undefined
        ? undefined
        : instants
            .filter((one) => one <= to)
            .sort()
            .at(-1);
    const from = before(first === 'report' ? reports : instantsOf(journal, first));
    return from === undefined || to === undefined ? [] : [(Date.parse(to) - Date.parse(from)) / dayMs];
  });
}

const instantsOf = (journal: readonly JournalEntry[], kind: CaseStepKind): readonly string[] =>
  journal.filter(({ step }) => step.kind === kind).map(({ at }) => at);
const lastOf = (journal: readonly JournalEntry[], kind: CaseStepKind): string | undefined =>
  instantsOf(journal, kind).at(-1);

/** The day a therapy began, at its end: a day is all that is known. */
function startOf(journal: readonly JournalEntry[]): string | undefined {
  const days = journal.flatMap(({ step }) =>
    step.kind === 'follow-up' && step.entry.kind === 'therapy-start' ? [step.entry.on] : [],
  );
  const [first] = days.sort();
  return first === undefined ? undefined : `${first}T23:59:59.999Z`;
}

/** Median and ninth decile by the nearest rank. */
function spread(days: readonly number[]): Pick<Turnaround, 'cases' | 'median' | 'p90'> {
  const sorted = [...days].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return sorted.length === 0 ? { cases: 0 } : { cases: sorted.length, median: at(0.5), p90: at(0.9) };
}

function count<T extends string>(list: readonly T[]): Partial<Record<T, number>> {
  const counted: Partial<Record<T, number>> = {};
  for (const one of list) counted[one] = (counted[one] ?? 0) + 1;
  return counted;
}
