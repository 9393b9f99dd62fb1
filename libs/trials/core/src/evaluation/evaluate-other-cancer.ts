import type { OtherCancer } from '@consilium/clinical';
import { addYears, rangeOf, type Day } from '../calendar.js';
import type { OtherCancerCriterion } from '../language/clinical-criterion.js';
import { answerLeaf, fact, possible } from './answer-leaf.js';
import { allTimed, always, anyTimed, closedBy, type Timed } from './entries-in-time.js';
import type { Evaluate } from './evaluate-leaf.js';
import { matchCondition } from './match-condition.js';
import type { ConditionTable } from './read-conditions.js';

/**
 * Whether there is (was) another malignancy, the exceptions aside. With `withinYears`: one that is active, or free of
 * disease for less than that. That there is none is believed of a list taken whole.
 */
export const evaluateOtherCancer: Evaluate<'otherCancer'> = (criterion, patient, on, { conditions }) => {
  const list = patient.facts?.otherCancers;
  const entries = list?.entries ?? [];
  const found = anyTimed(entries.map((one) => judge(one, criterion, conditions, on)));
  return answerLeaf(closedBy(found, list?.completeOn, on), {
    facts: () => [
      ...entries.map(({ name, state, diseaseFreeSince }) =>
        fact(
          name,
          diseaseFreeSince === undefined ? state : `${state}, free of disease since ${diseaseFreeSince}`,
        ),
      ),
      ...(list?.completeOn === undefined
        ? []
        : [fact('Other malignancies taken whole', undefined, list.completeOn)]),
    ],
    missing: () =>
      found.answer === 'unknown'
        ? entries
            .filter((one) => judge(one, criterion, conditions, on).answer === 'unknown')
            .map(({ name }) => ({
              key: `ask:other-cancer:${name}`,
              effort: 'ask' as const,
              text: `More about ${name}: exactly which malignancy, and since when free of disease`,
            }))
        : [{ key: 'ask:other-cancers', effort: 'ask', text: 'Other malignancies, as a complete list' }],
    change: possible('With time free of disease.'),
    turns: criterion.withinYears !== undefined,
  });
};

function judge(cancer: OtherCancer, criterion: OtherCancerCriterion, table: ConditionTable, on: Day): Timed {
  const { except = [], states, withinYears } = criterion;
  const excepted = except.length === 0 ? 'not-met' : matchCondition(cancer.name, except, table);
  return allTimed([
    always(excepted === 'met' ? 'not-met' : excepted === 'not-met' ? 'met' : 'unknown'),
    always(states === undefined || states.includes(cancer.state) ? 'met' : 'not-met'),
    withinYears === undefined ? always('met') : freeForLess(cancer, withinYears, on),
  ]);
}

function freeForLess({ state, diseaseFreeSince }: OtherCancer, years: number, on: Day): Timed {
  if (state === 'active') return always('met');
  if (diseaseFreeSince === undefined) return always('unknown');
  const { first, last } = rangeOf(diseaseFreeSince);
  const [freeFirst, freeLast] = [addYears(first, years), addYears(last, years)];
  if (on < freeFirst) return { answer: 'met', until: freeFirst - 1 };
  return on >= freeLast ? always('not-met') : { answer: 'unknown', until: freeLast - 1 };
}
