import type { GenomeBuild, PharmacogeneTests } from '@consilium/clinical';
import type { Pharmacogene, PharmacogeneTable, PharmacogenomicTables } from '@consilium/knowledge-core';
import { callPharmacogene } from './call-pharmacogene.js';
import { withoutResult, type PharmacogeneResult, type PharmacogeneResults } from './pharmacogene-result.js';
import { readReportedDiplotype, type Sex } from './read-reported-diplotype.js';

/** Where the tests of a profile were made. */
export interface PharmacogeneSetting {
  readonly build: GenomeBuild;
  readonly sex?: Sex;
}

/**
 * Every pharmacogene of a profile. What the laboratory reports holds where its genotypes do not contradict it; where they
 * do, neither is chosen. Without a result a gene is `not-tested`.
 */
export function interpretPharmacogenes(
  tests: PharmacogeneTests,
  setting: PharmacogeneSetting,
  tables: PharmacogenomicTables,
): PharmacogeneResults {
  const results: Partial<Record<Pharmacogene, PharmacogeneResult>> = {};
  for (const table of tables.genes) results[table.gene] = interpretOne(table, tests, setting);
  return results;
}

function interpretOne(
  table: PharmacogeneTable,
  { source, reported, genotypes }: PharmacogeneTests,
  { build, sex }: PharmacogeneSetting,
): PharmacogeneResult {
  const { gene } = table;
  const own = reported.filter((one) => one.gene === gene);
  if (source === 'tumour' && (own.length > 0 || genotypes.length > 0)) {
    return callPharmacogene(table, { build, source, positions: [] });
  }
  const called = callPharmacogene(table, { build, source, positions: genotypes });
  const read = own.map((one) =>
    readReportedDiplotype(table, { ...one, ...(sex === undefined ? {} : { sex }) }),
  );
  // A report nobody can read is not outvoted by genotypes that look at a few places only.
  const unread = read.find((one) => one.state === 'indeterminate' && one.possible.length === 0);
  if (unread !== undefined) return unread;
  const results = [...read, called].filter(({ possible }) => possible.length > 0);
  const best = results[0];
  if (best === undefined) return read.find(({ state }) => state !== 'not-tested') ?? read[0] ?? called;
  // What leaves several readings open contradicts a result only where it excludes it.
  const phenotypes = best.possible.map(({ phenotype }) => phenotype);
  const contradicted = results.some(
    ({ possible }) => !possible.some(({ phenotype }) => phenotypes.includes(phenotype)),
  );
  return contradicted
    ? withoutResult(
        gene,
        'indeterminate',
        [
          `${gene}: results disagree (${results.map((one) => one.diplotype ?? one.phenotype).join(' against ')}).`,
        ],
        [`a repeat of the ${gene} genotype`],
      )
    : best;
}
