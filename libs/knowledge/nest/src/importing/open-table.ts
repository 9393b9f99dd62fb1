import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import type { SourceRow, SourceTable } from '@consilium/knowledge-core';

const longestLine = 4 * 1024 * 1024;

/**
 * Opens a table of an outside source, plain or gzipped, tab- or comma-separated. Rows are read as they are asked for.
 * Tab-separated files carry literal quotation marks; only comma-separated ones quote.
 */
export async function openTable(path: string): Promise<Result<SourceTable, readonly Problem[]>> {
  const file = basename(path);
  const header = await firstLine(path);
  if (header === undefined || header.trim() === '') return fail([empty(file)]);
  const delimiter = header.includes('\t') ? '\t' : ',';
  const parser = parse({
    delimiter,
    quote: delimiter === '\t' ? null : '"',
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestLine,
    info: true,
  });
  // A file that breaks off ends the reading with its fault, not with silence.
  lines(path)
    .on('error', (fault: Error) => parser.destroy(fault))
    .pipe(parser);
  const records = parser[Symbol.asyncIterator]() as AsyncIterator<Parsed>;
  const head = await records.next();
  if (head.done === true) return fail([empty(file)]);
  const columns = head.value.record.map((column) => column.trim());
  return succeed({ file, columns, rows: rowsOf(records, columns) });
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

async function* rowsOf(records: AsyncIterator<Parsed>, columns: readonly string[]): AsyncIterable<SourceRow> {
  for (let next = await records.next(); next.done !== true; next = await records.next()) {
    const { record, info } = next.value;
    const cells: Record<string, string> = {};
    columns.forEach((column, at) => {
      const cell = record[at];
      if (cell !== undefined) cells[column] = cell.trim();
    });
    yield { row: info.lines, cells, width: record.length };
  }
}

function lines(path: string) {
  const bytes = createReadStream(path);
  if (!path.endsWith('.gz')) return bytes;
  const unpacked = createGunzip();
  // A broken download ends in the middle: the reader must hear of it.
  bytes.on('error', (fault) => unpacked.destroy(fault));
  return bytes.pipe(unpacked);
}

async function firstLine(path: string): Promise<string | undefined> {
  if (!path.endsWith('.gz')) {
    const handle = await open(path);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0);
      return buffer.subarray(0, bytesRead).toString('utf8').split('\n')[0];
    } finally {
      await handle.close();
    }
  }
  let text = '';
  for await (const chunk of lines(path) as AsyncIterable<Buffer>) {
    text += chunk.toString('utf8');
    if (text.includes('\n')) break;
  }
  return text.split('\n')[0];
}

const empty = (file: string): Problem => ({
  code: 'KNOWLEDGE.EMPTY_FILE',
  place: file,
  message: 'The file holds nothing.',
  remedy: 'Give the whole file, with its header line.',
});
