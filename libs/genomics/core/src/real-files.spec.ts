import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, jest } from '@jest/globals';
import { readGeneCatalogue, type GenomeBuild } from '@consilium/clinical';
import type { Problem, Result } from '@consilium/kernel';
import type { FileFindings } from './file-findings.js';
import { mafSamples, readMaf } from './read-maf.js';
import { readVcf } from './read-vcf.js';
import { sniffFormat } from './sniff-format.js';

jest.setTimeout(120_000);
const folder = join(import.meta.dirname, '../../../../../shared/data/sequencing');
const here = existsSync(folder);
const files = here
  ? readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'SOURCE.md')
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .sort()
  : [];
const textOf = (name: string): string => {
  const bytes = readFileSync(join(folder, name));
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
};
const formatOf = (name: string): 'vcf' | 'maf' | undefined => {
  const format = sniffFormat(name, textOf(name).slice(0, 1 << 20));
  return format.ok ? format.value : undefined;
};
async function* once(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}
const { resolve } = createRequire(import.meta.url);
const genes = readGeneCatalogue(readFileSync(resolve('@consilium/clinical/data/genes.tsv'), 'utf8'));

/** On whichever build the file itself states; one of the two must be taken. */
async function read(
  reader: typeof readVcf,
  file: string,
  more: { tumourSample?: string } = {},
): Promise<Result<FileFindings, Problem>> {
  const on = (build: GenomeBuild): Promise<Result<FileFindings, Problem>> =>
    reader(once(textOf(file)), { file, build, genes, ...more });
  const first = await on('GRCh37');
  const elsewhere =
    !first.ok && ['GENOMICS.WRONG_BUILD', 'GENOMICS.IMPOSSIBLE_COORDINATE'].includes(first.error.code);
  return elsewhere ? on('GRCh38') : first;
}
const recordsOf = (file: string): readonly string[] =>
  textOf(file)
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));

/** Two samples, and no header says which of them is the tumour. */
const ambiguous = /vep_cases|snpeff/;

(here ? describe : describe.skip)('real files (skipped where ../shared/data/sequencing is not here)', () => {
  const [vcfs, mafs, others] = (['vcf', 'maf', undefined] as const).map((format) =>
    files.filter((name) => formatOf(name) === format),
  );

  it('are of every kind', () => {
    expect([vcfs?.length, mafs?.length, others?.length].every((count) => (count ?? 0) > 3)).toBe(true);
  });

  it.each(vcfs ?? [])('%s: as many records pass as the file says', async (file) => {
    let result = await read(readVcf, file);
    if (!result.ok) {
      expect(result.error).toMatchObject({ code: 'GENOMICS.WHICH_SAMPLE' });
      expect(result.error.place).toMatch(/, line \d+$/);
      expect(file).toMatch(ambiguous);
      const columns = textOf(file)
        .split('\n')
        .find((line) => line.startsWith('#CHROM'))
        ?.trim()
        .split('\t');
      result = await read(readVcf, file, { tumourSample: columns?.at(-1) ?? '' });
    }
    if (!result.ok) throw new Error(`${result.error.place}: ${result.error.message}`);
    const filters = recordsOf(file).map((line) => line.split('\t')[6] ?? '');
    expect(result.value.recordCount.records).toBe(filters.length);
    expect(result.value.recordCount.passed).toBe(
      filters.filter((filter) => filter === 'PASS' || filter === '.').length,
    );
  });

  it.each(mafs ?? [])('%s: the rows of its samples are the rows of the file', async (file) => {
    const samples = await mafSamples(once(textOf(file)), file);
    if (!samples.ok) throw new Error(samples.error.message);
    if (samples.value.length > 1) {
      const whole = await read(readMaf, file);
      expect(whole).toMatchObject({ ok: false, error: { code: 'GENOMICS.WHICH_SAMPLE' } });
    }
    // One pass per sample over a large file takes too long: the rows are dealt to their samples first.
    const [header = '', ...rows] = recordsOf(file);
    const at = header.toLowerCase().split('\t').indexOf('tumor_sample_barcode');
    const bySample = new Map<string, string[]>();
    for (const row of rows) {
      const sample = row.split('\t')[at]?.trim() ?? '';
      const own = bySample.get(sample);
      if (own === undefined) bySample.set(sample, [row]);
      else own.push(row);
    }
    let sum = 0;
    for (const sample of samples.value) {
      const text = [header, ...(bySample.get(sample) ?? []), ''].join('\n');
      const one = async (build: GenomeBuild): Promise<Result<FileFindings, Problem>> =>
        readMaf(once(text), { file, build, genes, tumourSample: sample });
      const first = await one('GRCh37');
      const result = first.ok ? first : await one('GRCh38');
      if (!result.ok) throw new Error(`${result.error.place}: ${result.error.message}`);
      sum += result.value.recordCount.records;
    }
    expect(sum).toBe(rows.length);
  });

  it.each(others ?? [])('%s: refused by the line that shows what it is not', async (file) => {
    const place = new RegExp(`, line \\d+`);
    expect(sniffFormat(file, textOf(file).slice(0, 1 << 20))).toMatchObject({
      ok: false,
      error: { code: 'GENOMICS.NOT_A_VARIANT_FILE', place: `${file}, line 1` },
    });
    for (const reader of [readVcf, readMaf]) {
      const result = await read(reader, file);
      if (result.ok) throw new Error('it was read');
      expect(result.error.place).toMatch(place);
    }
  });
});
