import type { ClinicalFacts, TumourTypeTree } from '@consilium/clinical';
import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import { checkAgreement, checkDuplicates } from './check-agreement.js';
import { checkDates } from './check-dates.js';
import { checkMeasurements, checkPerformance } from './check-measurements.js';
import { checkTumourTypes } from './check-tumour-types.js';
import { normaliseNames } from './normalise-names.js';

export interface FactsContext {
  readonly tumourTypes: TumourTypeTree;
  readonly now: Date;
  /** The generic name of a drug; an unknown name stays itself. */
  readonly genericName: (drug: string) => string;
}

/** More at once help nobody. */
const mostProblems = 100;

/**
 * Checks what facts mean, after their shape was checked, and writes their names as the product does. Every contradiction
 * is named at once, each by JSON pointer; facts with any of them are refused whole.
 */
export function checkClinicalFacts(
  facts: ClinicalFacts,
  { tumourTypes, now, genericName }: FactsContext,
): Result<ClinicalFacts, readonly Problem[]> {
  // Two names of one drug are one, so names come first.
  const named = normaliseNames(facts, genericName);
  const problems = [
    ...checkDates(named, now),
    ...checkTumourTypes(named, tumourTypes),
    ...checkPerformance(named),
    ...checkMeasurements(named),
    ...checkAgreement(named),
    ...checkDuplicates(named),
  ];
  if (problems.length > 0) return fail(problems.slice(0, mostProblems));
  return succeed({ ...named, recordedAt: new Date(named.recordedAt).toISOString() });
}
