import { assertUnreachable } from '@consilium/kernel';
import { parseProteinChange } from './parse-protein-change.js';
import type { ProteinChange, ResidueRange } from './protein-change.js';

/** The normal form: one-letter, without `p.`, nothing that the rest implies. Reads back as the same change. */
export function formatProteinChange(change: ProteinChange): string {
  switch (change.kind) {
    case 'substitution':
      return `${change.from}${String(change.position)}${change.to}`;
    case 'synonymous':
      return `${change.from}${String(change.position)}=`;
    case 'nonsense':
      return `${change.from}${String(change.position)}*`;
    case 'frameshift':
      return `${change.from}${String(change.position)}${change.to ?? ''}fs${change.stopAfter === undefined ? '' : `*${String(change.stopAfter)}`}`;
    case 'deletion':
      return `${span(change.range)}del`;
    case 'duplication':
      return `${span(change.range)}dup`;
    case 'insertion':
      return `${span(change.range)}ins${change.inserted}`;
    case 'deletion-insertion':
      return `${span(change.range)}delins${change.inserted}`;
    case 'start-lost':
      return 'M1?';
    case 'stop-lost':
      return `*${String(change.position)}${change.to ?? ''}ext*${change.extension === undefined ? '' : String(change.extension)}`;
    case 'splice':
      return `X${String(change.position)}_splice`;
    case 'unknown':
      return '?';
    default:
      return assertUnreachable(change);
  }
}

/** `p.Val600Glu` → `V600E`; undefined for what is no protein change. */
export function normaliseProteinChange(text: string): string | undefined {
  const change = parseProteinChange(text);
  return change === undefined ? undefined : formatProteinChange(change);
}

/** Residues a change touches, ends included; undefined where it does not say. */
export function residuesOf(
  change: ProteinChange,
): { readonly first: number; readonly last: number } | undefined {
  if (change.kind === 'unknown') return undefined;
  if ('range' in change) return { first: change.range.first, last: change.range.last };
  return { first: change.position, last: change.position };
}

const span = ({ first, last, firstResidue, lastResidue }: ResidueRange): string =>
  first === last
    ? `${firstResidue ?? ''}${String(first)}`
    : `${firstResidue ?? ''}${String(first)}_${lastResidue ?? ''}${String(last)}`;
