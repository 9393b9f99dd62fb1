import { assertUnreachable } from '@consilium/kernel';
import type { ReportedPharmacogene } from '@consilium/clinical';
import type { NamedAllele, PharmacogeneTable } from '@consilium/knowledge-core';
import { phenotypeOfFunctions, phenotypeOfG6pd } from './assign-phenotype.js';
import { lowestTwo } from './call-by-lowest-values.js';
import { concludeFrom, withoutResult, type PharmacogeneResult } from './pharmacogene-result.js';
import { readCyp2d6 } from './read-cyp2d6.js';

export type Sex = 'female' | 'male';

/** A laboratory's own result, of which `pending` is one more state than a report carries. */
export interface ReportedResult {
  readonly state: ReportedPharmacogene['state'] | 'pending';
  readonly diplotype?: string;
  /** Needed for G6PD, which men carry once. */
  readonly sex?: Sex;
}

/**
 * The phenotype of a diplotype as reported, in any order: `*3A/*1`, `c.2846A>T/Reference`, `*1x2/*4`, `A-` for a man's
 * G6PD. An allele the table does not know leaves the phenotype open.
 */
export function readReportedDiplotype(
  table: PharmacogeneTable,
  { state, diplotype = '', sex }: ReportedResult,
): PharmacogeneResult {
  const { gene } = table;
  const test = [`${gene} genotype`];
  switch (state) {
    case 'not-tested':
      return withoutResult(gene, state, [`${gene} was not tested.`], test);
    case 'pending':
      return withoutResult(gene, state, [`${gene}: the result is pending.`], [`the pending ${gene} result`]);
    case 'failed':
      return withoutResult(gene, state, [`${gene}: the test failed.`], [`a repeat of the ${gene} test`]);
    case 'indeterminate':
      return withoutResult(gene, state, [`${gene}: the laboratory could not determine it.`], test);
    case 'called':
      return readAlleles(table, diplotype, sex);
    default:
      return assertUnreachable(state);
  }
}

function readAlleles(table: PharmacogeneTable, text: string, sex: Sex | undefined): PharmacogeneResult {
  const { gene } = table;
  if (gene === 'CYP2D6') return readCyp2d6(table, text);
  const strands = strandsOf(table, text);
  const names = strands.flat();
  const unknown = names.filter((name) => find(table, name) === undefined);
  const wrongNumber = gene === 'G6PD' ? g6pdNumber(strands.length, sex) : pairOf(strands.length);
  if (text.trim() === '' || unknown.length > 0 || wrongNumber !== undefined) {
    const reason =
      unknown.length > 0
        ? `the table does not know ${unknown.join(' and ')}`
        : (wrongNumber ?? 'no allele is given');
    return withoutResult(gene, 'indeterminate', [`${gene} «${text}»: ${reason}.`], [`${gene} diplotype`]);
  }
  const alleles = strands.map((strand) => governing(strand.flatMap((name) => find(table, name) ?? [])));
  const carried = alleles.flatMap((allele) => allele ?? []);
  const sorted = [...carried].sort((a, b) => table.alleles.indexOf(a) - table.alleles.indexOf(b));
  const diplotype = sorted.map(({ name }) => name).join('/');
  const functions = sorted.map((allele) => allele.function);
  const [first = 'unknown', second = 'unknown'] = functions;
  const reading =
    gene === 'DPYD'
      ? lowestTwo(table, carried)
      : gene === 'G6PD'
        ? { diplotype, phenotype: phenotypeOfG6pd(functions) }
        : { diplotype, phenotype: phenotypeOfFunctions(gene, first, second) };
  return concludeFrom(gene, {
    possible: [reading],
    incomplete: false,
    reasons: byProxy(table, names),
    settledBy: [],
  });
}

/** Alleles of each chromosome; `+` joins what lies on the same one, unless the whole is a name of the table. */
function strandsOf(table: PharmacogeneTable, text: string): readonly (readonly string[])[] {
  return text
    .replace(/[[\]]/g, '')
    .split('/')
    .map((strand) => strand.trim())
    .filter((strand) => strand !== '')
    .map((strand) =>
      find(table, strand) === undefined
        ? strand.split(/\s*\+\s*(?=\*|c\.)/).map((one) => one.trim())
        : [strand],
    );
}

function find(table: PharmacogeneTable, text: string): NamedAllele | undefined {
  const wanted = plain(text);
  const named = table.alleles.find(({ name, aliases = [] }) =>
    [name, ...aliases].some((one) => plain(one) === wanted),
  );
  return named ?? table.alleles.find(({ proxies = [] }) => proxies.some((one) => plain(one) === wanted));
}

const plain = (name: string): string => name.replace(/\s+/g, '').toLowerCase();

/** Of several variants on one chromosome the weakest decides. */
const governing = (alleles: readonly NamedAllele[]): NamedAllele | undefined =>
  [...alleles].sort((a, b) => (a.value ?? 0) - (b.value ?? 0))[0];

const byProxy = (table: PharmacogeneTable, names: readonly string[]): readonly string[] =>
  table.alleles.flatMap(({ name, proxies = [] }) =>
    proxies
      .filter((proxy) => names.some((one) => plain(one) === plain(proxy)))
      .map(
        (proxy) =>
          `${table.gene}: ${proxy} is reported and taken for ${name}, with which it nearly always comes.`,
      ),
  );

const pairOf = (count: number): string | undefined =>
  count < 2 ? 'two alleles are needed' : count > 2 ? 'more than two chromosomes are given' : undefined;

function g6pdNumber(count: number, sex: Sex | undefined): string | undefined {
  if (count > 2) return 'more than two alleles are given';
  if (count === 2) return sex === 'male' ? 'a man carries one allele, and two are given' : undefined;
  if (sex === 'male') return undefined;
  return sex === 'female' ? 'a woman carries two alleles' : 'one allele is given and the sex is not';
}
