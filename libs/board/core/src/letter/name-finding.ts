import type {
  CopyNumberAlteration,
  GeneObservation,
  MutationalSignature,
  SmallVariant,
  StructuralVariant,
} from '@consilium/clinical';

/** `BRAF V600E`: the shortest name by which people know the variant. */
export function nameSmallVariant({ gene, proteinChange, codingChange, genomic, consequence }: SmallVariant) {
  const place =
    genomic === undefined
      ? (consequence ?? 'variant')
      : `${genomic.chromosome}:${String(genomic.position)} ${genomic.reference}>${genomic.alternate} (${genomic.build})`;
  return `${gene ?? 'gene not stated'} ${proteinChange ?? codingChange ?? place}`;
}

export const nameCopyNumber = ({ gene, state }: CopyNumberAlteration): string => `${gene} ${state}`;

export function nameStructuralVariant({ kind, fivePrimeGene, threePrimeGene, exons }: StructuralVariant) {
  const genes = [fivePrimeGene, threePrimeGene].filter((gene) => gene !== undefined);
  const named = `${genes.length === 0 ? 'genes not stated' : genes.join('::')} ${kind}`;
  if (exons === undefined) return named;
  const { first, last } = exons;
  return `${named} (exon ${first === last ? String(first) : `${String(first)}-${String(last)}`})`;
}

export const nameObservation = ({ gene, name, feature, state }: GeneObservation): string =>
  [gene, name, feature.replaceAll('-', ' '), state].filter((part) => part !== undefined).join(' ');

export const nameSignature = ({ name, state }: MutationalSignature): string => `${name} ${state}`;

/** What a therapy is called: its drugs, or the class it stands for. */
export const nameTherapy = ({
  drugs,
  drugClass,
  withoutClass,
}: {
  readonly drugs: readonly string[];
  readonly drugClass?: string;
  readonly withoutClass?: string;
}): string =>
  drugs.length > 0
    ? drugs.join(' + ')
    : `${drugClass ?? 'therapy not named'}${withoutClass === undefined ? '' : ` without ${withoutClass}`}`;
