import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import { defaultMaxVariants, type FileFindings, type ReadOptions } from './file-findings.js';
import { Refused, refuse } from './genomics.errors.js';
import { readLines, type Line } from './read-lines.js';
import { readVcfHeader } from './vcf-header.js';
import { VcfRecords } from './vcf-records.js';

/**
 * Reads a VCF as a stream: the records that passed their filters become variants, the others are counted by filter.
 * A refusal names file, line and remedy.
 */
export async function readVcf(
  chunks: AsyncIterable<string>,
  options: ReadOptions,
): Promise<Result<FileFindings, Problem>> {
  try {
    return succeed(await readAll(chunks, options));
  } catch (fault) {
    if (fault instanceof Refused) return fail(fault.problem);
    throw fault;
  }
}

/** Far more than any caller writes (a genome with decoys and HLA has some 4,000 contigs). */
const longestHeader = 100_000;

async function readAll(chunks: AsyncIterable<string>, options: ReadOptions): Promise<FileFindings> {
  const { file } = options;
  const header: Line[] = [];
  let records: VcfRecords | undefined;
  for await (const lines of readLines(file, chunks)) {
    for (const line of lines) {
      if (records === undefined) records = takeHeader(header, line, options);
      else if (line.text !== '') takeRecord(records, line, options);
    }
  }
  if (records === undefined) {
    return refuse(
      'GENOMICS.BROKEN_HEADER',
      `${file}, line ${String(Math.max(header.length, 1))}`,
      'the file ends before its #CHROM line.',
      'Send the whole VCF.',
    );
  }
  return records.findings();
}

/** Collects the header; its last line makes it possible to read records. */
function takeHeader(header: Line[], line: Line, options: ReadOptions): VcfRecords | undefined {
  header.push(line);
  if (line.text.startsWith('#CHROM') && !line.ended) {
    refuse(
      'GENOMICS.CUT_SHORT',
      `${options.file}, line ${String(line.number)}`,
      'the file ends within its #CHROM line.',
      'The file was cut short: send it again, whole.',
    );
  }
  if (line.text.startsWith('#CHROM')) return new VcfRecords(readVcfHeader(header, options), options);
  if (!line.text.startsWith('##') || header.length > longestHeader) {
    refuse(
      'GENOMICS.BROKEN_HEADER',
      `${options.file}, line ${String(line.number)}`,
      header.length > longestHeader ? 'the header does not end.' : 'a record stands before the #CHROM line.',
      'Send the whole VCF, its header included.',
    );
  }
  return undefined;
}

function takeRecord(records: VcfRecords, line: Line, options: ReadOptions): void {
  records.add(line);
  const most = options.maxVariants ?? defaultMaxVariants;
  if (records.variants > most) {
    refuse(
      'GENOMICS.TOO_MANY_VARIANTS',
      `${options.file}, line ${String(line.number)}`,
      `more than ${String(most)} variants passed.`,
      "Send the tumour's called variants, filtered; not a germline genome.",
    );
  }
}
