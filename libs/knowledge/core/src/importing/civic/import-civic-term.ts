import type { SourceTerm } from '../../evidence.js';
import type { ImportedRow, RowPlace } from '../imported-row.js';
import type { CivicTableKind } from './civic-tables.js';
import type { CivicRow } from './read-civic-cells.js';

type TermTable = Exclude<
  CivicTableKind,
  'evidence' | 'legacy-evidence' | 'assertions' | 'legacy-assertions' | 'links'
>;

interface TermColumns {
  readonly kind: SourceTerm['kind'];
  readonly id: string;
  /** Genes once had numbers of their own, beside those of features. */
  readonly prefix?: string;
  readonly name: string;
  readonly aliases?: string;
  readonly gene?: string;
}

const columns: Readonly<Record<TermTable, TermColumns>> = {
  features: { kind: 'feature', id: 'feature_id', name: 'name', aliases: 'feature_aliases' },
  genes: { kind: 'feature', id: 'gene_id', prefix: 'gene ', name: 'name' },
  variants: {
    kind: 'variant',
    id: 'variant_id',
    name: 'variant_name',
    aliases: 'variant_aliases',
    gene: 'entrez_name',
  },
  'legacy-variants': {
    kind: 'variant',
    id: 'variant_id',
    name: 'variant',
    aliases: 'variant_aliases',
    gene: 'gene',
  },
  'variant-groups': { kind: 'variant-group', id: 'variant_group_id', name: 'variant_group' },
  profiles: { kind: 'profile', id: 'molecular_profile_id', name: 'name', aliases: 'aliases' },
  drugs: { kind: 'drug', id: 'drug_id', name: 'drug_name' },
};

/** A name with its number, other names and, for variants, its HGVS expressions. */
export function importCivicTerm(table: TermTable, row: CivicRow, place: RowPlace): ImportedRow {
  const { kind, id: idColumn, prefix = '', name: nameColumn, ...others } = columns[table];
  const { aliases: aliasColumn, gene: geneColumn } = others;
  const [id, name] = [row[idColumn] ?? '', row[nameColumn] ?? ''];
  if (id === '' || name === '') return { place, skipped: 'The row has no number or no name.' };
  const aliases = listOf(aliasColumn === undefined ? '' : (row[aliasColumn] ?? ''));
  const hgvs = listOf(row['hgvs_expressions'] ?? '');
  const gene = geneColumn === undefined ? '' : (row[geneColumn] ?? '');
  return {
    place,
    term: {
      kind,
      id: `CIViC ${prefix}${id}`,
      name,
      ...(aliases.length === 0 ? {} : { aliases }),
      ...(gene === '' ? {} : { gene }),
      ...(hgvs.length === 0 ? {} : { hgvs }),
      ...(row['is_flagged'] === 'true' ? { flagged: true } : {}),
    },
    notes: [],
  };
}

/** Lists stand as `A,B`, or as Python writes them: `['A', 'B']`. */
const listOf = (text: string): readonly string[] =>
  text
    .replace(/^\[(.*)\]$/, '$1')
    .split(',')
    .map((part) =>
      part
        .trim()
        .replace(/^'(.*)'$/, '$1')
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    )
    .filter((part) => part !== '');
