import type { Drug, TherapyPattern } from './evidence.js';

/**
 * Whether what is said of `pattern` holds for a regimen of `drugs`. Named drugs must all be in the regimen, which may
 * hold more; a class needs one drug of it, and none of `withoutClass`.
 *
 * A drug the catalogue does not know belongs to no class. So an unknown drug never lifts a resistance, but a resistance
 * to its class is not found either: callers must say that the drug is unknown.
 */
export function patternCovers(
  pattern: TherapyPattern,
  drugs: readonly string[],
  drugCatalogue: readonly Drug[],
): boolean {
  const regimen = new Set(drugs.map(genericName));
  if ('drugs' in pattern) {
    // A regimen that names no drug would otherwise be part of every other.
    return pattern.drugs.length > 0 && pattern.drugs.every((drug) => regimen.has(genericName(drug)));
  }
  const classes = new Set(
    drugCatalogue.filter(({ name }) => regimen.has(genericName(name))).flatMap((drug) => drug.classes),
  );
  return (
    classes.has(pattern.drugClass) &&
    (pattern.withoutClass === undefined || !classes.has(pattern.withoutClass))
  );
}

/** A capital letter or a stray space must not hide a resistance. */
const genericName = (name: string): string => name.trim().toLowerCase();
