import type { Condition } from '@consilium/clinical';
import { dayOf, rangeOf, type Day } from '../calendar.js';
import type { ConditionCriterion } from '../language/clinical-criterion.js';
import { answerLeaf, fact, possible } from './answer-leaf.js';
import { allTimed, always, anyTimed, closedBy, happenedWithin, type Timed } from './entries-in-time.js';
import type { Evaluate } from './evaluate-leaf.js';
import type { UsedFact } from './judged.js';
import { matchCondition } from './match-condition.js';
import type { Question } from './question.js';
import type { ConditionTable } from './read-conditions.js';

/**
 * Whether one of the named conditions is recorded. That there is none is believed of a list taken whole. A window counts
 * from the condition's end, or, where it goes on, holds today.
 */
export const evaluateCondition: Evaluate<'condition'> = (criterion, patient, on, { conditions }) => {
  const list = patient.facts?.conditions;
  const entries = list?.entries ?? [];
  const found = anyTimed(entries.map((one) => judge(one, criterion, conditions, on)));
  return answerLeaf(closedBy(found, list?.completeOn, on), {
    facts: () => [
      ...entries
        .filter(({ name }) => matchCondition(name, criterion.names, conditions) !== 'not-met')
        .map(factOfCondition),
      ...completeFact(list?.completeOn),
    ],
    missing: () =>
      found.answer === 'unknown'
        ? entries
            .filter((one) => judge(one, criterion, conditions, on).answer === 'unknown')
            .map(({ name }) => askAbout(name))
        : [askConditions],
    change: possible('With treatment, or if it comes up.'),
    turns: criterion.withinDays !== undefined,
  });
};

export const factOfCondition = ({ name, state, grade, since, endedOn }: Condition): UsedFact =>
  fact(
    name,
    [state, grade === undefined ? undefined : `grade ${String(grade)}`]
      .filter((word) => word !== undefined)
      .join(', '),
    endedOn ?? since,
  );

export const completeFact = (completeOn: string | undefined): readonly UsedFact[] =>
  completeOn === undefined ? [] : [fact('Other diseases taken whole', undefined, completeOn)];

export const askConditions: Question = {
  key: 'ask:conditions',
  effort: 'ask',
  text: 'Other diseases, as a complete list',
};

export const askAbout = (name: string): Question => ({
  key: `ask:condition:${name}`,
  effort: 'ask',
  text: `More about ${name}: exactly which disease, its state, grade and dates`,
});

function judge(condition: Condition, criterion: ConditionCriterion, table: ConditionTable, on: Day): Timed {
  const { names, states, gradeAtLeast, withinDays } = criterion;
  const meant = matchCondition(condition.name, names, table);
  if (meant === 'not-met') return always('not-met');
  return allTimed([
    always(meant),
    begunBy(condition, on),
    always(states === undefined || states.includes(condition.state) ? 'met' : 'not-met'),
    always(
      gradeAtLeast === undefined
        ? 'met'
        : condition.grade === undefined
          ? 'unknown'
          : condition.grade >= gradeAtLeast
            ? 'met'
            : 'not-met',
    ),
    withinDays === undefined ? always('met') : within(condition, withinDays, on),
  ]);
}

/** What began later is not there yet; a month or year may still be to come. */
export function begunBy({ since }: Condition, on: Day): Timed {
  if (since === undefined) return always('met');
  const { first, last } = rangeOf(since);
  if (last <= on) return always('met');
  return first > on ? { answer: 'not-met', until: first - 1 } : { answer: 'unknown', until: last - 1 };
}

function within({ state, since, endedOn, kind }: Condition, days: number, on: Day): Timed {
  if (endedOn !== undefined) {
    const ended = happenedWithin(endedOn, days, on);
    return dayOfEnd(endedOn) > on ? { answer: 'met', until: on } : ended;
  }
  // An event is over when it has happened; a disease goes on until its end is recorded.
  if (kind === 'event' || state === 'resolved') return happenedWithin(since, days, on);
  return always('met');
}

const dayOfEnd = (date: string): Day => (date.length === 10 ? dayOf(date) : rangeOf(date).first);
