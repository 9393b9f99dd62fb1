import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { LabSequencingReportV1 } from '@consilium/contracts';
import { CommandFault } from './command-fault.js';

/** What a VCF or MAF does not say of itself. */
export interface FileOptions {
  readonly patient?: string;
  readonly diagnosis?: string;
  readonly assay?: string;
  readonly hospital: string;
  readonly specimen: string;
  readonly tumourSample?: string;
  readonly report?: string;
  readonly reportVersion: number;
}

export interface DescribedFile {
  readonly file: string;
  readonly format: 'vcf' | 'maf';
  readonly patient: string;
  readonly diagnosis: string;
  readonly assay: LabSequencingReportV1['assay'];
}

/** Ends the command where the file is neither, or something it needs is not said. */
export function describeFile(file: string, { patient, diagnosis, assay }: FileOptions): DescribedFile {
  const format = /\.vcf(\.b?gz)?$/i.test(file) ? 'vcf' : /\.maf(\.gz)?$/i.test(file) ? 'maf' : undefined;
  if (format === undefined) throw new CommandFault(`${file}: neither .json, .vcf[.gz] nor .maf[.gz].`);
  if (patient === undefined || diagnosis === undefined || assay === undefined) {
    throw new CommandFault(`${file}: a ${format.toUpperCase()} needs --patient, --diagnosis and --assay.`);
  }
  if (!existsSync(assay)) throw new CommandFault(`${assay}: there is no such file.`);
  // Whether it describes an assay is checked with the report it becomes part of.
  const described = parseJson(assay, readFileSync(assay, 'utf8')) as LabSequencingReportV1['assay'];
  return { file, format, patient, diagnosis, assay: described };
}

/** A report with the file attached by its hash. */
export function reportOfFile(
  { file, format, patient, diagnosis, assay }: DescribedFile,
  sha256: string,
  options: FileOptions,
): LabSequencingReportV1 {
  const report = options.report ?? `${basename(file)}:${sha256.slice(0, 12)}`;
  const reportId = report.replaceAll(/[^A-Za-z0-9._:/-]/g, '-');
  return {
    reportId,
    version: options.reportVersion,
    status: 'final',
    issuedAt: statSync(file).mtime.toISOString(),
    order: { id: reportId },
    patient: { pseudonym: patient },
    hospital: options.hospital,
    laboratory: 'command line',
    diagnosis: { oncotree: diagnosis },
    specimen: { id: options.specimen, site: 'unknown', type: 'other' },
    assay,
    attachments: [
      {
        name: basename(file).replaceAll(/[^A-Za-z0-9._ -]/g, '-'),
        format,
        sha256,
        ...(options.tumourSample === undefined ? {} : { tumourSample: options.tumourSample }),
      },
    ],
  };
}

export function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (fault) {
    throw new CommandFault(`${file}: not JSON (${fault instanceof Error ? fault.message : ''}).`);
  }
}
