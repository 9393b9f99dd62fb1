import { fail, succeed, type Problem, type Result } from '@consilium/kernel';

/** The tables CIViC publishes, old and new, told apart by their columns. */
export type CivicTableKind =
  | 'evidence'
  | 'legacy-evidence'
  | 'assertions'
  | 'legacy-assertions'
  | 'features'
  | 'genes'
  | 'variants'
  | 'legacy-variants'
  | 'variant-groups'
  | 'profiles'
  | 'drugs'
  | 'links';

/** Columns without which a table cannot be read. The first kind of which most are there is what the file is meant to be. */
const required: Readonly<Record<CivicTableKind, readonly string[]>> = {
  evidence: [
    'molecular_profile',
    'molecular_profile_id',
    'disease',
    'doid',
    'therapies',
    'therapy_interaction_type',
    'evidence_type',
    'evidence_direction',
    'evidence_level',
    'significance',
    'evidence_statement',
    'citation_id',
    'source_type',
    'citation',
    'rating',
    'evidence_status',
    'evidence_id',
    'variant_origin',
    'last_review_date',
    'is_flagged',
  ],
  'legacy-evidence': [
    'gene',
    'variant',
    'disease',
    'doid',
    'drugs',
    'drug_interaction_type',
    'evidence_type',
    'evidence_direction',
    'evidence_level',
    'clinical_significance',
    'evidence_statement',
    'citation_id',
    'source_type',
    'citation',
    'rating',
    'evidence_status',
    'evidence_id',
    'variant_origin',
    'last_review_date',
  ],
  assertions: [
    'molecular_profile',
    'disease',
    'doid',
    'therapies',
    'assertion_type',
    'assertion_direction',
    'significance',
    'amp_category',
    'assertion_summary',
    'assertion_id',
    'last_review_date',
  ],
  'legacy-assertions': [
    'gene',
    'variant',
    'disease',
    'doid',
    'drugs',
    'assertion_type',
    'assertion_direction',
    'clinical_significance',
    'amp_category',
    'assertion_summary',
    'assertion_id',
    'last_review_date',
  ],
  features: ['feature_id', 'feature_type', 'name', 'feature_aliases', 'is_flagged'],
  genes: ['gene_id', 'name', 'entrez_id', 'description'],
  profiles: ['molecular_profile_id', 'name', 'aliases', 'is_flagged', 'evidence_item_ids'],
  'legacy-variants': ['variant_id', 'gene', 'variant', 'variant_aliases', 'hgvs_expressions'],
  variants: ['variant_id', 'variant_name', 'entrez_name', 'variant_aliases'],
  'variant-groups': ['variant_group_id', 'variant_group', 'description'],
  drugs: ['drug_name', 'drug_id'],
  links: ['gene_id', 'variant_id', 'molecular_profile_id', 'evidence_id'],
};

const kinds = Object.keys(required) as readonly CivicTableKind[];

/** Which table it is; refused where a column it needs is missing, which names a renamed one too. */
export function recogniseCivicTable(
  file: string,
  columns: readonly string[],
): Result<CivicTableKind, readonly Problem[]> {
  const scored = kinds.map((kind) => {
    const missing = required[kind].filter((column) => !columns.includes(column));
    return { kind, missing, share: 1 - missing.length / required[kind].length, size: required[kind].length };
  });
  const [best] = [...scored].sort((a, b) => b.share - a.share || b.size - a.size);
  if (best === undefined || best.share < 0.6) return fail([notCivic(file, columns)]);
  return best.missing.length === 0
    ? succeed(best.kind)
    : fail(best.missing.map((column) => missingColumn(file, best.kind, column, columns)));
}

const notCivic = (file: string, columns: readonly string[]): Problem => ({
  code: 'KNOWLEDGE.NOT_A_CIVIC_TABLE',
  place: `${file}, line 1`,
  message: `The columns (${columns.slice(0, 6).join(', ')}…) are those of no CIViC table.`,
  remedy: 'Give the TSV files of a CIViC release with their header line.',
});

const missingColumn = (
  file: string,
  kind: CivicTableKind,
  column: string,
  columns: readonly string[],
): Problem => ({
  code: 'KNOWLEDGE.COLUMN_MISSING',
  place: `${file}, line 1`,
  message: `The column «${column}» is missing from what looks like CIViC's ${kind.replaceAll('-', ' ')}.`,
  remedy: `Was it renamed? The file has: ${columns.join(', ')}.`,
});
