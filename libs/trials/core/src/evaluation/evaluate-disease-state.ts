import type { Answer, ReceptorStatus } from '@consilium/clinical';
import type { ReceptorCriterion } from '../language/clinical-criterion.js';
import { answerLeaf, fact, possible } from './answer-leaf.js';
import { judgeNewest, known, newestOf, statedBy } from './entries-in-time.js';
import type { Evaluate } from './evaluate-leaf.js';

/** As last stated; by other criteria than asked for, it leaves the answer open. */
export const evaluateMeasurableDisease: Evaluate<'measurableDisease'> = ({ criteria }, patient, on) => {
  const stated = patient.facts?.measurableDisease;
  const answerFor = (one: typeof stated): Answer =>
    one === undefined || (criteria !== undefined && one.criteria !== undefined && one.criteria !== criteria)
      ? 'unknown'
      : one.value
        ? 'met'
        : 'not-met';
  return answerLeaf((day) => statedBy(stated, day, answerFor), on, {
    facts: () => {
      const one = known(stated, on);
      return one === undefined
        ? []
        : [
            fact(
              `Measurable disease${one.criteria === undefined ? '' : ` by ${one.criteria}`}`,
              one.value ? 'yes' : 'no',
              one.on,
              one.source,
            ),
          ];
    },
    missing: () => [
      {
        key: `imaging:measurable${criteria === undefined ? '' : `:${criteria}`}`,
        effort: 'imaging',
        text: `Whether there is a measurable lesion${criteria === undefined ? '' : ` by ${criteria}`}`,
      },
    ],
    change: possible('With the course of the disease.'),
  });
};

const isResult = ({ state }: ReceptorStatus): boolean => state !== 'pending' && state !== 'not-tested';

/**
 * The newest result. `positive` and `low` are different answers, as pathology reports them; `equivocal` is none yet:
 * HER2 2+ by immunohistochemistry wants in-situ hybridisation (ASCO/CAP 2018), so it settles only who asks for it.
 */
export const evaluateReceptor: Evaluate<'receptor'> = ({ receptor, states }, patient, on) => {
  const all = patient.facts?.receptors;
  const newest = newestOf(all, on, (one) => one.receptor === receptor && isResult(one));
  return answerLeaf(
    (day) =>
      judgeNewest(
        day === on ? newest : newestOf(all, day, (one) => one.receptor === receptor && isResult(one)),
        ({ state }) => answerFor(state, states),
      ),
    on,
    {
      facts: () => newest.items.map((one) => fact(receptor, one.state, one.on, one.source)),
      missing: () => {
        const last = newestOf(all, on, (one) => one.receptor === receptor);
        const state = last.items.some((one) => one.state === 'pending')
          ? 'pending'
          : newest.items.length === 0
            ? 'not-tested'
            : undefined;
        return [
          {
            key: `receptor:${receptor}`,
            effort: state === 'pending' ? 'wait' : 'stain',
            text: `${receptor} status`,
            ...(state === undefined ? {} : { state }),
          },
        ];
      },
      change: possible('Another biopsy may differ.'),
    },
  );
};

const answerFor = (state: ReceptorStatus['state'], states: ReceptorCriterion['states']): Answer =>
  states.some((wanted) => wanted === state) ? 'met' : state === 'equivocal' ? 'unknown' : 'not-met';

/** As last estimated by the treating physician. */
export const evaluateLifeExpectancy: Evaluate<'lifeExpectancy'> = ({ atLeastWeeks }, patient, on) => {
  const stated = patient.facts?.lifeExpectancyWeeks;
  const judge = (one: typeof stated): Answer =>
    one === undefined ? 'unknown' : one.value >= atLeastWeeks ? 'met' : 'not-met';
  return answerLeaf((day) => statedBy(stated, day, judge), on, {
    facts: () => {
      const one = known(stated, on);
      return one === undefined
        ? []
        : [fact('Life expectancy', `${String(one.value)} weeks`, one.on, one.source)];
    },
    missing: () => [{ key: 'ask:life-expectancy', effort: 'ask', text: 'Estimated life expectancy' }],
    change: possible('With the course of the disease.'),
  });
};
