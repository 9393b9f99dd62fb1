import type { TherapyCourse } from '@consilium/clinical';
import { dateOf, type Day } from '../calendar.js';
import { describeCourse, keyOf } from './describe-course.js';
import type { Question } from './question.js';

export const askTherapyHistory = (completeOn: string | undefined): Question => ({
  key: 'ask:therapy-history',
  effort: 'ask',
  text:
    completeOn === undefined
      ? 'All therapies so far (the list was never taken whole)'
      : `All therapies so far (the list was last taken whole on ${completeOn})`,
});

export const askMedicationList = (completeOn: string | undefined): Question => ({
  key: 'ask:medication-list',
  effort: 'ask',
  text:
    completeOn === undefined
      ? 'All medicines the patient takes (the list was never taken whole)'
      : `All medicines the patient takes (the list was last taken whole on ${completeOn})`,
});

/** `settlesOn`: the day from which the exact date no longer matters. */
export const askLastDose = (course: TherapyCourse, settlesOn?: Day): Question => ({
  key: `ask:last-dose:${keyOf(course)}`,
  effort: 'ask',
  text: `Day of the last dose of ${describeCourse(course)}${
    course.endedOn === undefined ? '' : ` (recorded: ${course.endedOn})`
  }`,
  ...(settlesOn === undefined ? {} : { on: dateOf(settlesOn) }),
});

export const askStart = (course: TherapyCourse): Question => ({
  key: `ask:therapy-start:${keyOf(course)}`,
  effort: 'ask',
  text: `Day on which ${describeCourse(course)} began`,
});

export const askDrugs = (course: TherapyCourse): Question => ({
  key: `ask:therapy-drugs:${keyOf(course)}`,
  effort: 'ask',
  text: `Which drugs were given in ${describeCourse(course)}`,
});

/** `outcome`, `response` or `progression` of a course. */
export const askCourse = (what: 'outcome' | 'response' | 'progression', course: TherapyCourse): Question => ({
  key: `ask:therapy-${what}:${keyOf(course)}`,
  effort: 'ask',
  text: `${words[what]} ${describeCourse(course)}`,
});

const words = {
  outcome: 'How it went with',
  response: 'Best response to',
  progression: 'Whether and when the disease progressed after',
} as const;

/** Each question once. */
export function once(questions: readonly Question[]): readonly Question[] {
  const byKey = new Map<string, Question>();
  for (const question of questions) if (!byKey.has(question.key)) byKey.set(question.key, question);
  return [...byKey.values()];
}
