import type { NamedAllele, Pharmacogene, PharmacogeneTable } from '@consilium/knowledge-core';
import { phenotypeOfFunctions } from './assign-phenotype.js';
import type { VariantCounts } from './count-variant-copies.js';
import { concludeFrom, type PharmacogeneResult, type PossibleDiplotype } from './pharmacogene-result.js';

type StarGene = Exclude<Pharmacogene, 'DPYD' | 'CYP2D6' | 'G6PD'>;

/**
 * All pairs of named alleles that explain the counts; an unread position may hold anything. Without phase two readings can
 * remain, as *1/*3A and *3B/*3C for TPMT: both are listed, with the likelier one named and never chosen.
 */
export function callStarAlleles(
  gene: StarGene,
  table: PharmacogeneTable,
  { known, missing }: VariantCounts,
): PharmacogeneResult {
  const alleles = table.alleles.filter(({ variants }) => variants !== undefined);
  const pairs = alleles.flatMap((first, index) =>
    alleles.slice(index).map((second) => ({ first, second, diplotype: `${first.name}/${second.name}` })),
  );
  const fitting = pairs.filter((pair) =>
    [...known].every(([hgvs, copies]) => copiesOf(pair.first, hgvs) + copiesOf(pair.second, hgvs) === copies),
  );
  const read = ({ first, second, diplotype }: (typeof pairs)[number]): PossibleDiplotype => ({
    diplotype,
    phenotype: phenotypeOfFunctions(gene, first.function, second.function),
  });
  const likelier = fitting.filter(({ first, second }) => first.likelierInCis ?? second.likelierInCis);
  const only = missing.length === 0 && likelier.length === 1 ? likelier[0] : undefined;
  return concludeFrom(gene, {
    possible: fitting.map(read),
    ...(only === undefined ? {} : { mostLikely: read(only) }),
    incomplete: missing.length > 0,
    mayHideMore: missing.length > 0,
    reasons: explain(gene, fitting.length, missing, only?.diplotype),
    settledBy: [
      ...missing.map((hgvs) => `${gene} ${hgvs}`),
      ...(missing.length === 0 && fitting.length > 1 ? [`phase of the ${gene} variants`] : []),
      ...(gene === 'TPMT' ? ['TPMT activity in red cells (not after a transfusion)'] : []),
    ],
  });
}

const copiesOf = ({ variants = [] }: NamedAllele, hgvs: string): number => (variants.includes(hgvs) ? 1 : 0);

function explain(
  gene: StarGene,
  readings: number,
  missing: readonly string[],
  likelier: string | undefined,
): readonly string[] {
  if (readings === 0) return [`${gene}: no pair of known alleles explains the variants that were found.`];
  const reasons: string[] = [];
  if (missing.length > 0) {
    reasons.push(`${gene}: not covered, and so not excluded: ${missing.join(', ')}.`);
  } else if (readings > 1) {
    reasons.push(`${gene}: the phase is not known, and ${String(readings)} readings remain.`);
  }
  if (likelier !== undefined && readings > 1) {
    reasons.push(`${gene}: ${likelier} is the likelier one; the variants are mostly inherited together.`);
  }
  return reasons;
}
