import type { ClinicalFacts, InfectiousAgent } from '@consilium/clinical';
import type { InfectionCriterion } from '../language/clinical-criterion.js';
import { answerLeaf, fact, possible } from './answer-leaf.js';
import { always, anyTimed, newestBy, type Timed } from './entries-in-time.js';
import type { Evaluate } from './evaluate-leaf.js';
import type { Day } from '../calendar.js';

/** Any of the infections by its newest result; tested and not found is not met, not tested or pending is open. */
export const evaluateInfection: Evaluate<'infection'> = (criterion, patient, on) => {
  const { agents } = criterion;
  return answerLeaf(anyTimed(agents.map((agent) => judge(agent, criterion, patient.facts, on))), {
    facts: () =>
      agents.flatMap((agent) => {
        const newest = newestFor(agent, patient.facts, on);
        return newest === undefined
          ? []
          : [fact(`${agent} infection`, newest.state, newest.on, newest.source)];
      }),
    missing: () =>
      agents
        .filter((agent) => judge(agent, criterion, patient.facts, on).answer === 'unknown')
        .map((agent) => {
          const pending = (patient.facts?.infections ?? []).some(
            (one) => one.agent === agent && one.state === 'pending',
          );
          return {
            key: `lab:infection:${agent}`,
            effort: pending ? 'wait' : 'lab',
            text: `${agent} status`,
            state: pending ? 'pending' : 'not-tested',
          } as const;
        }),
    change: possible('With treatment.'),
  });
};

/** A result counts over an order that is open. */
const newestFor = (agent: InfectiousAgent, facts: ClinicalFacts | undefined, on: Day) =>
  newestBy(
    facts?.infections ?? [],
    on,
    (one) => one.agent === agent && one.state !== 'pending' && one.state !== 'not-tested',
  );

function judge(
  agent: InfectiousAgent,
  { states }: InfectionCriterion,
  facts: ClinicalFacts | undefined,
  on: Day,
): Timed {
  const newest = newestFor(agent, facts, on);
  if (newest === undefined) return always('unknown');
  return always(states.some((state) => state === newest.state) ? 'met' : 'not-met');
}
