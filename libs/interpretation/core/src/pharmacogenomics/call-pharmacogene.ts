import { assertUnreachable } from '@consilium/kernel';
import type { PharmacogeneTable } from '@consilium/knowledge-core';
import { callByLowestValues } from './call-by-lowest-values.js';
import { callStarAlleles } from './call-star-alleles.js';
import { countVariantCopies } from './count-variant-copies.js';
import type { GermlineCalls } from './germline-calls.js';
import { withoutResult, type PharmacogeneResult } from './pharmacogene-result.js';

/**
 * Named alleles and phenotype of one gene from germline genotypes, by CPIC's tables. What was not covered stays open and
 * is listed; a tumour's own sequence is refused, since loss of an allele hides the inherited genotype.
 */
export function callPharmacogene(table: PharmacogeneTable, calls: GermlineCalls): PharmacogeneResult {
  const { gene } = table;
  const germlineTest = `${gene} genotype from blood, saliva or normal tissue`;
  if (calls.source === 'tumour') {
    return withoutResult(
      gene,
      'indeterminate',
      [`${gene}: a tumour is no germline sample; an allele may be lost in it (loss of heterozygosity).`],
      [germlineTest],
    );
  }
  if (!table.fromGenotypes) {
    return withoutResult(
      gene,
      'not-tested',
      [`${gene}: its alleles are not read from genotypes here; the laboratory's diplotype is needed.`],
      [`${gene} diplotype as a laboratory reports it`],
    );
  }
  const counts = countVariantCopies(table, calls);
  if (counts.problems.length > 0) {
    return withoutResult(gene, 'indeterminate', counts.problems, [germlineTest]);
  }
  if (counts.known.size === 0) {
    return withoutResult(gene, 'not-tested', [`${gene}: none of its positions was covered.`], [germlineTest]);
  }
  switch (gene) {
    case 'DPYD':
      return callByLowestValues(table, counts);
    case 'CYP2C19':
    case 'NUDT15':
    case 'TPMT':
    case 'UGT1A1':
      return callStarAlleles(gene, table, counts);
    case 'CYP2D6':
    case 'G6PD':
      return withoutResult(gene, 'not-tested', [`${gene} cannot be called from genotypes.`], [germlineTest]);
    default:
      return assertUnreachable(gene);
  }
}
