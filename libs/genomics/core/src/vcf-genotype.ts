import type { Genotype } from '@consilium/clinical';

const genotypes: readonly Genotype[] = ['0/0', '0/1', '1/1', '0/2', '1/2', '2/2', '0', '1', './.'];

/** Alleles in rising order, whatever their phase; undefined for what is none of the genotypes a rule knows. */
export function readGenotype(text: string | undefined): Genotype | undefined {
  if (text === undefined) return undefined;
  const written = text.split(/[/|]/).sort().join('/');
  return written.includes('.') ? './.' : genotypes.find((one) => one === written);
}

/** Whether a genotype says that no other allele than the reference is there, or was seen. */
export const isWithoutVariant = (genotype: Genotype | undefined): boolean =>
  genotype === '0/0' || genotype === '0' || genotype === './.';
