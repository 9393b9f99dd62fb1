import { refuse } from './genomics.errors.js';
import type { Depths } from './vcf-depths.js';

/** Columns by what they say, with the names they go by, compared without regard to case. */
const spellings = {
  gene: ['hugo_symbol'],
  build: ['ncbi_build'],
  chromosome: ['chromosome'],
  position: ['start_position'],
  reference: ['reference_allele'],
  alternate: ['tumor_seq_allele2'],
  classification: ['variant_classification'],
  sample: ['tumor_sample_barcode'],
  protein: ['hgvsp_short', 'hgvsp', 'protein_change', 'aachange'],
  coding: ['hgvsc', 'cdna_change'],
  transcript: ['transcript_id', 'i_transcript_name', 'annotation_transcript'],
  exon: ['exon_number'],
  filter: ['filter'],
  status: ['mutation_status'],
  altReads: ['t_alt_count'],
  refReads: ['t_ref_count'],
  depth: ['t_depth'],
  vaf: ['i_tumorvaf_wu', 'tumor_vaf', 't_vaf', 'vaf'],
} as const;
export type MafColumn = keyof typeof spellings;

const required: readonly MafColumn[] = ['chromosome', 'position', 'reference', 'alternate', 'sample'];

export interface MafColumns {
  readonly count: number;
  /** Columns up to the last required one: trailing empty cells may be missing. */
  readonly needed: number;
  has(name: MafColumn): boolean;
  /** A cell's text; undefined for an empty cell or a column the file does not have. */
  of(row: readonly string[], name: MafColumn): string | undefined;
  depths(row: readonly string[]): Depths;
}

export function findColumns(header: string, place: string): MafColumns {
  const titles = header.split('\t').map((title) => title.trim().toLowerCase());
  const at = new Map<MafColumn, number>();
  for (const name of Object.keys(spellings) as MafColumn[]) {
    const index = spellings[name].map((title) => titles.indexOf(title)).find((found) => found >= 0);
    if (index !== undefined) at.set(name, index);
  }
  const missing = required.filter((name) => !at.has(name));
  if (missing.length > 0) {
    const wanted = missing.map((name) => spellings[name][0]).join(', ');
    refuse(
      'GENOMICS.NOT_A_VARIANT_FILE',
      place,
      `the header row lacks ${wanted}: this is no MAF.`,
      'Send a VCF, or a MAF with the columns of the GDC format.',
    );
  }
  const of = (row: readonly string[], name: MafColumn): string | undefined => {
    const text = row[at.get(name) ?? -1]?.trim();
    return text === undefined || text === '' || text === '.' ? undefined : text;
  };
  const number = (row: readonly string[], name: MafColumn): number | undefined => {
    const value = Number(of(row, name) ?? NaN);
    return Number.isFinite(value) && value >= 0 ? value : undefined;
  };
  return {
    count: titles.length,
    needed: Math.max(...required.map((name) => at.get(name) ?? 0)) + 1,
    has: (name) => at.has(name),
    of,
    depths(row) {
      const alternate = number(row, 'altReads');
      const counted = alternate !== undefined ? (number(row, 'refReads') ?? NaN) + alternate : NaN;
      const depth = number(row, 'depth') ?? (Number.isNaN(counted) ? undefined : counted);
      const share =
        alternate !== undefined && depth !== undefined && depth > 0
          ? alternate / depth
          : stated(number(row, 'vaf'));
      return {
        ...(share === undefined || share > 1 ? {} : { vaf: share }),
        ...(depth === undefined || !Number.isInteger(depth) ? {} : { depth }),
      };
    },
  };
}

/** A stated fraction above 1 is a per cent. */
const stated = (value: number | undefined): number | undefined =>
  value === undefined || value > 100 ? undefined : value > 1 ? value / 100 : value;
