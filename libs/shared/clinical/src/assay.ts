import type { BiomarkerKind } from './biomarker.js';
import type { GenomeBuild } from './variant.js';

export const alterationClasses = [
  'small-variant',
  'copy-number',
  'structural-variant',
  'expression',
] as const;
export type AlterationClass = (typeof alterationClasses)[number];

/** What was looked at, so that "not found" and "not tested" stay apart. */
export interface Assay {
  readonly name: string;
  readonly version?: string;
  readonly kind: 'panel' | 'exome' | 'genome' | 'rna';
  readonly pairing: 'tumour-only' | 'paired';
  readonly build: GenomeBuild;
  /** HGNC symbols covered, or `all` for an exome or genome. */
  readonly genes: readonly string[] | 'all';
  /** Classes of alteration the assay can call in those genes. */
  readonly alterations: readonly AlterationClass[];
  readonly biomarkers: readonly BiomarkerKind[];
  /** Genes covered for structural variants only, where fewer than `genes` (a fusion panel's targets). */
  readonly structuralVariantGenes?: readonly string[];
}

type Covers = (alteration: AlterationClass, gene: string) => boolean;

/** Many profiles may share one assay. */
const coverages = new WeakMap<Assay, Covers>();

/** `assayCovers` for one assay that is asked about many genes. */
export function coverageOf(assay: Assay): Covers {
  let covers = coverages.get(assay);
  if (covers === undefined) coverages.set(assay, (covers = newCoverage(assay)));
  return covers;
}

function newCoverage({ alterations, genes, structuralVariantGenes }: Assay): Covers {
  let listed: ReadonlySet<string> | undefined;
  return (alteration, gene) => {
    if (!alterations.includes(alteration)) return false;
    if (alteration === 'structural-variant' && structuralVariantGenes !== undefined)
      return structuralVariantGenes.includes(gene);
    return genes === 'all' || (listed ??= new Set(genes)).has(gene);
  };
}

/** Whether an assay could have found this class of alteration in this gene. */
export function assayCovers(assay: Assay, alteration: AlterationClass, gene: string): boolean {
  if (!assay.alterations.includes(alteration)) return false;
  if (alteration === 'structural-variant' && assay.structuralVariantGenes !== undefined) {
    return assay.structuralVariantGenes.includes(gene);
  }
  return assay.genes === 'all' || assay.genes.includes(gene);
}
