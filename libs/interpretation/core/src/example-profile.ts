import type {
  Assay,
  Biomarker,
  Consequence,
  CopyNumberAlteration,
  GeneObservation,
  MolecularProfile,
  ProfilePattern,
  SmallVariant,
  SmallVariantClass,
  SmallVariantPattern,
  StructuralVariant,
} from '@consilium/clinical';
import type { CancerGenes } from './cancer-genes.js';
import { keysOf } from './index-knowledge.js';

interface Findings {
  readonly smallVariants: readonly SmallVariant[];
  readonly copyNumberAlterations: readonly CopyNumberAlteration[];
  readonly structuralVariants: readonly StructuralVariant[];
  readonly biomarkers: readonly Biomarker[];
  readonly observations: readonly GeneObservation[];
}

const nothing: Findings = {
  smallVariants: [],
  copyNumberAlterations: [],
  structuralVariants: [],
  biomarkers: [],
  observations: [],
};

const everything: Assay = {
  name: 'every gene',
  kind: 'genome',
  pairing: 'tumour-only',
  build: 'GRCh38',
  genes: 'all',
  alterations: ['small-variant', 'copy-number', 'structural-variant', 'expression'],
  biomarkers: ['TMB', 'MSI', 'MMR', 'HRD', 'PD-L1'],
};

/**
 * A made-up profile that holds what a pattern asks for and nothing else, to try knowledge and trials against. Of
 * alternatives the first is taken; what must be absent is left out of an assay that covers every gene. Where a pattern
 * leaves the change of a gene open, one that is established as oncogenic stands for it, if `genes` knows one.
 */
export const exampleProfile = (
  pattern: ProfilePattern,
  diagnosis: string,
  genes: CancerGenes = new Map(),
): MolecularProfile => ({
  id: '00000000-0000-4000-8000-000000000000',
  patient: 'example',
  hospital: 'example',
  reportId: 'example',
  version: 1,
  status: 'final',
  issuedAt: '2026-01-01T00:00:00.000Z',
  laboratory: 'example',
  diagnosis,
  specimen: { id: 'example', site: 'example', type: 'other' },
  assay: everything,
  recordCounts: [],
  remarks: [],
  ...findingsFor(pattern, genes),
});

function findingsFor(pattern: ProfilePattern, genes: CancerGenes): Findings {
  if ('all' in pattern) {
    // A change that stands for a gene must not be one that another part excludes.
    const excluded = pattern.all.flatMap((part) => ('not' in part ? keysOf(part.not) : []));
    const left = new Map([...genes].filter(([symbol]) => !excluded.includes(symbol)));
    return pattern.all.map((part) => findingsFor(part, left)).reduce(together, nothing);
  }
  if ('any' in pattern) return pattern.any[0] === undefined ? nothing : findingsFor(pattern.any[0], genes);
  if ('not' in pattern) return nothing;
  if ('smallVariant' in pattern)
    return { ...nothing, smallVariants: [variantFor(pattern.smallVariant, genes)] };
  if ('copyNumber' in pattern) {
    const { gene, states } = pattern.copyNumber;
    return {
      ...nothing,
      copyNumberAlterations: states.slice(0, 1).map((state) => ({ gene, state, origin: 'somatic' })),
    };
  }
  if ('fusion' in pattern) {
    const { gene, fivePrime, threePrime, ...exons } = pattern.fusion;
    // A partner that is left open exists all the same.
    const partner = fivePrime === 'EML4' ? 'KIF5B' : 'EML4';
    const variant: StructuralVariant = {
      kind: 'fusion',
      fivePrimeGene: fivePrime ?? (gene === undefined || threePrime !== undefined ? partner : gene),
      threePrimeGene: threePrime ?? (gene === undefined || fivePrime === undefined ? partner : gene),
      ...exons,
      inFrame: true,
      origin: 'somatic',
    };
    return { ...nothing, structuralVariants: [variant] };
  }
  if ('exonSkipping' in pattern) {
    const { gene, exons } = pattern.exonSkipping;
    return {
      ...nothing,
      structuralVariants: [{ kind: 'exon-skipping', fivePrimeGene: gene, exons, origin: 'somatic' }],
    };
  }
  if ('observation' in pattern) {
    const { gene, feature, states, name } = pattern.observation;
    return {
      ...nothing,
      observations: states
        .slice(0, 1)
        .map((state) => ({ gene, feature, state, ...(name === undefined ? {} : { name }) })),
    };
  }
  const { kind, states, atLeast, scoring } = pattern.biomarker;
  const unit = kind === 'TMB' ? 'mut/Mb' : kind === 'HRD' || scoring === 'CPS' ? 'score' : '%';
  return {
    ...nothing,
    biomarkers: states.slice(0, 1).map((state) => ({
      kind,
      state,
      ...(atLeast === undefined ? {} : { value: atLeast, unit }),
      ...(scoring === undefined ? {} : { scoring }),
    })),
  };
}

const together = (a: Findings, b: Findings): Findings => ({
  smallVariants: [...a.smallVariants, ...b.smallVariants],
  copyNumberAlterations: [...a.copyNumberAlterations, ...b.copyNumberAlterations],
  structuralVariants: [...a.structuralVariants, ...b.structuralVariants],
  biomarkers: [...a.biomarkers, ...b.biomarkers],
  observations: [...a.observations, ...b.observations],
});

/** The release's first exact change of a gene that the pattern allows. */
function establishedChange(
  { gene, codons, residues, exons, classes }: SmallVariantPattern,
  genes: CancerGenes,
): string | undefined {
  const open = classes === undefined || classes.includes('oncogenic') || classes.includes('protein-altering');
  if (!open || residues !== undefined || exons !== undefined) return undefined;
  return genes.get(gene)?.hotspots?.find((hotspot) => {
    const [, codon, to] = /^[A-Z](\d+)([A-Z])$/.exec(hotspot) ?? [];
    return to !== undefined && (codons === undefined || codons.includes(Number(codon)));
  });
}

function variantFor(pattern: SmallVariantPattern, genes: CancerGenes): SmallVariant {
  const { gene, changes, codingChanges, dbSnp, codons, residues, exons, classes, origin } = pattern;
  const wanted = classes?.[0] ?? 'missense';
  const place = codons?.[0] ?? residues?.first ?? 2;
  const byOtherName = codingChanges !== undefined || dbSnp !== undefined;
  const named = changes?.[0] ?? (byOtherName ? undefined : establishedChange(pattern, genes));
  const outside = named === undefined && byOtherName;
  return {
    gene,
    ...(outside || wanted === 'promoter' ? {} : { proteinChange: named ?? changeOf(wanted, place) }),
    ...(named === undefined && !outside ? { consequence: consequenceOf[wanted] } : {}),
    ...(codingChanges?.[0] === undefined ? {} : { codingChange: codingChanges[0] }),
    ...(dbSnp?.[0] === undefined ? {} : { dbSnp: [dbSnp[0]] }),
    ...(exons === undefined ? {} : { exon: exons.first }),
    origin: origin ?? 'somatic',
  };
}

const consequenceOf: Readonly<Record<SmallVariantClass, Consequence>> = {
  missense: 'missense',
  truncating: 'nonsense',
  frameshift: 'frameshift',
  'inframe-deletion': 'inframe-deletion',
  'inframe-insertion': 'inframe-insertion',
  'splice-site': 'splice-site',
  promoter: 'promoter',
  'protein-altering': 'missense',
  oncogenic: 'nonsense',
};

function changeOf(wanted: SmallVariantClass, place: number): string {
  const [here, next] = [String(place), String(place + 1)];
  switch (consequenceOf[wanted]) {
    case 'nonsense':
      return `A${here}*`;
    case 'frameshift':
      return `A${here}fs`;
    case 'inframe-deletion':
      return `A${here}del`;
    case 'inframe-insertion':
      return `A${here}_A${next}insG`;
    case 'splice-site':
      return `X${here}_splice`;
    default:
      return `A${here}C`;
  }
}
