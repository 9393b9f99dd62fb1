import type { Answer } from '@consilium/clinical';
import type { ConditionTable } from './read-conditions.js';

const kept = new WeakMap<ConditionTable, WeakMap<readonly string[], Map<string, Answer>>>();
const mostKept = 10_000;

/**
 * Whether a recorded disease is one of those named: by its name or a broader one. One that may be it, because some
 * disease is both, stays open, and so does any where the table does not hold the one name or the other.
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
  const own = table.narrowerOf(recorded);
  const bare = bareOf(recorded);
  let answer: Answer = 'not-met';
  for (const name of names) {
    const wanted = table.narrowerOf(name);
    if (own === undefined || wanted === undefined) {
      if (bareOf(name) === bare) return 'met';
      answer = 'unknown';
      continue;
    }
    let shared = 0;
    for (const narrow of own) if (wanted.has(narrow)) shared += 1;
    if (shared === own.size) return 'met';
    if (shared > 0) answer = 'unknown';
  }
  return answer;
}

const bareOf = (name: string): string => name.trim().toLowerCase();
