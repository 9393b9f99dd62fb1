import type { GeneCatalogue } from '@consilium/clinical';
import type { LabSequencingReportV1 } from '@consilium/contracts';
import { readMaf, readVcf, type FileFindings } from '@consilium/genomics-core';
import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import { unpack, UnpackProblem } from './unpack.js';

export type NamedAttachment = NonNullable<LabSequencingReportV1['attachments']>[number];

export interface AttachmentReader {
  /** The bytes of an uploaded file; undefined where there is none of that hash. */
  readonly open: (attachment: NamedAttachment) => Promise<AsyncIterable<Buffer> | undefined>;
  readonly genes: GeneCatalogue;
  readonly unpackedLimit: number;
}

/** Reads every attachment of a report as a stream; all problems together, each with the file's name and line. */
export async function readAttachments(
  reader: AttachmentReader,
  report: LabSequencingReportV1,
): Promise<Result<readonly FileFindings[], readonly Problem[]>> {
  const findings: FileFindings[] = [];
  const problems: Problem[] = [];
  for (const [index, attachment] of (report.attachments ?? []).entries()) {
    const read = await readAttachment(reader, report, attachment, index);
    if (read.ok) findings.push(read.value);
    else problems.push(read.error);
  }
  return problems.length > 0 ? fail(problems) : succeed(findings);
}

async function readAttachment(
  reader: AttachmentReader,
  report: LabSequencingReportV1,
  attachment: NamedAttachment,
  index: number,
): Promise<Result<FileFindings, Problem>> {
  const content =
    attachment.content === undefined
      ? await reader.open(attachment)
      : once(Buffer.from(attachment.content, 'base64'));
  if (content === undefined) {
    return fail({
      code: 'GENOMICS.ATTACHMENT_UNKNOWN',
      place: `/attachments/${String(index)}/sha256`,
      message: 'no file with this hash was uploaded for this hospital.',
      remedy: 'Upload it first (POST /attachments), then send the event again.',
    });
  }
  const text = unpack(attachment.name, content, reader.unpackedLimit);
  const options = {
    file: attachment.name,
    build: report.assay.build,
    genes: reader.genes,
    ...(attachment.tumourSample === undefined ? {} : { tumourSample: attachment.tumourSample }),
    ...(attachment.normalSample === undefined ? {} : { normalSample: attachment.normalSample }),
    ...(attachment.origin === undefined ? {} : { origin: attachment.origin }),
  };
  try {
    return attachment.format === 'vcf' ? await readVcf(text, options) : await readMaf(text, options);
  } catch (fault) {
    if (fault instanceof UnpackProblem) return fail(fault.problem);
    throw fault;
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(bytes);
}
