import type { Answer } from '@consilium/clinical';
import type { ConditionTable } from './read-conditions.js';

const kept = new WeakMap<ConditionTable, WeakMap<readonly string[], Map<string, Answer>>>();
const mostKept = 10_000;

/**
 * Whether a recorded disease is one of those named: by its name or a broader one. A broader one recorded may be the one
 * that is meant, and a name the table does not hold may be any: both stay open.
 */
export function matchCondition(recorded: string, names: readonly string[], table: ConditionTable): Answer {
  let ofTable = kept.get(table);
  if (ofTable === undefined) kept.set(table, (ofTable = new WeakMap()));
  let answers = ofTable.get(names);
  if (answers === undefined) ofTable.set(names, (answers = new Map<string, Answer>()));
  let answer = answers.get(recorded);
  if (answer === undefined) {
    if (answers.size >= mostKept) answers.clear();
    answers.set(recorded, (answer = match(recorded, names, table)));
  }
  return answer;
}

function match(recorded: string, names: readonly string[], table: ConditionTable): Answer {
  const wanted = names.map((name) => table.namesOf(name) ?? new Set([name.toLowerCase()]));
  const own = table.namesOf(recorded);
  const [first = recorded.toLowerCase()] = own ?? [];
  if (wanted.some(([name = '']) => name === first || own?.has(name) === true)) return 'met';
  if (own === undefined) return 'unknown';
  return wanted.some((wider) => wider.has(first)) ? 'unknown' : 'not-met';
}
