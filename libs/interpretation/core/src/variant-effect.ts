import {
  consequenceFromProteinChange,
  parseProteinChange,
  type Consequence,
  type ProteinChange,
  type SmallVariant,
} from '@consilium/clinical';

/** What a variant does: one consequence, or the reason why none is certain. */
export type VariantEffect =
  | { readonly known: true; readonly consequence: Consequence }
  | { readonly known: false; readonly reason: string };

const known = (consequence: Consequence): VariantEffect => ({ known: true, consequence });

/** The parsed protein change, where one was reported that says something. */
export function readChange({ proteinChange }: SmallVariant): ProteinChange | undefined {
  const change = proteinChange === undefined ? undefined : parseProteinChange(proteinChange);
  return change?.kind === 'unknown' ? undefined : change;
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
