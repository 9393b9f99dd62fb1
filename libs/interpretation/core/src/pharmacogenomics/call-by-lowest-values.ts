import type { NamedAllele, PharmacogeneTable } from '@consilium/knowledge-core';
import { phenotypeOfScore } from './assign-phenotype.js';
import type { VariantCounts } from './count-variant-copies.js';
import { concludeFrom, type PharmacogeneResult, type PossibleDiplotype } from './pharmacogene-result.js';

/**
 * DPYD: the score is the sum of the two lowest allele values, whatever the phase (CPIC, PMID 29152729). Alleles that were
 * not covered could lower it further, never raise it; for each score that remains one example is given. HapB3 is known by
 * its intronic variant only: its exonic companion points to it and excludes nothing.
 */
export function callByLowestValues(
  table: PharmacogeneTable,
  { known, missing }: VariantCounts,
): PharmacogeneResult {
  const found = table.alleles.flatMap((allele) => {
    const copies = known.get(definingVariant(allele) ?? '') ?? 0;
    return Array.from({ length: copies }, () => allele);
  });
  const open = table.alleles.filter((allele) => missing.includes(definingVariant(allele) ?? ''));
  const matter = open.filter(({ value = 0 }) => value < 1);
  const extras: readonly (readonly NamedAllele[])[] = [
    [],
    ...matter.map((one) => [one]),
    ...matter.flatMap((one, index) => matter.slice(index).map((other) => [one, other])),
  ];
  const byScore = new Map<number, PossibleDiplotype>();
  for (const extra of extras) {
    const reading = lowestTwo(table, [...found, ...extra]);
    if (!byScore.has(reading.score)) byScore.set(reading.score, reading);
  }
  const proxies = table.alleles.flatMap(({ name, proxies: stand = [] }) =>
    stand
      .filter((hgvs) => (known.get(hgvs) ?? 0) > 0 && open.some((allele) => allele.name === name))
      .map(
        (hgvs) =>
          `DPYD: ${hgvs} was found, which nearly always comes with ${name}; that one was not covered.`,
      ),
  );
  return concludeFrom('DPYD', {
    possible: [...byScore.values()],
    incomplete: matter.length > 0,
    reasons: [...crowd(found), ...proxies, ...(matter.length > 0 ? [notExcluded(matter)] : [])],
    settledBy: matter.map(({ name }) => `DPYD ${name}`),
  });
}

const definingVariant = ({ variants = [] }: NamedAllele): string | undefined => variants[0];

/** The pair that counts, named in the order of the table. */
export function lowestTwo(
  table: PharmacogeneTable,
  carried: readonly NamedAllele[],
): PossibleDiplotype & { readonly score: number } {
  const reference = table.alleles.find(({ name }) => name === table.referenceAllele);
  const filled = reference === undefined ? carried : [...carried, reference, reference];
  const place = (allele: NamedAllele): number => table.alleles.indexOf(allele);
  const pair = [...filled]
    // Among equals a variant is named before the reference.
    .sort((a, b) => (a.value ?? 0) - (b.value ?? 0) || place(b) - place(a))
    .slice(0, 2);
  const score = pair.reduce((sum, { value = 0 }) => sum + value, 0);
  const diplotype = [...pair]
    .sort((a, b) => place(a) - place(b))
    .map(({ name }) => name)
    .join('/');
  return { diplotype, phenotype: phenotypeOfScore('DPYD', score), score };
}

const crowd = (found: readonly NamedAllele[]): readonly string[] =>
  found.length > 2
    ? [
        `DPYD: more than two variants (${found.map(({ name }) => name).join(', ')}); the two lowest values count.`,
      ]
    : [];

const notExcluded = (alleles: readonly NamedAllele[]): string =>
  `DPYD: not covered, and so not excluded: ${alleles.map(({ name }) => name).join(', ')}.`;
