import type {
  DoseRecommendation,
  GeneCondition,
  Pharmacogene,
  PharmacogenomicTables,
} from '@consilium/knowledge-core';
import { plain } from './find-interactions.js';
import type { PossibleDiplotype } from './pharmacogene-result.js';

/** One reading of one gene. */
export interface GeneFinding extends PossibleDiplotype {
  readonly gene: Pharmacogene;
}

/**
 * What the guidelines say of a drug for these findings, each guideline for itself. A row is passed over where the same
 * issuer has one for the drug that asks for these conditions and more (intermediate in TPMT and NUDT15 both).
 */
export function findRecommendations(
  drug: string,
  findings: readonly GeneFinding[],
  { recommendations, sources }: PharmacogenomicTables,
): readonly DoseRecommendation[] {
  const issuerOf = (row: DoseRecommendation): string | undefined =>
    sources.find(({ key }) => key === row.source)?.issuer;
  const matching = recommendations.filter(
    (row) =>
      row.drugs.some((one) => plain(one) === plain(drug)) &&
      row.when.every((condition) => findings.some((finding) => holds(condition, finding))),
  );
  return matching.filter(
    (row) =>
      !matching.some(
        (other) =>
          other.when.length > row.when.length &&
          issuerOf(other) === issuerOf(row) &&
          row.when.every(({ gene }) => other.when.some((condition) => condition.gene === gene)),
      ),
  );
}

function holds({ gene, phenotypes, score, diplotypes }: GeneCondition, finding: GeneFinding): boolean {
  if (finding.gene !== gene) return false;
  if (phenotypes !== undefined && !phenotypes.includes(finding.phenotype)) return false;
  if (score !== undefined) {
    if (finding.score === undefined) return false;
    if (finding.score < score.atLeast || finding.score > score.atMost) return false;
  }
  return diplotypes === undefined || diplotypes.some((one) => sorted(one) === sorted(finding.diplotype));
}

/** Order has no meaning in a diplotype. */
const sorted = (diplotype: string): string => diplotype.split('/').sort().join('/');
