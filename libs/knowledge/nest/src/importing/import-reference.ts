import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import {
  importCpicAlleles,
  importCpicFrequencies,
  importCpicGuidelines,
  importCpicPairs,
  importCpicRecommendations,
  importHgnc,
  importOncoTree,
  writeGenes,
  writeTumourTypes,
  type GeneRow,
} from '@consilium/knowledge-core';
import { openTable } from './open-table.js';

/** Sources of the product's vocabulary: each makes a table that a person reviews before it replaces another. */
export const referenceSources = ['oncotree', 'hgnc', 'cpic'] as const;
export type ReferenceSource = (typeof referenceSources)[number];

export interface ReferenceTable {
  readonly text: string;
  readonly rows: number;
  readonly skipped: readonly { readonly row: number; readonly reason: string }[];
}

export async function importReference(
  source: ReferenceSource,
  path: string,
): Promise<Result<ReferenceTable, readonly Problem[]>> {
  const file = basename(path);
  switch (source) {
    case 'hgnc':
      return hgnc(path);
    case 'oncotree': {
      const table = importOncoTree(file, readJson(path));
      if (!table.ok) return table;
      const { rows, skipped } = table.value;
      return succeed({
        text: writeTumourTypes(rows, [`OncoTree, from ${file}`]),
        rows: rows.length,
        skipped: skipped.map((one) => ({ row: one.place.row, reason: one.skipped })),
      });
    }
    case 'cpic':
      return cpic(file, readJson(path));
  }
}

async function hgnc(path: string): Promise<Result<ReferenceTable, readonly Problem[]>> {
  const table = await openTable(path);
  if (!table.ok) return table;
  const rows = importHgnc(table.value);
  if (!rows.ok) return rows;
  const genes: GeneRow[] = [];
  const skipped: { row: number; reason: string }[] = [];
  for await (const row of rows.value) {
    if ('gene' in row) genes.push(row.gene);
    else skipped.push({ row: row.place.row, reason: row.skipped });
  }
  const text = writeGenes(genes, [`HGNC, from ${basename(path)}`]);
  return succeed({ text, rows: genes.length, skipped });
}

const cpicReaders = [
  importCpicPairs,
  importCpicGuidelines,
  importCpicFrequencies,
  importCpicAlleles,
  importCpicRecommendations,
] as const;

/** CPIC's answers are told apart by their members: the first reader that takes the file reads it. */
function cpic(file: string, json: unknown): Result<ReferenceTable, readonly Problem[]> {
  const problems: Problem[] = [];
  for (const read of cpicReaders) {
    const answer = read(file, json);
    if (!answer.ok) {
      problems.push(...answer.error);
      continue;
    }
    const values: unknown[] = [];
    const skipped: { row: number; reason: string }[] = [];
    for (const row of answer.value) {
      if ('skipped' in row) skipped.push({ row: row.place.row, reason: row.skipped });
      else values.push(row.value);
    }
    return succeed({ text: `${JSON.stringify(values, null, 2)}\n`, rows: values.length, skipped });
  }
  return fail(problems.slice(0, 3));
}

function readJson(path: string): unknown {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
