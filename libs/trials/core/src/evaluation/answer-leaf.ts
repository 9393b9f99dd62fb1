import { dateOf, type Day } from '../calendar.js';
import { lastDay, type Timed } from './entries-in-time.js';
import { open, settled, type Change, type Judged, type UsedFact } from './judged.js';
import type { Question } from './question.js';

interface Explained {
  readonly facts: () => readonly UsedFact[];
  readonly missing: () => readonly Question[];
  /** How a known answer may change; where it turns by itself, the day is told instead. */
  readonly change: Change;
  /** Whether the day after `until` turns the answer with nothing else done. */
  readonly turns?: boolean;
}

/** A timed answer with its reasons. */
export function answerLeaf(timed: Timed, { facts, missing, change, turns }: Explained): Judged {
  const until = lastDay(timed);
  if (timed.answer === 'unknown') return open(() => ({ facts: facts(), missing: missing() }), until);
  return settled(
    timed.answer,
    () => ({ facts: facts(), change: turns === true && until !== undefined ? onDate(until + 1) : change }),
    until,
  );
}

const onDate = (day: Day): Change => ({ kind: 'on-date', from: dateOf(day) });

export const fixed: Change = { kind: 'fixed' };
export const possible = (how: string): Change => ({ kind: 'possible', how });

/** A fact with what is known of it. */
export const fact = (text: string, value?: string, on?: string, source?: string): UsedFact => ({
  text,
  ...(value === undefined ? {} : { value }),
  ...(on === undefined ? {} : { on }),
  ...(source === undefined ? {} : { source }),
});
