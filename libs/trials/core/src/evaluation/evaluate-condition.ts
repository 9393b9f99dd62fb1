import type { Answer, Condition } from '@consilium/clinical';
import { dateOf, type Day } from '../calendar.js';
import type { ConditionCriterion } from '../language/clinical-criterion.js';
import { answerLeaf, fact, possible } from './answer-leaf.js';
import { conditionsOf, type DatedCondition } from './dated-history.js';
import { always, and, anyEntry, begunBy, closedBy, lastedInto, type Timed } from './entries-in-time.js';
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
  const { entries, completeOn } = conditionsOf(patient.facts);
  const found = (day: Day): Timed => anyEntry(entries, (one) => judge(one, criterion, conditions, day));
  return answerLeaf((day) => closedBy(found(day), completeOn, day), on, {
    facts: () => [
      ...entries
        .filter(
          ({ entry, since }) =>
            since.first <= on && matchCondition(entry.name, criterion.names, conditions) !== 'not-met',
        )
        .map(({ entry }) => factOfCondition(entry)),
      ...completeFact(completeOn, on),
    ],
    missing: () =>
      questionsFor(
        entries.filter((one) => judge(one, criterion, conditions, on).answer === 'unknown'),
        completeOn,
        on,
      ),
    change: possible('With treatment, or if it comes up.'),
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

export const completeFact = (completeOn: Day | undefined, on: Day): readonly UsedFact[] =>
  completeOn === undefined || completeOn > on
    ? []
    : [fact('Other diseases taken whole', undefined, dateOf(completeOn))];

/** What is unclear of what is recorded, and the whole list where it was never taken whole. */
export const questionsFor = (
  unclear: readonly DatedCondition[],
  completeOn: Day | undefined,
  on: Day,
): readonly Question[] => [
  ...[...new Set(unclear.map(({ entry }) => entry.name))].sort().map((name): Question => ({
    key: `ask:condition:${name}`,
    effort: 'ask',
    text: `More about ${name}: exactly which disease, its state, grade and dates`,
  })),
  ...(completeOn === undefined || completeOn > on
    ? [
        {
          key: 'ask:conditions',
          effort: 'ask',
          text: 'Other diseases, as a complete list',
        } as const,
      ]
    : []),
];

function judge(
  { entry, since, end }: DatedCondition,
  criterion: ConditionCriterion,
  table: ConditionTable,
  on: Day,
): Timed {
  const { states, gradeAtLeast, withinDays } = criterion;
  const meant = isMeant(entry, criterion, table);
  if (meant === 'not-met') return always(meant);
  let answer = and(always(meant), begunBy(since, on));
  if (states !== undefined) answer = and(answer, judgeState(entry, end.last, states, on));
  if (gradeAtLeast !== undefined) answer = and(answer, always(judgeGrade(entry, gradeAtLeast)));
  return withinDays === undefined ? answer : and(answer, lastedInto(end, withinDays, on));
}

/** By its name; what is recorded as controlled is not the uncontrolled form of it today. */
function isMeant(
  { name, state }: Condition,
  { names, withinDays }: ConditionCriterion,
  table: ConditionTable,
): Answer {
  const meant = matchCondition(name, names, table);
  return meant === 'unknown' && state === 'controlled' && withinDays === undefined
    ? matchCondition(name, steadyNamesOf(names), table)
    : meant;
}

const steadyNames = new WeakMap<readonly string[], readonly string[]>();

function steadyNamesOf(names: readonly string[]): readonly string[] {
  let steady = steadyNames.get(names);
  if (steady === undefined) {
    steady = names.filter((name) => !name.startsWith('uncontrolled '));
    steadyNames.set(names, steady.length === names.length ? names : steady);
  }
  return steady;
}

/** What resolves only later is not resolved yet; whether it is active or controlled until then, the record does not say. */
export function judgeState(
  { state }: Condition,
  lastEnd: Day,
  states: readonly Condition['state'][],
  on: Day,
): Timed {
  if (state === 'resolved' && lastEnd > on && lastEnd < Infinity)
    return { answer: 'unknown', until: lastEnd - 1 };
  return always(states.includes(state) ? 'met' : 'not-met');
}

const judgeGrade = ({ grade }: Condition, atLeast: number): Answer =>
  grade === undefined ? 'unknown' : grade >= atLeast ? 'met' : 'not-met';
