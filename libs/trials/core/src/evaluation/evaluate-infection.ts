import type { InfectiousAgent, InfectionStatus } from '@consilium/clinical';
import type { Day } from '../calendar.js';
import { answerLeaf, fact, possible } from './answer-leaf.js';
import { anyEntry, judgeNewest, newestOf, type Newest, type Timed } from './entries-in-time.js';
import type { Evaluate } from './evaluate-leaf.js';
import type { Question } from './question.js';

/**
 * Any of the infections by its newest result; tested and not found is not met, not tested or pending is open. A result
 * counts over an order that is open, and has no expiry: no general one is published.
 */
export const evaluateInfection: Evaluate<'infection'> = ({ agents, states }, patient, on) => {
  const all = patient.facts?.infections;
  const judge = (agent: InfectiousAgent, day: Day): Timed =>
    judgeNewest(resultsFor(agent, all, day), ({ state }) =>
      states.some((wanted) => wanted === state) ? 'met' : 'not-met',
    );
  return answerLeaf((day) => anyEntry(agents, (agent) => judge(agent, day)), on, {
    facts: () =>
      agents.flatMap((agent) =>
        resultsFor(agent, all, on).items.map((one) =>
          fact(`${agent} infection`, one.state, one.on, one.source),
        ),
      ),
    missing: () =>
      agents
        .filter((agent) => judge(agent, on).answer === 'unknown')
        .map((agent) => questionFor(agent, all, on)),
    change: possible('With treatment, or by another infection.'),
  });
};

const resultsFor = (
  agent: InfectiousAgent,
  all: readonly InfectionStatus[] | undefined,
  on: Day,
): Newest<InfectionStatus> =>
  newestOf(all, on, (one) => one.agent === agent && one.state !== 'pending' && one.state !== 'not-tested');

function questionFor(agent: InfectiousAgent, all: readonly InfectionStatus[] | undefined, on: Day): Question {
  const last = newestOf(all, on, (one) => one.agent === agent).items;
  const key = `lab:infection:${agent}`;
  if (last.some(({ state }) => state === 'pending'))
    return { key, effort: 'wait', text: `${agent} status (ordered)`, state: 'pending' };
  return resultsFor(agent, all, on).items.length === 0
    ? { key, effort: 'lab', text: `${agent} status`, state: 'not-tested' }
    : { key, effort: 'lab', text: `${agent} status (results of one day contradict each other)` };
}
