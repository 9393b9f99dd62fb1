import type { Criterion, UnstructuredCriterion } from '../../language/criterion.js';
import { isMapping, placed } from './read-members.js';
import type { Reading } from './reading.js';

type List = UnstructuredCriterion['unstructured']['list'];

const heading = /^(?:exclude\s*-\s*)?\W*(inclusion|exclusion)\s+criteria\W*$/i;

/**
 * Requirements that a source gives as text, each kept exactly as it stands. `Exclude - ` before a line and headings are
 * the convention of nct2ctml; a heading says which list follows and is no requirement itself.
 */
export function readFreeText(value: unknown, place: string, reading: Reading): readonly Criterion[] {
  let list: List = 'not-stated';
  return placed(value, place).flatMap((item): readonly Criterion[] => {
    const text = textOf(item.value);
    if (text === undefined) {
      reading.refuse('WRONG_TYPE', item.place, 'A requirement is no text.', 'Give a list of texts.');
      return [];
    }
    const [, named] = heading.exec(text) ?? [];
    if (named !== undefined) {
      list = named.toLowerCase() === 'inclusion' ? 'inclusion' : 'exclusion';
      return [];
    }
    if (text.trim() === '') return [];
    const where: List = /^exclude\s*-/i.test(text) ? 'exclusion' : list;
    return [{ unstructured: { text, list: where }, text }];
  });
}

/** CTIMS wraps each text: `{additional_criteria_requirement_name: …}`. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (!isMapping(value)) return undefined;
  const entries = Object.entries(value);
  const [entry] = entries;
  const [key, text] = entry ?? [];
  return entries.length === 1 && key === 'additional_criteria_requirement_name' && typeof text === 'string'
    ? text
    : undefined;
}
