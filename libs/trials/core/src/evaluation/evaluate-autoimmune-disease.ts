import type { Condition } from '@consilium/clinical';
import type { Day } from '../calendar.js';
import type { AutoimmuneCriterion } from '../language/clinical-criterion.js';
import { answerLeaf, possible } from './answer-leaf.js';
import { conditionsOf, type DatedCondition } from './dated-history.js';
import { always, and, anyEntry, begunBy, closedBy, lastedInto, type Timed } from './entries-in-time.js';
import { completeFact, factOfCondition, judgeState, questionsFor } from './evaluate-condition.js';
import type { Evaluate } from './evaluate-leaf.js';
import { matchCondition } from './match-condition.js';
import type { ConditionTable } from './read-conditions.js';

/** Whether an autoimmune disease other than the exceptions is recorded, by what the record or the table calls one. */
export const evaluateAutoimmuneDisease: Evaluate<'autoimmuneDisease'> = (
  criterion,
  patient,
  on,
  { conditions },
) => {
  const { entries, completeOn } = conditionsOf(patient.facts);
  const found = (day: Day): Timed => anyEntry(entries, (one) => judge(one, criterion, conditions, day));
  return answerLeaf((day) => closedBy(found(day), completeOn, day), on, {
    facts: () => [
      ...entries
        .filter(({ entry, since }) => since.first <= on && isAutoimmune(entry, conditions))
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

const isAutoimmune = ({ kind, name }: Condition, table: ConditionTable): boolean =>
  kind === 'autoimmune' || table.kindOf(name) === 'autoimmune';

function judge(
  { entry, since, end, treatmentEnd }: DatedCondition,
  { except, states, systemicTreatmentWithinDays }: AutoimmuneCriterion,
  table: ConditionTable,
  on: Day,
): Timed {
  if (!isAutoimmune(entry, table)) return always('not-met');
  let answer = begunBy(since, on);
  if (except !== undefined && except.length > 0) {
    const excepted = matchCondition(entry.name, except, table);
    if (excepted === 'met') return always('not-met');
    if (excepted === 'unknown') answer = and(answer, always(excepted));
  }
  if (states !== undefined) answer = and(answer, judgeState(entry, end.last, states, on));
  return systemicTreatmentWithinDays === undefined
    ? answer
    : and(answer, lastedInto(treatmentEnd, systemicTreatmentWithinDays, on));
}
