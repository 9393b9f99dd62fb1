import type { Condition } from '@consilium/clinical';
import type { Day } from '../calendar.js';
import type { AutoimmuneCriterion } from '../language/clinical-criterion.js';
import { answerLeaf, possible } from './answer-leaf.js';
import { allTimed, always, anyTimed, closedBy, happenedWithin, type Timed } from './entries-in-time.js';
import { askAbout, askConditions, begunBy, completeFact, factOfCondition } from './evaluate-condition.js';
import type { Evaluate } from './evaluate-leaf.js';
import { matchCondition } from './match-condition.js';
import type { ConditionTable } from './read-conditions.js';

/** Whether an autoimmune disease other than the exceptions is recorded, by what the record or the table calls one. */
export const evaluateAutoimmuneDisease: Evaluate<'autoimmuneDisease'> = (
  criterion,
  patient,
  on,
  references,
) => {
  const { conditions } = references;
  const list = patient.facts?.conditions;
  const entries = list?.entries ?? [];
  const found = anyTimed(entries.map((one) => judge(one, criterion, conditions, on)));
  return answerLeaf(closedBy(found, list?.completeOn, on), {
    facts: () => [
      ...entries.filter((one) => isAutoimmune(one, conditions)).map(factOfCondition),
      ...completeFact(list?.completeOn),
    ],
    missing: () =>
      found.answer === 'unknown'
        ? entries
            .filter((one) => judge(one, criterion, conditions, on).answer === 'unknown')
            .map(({ name }) => askAbout(name))
        : [askConditions],
    change: possible('With treatment, or if it comes up.'),
    turns: criterion.systemicTreatmentWithinDays !== undefined,
  });
};

const isAutoimmune = ({ kind, name }: Condition, table: ConditionTable): boolean =>
  kind === 'autoimmune' || table.kindOf(name) === 'autoimmune';

function judge(condition: Condition, criterion: AutoimmuneCriterion, table: ConditionTable, on: Day): Timed {
  if (!isAutoimmune(condition, table)) return always('not-met');
  const { except = [], states, systemicTreatmentWithinDays } = criterion;
  const excepted = except.length === 0 ? 'not-met' : matchCondition(condition.name, except, table);
  return allTimed([
    begunBy(condition, on),
    always(excepted === 'met' ? 'not-met' : excepted === 'not-met' ? 'met' : 'unknown'),
    always(states === undefined || states.includes(condition.state) ? 'met' : 'not-met'),
    systemicTreatmentWithinDays === undefined
      ? always('met')
      : treatedWithin(condition, systemicTreatmentWithinDays, on),
  ]);
}

function treatedWithin(
  { systemicTreatment, systemicTreatmentEndedOn }: Condition,
  days: number,
  on: Day,
): Timed {
  if (systemicTreatment === 'current') return always('met');
  return systemicTreatment === 'never'
    ? always('not-met')
    : happenedWithin(systemicTreatmentEndedOn, days, on);
}
