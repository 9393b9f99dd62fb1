import type { PharmacogeneTable } from '@consilium/knowledge-core';
import { phenotypeOfScore } from './assign-phenotype.js';
import {
  concludeFrom,
  withoutResult,
  type PharmacogeneResult,
  type PossibleDiplotype,
} from './pharmacogene-result.js';

/**
 * A CYP2D6 diplotype as reported: copies (`*1x2`, `*4xN`, `*2x≥3`) multiply an allele's value, and tandems
 * (`*36+*10`) add theirs. Where the number of copies is not stated, two and more are all possible.
 */
export function readCyp2d6(table: PharmacogeneTable, text: string): PharmacogeneResult {
  const strands = text
    .replace(/[()[\]\s]/g, '')
    .split('/')
    .filter((one) => one !== '')
    .sort();
  const values = strands.map((strand) => valuesOf(table, strand));
  const unknown = strands.filter((_, index) => values[index] === undefined);
  if (strands.length !== 2 || unknown.length > 0) {
    const reason =
      unknown.length > 0 ? `the table does not know ${unknown.join(' and ')}` : 'two alleles are needed';
    return withoutResult('CYP2D6', 'indeterminate', [`CYP2D6 «${text}»: ${reason}.`], ['CYP2D6 diplotype']);
  }
  const diplotype = strands.join('/');
  const [first = [], second = []] = values;
  if (first === 'without-value' || second === 'without-value') {
    return concludeFrom('CYP2D6', {
      possible: [{ diplotype, phenotype: 'Indeterminate' }],
      incomplete: false,
      reasons: ['CYP2D6: the function of an allele is uncertain or unknown.'],
      settledBy: [],
    });
  }
  const scores = new Set(first.flatMap((one) => second.map((other) => one + other)));
  const open = scores.size > 1;
  return concludeFrom('CYP2D6', {
    possible: [...scores].map((score): PossibleDiplotype => ({
      diplotype,
      phenotype: phenotypeOfScore('CYP2D6', score),
      score,
    })),
    incomplete: open,
    reasons: open ? ['CYP2D6: the number of copies is not stated.'] : [],
    settledBy: open ? ['CYP2D6 copy number'] : [],
  });
}

/** The values one chromosome may have; undefined for an allele the table does not know. */
function valuesOf(table: PharmacogeneTable, strand: string): readonly number[] | 'without-value' | undefined {
  let sums: readonly number[] = [0];
  for (const part of strand.split('+')) {
    const [, name = part, copies] = /^(.+?)(?:[x×](N|≥?\d+))?$/iu.exec(part) ?? [];
    const allele = table.alleles.find((one) => [one.name, ...(one.aliases ?? [])].includes(name));
    if (allele === undefined || copies === '0') return undefined;
    const { value } = allele;
    if (value === undefined) return 'without-value';
    sums = sums.flatMap((sum) => copyNumbers(copies).map((number) => sum + number * value));
  }
  return [...new Set(sums)];
}

/** Above three copies of a working allele nothing changes: two copies on one chromosome and one on the other are above 2.25. */
function copyNumbers(copies: string | undefined): readonly number[] {
  if (copies === undefined) return [1];
  if (copies.toUpperCase() === 'N') return [2, 3, 13];
  return copies.startsWith('≥') ? [Number(copies.slice(1)), 13] : [Number(copies)];
}
