import { basename } from 'node:path';
import type { Problem } from '@consilium/kernel';
import {
  importCivicTable,
  ReleaseCollector,
  type Drug,
  type FileReport,
  type ImportReferences,
  type KnowledgeRelease,
} from '@consilium/knowledge-core';
import { openTable } from './open-table.js';

export interface ImportOutcome {
  /** Absent where no row of any file could be taken. */
  readonly release?: KnowledgeRelease;
  readonly files: readonly FileReport[];
  /** Files that were refused whole, or that ended in the middle. */
  readonly problems: readonly Problem[];
}

/** Reads CIViC's tables into one release; a file that cannot be read does not keep the others out. */
export async function importCivicFiles(
  paths: readonly string[],
  references: ImportReferences,
  drugs: readonly Drug[],
): Promise<ImportOutcome> {
  const collector = new ReleaseCollector();
  const problems: Problem[] = [];
  for (const path of paths) {
    const table = await openTable(path).catch((fault: unknown) => unreadable(path, fault));
    const rows = table.ok ? importCivicTable(table.value, references) : table;
    if (!rows.ok) {
      problems.push(...rows.error);
      continue;
    }
    try {
      for await (const row of rows.value) collector.add(row);
    } catch (fault) {
      problems.push(...unreadable(path, fault).error);
    }
  }
  const files = collector.reports;
  const taken = files.some((file) => file.taken + file.changed > 0);
  const release = collector.release(
    'civic',
    'CIViC, clinical interpretation of variants in cancer',
    licence,
    drugs,
  );
  return { ...(taken && release.evidence.length > 0 ? { release } : {}), files, problems };
}

const licence = 'CC0 1.0; civicdb.org';

function unreadable(
  path: string,
  fault: unknown,
): { readonly ok: false; readonly error: readonly Problem[] } {
  const message =
    typeof fault === 'object' && fault !== null && 'message' in fault ? String(fault.message) : '';
  const problem: Problem = {
    code: 'KNOWLEDGE.UNREADABLE_FILE',
    place: basename(path),
    message: `The file cannot be read to its end: ${message}`,
    remedy: 'Fetch it again; rows before the break were read.',
  };
  return { ok: false, error: [problem] };
}
