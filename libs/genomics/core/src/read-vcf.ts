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

async function readAll(chunks: AsyncIterable<string>, options: ReadOptions): Promise<FileFindings> {
  const header: Line[] = [];
  let records: VcfRecords | undefined;
  for await (const line of readLines(options.file, chunks)) {
    if (records !== undefined) {
      if (line.text !== '') records.add(line);
      const most = options.maxVariants ?? defaultMaxVariants;
      if (records.variants > most) {
        refuse(
          'GENOMICS.TOO_MANY_VARIANTS',
          `${options.file}, line ${String(line.number)}`,
          `more than ${String(most)} variants passed.`,
          "Send the tumour's called variants, filtered; not a germline genome.",
        );
      }
    } else {
      header.push(line);
      if (line.text.startsWith('#CHROM')) records = new VcfRecords(readVcfHeader(header, options), options);
      else if (!line.text.startsWith('##')) {
        refuse(
          'GENOMICS.BROKEN_HEADER',
          `${options.file}, line ${String(line.number)}`,
          'a record stands before the #CHROM line.',
          'Send the whole VCF, its header included.',
        );
      }
    }
  }
  if (records === undefined) {
    return refuse(
      'GENOMICS.BROKEN_HEADER',
      `${options.file}, line ${String(header.length)}`,
      'the file ends before its #CHROM line.',
      'Send the whole VCF.',
    );
  }
  return records.findings();
}
