import { addMonths, addYears, dateOf, type Day } from '../calendar.js';
import type { AgeCriterion } from '../language/clinical-criterion.js';
import { birthRangeOf, yearsOfAge } from './birth-range.js';
import type { Evaluate } from './evaluate-leaf.js';
import { open, settled, type Change } from './judged.js';
import type { Question } from './question.js';

/**
 * Age on the date asked, counted by birthdays: `atMost: 17` ends the day before the 18th birthday. A part of a year is
 * counted in months (`below: 0.5` is below six months), and `atMost` with one ends on the day it is reached. With part of
 * the date of birth the answer is known where every day it may mean agrees.
 */
export const evaluateAge: Evaluate<'age'> = (criterion, patient, on) => {
  const birthDate = patient.facts?.birthDate;
  if (birthDate === undefined) return open(() => ({ missing: [question('Date of birth')] }));
  const { first, last } = birthRangeOf(birthDate);
  const facts = () => [{ text: 'Date of birth', value: birthDate }];
  if (on < first)
    return open(
      () => ({ facts: facts(), missing: [question(`Date of birth (${birthDate} is after the date asked)`)] }),
      first - 1,
    );

  // Birthdays cost most of the answer, and an exact date of birth has them once.
  const fromFirst = startOf(criterion, first);
  const fromLast = first === last ? fromFirst : startOf(criterion, last);
  const untilFirst = endOf(criterion, first);
  const untilLast = first === last ? untilFirst : endOf(criterion, last);
  const withAge = () => [
    { text: 'Date of birth', value: birthDate },
    { text: `Age on ${dateOf(on)}`, value: ageText(criterion, first, last, on) },
  ];
  const nobody = fromFirst >= untilFirst && fromLast >= untilLast;
  if (nobody || on >= untilLast)
    return settled('not-met', () => ({ facts: withAge(), change: { kind: 'fixed' } }));
  if (on < fromFirst)
    return settled('not-met', () => ({ facts: withAge(), change: turning(fromLast) }), fromFirst - 1);
  if (on >= fromLast && on < untilFirst)
    return settled(
      'met',
      () => ({ facts: withAge(), change: turning(untilFirst) }),
      untilFirst === Infinity ? undefined : untilFirst - 1,
    );

  const settles = on < fromLast && fromLast < untilFirst ? fromLast : untilLast;
  return open(
    () => ({
      facts: withAge(),
      missing: [{ ...question(`Exact date of birth (only ${birthDate} is known)`), on: dateOf(settles) }],
    }),
    settles - 1,
  );
};

/** First day of the age asked; -Infinity where any age is old enough. */
function startOf({ atLeast, unit }: AgeCriterion, born: Day): Day {
  return atLeast === undefined ? -Infinity : dayOfAge(born, atLeast, unit);
}

/** First day on which the patient is too old; Infinity where nobody is. */
function endOf({ atMost, below, unit }: AgeCriterion, born: Day): Day {
  const after =
    atMost === undefined
      ? Infinity
      : Number.isInteger(atMost)
        ? dayOfAge(born, atMost + 1, unit)
        : dayOfAge(born, atMost, unit) + 1;
  return below === undefined ? after : Math.min(after, dayOfAge(born, below, unit));
}

/** The day on which somebody born on a day reaches an age. */
function dayOfAge(born: Day, age: number, unit: AgeCriterion['unit'] = 'years'): Day {
  switch (unit) {
    case 'years':
      return Number.isInteger(age) ? addYears(born, age) : addMonths(born, Math.ceil(age * 12));
    case 'months':
      return addMonths(born, Math.ceil(age));
    case 'weeks':
      return born + Math.ceil(age * 7);
    case 'days':
      return born + Math.ceil(age);
  }
}

const turning = (day: Day): Change =>
  day === Infinity ? { kind: 'fixed' } : { kind: 'on-date', from: dateOf(day) };

function ageText({ unit = 'years' }: AgeCriterion, first: Day, last: Day, on: Day): string {
  const [least, most] = [Math.max(0, ageIn(unit, last, on)), ageIn(unit, first, on)];
  return `${least === most ? String(least) : `${String(least)} to ${String(most)}`} ${unit}`;
}

function ageIn(unit: NonNullable<AgeCriterion['unit']>, born: Day, on: Day): number {
  switch (unit) {
    case 'years':
      return yearsOfAge(born, on);
    case 'months': {
      const months = Math.ceil((on - born) / 30.4);
      for (let age = months; age > 0; age -= 1) if (addMonths(born, age) <= on) return age;
      return 0;
    }
    case 'weeks':
      return Math.floor((on - born) / 7);
    case 'days':
      return on - born;
  }
}

const question = (text: string): Question => ({ key: 'ask:birth-date', effort: 'ask', text });
