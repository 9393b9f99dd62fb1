import type { InteractionRole, InteractionTables, Phenotype } from '@consilium/knowledge-core';
import { phenotypeOfScore } from './assign-phenotype.js';
import { knownRoles } from './find-interactions.js';
import { concludeFrom, type PharmacogeneResult, type PossibleDiplotype } from './pharmacogene-result.js';

/**
 * The phenotype under the patient's medication. CYP2D6: a strong inhibitor multiplies the score by 0, a moderate one by
 * 0.5; the strongest counts (CPIC, PMID 33387367). CYP2C19: with a strong inhibitor as a poor metaboliser; weaker ones
 * and inducers have no agreed conversion and change nothing. Other genes are returned as they are.
 */
export function phenoconvert(
  result: PharmacogeneResult,
  medication: readonly string[],
  tables: InteractionTables,
): PharmacogeneResult {
  const { gene } = result;
  if (gene === 'CYP2D6') {
    const strong = takersOf('CYP2D6-strong-inhibitor', medication, tables);
    const moderate = takersOf('CYP2D6-moderate-inhibitor', medication, tables);
    if (strong.length > 0) return convert(result, strong, 'strong', (one) => byFactor(one, 0));
    return moderate.length > 0 ? convert(result, moderate, 'moderate', (one) => byFactor(one, 0.5)) : result;
  }
  if (gene !== 'CYP2C19') return result;
  const strong = takersOf('CYP2C19-strong-inhibitor', medication, tables);
  const poor: Phenotype = 'Poor Metabolizer';
  return strong.length > 0
    ? convert(result, strong, 'strong', (one) => ({ ...one, phenotype: poor }))
    : result;
}

const takersOf = (
  role: InteractionRole,
  medication: readonly string[],
  tables: InteractionTables,
): readonly string[] =>
  [...new Set(medication)].filter((name) => knownRoles(name, tables)?.roles.includes(role)).sort();

/** An allele without a value has no score to lower, yet a strong inhibitor leaves no activity of any. */
function byFactor(reading: PossibleDiplotype, factor: 0 | 0.5): PossibleDiplotype {
  const score = factor === 0 ? 0 : reading.score === undefined ? undefined : reading.score * factor;
  return score === undefined ? reading : { ...reading, score, phenotype: phenotypeOfScore('CYP2D6', score) };
}

function convert(
  result: PharmacogeneResult,
  by: readonly string[],
  strength: 'strong' | 'moderate',
  change: (reading: PossibleDiplotype) => PossibleDiplotype,
): PharmacogeneResult {
  const { gene, possible, mostLikely, state, phenotype, score } = result;
  if (possible.length === 0) return result;
  const converted = concludeFrom(gene, {
    ...result,
    possible: possible.map(change),
    ...(mostLikely === undefined ? {} : { mostLikely: change(mostLikely) }),
    incomplete: state === 'indeterminate',
  });
  const before = score === undefined ? phenotype : `${phenotype} (score ${String(score)})`;
  const after =
    converted.score === undefined
      ? converted.phenotype
      : `${converted.phenotype} (score ${String(converted.score)})`;
  const reason = `${gene}: with ${by.join(' and ')} (${strength} inhibitor) ${before} becomes ${after}.`;
  return { ...converted, reasons: [...converted.reasons, reason] };
}
