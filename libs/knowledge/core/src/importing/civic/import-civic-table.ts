import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import type { ImportedRow, ImportReferences } from '../imported-row.js';
import type { SourceRow, SourceTable } from '../source-table.js';
import { recogniseCivicTable, type CivicTableKind } from './civic-tables.js';
import { importCivicAssertion, importCivicEvidence } from './import-civic-statement.js';
import { importCivicTerm } from './import-civic-term.js';

const idColumn: Readonly<Partial<Record<CivicTableKind, string>>> = {
  evidence: 'evidence_id',
  'legacy-evidence': 'evidence_id',
  assertions: 'assertion_id',
  'legacy-assertions': 'assertion_id',
};

/** Every row of one CIViC table, each with what became of it. Refused whole where a column it needs is missing. */
export function importCivicTable(
  table: SourceTable,
  references: ImportReferences,
): Result<AsyncIterable<ImportedRow>, readonly Problem[]> {
  const kind = recogniseCivicTable(table.file, table.columns);
  return kind.ok ? succeed(importRows(table, kind.value, references)) : fail(kind.error);
}

async function* importRows(
  table: SourceTable,
  kind: CivicTableKind,
  references: ImportReferences,
): AsyncIterable<ImportedRow> {
  for await (const row of table.rows) yield importRow(row, table, kind, references);
}

function importRow(
  { row, cells, width }: SourceRow,
  { file, columns }: SourceTable,
  kind: CivicTableKind,
  references: ImportReferences,
): ImportedRow {
  const id = cells[idColumn[kind] ?? ''];
  const place = { file, row, ...(id === undefined ? {} : { id }) };
  // Old files have rows with more cells than columns; fewer means that the line was cut.
  if (width < columns.length) {
    return { place, skipped: `The line was cut short: ${String(width)} of ${String(columns.length)} cells.` };
  }
  switch (kind) {
    case 'evidence':
    case 'legacy-evidence':
      return importCivicEvidence(cells, place, references);
    case 'assertions':
    case 'legacy-assertions':
      return importCivicAssertion(cells, place, references);
    case 'links':
      return { place, skipped: 'The row only joins numbers; what they join stands in the other tables.' };
    default:
      return importCivicTerm(kind, cells, place);
  }
}
