import {
  assayCovers,
  chromosomeLength,
  consequenceFromProteinChange,
  formatProteinChange,
  normaliseChromosome,
  normaliseCodingChange,
  parseProteinChange,
  type AlterationClass,
  type Assay,
  type CopyNumberAlteration,
  type GenomicChange,
  type SmallVariant,
  type StructuralVariant,
} from '@consilium/clinical';
import type { LabSequencingReportV1 } from '@consilium/contracts';
import type { ReportRemarks } from './report-remarks.js';

type Findings = NonNullable<LabSequencingReportV1['findings']>;
type Inline<K extends keyof Findings> = NonNullable<Findings[K]>;

export function readInlineVariants(
  list: Inline<'smallVariants'>,
  assay: Assay,
  notes: ReportRemarks,
): readonly SmallVariant[] {
  return list.map((reported, index) => {
    const place = `/findings/smallVariants/${String(index)}`;
    const named = notes.gene(reported.gene, `${place}/gene`);
    noteCoverage(assay, 'small-variant', named.gene, notes);
    const protein = readProtein(reported, place, notes);
    const coding = readCoding(reported.codingChange, `${place}/codingChange`, notes);
    const genomic = readGenomic(reported.genomic, assay, `${place}/genomic`, notes);
    const consequence = reported.consequence ?? protein?.consequence;
    return {
      ...named,
      ...(protein?.text === undefined ? {} : { proteinChange: protein.text }),
      ...(coding === undefined ? {} : { codingChange: coding }),
      ...(reported.transcript === undefined ? {} : { transcript: reported.transcript }),
      ...(reported.exon === undefined ? {} : { exon: reported.exon }),
      ...(consequence === undefined ? {} : { consequence }),
      ...(genomic === undefined ? {} : { genomic }),
      ...(reported.vaf === undefined ? {} : { vaf: reported.vaf }),
      ...(reported.depth === undefined ? {} : { depth: reported.depth }),
      origin: reported.origin ?? 'somatic',
      ...(reported.significance === undefined ? {} : { significanceAsReported: reported.significance }),
      ...(reported.dbSnp === undefined ? {} : { dbSnp: reported.dbSnp }),
      ...(reported.populationFrequency === undefined
        ? {}
        : { populationFrequency: reported.populationFrequency }),
    };
  });
}

type Reported = Inline<'smallVariants'>[number];

function readProtein(
  reported: Reported,
  place: string,
  notes: ReportRemarks,
): { text?: string; consequence?: NonNullable<SmallVariant['consequence']> } | undefined {
  if (reported.proteinChange === undefined) return undefined;
  const change = parseProteinChange(reported.proteinChange);
  if (change === undefined) {
    notes.refuse(
      'GENOMICS.UNREADABLE_CHANGE',
      `${place}/proteinChange`,
      `"${reported.proteinChange.slice(0, 60)}" is no protein change.`,
      'Send HGVS, for instance p.Val600Glu or V600E.',
    );
    return undefined;
  }
  const derived = consequenceFromProteinChange(change);
  if (derived !== undefined && contradicts(derived, reported.consequence)) {
    notes.refuse(
      'GENOMICS.CONTRADICTION',
      `${place}/consequence`,
      `${reported.proteinChange} is ${derived}, not ${reported.consequence ?? ''}.`,
      'Correct the change or its consequence.',
    );
  }
  if (change.kind === 'unknown') return {};
  return { text: formatProteinChange(change), ...(derived === undefined ? {} : { consequence: derived }) };
}

/** A splice variant may be named by any protein change it leads to; other pairs must agree. */
const contradicts = (derived: string, stated: string | undefined): boolean =>
  stated !== undefined &&
  stated !== derived &&
  !['splice-site', 'splice-region', 'other', 'stop-lost', 'start-lost'].includes(stated) &&
  derived !== 'splice-site' &&
  !(stated.startsWith('inframe') && derived !== 'synonymous') &&
  !(derived.startsWith('inframe') && stated !== 'synonymous');

function readCoding(text: string | undefined, place: string, notes: ReportRemarks): string | undefined {
  if (text === undefined) return undefined;
  const coding = normaliseCodingChange(text);
  if (coding === undefined) {
    notes.refuse(
      'GENOMICS.UNREADABLE_CHANGE',
      place,
      `"${text.slice(0, 60)}" is no coding change.`,
      'Send HGVS, for instance c.1799T>A.',
    );
  }
  return coding;
}

function readGenomic(
  reported: Reported['genomic'],
  assay: Assay,
  place: string,
  notes: ReportRemarks,
): GenomicChange | undefined {
  if (reported === undefined) return undefined;
  const chromosome = checkPosition(reported.chromosome, reported.position, assay, place, notes);
  return {
    build: assay.build,
    chromosome,
    position: reported.position,
    reference: reported.reference.toUpperCase(),
    alternate: reported.alternate.toUpperCase(),
  };
}

function checkPosition(
  text: string,
  position: number,
  assay: Assay,
  place: string,
  notes: ReportRemarks,
): string {
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
  return chromosome;
}

/** A finding outside what the assay says it covers is kept, and said. */
function noteCoverage(assay: Assay, alteration: AlterationClass, gene: string, notes: ReportRemarks): void {
  if (!assayCovers(assay, alteration, gene)) {
    notes.remark(
      `${gene} (${alteration.replaceAll('-', ' ')}) was reported although the assay does not list it as covered.`,
    );
  }
}

export function readCopyNumber(
  list: Inline<'copyNumberAlterations'>,
  assay: Assay,
  notes: ReportRemarks,
): readonly CopyNumberAlteration[] {
  return list.map((reported, index) => {
    const named = notes.gene(reported.gene, `/findings/copyNumberAlterations/${String(index)}/gene`);
    noteCoverage(assay, 'copy-number', named.gene, notes);
    return {
      ...named,
      state: reported.state,
      ...(reported.copies === undefined ? {} : { copies: reported.copies }),
      origin: reported.origin ?? 'somatic',
    };
  });
}

export function readStructuralVariants(
  list: Inline<'structuralVariants'>,
  assay: Assay,
  notes: ReportRemarks,
): readonly StructuralVariant[] {
  return list.map((reported, index) => {
    const place = `/findings/structuralVariants/${String(index)}`;
    const five =
      reported.fivePrimeGene === undefined
        ? undefined
        : notes.gene(reported.fivePrimeGene, `${place}/fivePrimeGene`);
    const three =
      reported.threePrimeGene === undefined
        ? undefined
        : notes.gene(reported.threePrimeGene, `${place}/threePrimeGene`);
    const genes = [five, three].filter((named) => named !== undefined);
    if (!genes.some(({ gene }) => assayCovers(assay, 'structural-variant', gene))) {
      noteCoverage(assay, 'structural-variant', genes[0]?.gene ?? '', notes);
    }
    if (reported.exons !== undefined && reported.exons.last < reported.exons.first) {
      notes.refuse(
        'GENOMICS.CONTRADICTION',
        `${place}/exons`,
        'the last exon lies before the first.',
        'Give the lower number first.',
      );
    }
    const aliases = genes.flatMap(({ geneAsReported }) => geneAsReported ?? []);
    return {
      kind: reported.kind,
      ...(five === undefined ? {} : { fivePrimeGene: five.gene }),
      ...(three === undefined ? {} : { threePrimeGene: three.gene }),
      ...(aliases.length === 0 ? {} : { genesAsReported: aliases }),
      ...(reported.exons === undefined ? {} : { exons: reported.exons }),
      ...(reported.fivePrimeExon === undefined ? {} : { fivePrimeExon: reported.fivePrimeExon }),
      ...(reported.threePrimeExon === undefined ? {} : { threePrimeExon: reported.threePrimeExon }),
      ...(reported.inFrame === undefined ? {} : { inFrame: reported.inFrame }),
      ...(reported.breakpoints === undefined
        ? {}
        : {
            breakpoints: reported.breakpoints.map(({ chromosome, position }, end) => ({
              build: assay.build,
              chromosome: checkPosition(
                chromosome,
                position,
                assay,
                `${place}/breakpoints/${String(end)}`,
                notes,
              ),
              position,
            })),
          }),
      ...(reported.supportingReads === undefined ? {} : { supportingReads: reported.supportingReads }),
      origin: reported.origin ?? 'somatic',
    };
  });
}
