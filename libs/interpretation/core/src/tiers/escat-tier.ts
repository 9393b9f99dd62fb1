import { escatTiers, type EscatTier } from '@consilium/knowledge-core';

export const escatMeaning: Readonly<
  Record<EscatTier, { readonly means: string; readonly implication: string }>
> = {
  'I-A': {
    means: 'prospective randomised trials in this tumour, clinically meaningful survival gain',
    implication: 'standard of care',
  },
  'I-B': {
    means: 'prospective non-randomised trials in this tumour, meaningful benefit by ESMO-MCBS',
    implication: 'standard of care',
  },
  'I-C': {
    means: 'trials across tumour types (basket), similar benefit in each',
    implication: 'standard of care',
  },
  'II-A': {
    means: 'retrospective: patients with the alteration benefit more than those without',
    implication: 'preferable, within collection of evidence',
  },
  'II-B': {
    means: 'prospective: more responses, no data on survival yet',
    implication: 'preferable, within collection of evidence',
  },
  'III-A': { means: 'benefit as in tier I or II, in another tumour type', implication: 'discuss trials' },
  'III-B': {
    means: 'predicted effect like that of a tier I alteration of the same gene or pathway, no clinical data',
    implication: 'discuss trials',
  },
  'IV-A': { means: 'preclinical, in vitro or in vivo', implication: 'early trials; hypothetical' },
  'IV-B': { means: 'in silico only', implication: 'early trials; hypothetical' },
  V: { means: 'responses without better outcome', implication: 'trials of combinations' },
  X: { means: 'no evidence', implication: 'not to be used for decisions' },
};

/** What a study showed of one alteration and drug. Nothing is guessed from what is left out. */
export interface EscatFacts {
  readonly design?:
    | 'randomised'
    | 'prospective'
    | 'basket'
    | 'retrospective'
    | 'similar-alteration'
    | 'preclinical'
    | 'in-silico'
    | 'no-evidence';
  readonly outcome?: 'survival' | 'clinical-benefit' | 'response' | 'response-without-outcome' | 'none';
  readonly tumour?: 'this' | 'another';
}

export type EscatAnswer =
  | { readonly tier: EscatTier }
  /** Undecided: the facts that are missing. */
  | { readonly missing: readonly (keyof EscatFacts)[] };

/** The tier of an alteration, drug and tumour from stated facts; where one is missing, its name instead of a guess. */
export function escatTier({ design, outcome, tumour }: EscatFacts): EscatAnswer {
  if (design === undefined) return { missing: ['design'] };
  if (design === 'no-evidence') return { tier: 'X' };
  if (design === 'in-silico') return { tier: 'IV-B' };
  if (design === 'preclinical') return { tier: 'IV-A' };
  if (design === 'similar-alteration') return { tier: 'III-B' };
  if (outcome === undefined) return { missing: ['outcome'] };
  if (outcome === 'none') return { tier: 'X' };
  if (outcome === 'response-without-outcome') return { tier: 'V' };
  // A basket trial speaks for every tumour in it.
  if (design === 'basket') return outcome === 'response' ? { tier: 'II-B' } : { tier: 'I-C' };
  if (tumour === undefined) return { missing: ['tumour'] };
  if (tumour === 'another') return { tier: 'III-A' };
  if (design === 'retrospective') return { tier: 'II-A' };
  if (outcome === 'response') return { tier: 'II-B' };
  return { tier: design === 'randomised' && outcome === 'survival' ? 'I-A' : 'I-B' };
}

/** Negative where `a` is the stronger. */
export const compareEscat = (a: EscatTier, b: EscatTier): number =>
  escatTiers.indexOf(a) - escatTiers.indexOf(b);
