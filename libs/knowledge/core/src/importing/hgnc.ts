import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import type { RowPlace } from './imported-row.js';
import type { SourceRow, SourceTable } from './source-table.js';

/** One row of the table of genes. */
export interface GeneRow {
  readonly symbol: string;
  /** Digits of the HGNC number. */
  readonly hgnc: string;
  /** Previous and alias symbols, sorted, without the symbol itself. */
  readonly aliases: readonly string[];
}

export type ImportedGene =
  | { readonly place: RowPlace; readonly gene: GeneRow }
  | { readonly place: RowPlace; readonly skipped: string };

const required = ['symbol', 'hgnc_id', 'alias_symbol', 'prev_symbol', 'status'];

/**
 * The complete set of the HUGO Gene Nomenclature Committee (genenames.org, CC0), row by row. Refused whole where a
 * column is missing; withdrawn entries and broken rows are skipped with the reason.
 */
export function importHgnc(table: SourceTable): Result<AsyncIterable<ImportedGene>, readonly Problem[]> {
  const missing = required.filter((column) => !table.columns.includes(column));
  return missing.length === 0
    ? succeed(importRows(table))
    : fail(missing.map((column) => missingColumn(table, column)));
}

async function* importRows({ file, rows, columns }: SourceTable): AsyncIterable<ImportedGene> {
  const seen = new Map<string, number>();
  for await (const row of rows) yield importRow(file, row, columns.length, seen);
}

function importRow(
  file: string,
  { row, cells, width }: SourceRow,
  columns: number,
  seen: Map<string, number>,
): ImportedGene {
  const cell = (name: string): string => unquoted(cells[name] ?? '');
  const number = cell('hgnc_id');
  const place: RowPlace = { file, row, ...(number === '' ? {} : { id: number }) };
  const skip = (skipped: string): ImportedGene => ({ place, skipped });
  if (width < columns) return skip(`The line was cut short: ${String(width)} of ${String(columns)} cells.`);
  const [, hgnc] = /^(?:HGNC:)?([1-9]\d*)$/.exec(number) ?? [];
  if (hgnc === undefined) return skip(`hgnc_id: «${number}» is no HGNC number.`);
  const symbol = cell('symbol');
  if (symbol === '') return skip('symbol: the row names no gene.');
  const status = cell('status');
  if (/withdrawn/i.test(status)) return skip(`${symbol} was withdrawn (${status}).`);
  if (status !== 'Approved') return skip(`status: «${status}» is not known.`);
  const earlier = seen.get(symbol);
  if (earlier !== undefined) return skip(`${symbol} stands in row ${String(earlier)} already.`);
  seen.set(symbol, row);
  const names = [...list(cell('alias_symbol')), ...list(cell('prev_symbol'))];
  const aliases = [...new Set(names.filter((name) => name !== symbol))].sort();
  return { place, gene: { symbol, hgnc, aliases } };
}

/** Cells that hold several names are quoted. */
const unquoted = (text: string): string =>
  text
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();

const list = (text: string): readonly string[] =>
  text
    .split('|')
    .map((name) => name.trim())
    .filter((name) => name !== '');

const missingColumn = ({ file, columns }: SourceTable, column: string): Problem => ({
  code: 'KNOWLEDGE.COLUMN_MISSING',
  place: `${file}, line 1`,
  message: `The column «${column}» of HGNC's complete set is missing.`,
  remedy: `Was it renamed? The file has: ${columns.join(', ')}.`,
});

/** The table as `readGeneCatalogue` of the clinical library reads it, sorted by symbol. */
export const writeGenes = (genes: readonly GeneRow[], comments: readonly string[]): string =>
  [
    ...comments.map((comment) => `# ${comment}`),
    'symbol\thgnc\taliases',
    ...[...genes]
      .sort((a, b) => (a.symbol < b.symbol ? -1 : 1))
      .map(({ symbol, hgnc, aliases }) => `${symbol}\t${hgnc}\t${aliases.join('|')}`),
    '',
  ].join('\n');
