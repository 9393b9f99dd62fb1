import { dateOf, type Day } from '../calendar.js';
import type { Timed } from './entries-in-time.js';
import { open, settled, type Change, type Judged, type UsedFact } from './judged.js';
import { firstDayWith, standsUntil, type OverTime } from './over-time.js';
import type { Question } from './question.js';

interface Explained {
  readonly facts: () => readonly UsedFact[];
  readonly missing: () => readonly Question[];
  /** How a known answer may change where time alone does not turn it; where it does, the day is told instead. */
  readonly change: Change;
}

/** A leaf's answer at a day with its reasons: exactly as long as it stands, and the day on which time turns it. */
export function answerLeaf(judge: (on: Day) => Timed, on: Day, explained: Explained): Judged {
  const { answer, until } = judge(on);
  const stands = until === Infinity ? undefined : standsUntil(overTime(judge), answer, on);
  if (answer === 'unknown')
    return open(() => {
      const missing = explained.missing();
      return {
        facts: explained.facts(),
        missing: stands === undefined ? missing : settledByTime(missing, stands + 1),
      };
    }, stands);
  return settled(
    answer,
    () => {
      const turned = answer === 'met' ? 'not-met' : 'met';
      const day = stands === undefined ? undefined : firstDayWith(overTime(judge), turned, on);
      return {
        facts: explained.facts(),
        change: day === undefined ? explained.change : { kind: 'on-date', from: dateOf(day) },
      };
    },
    stands,
  );
}

const overTime = (judge: (on: Day) => Timed): OverTime => ({
  at: (day) => judge(day).answer,
  next: (after) => judge(after).until + 1,
});

/** From that day on the answer is known without asking. */
const settledByTime = (questions: readonly Question[], day: Day): readonly Question[] =>
  questions.map((question) => ({ ...question, on: dateOf(day) }));

export const fixed: Change = { kind: 'fixed' };
export const possible = (how: string): Change => ({ kind: 'possible', how });

/** A fact with what is known of it. */
export const fact = (text: string, value?: string, on?: string, source?: string): UsedFact => ({
  text,
  ...(value === undefined ? {} : { value }),
  ...(on === undefined ? {} : { on }),
  ...(source === undefined ? {} : { source }),
});
