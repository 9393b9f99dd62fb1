import { assertUnreachable } from '@consilium/kernel';
import type { AlleleFunction, Pharmacogene, Phenotype } from '@consilium/knowledge-core';

/**
 * DPYD: 2 normal, 1 and 1.5 intermediate, 0 and 0.5 poor (CPIC, PMID 29152729). CYP2D6: 0 poor, up to 1 intermediate,
 * from 1.25 to 2.25 normal, above ultrarapid (CPIC and DPWG translation of 2019, PMID 31647186).
 */
export function phenotypeOfScore(gene: 'DPYD' | 'CYP2D6', score: number): Phenotype {
  if (gene === 'DPYD') {
    return score >= 2 ? 'Normal Metabolizer' : score >= 1 ? 'Intermediate Metabolizer' : 'Poor Metabolizer';
  }
  if (score > 2.25) return 'Ultrarapid Metabolizer';
  if (score >= 1.25) return 'Normal Metabolizer';
  return score > 0 ? 'Intermediate Metabolizer' : 'Poor Metabolizer';
}

/** The phenotype of two alleles by their function, as CPIC's diplotype tables have it; order has no meaning. */
export function phenotypeOfFunctions(
  gene: Exclude<Pharmacogene, 'DPYD' | 'CYP2D6' | 'G6PD'>,
  first: AlleleFunction,
  second: AlleleFunction,
): Phenotype {
  const count = (...sought: readonly AlleleFunction[]): number =>
    [first, second].filter((one) => sought.includes(one)).length;
  switch (gene) {
    case 'TPMT':
    case 'NUDT15':
      return thiopurineGene(count);
    case 'UGT1A1':
      return ugt1a1(count);
    case 'CYP2C19':
      return cyp2c19(count);
    default:
      return assertUnreachable(gene);
  }
}

type Count = (...sought: readonly AlleleFunction[]) => number;

/** PMID 30447069, table 1; NUDT15*9 of 2019. */
function thiopurineGene(count: Count): Phenotype {
  if (count('no') === 2) return 'Poor Metabolizer';
  if (count('normal') === 2) return 'Normal Metabolizer';
  if (count('no') === 1 && count('normal') === 1) return 'Intermediate Metabolizer';
  // One copy is lost for certain and the other may be.
  return count('no') === 1 && count('uncertain', 'unknown') === 1
    ? 'Possible Intermediate Metabolizer'
    : 'Indeterminate';
}

/** PMID 26417955 (CPIC) and 36443464 (DPWG): two of the decreased alleles are poor. */
function ugt1a1(count: Count): Phenotype {
  const fair = count('normal', 'increased');
  const low = count('decreased', 'no');
  if (fair + low < 2) return 'Indeterminate';
  return low === 2 ? 'Poor Metabolizer' : low === 1 ? 'Intermediate Metabolizer' : 'Normal Metabolizer';
}

/** PMID 35034351, table 1. */
function cyp2c19(count: Count): Phenotype {
  const no = count('no');
  const decreased = count('decreased');
  const increased = count('increased');
  if (no + decreased + increased + count('normal') < 2) return 'Indeterminate';
  if (no === 2) return 'Poor Metabolizer';
  if (no === 1) return decreased === 1 ? 'Likely Poor Metabolizer' : 'Intermediate Metabolizer';
  if (decreased > 0) return 'Likely Intermediate Metabolizer';
  return increased === 2
    ? 'Ultrarapid Metabolizer'
    : increased === 1
      ? 'Rapid Metabolizer'
      : 'Normal Metabolizer';
}

/**
 * G6PD lies on the X chromosome: one allele (a man's) or two. A class I allele beside another deficient one is deficient;
 * only class I alone or twice is deficient with CNSHA (PMID 24787449, table 1).
 */
export function phenotypeOfG6pd(functions: readonly AlleleFunction[]): Phenotype {
  const deficient = functions.filter((one) => one === 'deficient' || one === 'deficient-with-CNSHA');
  if (functions.length === 0 || functions.some((one) => one === 'uncertain' || one === 'unknown')) {
    return 'Indeterminate';
  }
  if (deficient.length === 0) return 'Normal';
  if (deficient.length < functions.length) return 'Variable';
  return deficient.every((one) => one === 'deficient-with-CNSHA') ? 'Deficient with CNSHA' : 'Deficient';
}
