import type { Variant } from '@gmod/vcf';
import { parseBreakend } from '@gmod/vcf';
import {
  normaliseChromosome,
  type Breakpoint,
  type GenomeBuild,
  type StructuralKind,
  type StructuralVariant,
} from '@consilium/clinical';

const kinds: Readonly<Record<string, StructuralKind>> = {
  DEL: 'deletion',
  DUP: 'duplication',
  INV: 'inversion',
  INS: 'insertion',
  TRA: 'translocation',
  BND: 'breakend',
  CNV: 'rearrangement',
};

/** A symbolic allele (`<DEL>`) or a breakend (`]15:80623247]C`), with both ends where they are given. */
export function readStructural(
  record: Variant,
  alternate: string,
  at: { readonly chromosome: string; readonly position: number; readonly build: GenomeBuild },
): Omit<StructuralVariant, 'origin'> {
  const symbol = /^<([A-Z]+)/.exec(alternate)?.[1] ?? text(record, 'SVTYPE') ?? 'BND';
  const mate = mateOf(record, alternate, at);
  const kind = (Object.hasOwn(kinds, symbol) ? kinds[symbol] : undefined) ?? 'rearrangement';
  const here: Breakpoint = { build: at.build, chromosome: at.chromosome, position: at.position };
  const reads = Number(text(record, 'SR') ?? NaN) + Number(text(record, 'PE') ?? NaN);
  return {
    kind:
      kind === 'breakend' && mate !== undefined && mate.chromosome !== at.chromosome ? 'translocation' : kind,
    breakpoints: mate === undefined ? [here] : [here, mate],
    ...(Number.isInteger(reads) ? { supportingReads: reads } : {}),
  };
}

function mateOf(
  record: Variant,
  alternate: string,
  at: { chromosome: string; build: GenomeBuild },
): Breakpoint | undefined {
  const match = /^(.+):(\d+)$/.exec(readMate(alternate) ?? '');
  const chromosome = normaliseChromosome(match?.[1] ?? text(record, 'CHR2') ?? at.chromosome);
  const position = Number(match?.[2] ?? text(record, 'END') ?? NaN);
  return chromosome === undefined || !Number.isInteger(position) || position < 1
    ? undefined
    : { build: at.build, chromosome, position };
}

function readMate(alternate: string): string | undefined {
  try {
    return parseBreakend(alternate)?.MatePosition;
  } catch {
    // A spelling the library does not know still has its INFO fields.
    return undefined;
  }
}

function text(record: Variant, field: string): string | undefined {
  const value = record.INFO[field];
  return Array.isArray(value) && value[0] !== undefined ? String(value[0]) : undefined;
}
