import {
  chromosomeLength,
  normaliseChromosome,
  type Assay,
  type GermlineGenotype,
  type PharmacogeneTests,
  type ReportedPharmacogene,
} from '@consilium/clinical';
import type { LabSequencingReportV1 } from '@consilium/contracts';
import type { ReportRemarks } from './report-remarks.js';

type Reported = NonNullable<NonNullable<LabSequencingReportV1['findings']>['pharmacogenes']>;

/** A called gene without its diplotype, and a position off its chromosome, say nothing that a dose may rest on. */
export function readPharmacogenes(
  { source, reported = [], genotypes = [] }: Reported,
  assay: Assay,
  notes: ReportRemarks,
): PharmacogeneTests {
  return {
    source,
    reported: reported.map((one, index) => readGene(one, index, notes)),
    genotypes: genotypes.map((one, index) => readGenotype(one, index, assay, notes)),
  };
}

function readGene(
  { gene, state, diplotype, method }: NonNullable<Reported['reported']>[number],
  index: number,
  notes: ReportRemarks,
): ReportedPharmacogene {
  const place = `/findings/pharmacogenes/reported/${String(index)}`;
  if (state === 'called' && diplotype === undefined) {
    notes.refuse(
      'GENOMICS.CONTRADICTION',
      `${place}/diplotype`,
      `${gene} is called, but its diplotype is not given.`,
      'Send the diplotype, for instance *1/*4, or the state that holds.',
    );
  }
  return {
    gene: notes.gene(gene, `${place}/gene`).gene,
    state,
    ...(diplotype === undefined ? {} : { diplotype }),
    ...(method === undefined ? {} : { method }),
  };
}

function readGenotype(
  {
    chromosome: text,
    position,
    reference,
    alternate,
    genotype,
    phased,
  }: NonNullable<Reported['genotypes']>[number],
  index: number,
  assay: Assay,
  notes: ReportRemarks,
): GermlineGenotype {
  const place = `/findings/pharmacogenes/genotypes/${String(index)}`;
  const chromosome = normaliseChromosome(text) ?? text;
  const length = chromosomeLength(assay.build, chromosome);
  if (length !== undefined && position > length) {
    notes.refuse(
      'GENOMICS.IMPOSSIBLE_COORDINATE',
      `${place}/position`,
      `position ${String(position)} lies beyond chromosome ${chromosome} of ${assay.build}, which ends at ${String(length)}.`,
      'Correct the position, or the build of the assay.',
    );
  }
  if (alternate === undefined && !['0/0', '0', './.'].includes(genotype)) {
    notes.refuse(
      'GENOMICS.CONTRADICTION',
      `${place}/alternate`,
      `the genotype ${genotype} names an allele that is not given.`,
      'Send the alternate allele.',
    );
  }
  return {
    chromosome,
    position,
    reference: reference.toUpperCase(),
    ...(alternate === undefined ? {} : { alternate: alternate.toUpperCase() }),
    genotype,
    ...(phased === undefined ? {} : { phased }),
  };
}
