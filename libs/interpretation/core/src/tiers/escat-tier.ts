import { assertUnreachable } from '@consilium/kernel';
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

/** What one study showed of one alteration and drug. Nothing is guessed from what is left out. */
export interface EscatFacts {
  /** `similar-alteration`: none of its own, an alteration of the same gene or pathway is tier I. */
  readonly design?:
    | 'randomised'
    | 'prospective'
    | 'basket'
    | 'retrospective'
    | 'similar-alteration'
    | 'preclinical'
    | 'in-silico'
    | 'no-evidence';
  /**
   * `survival`: clinically meaningful gain in a survival end point. `clinical-benefit`: meaningful by ESMO-MCBS, or in a
   * retrospective study against patients without the alteration. `response`: more responses, no survival data yet.
   * `response-without-outcome`: responses, and the outcome was no better. `none`: no effect was seen.
   */
  readonly outcome?: 'survival' | 'clinical-benefit' | 'response' | 'response-without-outcome' | 'none';
  readonly tumour?: 'this' | 'another';
  /** Of a basket trial: the benefit was similar across its tumour types. */
  readonly similarAcrossTumours?: boolean;
}

export type EscatAnswer =
  | { readonly tier: EscatTier }
  /** Undecided: the facts that would settle it, and why where they are stated but fit no tier. */
  | { readonly missing: readonly (keyof EscatFacts)[]; readonly why?: string };

const unsettled = (fact: keyof EscatFacts, why?: string): EscatAnswer => ({
  missing: [fact],
  ...(why === undefined ? {} : { why }),
});

/**
 * The tier of an alteration, drug and tumour from what one study stated (Mateo 2018, PMID 30137196, table 2; PMC9755882,
 * table 1). Where a fact is missing, or those stated fit no tier, the answer names what would settle it.
 */
export function escatTier(facts: EscatFacts): EscatAnswer {
  const { design, outcome } = facts;
  switch (design) {
    case undefined:
      return unsettled('design');
    case 'no-evidence':
      return { tier: 'X' };
    case 'similar-alteration':
      return { tier: 'III-B' };
    case 'in-silico':
    case 'preclinical':
      if (outcome === 'none') return { tier: 'X' };
      return { tier: design === 'preclinical' ? 'IV-A' : 'IV-B' };
    case 'basket':
      return basketTier(facts);
    case 'randomised':
    case 'prospective':
    case 'retrospective':
      return clinicalTier(design, facts);
    default:
      return assertUnreachable(design);
  }
}

/** Similar benefit across tumour types speaks for every tumour; otherwise each tumour of the trial for itself. */
function basketTier(facts: EscatFacts): EscatAnswer {
  const benefit = facts.outcome === 'survival' || facts.outcome === 'clinical-benefit';
  if (!benefit) return clinicalTier('prospective', facts);
  if (facts.similarAcrossTumours === undefined) return unsettled('similarAcrossTumours');
  return facts.similarAcrossTumours ? { tier: 'I-C' } : clinicalTier('prospective', facts);
}

function clinicalTier(
  design: 'randomised' | 'prospective' | 'retrospective',
  { outcome, tumour }: EscatFacts,
): EscatAnswer {
  if (outcome === undefined) return unsettled('outcome');
  if (tumour === undefined) return unsettled('tumour');
  const here = tierHere(design, outcome);
  if (tumour === 'this' || !('tier' in here)) return here;
  // Benefit as in tier I or II. What failed in another tumour says nothing of this one.
  return here.tier.startsWith('I-') || here.tier.startsWith('II-')
    ? { tier: 'III-A' }
    : unsettled('tumour', 'Without benefit in another tumour type: a study in this one would settle it.');
}

function tierHere(
  design: 'randomised' | 'prospective' | 'retrospective',
  outcome: NonNullable<EscatFacts['outcome']>,
): EscatAnswer {
  if (outcome === 'none') return { tier: 'X' };
  if (outcome === 'response-without-outcome') return { tier: 'V' };
  if (design === 'retrospective') {
    return outcome === 'response'
      ? unsettled('outcome', 'Tier II-A asks for benefit against patients without the alteration.')
      : { tier: 'II-A' };
  }
  if (outcome === 'response') return { tier: 'II-B' };
  if (design === 'prospective') return { tier: 'I-B' };
  return outcome === 'survival'
    ? { tier: 'I-A' }
    : unsettled('outcome', 'Tier I-A asks for a gain in a survival end point.');
}

/** Negative where `a` is the stronger. */
export const compareEscat = (a: EscatTier, b: EscatTier): number =>
  escatTiers.indexOf(a) - escatTiers.indexOf(b);
