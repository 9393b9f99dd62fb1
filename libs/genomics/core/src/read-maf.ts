import {
  chromosomeLength,
  consequenceFromMafClassification,
  normaliseChromosome,
  normaliseCodingChange,
  normaliseProteinChange,
  type RemovedVariant,
  type SmallVariant,
} from '@consilium/clinical';
import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import { defaultMaxVariants, mostRemovedKept, type FileFindings, type ReadOptions } from './file-findings.js';
import { GeneNames, type NamedGene } from './gene-names.js';
import { Refused, refuse } from './genomics.errors.js';
import { findColumns, type MafColumns } from './maf-columns.js';
import { readLines } from './read-lines.js';

/** Reads a MAF (GDC's or an older one) as a stream; of several samples, the one the options name. */
export async function readMaf(
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

/** vcf2maf's note on a variant frequent in the population: a reason to look twice, not a failed call. */
const populationMark = 'common_variant';

/** Every tumour sample of a MAF, in the order they first appear. */
export async function mafSamples(
  chunks: AsyncIterable<string>,
  file: string,
): Promise<Result<readonly string[], Problem>> {
  const samples = new Set<string>();
  let columns: MafColumns | undefined;
  try {
    for await (const lines of readLines(file, chunks)) {
      for (const { text, number } of lines) {
        if (text === '' || text.startsWith('#')) continue;
        if (columns === undefined) columns = findColumns(text, `${file}, line ${String(number)}`);
        else samples.add(columns.of(text.split('\t'), 'sample') ?? '');
      }
    }
    return succeed([...samples]);
  } catch (fault) {
    if (fault instanceof Refused) return fail(fault.problem);
    throw fault;
  }
}

async function readAll(chunks: AsyncIterable<string>, options: ReadOptions): Promise<FileFindings> {
  const { file } = options;
  const names = new GeneNames(options.genes);
  const smallVariants: SmallVariant[] = [];
  const removedBy = new Map<string, number>();
  const removed: RemovedVariant[] = [];
  const samples = new Set<string>();
  let columns: MafColumns | undefined;
  let [records, passed, unannotated, elsewhere, common] = [0, 0, 0, 0, 0];
  for await (const lines of readLines(file, chunks))
    for (const { text, number, ended } of lines) {
      const place = `${file}, line ${String(number)}`;
      if (text === '' || text.startsWith('#')) continue;
      if (columns === undefined) {
        columns = findColumns(text, place);
        continue;
      }
      const row = text.split('\t');
      // Trailing empty cells may be missing, but not from a last line that does not end.
      if (row.length < (ended ? columns.needed : columns.count)) {
        refuse(
          'GENOMICS.CUT_SHORT',
          place,
          `the row has ${String(row.length)} columns of ${String(columns.count)}.`,
          'The file was cut short: send it again, whole.',
        );
      }
      const sample = columns.of(row, 'sample') ?? '';
      if (options.tumourSample !== undefined && sample !== options.tumourSample) continue;
      samples.add(sample);
      records += 1;
      const marks = (columns.of(row, 'filter') ?? 'PASS').split(';');
      if (marks.includes(populationMark)) common += 1;
      const filters = marks.filter((name) => name !== 'PASS' && name !== populationMark);
      if (filters.length > 0) {
        for (const name of filters) removedBy.set(name, (removedBy.get(name) ?? 0) + 1);
        if (removed.length < mostRemovedKept) removed.push(removedRow(columns, row, file, filters));
        continue;
      }
      passed += 1;
      const variant = readRow(columns, row, names, options, place);
      if (variant === undefined) elsewhere += 1;
      else {
        smallVariants.push(variant);
        if (variant.gene === undefined) unannotated += 1;
      }
      if (smallVariants.length > (options.maxVariants ?? defaultMaxVariants)) {
        refuse(
          'GENOMICS.TOO_MANY_VARIANTS',
          place,
          'too many variants passed for one tumour.',
          'Send the called variants of one patient.',
        );
      }
    }
  if (columns === undefined)
    refuse('GENOMICS.BROKEN_HEADER', `${file}, line 1`, 'the file has no header row.', 'Send the whole MAF.');
  if (options.tumourSample !== undefined && records === 0) {
    refuse(
      'GENOMICS.WHICH_SAMPLE',
      file,
      `no row is of the sample ${options.tumourSample}.`,
      'Correct tumourSample.',
    );
  }
  if (samples.size > 1) {
    const some = [...samples].slice(0, 3).join(', ');
    refuse(
      'GENOMICS.WHICH_SAMPLE',
      `${file}, column Tumor_Sample_Barcode`,
      `the file holds ${String(samples.size)} samples (${some}, …).`,
      'A report is about one tumour: name its sample as tumourSample.',
    );
  }
  const remarks = [...names.remarks(file)];
  if (columns !== undefined && !columns.has('build'))
    remarks.push(`${file}: names no build; taken as ${options.build}, as the report says.`);
  if (common > 0)
    remarks.push(
      `${file}: ${String(common)} rows are marked ${populationMark} (frequent in the population) and were kept.`,
    );
  if (unannotated > 0)
    remarks.push(`${file}: ${String(unannotated)} rows name no gene and cannot be interpreted.`);
  if (elsewhere > 0)
    remarks.push(`${file}: ${String(elsewhere)} rows lie on scaffolds or decoys and were left out.`);
  return {
    removedVariants: removed,
    smallVariants,
    structuralVariants: [],
    recordCount: { file, records, passed, removedBy: Object.fromEntries([...removedBy].sort()), unannotated },
    remarks,
  };
}

/** As the row says it; it counts for nothing, so that nothing in it is refused. */
function removedRow(
  columns: MafColumns,
  row: readonly string[],
  file: string,
  removedBy: readonly string[],
): RemovedVariant {
  const gene = columns.of(row, 'gene');
  const change = normaliseProteinChange(columns.of(row, 'protein') ?? '');
  const chromosome = columns.of(row, 'chromosome') ?? '';
  return {
    file,
    removedBy,
    ...(gene === undefined ? {} : { gene }),
    ...(change === undefined ? {} : { proteinChange: change }),
    chromosome: normaliseChromosome(chromosome) ?? chromosome,
    position: Number(columns.of(row, 'position')),
    reference: columns.of(row, 'reference') ?? '',
    alternate: columns.of(row, 'alternate') ?? '',
  };
}

function readRow(
  columns: MafColumns,
  row: readonly string[],
  names: GeneNames,
  options: ReadOptions,
  place: string,
): SmallVariant | undefined {
  const of = (name: Parameters<MafColumns['of']>[1]): string | undefined => columns.of(row, name);
  const build = of('build');
  const stated =
    build === undefined
      ? options.build
      : /^(GRCh)?38|hg38/i.test(build)
        ? 'GRCh38'
        : /^(GRCh)?37|hg19/i.test(build)
          ? 'GRCh37'
          : undefined;
  if (stated !== options.build) {
    refuse(
      'GENOMICS.WRONG_BUILD',
      `${place}, column NCBI_Build`,
      `the row is on ${build ?? ''}, the report says ${options.build}.`,
      'Correct the build of the assay, or send the file on that build.',
    );
  }
  const position = Number(of('position'));
  if (!Number.isInteger(position) || position < 1) {
    refuse(
      'GENOMICS.BAD_RECORD',
      `${place}, column Start_Position`,
      'the position is not a whole number from 1 on.',
      'Positions are 1-based.',
    );
  }
  const chromosome = normaliseChromosome(of('chromosome') ?? '');
  if (chromosome === undefined) return undefined;
  const length = chromosomeLength(options.build, chromosome) ?? 0;
  if (position > length) {
    refuse(
      'GENOMICS.IMPOSSIBLE_COORDINATE',
      `${place}, column Start_Position`,
      `position ${String(position)} lies beyond chromosome ${chromosome} of ${options.build}, which ends at ${String(length)}.`,
      'Check the build of the assay.',
    );
  }
  const [reference, alternate] = [
    (of('reference') ?? '').toUpperCase(),
    (of('alternate') ?? '').toUpperCase(),
  ];
  if (!/^([ACGTN]+|-)$/.test(reference) || !/^([ACGTN]+|-)$/.test(alternate)) {
    refuse(
      'GENOMICS.BAD_RECORD',
      `${place}, column Reference_Allele or Tumor_Seq_Allele2`,
      'an allele is not made of bases.',
      'Alleles hold A, C, G, T or N, or - for none.',
    );
  }
  const symbol = of('gene');
  const gene: NamedGene | undefined =
    symbol === undefined || symbol === 'Unknown' || symbol === '0' ? undefined : names.name(symbol);
  const protein = normaliseProteinChange(of('protein') ?? '');
  const coding = normaliseCodingChange(of('coding') ?? '');
  const consequence = consequenceFromMafClassification(of('classification') ?? '');
  const exon = Number.parseInt(of('exon') ?? '', 10);
  const transcript = of('transcript');
  return {
    ...gene,
    ...(protein === undefined || protein === '?' ? {} : { proteinChange: protein }),
    ...(coding === undefined ? {} : { codingChange: coding }),
    ...(transcript === undefined ? {} : { transcript }),
    ...(Number.isInteger(exon) && exon > 0 ? { exon } : {}),
    ...(consequence === undefined ? {} : { consequence }),
    genomic: { build: options.build, chromosome, position, reference, alternate },
    ...columns.depths(row),
    origin: options.origin ?? (/^germline$/i.test(of('status') ?? '') ? 'germline' : 'somatic'),
  };
}
