import { normaliseChromosome, type GermlineGenotype } from '@consilium/clinical';
import type { PharmacogeneTable, PharmacogeneVariant } from '@consilium/knowledge-core';
import type { GermlineCalls } from './germline-calls.js';

export interface VariantCounts {
  /** Copies by `hgvs`, 0 to 2, of the variants whose position was read. */
  readonly known: ReadonlyMap<string, number>;
  /** Variants whose position was not read, by `hgvs`. */
  readonly missing: readonly string[];
  /** What contradicts itself or the build, or is no allele of the table: nothing may be called from such a file. */
  readonly problems: readonly string[];
}

/** How often each variant of a gene occurs in the calls. */
export function countVariantCopies(table: PharmacogeneTable, calls: GermlineCalls): VariantCounts {
  const known = new Map<string, number>();
  const missing: string[] = [];
  const problems = new Set<string>();
  const records = calls.positions
    .filter(({ chromosome }) => normaliseChromosome(chromosome) === table.chromosome)
    .map(readRecord);
  for (const variant of table.variants) {
    const position = calls.build === 'GRCh37' ? variant.grch37 : variant.grch38;
    const wanted = trim(position, variant.reference, variant.alternate);
    const here = records.filter((record) => touches(record, wanted.position));
    const place = `chr${table.chromosome}:${String(position)} (${variant.hgvs})`;
    if (here.some((record) => !fitsReference(record, position, variant.reference))) {
      problems.add(`At ${place} the reference differs from ${calls.build}: is the build right?`);
    }
    const read = here.filter(({ alleles }) => alleles.length > 0);
    if (read.length === 0) {
      missing.push(variant.hgvs);
      continue;
    }
    const copies = new Set(read.flatMap((record) => copiesIn(record, wanted)));
    const count = [...copies][0] ?? 0;
    const plainReference = read.some((record) => record.alternates.length === 0);
    if (copies.size > 1 || (plainReference && count > 0)) problems.add(`At ${place} the genotypes disagree.`);
    known.set(variant.hgvs, count);
  }
  for (const problem of strangers(table, calls, records)) problems.add(problem);
  return { known, missing, problems: [...problems].sort() };
}

interface Change {
  readonly position: number;
  readonly reference: string;
  readonly alternate: string;
}

interface Record {
  readonly position: number;
  readonly reference: string;
  readonly alternates: readonly Change[];
  /** Indices into reference and alternates; empty for `./.`. */
  readonly alleles: readonly number[];
}

const readRecord = ({ position, reference, alternate, genotype }: GermlineGenotype): Record => ({
  position,
  reference: reference.toUpperCase(),
  alternates: (alternate ?? '')
    .split(',')
    .filter((one) => one !== '' && one !== '.')
    .map((one) => trim(position, reference.toUpperCase(), one.toUpperCase())),
  alleles: genotype.includes('.') ? [] : genotype.split('/').map(Number),
});

/** The shortest form of a change: the same insertion in two notations is the same change. */
function trim(position: number, reference: string, alternate: string): Change {
  let [from, to, at] = [reference, alternate, position];
  while (from.length > 1 && to.length > 1 && from.endsWith(to.slice(-1))) {
    [from, to] = [from.slice(0, -1), to.slice(0, -1)];
  }
  while (from.length > 1 && to.length > 1 && from.startsWith(to.slice(0, 1))) {
    [from, to, at] = [from.slice(1), to.slice(1), at + 1];
  }
  return { position: at, reference: from, alternate: to };
}

const same = (a: Change, b: Change): boolean =>
  a.position === b.position && a.reference === b.reference && a.alternate === b.alternate;

const touches = ({ position, alternates }: Record, place: number): boolean =>
  position === place || alternates.some((one) => one.position === place);

const fitsReference = (record: Record, position: number, reference: string): boolean =>
  record.position !== position ||
  record.reference.startsWith(reference) ||
  reference.startsWith(record.reference);

/** Empty where the record does not speak of this change. */
const copiesIn = ({ alternates, alleles }: Record, wanted: Change): readonly number[] => {
  const index = alternates.findIndex((one) => same(one, wanted));
  return index < 0 ? [] : [alleles.filter((one) => one === index + 1).length];
};

/** An allele that was called at a defining position and that the table does not know. */
function strangers(
  { chromosome, variants }: PharmacogeneTable,
  { build }: GermlineCalls,
  records: readonly Record[],
): readonly string[] {
  const changes = variants.map((one: PharmacogeneVariant) =>
    trim(build === 'GRCh37' ? one.grch37 : one.grch38, one.reference, one.alternate),
  );
  return records.flatMap(({ alternates, alleles }) =>
    alternates.flatMap((found, index) =>
      alleles.includes(index + 1) &&
      changes.some(({ position }) => position === found.position) &&
      !changes.some((one) => same(one, found))
        ? [
            `At chr${chromosome}:${String(found.position)} an allele ${found.reference}>${found.alternate} was called that the table does not know.`,
          ]
        : [],
    ),
  );
}
