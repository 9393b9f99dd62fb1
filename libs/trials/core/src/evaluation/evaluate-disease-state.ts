import { answerLeaf, fact, possible } from './answer-leaf.js';
import { always, isKnownBy, newestBy } from './entries-in-time.js';
import type { Evaluate } from './evaluate-leaf.js';

/** As last stated; by other criteria than asked for, it leaves the answer open. */
export const evaluateMeasurableDisease: Evaluate<'measurableDisease'> = ({ criteria }, patient, on) => {
  const stated = patient.facts?.measurableDisease;
  const known = stated !== undefined && isKnownBy(stated.on, on) ? stated : undefined;
  const comparable = criteria === undefined || known?.criteria === undefined || known.criteria === criteria;
  const answer = known === undefined || !comparable ? 'unknown' : known.value ? 'met' : 'not-met';
  return answerLeaf(always(answer), {
    facts: () =>
      known === undefined
        ? []
        : [
            fact(
              `Measurable disease${known.criteria === undefined ? '' : ` by ${known.criteria}`}`,
              known.value ? 'yes' : 'no',
              known.on,
              known.source,
            ),
          ],
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

/** The newest result that settles it; `positive` and `low` are different answers, as pathology reports them. */
export const evaluateReceptor: Evaluate<'receptor'> = ({ receptor, states }, patient, on) => {
  const all = patient.facts?.receptors ?? [];
  const newest = newestBy(
    all,
    on,
    (one) => one.receptor === receptor && one.state !== 'pending' && one.state !== 'not-tested',
  );
  const answer =
    newest === undefined ? 'unknown' : states.some((state) => state === newest.state) ? 'met' : 'not-met';
  return answerLeaf(always(answer), {
    facts: () => (newest === undefined ? [] : [fact(receptor, newest.state, newest.on, newest.source)]),
    missing: () => {
      const last = newestBy(all, on, (one) => one.receptor === receptor);
      const state = last?.state === 'pending' ? 'pending' : 'not-tested';
      return [{ key: `receptor:${receptor}`, effort: 'stain', text: `${receptor} status`, state }];
    },
    change: possible('Another biopsy may differ.'),
  });
};

/** As last estimated by the treating physician. */
export const evaluateLifeExpectancy: Evaluate<'lifeExpectancy'> = ({ atLeastWeeks }, patient, on) => {
  const stated = patient.facts?.lifeExpectancyWeeks;
  const known = stated !== undefined && isKnownBy(stated.on, on) ? stated : undefined;
  const answer = known === undefined ? 'unknown' : known.value >= atLeastWeeks ? 'met' : 'not-met';
  return answerLeaf(always(answer), {
    facts: () =>
      known === undefined
        ? []
        : [fact('Life expectancy', `${String(known.value)} weeks`, known.on, known.source)],
    missing: () => [{ key: 'ask:life-expectancy', effort: 'ask', text: 'Estimated life expectancy' }],
    change: possible('With the course of the disease.'),
  });
};
