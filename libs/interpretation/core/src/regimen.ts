import type { TherapyPattern } from '@consilium/knowledge-core';
import { compareText } from './pattern-answer.js';

/** Generic names, lower case, each once, sorted; empty for a class. */
export const drugsOf = (therapy: TherapyPattern): readonly string[] =>
  'drugs' in therapy
    ? [...new Set(therapy.drugs.map((drug) => drug.trim().toLowerCase()))].sort(compareText)
    : [];

/** Equal for equal sets of drugs (or the same class), whatever the order in which they are written; a sequence has one. */
export function regimenKey(therapy: TherapyPattern): string {
  if ('drugs' in therapy) {
    if (therapy.given === 'in-sequence') return therapy.drugs.join(', then ');
    return drugsOf(therapy).join(therapy.given === 'as-alternatives' ? ' or ' : ' + ');
  }
  return therapy.withoutClass === undefined
    ? `any ${therapy.drugClass}`
    : `any ${therapy.drugClass} without ${therapy.withoutClass}`;
}
