import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import { problem } from './genomics.errors.js';

/** Tells a VCF from a MAF by the first lines of its text. */
export function sniffFormat(file: string, start: string): Result<'vcf' | 'maf', Problem> {
  if (start.startsWith('##fileformat=VCF')) return succeed('vcf');
  const header = start.split(/\r?\n/).find((line) => line !== '' && !line.startsWith('#')) ?? '';
  const titles = header.toLowerCase().split('\t');
  if (titles.includes('tumor_sample_barcode') && titles.includes('tumor_seq_allele2')) return succeed('maf');
  return fail(
    problem(
      'GENOMICS.NOT_A_VARIANT_FILE',
      `${file}, line 1`,
      'this is neither a VCF nor a MAF.',
      'Send a VCF (it begins with ##fileformat=VCF) or a MAF (its header names Tumor_Sample_Barcode).',
    ),
  );
}
