import {
  consequenceFromProteinChange,
  formatProteinChange,
  parseProteinChange,
  type Consequence,
  type ProteinChange,
  type SmallVariant,
} from '@consilium/clinical';
import type { CancerGene } from '@consilium/knowledge-core';

/** What a variant does: one consequence, or the reason why none is certain. */
export type VariantEffect =
  | { readonly known: true; readonly consequence: Consequence }
  | { readonly known: false; readonly reason: string };

const known = (consequence: Consequence): VariantEffect => ({ known: true, consequence });

interface ReadChange {
  readonly change?: ProteinChange;
  readonly normalForm?: string;
}

const nothing: ReadChange = {};

const read = ({ proteinChange }: SmallVariant): ReadChange =>
  proteinChange === undefined ? nothing : readText(proteinChange);

/** A variant is asked by many questions, and hotspots come up in one patient after the other. */
const byText = new Map<string, ReadChange>();
const mostTexts = 50_000;

function readText(text: string): ReadChange {
  const known = byText.get(text);
  if (known !== undefined) return known;
  const change = parseProteinChange(text);
  const fresh: ReadChange =
    change === undefined || change.kind === 'unknown'
      ? {}
      : { change, normalForm: formatProteinChange(change) };
  if (byText.size >= mostTexts) byText.clear();
  byText.set(text, fresh);
  return fresh;
}

/** The parsed protein change, where one was reported that says something. */
export const readChange = (variant: SmallVariant): ProteinChange | undefined => read(variant).change;

/** The same change in normal form. */
export const normalChangeOf = (variant: SmallVariant): string | undefined => read(variant).normalForm;

/** `W288Cfs*12` → `W288fs`; undefined for what is no frameshift. */
export function shortFrameshift(normalForm: string): string | undefined {
  const [, place] = /^([A-Z]\d+)[A-Z]?fs(?:\*\d+)?$/.exec(normalForm) ?? [];
  return place === undefined ? undefined : `${place}fs`;
}

/** Truncating: the protein ends early or is not made (nonsense, frameshift, splice site, start lost). */
export const truncates = (consequence: Consequence): boolean =>
  ['nonsense', 'frameshift', 'splice-site', 'start-lost'].includes(consequence);

/** The effect by the reported consequence and the protein change; where they contradict each other, not known. */
export function effectOf(variant: SmallVariant, name: string): VariantEffect {
  const reported = variant.consequence;
  const change = readChange(variant);
  const derived = change === undefined ? undefined : consequenceFromProteinChange(change);
  // A splice site is not seen in the protein change, which names the residue the base would otherwise code for.
  if (reported === 'splice-site') return known(reported);
  if (derived === undefined) {
    return reported === undefined || reported === 'other'
      ? { known: false, reason: `The effect of ${name} on the protein is not reported.` }
      : known(reported);
  }
  if (reported === undefined || reported === 'other' || reported === 'splice-region') return known(derived);
  if (reported === derived || (truncates(reported) && truncates(derived))) return known(reported);
  // Laboratories name a deletion-insertion by its larger half.
  if (change?.kind === 'deletion-insertion' && folded.includes(reported)) return known(reported);
  return {
    known: false,
    reason: `The reported consequence (${reported}) and protein change of ${name} disagree.`,
  };
}

const folded: readonly Consequence[] = ['missense', 'inframe-deletion', 'inframe-insertion'];

/** Exact; of frameshifts by residue and, where wanted, by where the protein ends (`L367fs*46` is `L367Tfs*46`). */
export function sameChange(wanted: string, found: string): boolean {
  if (wanted === found) return true;
  const [, place, stop] = frameshift.exec(wanted) ?? [];
  const [, foundPlace, foundStop] = frameshift.exec(found) ?? [];
  return place !== undefined && place === foundPlace && (stop === undefined || stop === foundStop);
}

const frameshift = /^([A-Z]\d+)[A-Z]?fs(?:\*(\d+))?$/;

/**
 * Whether a truncation in this gene is known to take its product away: not where that is not how the gene fails, and not
 * near the 3′ end, where the transcript may escape decay (BRCA2 K3326*).
 */
export function losesProduct(variant: SmallVariant, gene: CancerGene): boolean {
  const { nmdEscapeFrom, truncationUncertain } = gene;
  if (truncationUncertain === true) return false;
  const change = readChange(variant);
  const position = change !== undefined && 'position' in change ? change.position : undefined;
  return position === undefined || nmdEscapeFrom === undefined || position < nmdEscapeFrom;
}
