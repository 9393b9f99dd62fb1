import type { CancerGene } from '@consilium/knowledge-core';

/** The release's genes by HGNC symbol. */
export type CancerGenes = ReadonlyMap<string, CancerGene>;

export const indexCancerGenes = (genes: readonly CancerGene[]): CancerGenes =>
  new Map(genes.map((gene) => [gene.symbol, gene]));
