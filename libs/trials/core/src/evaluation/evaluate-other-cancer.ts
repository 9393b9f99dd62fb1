import type { OtherCancer } from '@consilium/clinical';
import { addYears, dateOf, type Day } from '../calendar.js';
import type { OtherCancerCriterion } from '../language/clinical-criterion.js';
import { answerLeaf, fact, possible } from './answer-leaf.js';
import { otherCancersOf, type DatedCancer } from './dated-history.js';
import { always, and, anyEntry, begunBy, closedBy, type Timed } from './entries-in-time.js';
import type { Evaluate } from './evaluate-leaf.js';
import type { UsedFact } from './judged.js';
import { matchCondition } from './match-condition.js';
import type { Question } from './question.js';
import type { ConditionTable } from './read-conditions.js';

/**
 * Whether there is (was) another malignancy, the exceptions aside. With `withinYears`: one that is active, or free of
 * disease for less than that. That there is none is believed of a list taken whole.
 */
export const evaluateOtherCancer: Evaluate<'otherCancer'> = (criterion, patient, on, { conditions }) => {
  const { entries, completeOn } = otherCancersOf(patient.facts);
  const found = (day: Day): Timed => anyEntry(entries, (one) => judge(one, criterion, conditions, day));
  const isWhole = completeOn !== undefined && completeOn <= on;
  return answerLeaf((day) => closedBy(found(day), completeOn, day), on, {
    facts: () => [
      ...entries.filter(({ diagnosed }) => diagnosed.first <= on).map(({ entry }) => factOf(entry)),
      ...(isWhole ? [fact('Other malignancies taken whole', undefined, dateOf(completeOn))] : []),
    ],
    missing: () => [
      ...questionsFor(entries.filter((one) => judge(one, criterion, conditions, on).answer === 'unknown')),
      ...(isWhole
        ? []
        : [
            {
              key: 'ask:other-cancers',
              effort: 'ask',
              text: 'Other malignancies, as a complete list',
            } as const,
          ]),
    ],
    change: possible('With time free of disease, or if one comes up.'),
  });
};

const factOf = ({ name, state, diagnosedOn, diseaseFreeSince }: OtherCancer): UsedFact =>
  fact(
    name,
    diseaseFreeSince === undefined ? state : `${state}, free of disease since ${diseaseFreeSince}`,
    diagnosedOn,
  );

const questionsFor = (unclear: readonly DatedCancer[]): readonly Question[] =>
  [...new Set(unclear.map(({ entry }) => entry.name))].sort().map((name) => ({
    key: `ask:other-cancer:${name}`,
    effort: 'ask',
    text: `More about ${name}: exactly which malignancy, and since when free of disease`,
  }));

function judge(cancer: DatedCancer, criterion: OtherCancerCriterion, table: ConditionTable, on: Day): Timed {
  const { except, states, withinYears } = criterion;
  let answer = begunBy(cancer.diagnosed, on);
  if (except !== undefined && except.length > 0) {
    const excepted = matchCondition(cancer.entry.name, except, table);
    if (excepted === 'met') return always('not-met');
    if (excepted === 'unknown') answer = and(answer, always(excepted));
  }
  if (states !== undefined) answer = and(answer, judgeState(cancer, states, on));
  return withinYears === undefined ? answer : and(answer, freeForLess(cancer, withinYears, on));
}

/** What is free of disease only later is not yet; what it is until then, the record does not say. */
function judgeState(
  { entry: { state }, free }: DatedCancer,
  states: NonNullable<OtherCancerCriterion['states']>,
  on: Day,
): Timed {
  if (state !== 'active') {
    const { answer, until } = begunBy(free, on);
    if (answer !== 'met') return { answer: 'unknown', until };
  }
  return always(states.includes(state) ? 'met' : 'not-met');
}

function freeForLess({ entry: { state }, free }: DatedCancer, years: number, on: Day): Timed {
  if (state === 'active') return always('met');
  const first = yearsAfter(free.first, years);
  if (on < first) return { answer: 'met', until: first - 1 };
  const last = yearsAfter(free.last, years);
  return on >= last ? always('not-met') : { answer: 'unknown', until: last - 1 };
}

const yearsAfter = (day: Day, years: number): Day => (Number.isFinite(day) ? addYears(day, years) : day);
