import type { Biomarker, CopyNumberAlteration, SmallVariant, StructuralVariant } from '@consilium/clinical';

/** `BRAF V600E`: the shortest name by which people know the variant. */
export function nameSmallVariant(variant: SmallVariant): string {
  const { genomic } = variant;
  const change =
    variant.proteinChange ??
    variant.codingChange ??
    (genomic === undefined
      ? (variant.consequence ?? 'variant')
      : `${genomic.chromosome}:${String(genomic.position)} ${genomic.reference}>${genomic.alternate} (${genomic.build})`);
  return `${variant.gene ?? 'gene not stated'} ${change}`;
}

export function describeSmallVariant(variant: SmallVariant): string {
  const details = [
    variant.consequence,
    variant.exon === undefined ? undefined : `exon ${String(variant.exon)}`,
    variant.vaf === undefined ? undefined : `allele fraction ${percent(variant.vaf)}`,
    variant.origin === 'unknown' ? 'origin not determined' : variant.origin,
  ];
  return withDetails(nameSmallVariant(variant), details);
}

export function describeCopyNumber({ gene, state, copies, origin }: CopyNumberAlteration): string {
  return withDetails(`${gene} ${state}`, [
    copies === undefined ? undefined : `${String(copies)} copies`,
    origin === 'germline' ? origin : undefined,
  ]);
}

export function nameStructuralVariant({
  kind,
  fivePrimeGene,
  threePrimeGene,
  exons,
}: StructuralVariant): string {
  const genes = [fivePrimeGene, threePrimeGene].filter((gene) => gene !== undefined);
  const named = genes.length === 0 ? 'genes not stated' : genes.join('::');
  if (exons === undefined) return `${named} ${kind}`;
  const range =
    exons.first === exons.last ? String(exons.first) : `${String(exons.first)}-${String(exons.last)}`;
  return `${named} ${kind} (exon ${range})`;
}

export function describeStructuralVariant(variant: StructuralVariant): string {
  const { inFrame, supportingReads } = variant;
  return withDetails(nameStructuralVariant(variant), [
    inFrame === undefined ? undefined : inFrame ? 'in frame' : 'out of frame',
    supportingReads === undefined ? undefined : `${String(supportingReads)} supporting reads`,
  ]);
}

export function describeBiomarker({ kind, state, value, unit, scoring, clone, method }: Biomarker): string {
  const name = scoring === undefined ? kind : `${kind} ${scoring}`;
  return withDetails(`${name} ${state}`, [
    value === undefined ? undefined : `${String(value)} ${unit ?? '(unit not stated)'}`,
    clone === undefined ? undefined : `clone ${clone}`,
    method,
  ]);
}

const percent = (fraction: number): string => `${String(Math.round(fraction * 1000) / 10)} %`;

function withDetails(name: string, details: readonly (string | undefined)[]): string {
  const given = details.filter((detail) => detail !== undefined);
  return given.length === 0 ? name : `${name} (${given.join(', ')})`;
}
