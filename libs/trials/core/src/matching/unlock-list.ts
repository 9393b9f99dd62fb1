import type { Question } from '../evaluation/question.js';
import type { CohortExplanation, TrialExplanation } from './explain-trial.js';
import { actOf, costOf } from './settle.js';

/** One thing to do (or a day to wait for), and the trials it alone could open. */
export interface Unlock {
  /** `lab:platelets`, `act:dna-panel`, `date:2026-12-03`. */
  readonly act: string;
  readonly kind: 'learn' | 'wait';
  /** The questions it answers, in words. */
  readonly questions: readonly Question[];
  /** ISO date, for what only time brings. */
  readonly from?: string;
  /** Trials that a favourable answer to this alone makes eligible. */
  readonly opens: readonly string[];
  /** Trials in which it is one of several open questions of the cheapest set. */
  readonly helps: readonly string[];
}

/**
 * What would open most trials for a patient: the act that alone settles most of those that are possible, and the days on
 * which what stands in the way passes by itself. Most first, then what helps most, then the easiest.
 */
export function unlockList(explained: readonly TrialExplanation[]): readonly Unlock[] {
  const acts = new Map<
    string,
    { questions: Map<string, Question>; opens: Set<string>; helps: Set<string> }
  >();
  const act = (key: string) => {
    let found = acts.get(key);
    if (found === undefined)
      acts.set(key, (found = { questions: new Map(), opens: new Set(), helps: new Set() }));
    return found;
  };
  for (const { trial, verdict, cohorts } of explained) {
    if (verdict !== 'possible') continue;
    for (const { settledBy } of cohorts) {
      settledBy.forEach((set, rank) => {
        const keys = new Set(set.map(actOf));
        for (const question of set) {
          if (keys.size > 1 && rank > 0) continue;
          const one = act(actOf(question));
          one.questions.set(question.key, question);
          (keys.size === 1 ? one.opens : one.helps).add(trial);
        }
      });
    }
  }
  const learn = [...acts].map(([key, { questions, opens, helps }]): Unlock => ({
    act: key,
    kind: 'learn',
    questions: [...questions.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
    opens: sorted(opens),
    helps: sorted([...helps].filter((trial) => !opens.has(trial))),
  }));
  return [...learn, ...waits(explained)].sort(
    (a, b) =>
      b.opens.length - a.opens.length ||
      b.helps.length - a.helps.length ||
      costOf(a.questions) - costOf(b.questions) ||
      (a.act < b.act ? -1 : 1),
  );
}

/** Days on which a trial that is now ruled out becomes eligible with nothing else done. */
function waits(explained: readonly TrialExplanation[]): readonly Unlock[] {
  const days = new Map<string, Set<string>>();
  for (const { trial, verdict, cohorts } of explained) {
    if (verdict !== 'not-eligible') continue;
    const from = cohorts.flatMap(dayOfCohort).sort()[0];
    if (from !== undefined) days.set(from, (days.get(from) ?? new Set()).add(trial));
  }
  return [...days].map(([from, trials]) => ({
    act: `date:${from}`,
    kind: 'wait',
    questions: [],
    from,
    opens: sorted(trials),
    helps: [],
  }));
}

/** Only where nothing else is open: a day that leaves other questions unanswered opens nothing. */
function dayOfCohort({ recovery, criteria }: CohortExplanation): readonly string[] {
  const open = criteria.some((criterion) => criterion.answer === 'unknown');
  return recovery?.kind === 'on-date' && !open ? [recovery.from] : [];
}

const sorted = (trials: Iterable<string>): readonly string[] => [...trials].sort();
