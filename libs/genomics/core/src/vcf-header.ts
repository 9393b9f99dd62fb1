import VCFParser from '@gmod/vcf';
import { buildOfLength, normaliseChromosome, type GenomeBuild } from '@consilium/clinical';
import { refuse } from './genomics.errors.js';
import type { ReadOptions } from './file-findings.js';
import type { Line } from './read-lines.js';

export interface VcfHeader {
  readonly parser: VCFParser;
  readonly columns: number;
  readonly samples: readonly string[];
  /** The tumour's sample; absent for a file without sample columns. */
  readonly tumour: string | undefined;
}

/** Understands the header once its last line (`#CHROM`) is read. */
export function readVcfHeader(lines: readonly Line[], options: ReadOptions): VcfHeader {
  const { file } = options;
  const last = lines.at(-1);
  if (lines[0]?.text.startsWith('##fileformat=VCF') !== true) {
    refuse(
      'GENOMICS.BROKEN_HEADER',
      `${file}, line 1`,
      'the header does not begin with ##fileformat=VCF.',
      'Send the whole VCF, its header included.',
    );
  }
  const place = `${file}, line ${String(last?.number ?? 1)}`;
  const columns = last?.text.split('\t') ?? [];
  if (columns.slice(0, 8).join(' ') !== '#CHROM POS ID REF ALT QUAL FILTER INFO') {
    refuse(
      'GENOMICS.BROKEN_HEADER',
      place,
      'the line before the records is not #CHROM POS ID REF ALT QUAL FILTER INFO, parted by tabs.',
      'Send the VCF as its caller wrote it.',
    );
  }
  checkBuild(lines, options);
  const samples = columns.slice(9);
  if (new Set(samples).size !== samples.length) {
    refuse(
      'GENOMICS.BROKEN_HEADER',
      place,
      'two sample columns have the same name.',
      'Give each sample a name of its own.',
    );
  }
  return {
    parser: makeParser(lines, place),
    columns: columns.length,
    samples,
    tumour: tumourSample(lines, samples, options, place),
  };
}

function makeParser(lines: readonly Line[], place: string): VCFParser {
  try {
    return new VCFParser({ header: lines.map(({ text }) => text).join('\n'), strict: false });
  } catch (fault) {
    const why = fault instanceof Error ? fault.message.slice(0, 120) : '';
    return refuse(
      'GENOMICS.BROKEN_HEADER',
      place,
      `the header cannot be read (${why}).`,
      'Send the VCF as its caller wrote it.',
    );
  }
}

/** The header's contig lengths, or else the name of its reference, must not contradict the report. */
function checkBuild(lines: readonly Line[], { file, build }: ReadOptions): void {
  for (const { text, number } of lines) {
    const stated = text.startsWith('##contig=')
      ? buildOfContig(text)
      : text.startsWith('##reference=')
        ? buildOfName(text)
        : undefined;
    if (stated !== undefined && stated !== build) {
      refuse(
        'GENOMICS.WRONG_BUILD',
        `${file}, line ${String(number)}`,
        `the file is on ${stated}, the report says ${build}.`,
        'Correct the build of the assay, or send the file on the build stated.',
      );
    }
  }
}

function buildOfContig(text: string): GenomeBuild | undefined {
  const id = /[<,]ID=([^,>]+)/.exec(text)?.[1];
  const length = /[<,]length=(\d+)/.exec(text)?.[1];
  const chromosome = id === undefined ? undefined : normaliseChromosome(id);
  return chromosome === undefined || length === undefined
    ? undefined
    : buildOfLength(chromosome, Number(length));
}

function buildOfName(text: string): GenomeBuild | undefined {
  const old = /GRCh37|hg19|b37|hs37d5/i.test(text);
  const current = /GRCh38|hg38/i.test(text);
  return old === current ? undefined : old ? 'GRCh37' : 'GRCh38';
}

function tumourSample(
  lines: readonly Line[],
  samples: readonly string[],
  options: ReadOptions,
  place: string,
): string | undefined {
  const named = options.tumourSample ?? headerValue(lines, 'tumor_sample');
  if (named !== undefined) {
    if (samples.includes(named)) return named;
    return refuse(
      'GENOMICS.WHICH_SAMPLE',
      place,
      `there is no sample ${named}; the samples are ${samples.join(', ')}.`,
      'Correct tumourSample.',
    );
  }
  if (samples.length < 2) return samples[0];
  const normal = options.normalSample ?? headerValue(lines, 'normal_sample');
  const left = samples.filter((sample) => sample !== normal && !looksNormal(sample));
  const sure = left.filter(looksTumour);
  const found = sure.length === 1 ? sure[0] : left.length === 1 ? left[0] : undefined;
  return (
    found ??
    refuse(
      'GENOMICS.WHICH_SAMPLE',
      place,
      `the header does not tell which sample is the tumour: ${samples.join(', ')}.`,
      'Name it as tumourSample.',
    )
  );
}

const headerValue = (lines: readonly Line[], name: string): string | undefined =>
  lines.find(({ text }) => text.startsWith(`##${name}=`))?.text.slice(name.length + 3);

/** TCGA barcodes say it by number: 01 to 09 tumour, 10 to 14 normal. */
const looksTumour = (sample: string): boolean =>
  /(^|[^a-z])(tumou?r|primary|metastasis)([^a-z]|$)/i.test(sample) ||
  /[-_.]T$/.test(sample) ||
  /^TCGA-\w\w-\w{4}-0[1-9]/.test(sample);
const looksNormal = (sample: string): boolean =>
  /(^|[^a-z])(normal|germline|blood)([^a-z]|$)/i.test(sample) ||
  /[-_.][NB]$/.test(sample) ||
  /^TCGA-\w\w-\w{4}-1[0-4]/.test(sample);
