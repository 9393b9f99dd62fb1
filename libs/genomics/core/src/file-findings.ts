import type {
  GenomeBuild,
  GeneCatalogue,
  GermlineGenotype,
  Origin,
  RecordCount,
  RemovedVariant,
  SmallVariant,
  StructuralVariant,
} from '@consilium/clinical';

/** What a reader needs to know of a file beyond its text. */
export interface ReadOptions {
  /** Name of the file, for places in messages. */
  readonly file: string;
  readonly build: GenomeBuild;
  readonly genes: GeneCatalogue;
  readonly tumourSample?: string;
  readonly normalSample?: string;
  readonly origin?: Origin;
  /** More findings than one patient's tumour has; default 200,000. */
  readonly maxVariants?: number;
}

export interface FileFindings {
  readonly smallVariants: readonly SmallVariant[];
  readonly structuralVariants: readonly StructuralVariant[];
  readonly recordCount: RecordCount;
  readonly removedVariants: readonly RemovedVariant[];
  /** Of a germline file: genotypes in the genes that decide on doses. */
  readonly genotypes?: readonly GermlineGenotype[];
  readonly remarks: readonly string[];
}

export const defaultMaxVariants = 200_000;

/** Records removed by filters that are kept to be looked at, per file; a genome has millions. */
export const mostRemovedKept = 2_000;
