import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import type { SmallVariant } from '@consilium/clinical';
import type { CuratedCode, OncogenicityCode } from './oncogenicity/index.js';

export const oncogenicityClasses = [
  'oncogenic',
  'likely-oncogenic',
  'uncertain',
  'likely-benign',
  'benign',
] as const;
export type OncogenicityClass = (typeof oncogenicityClasses)[number];

export const tierNames = ['I', 'II', 'III', 'IV'] as const;
export type TierName = (typeof tierNames)[number];

/** What a curator sets in place of what the rules gave. */
export type OverrideSubject =
  | { readonly kind: 'oncogenicity'; readonly value: OncogenicityClass }
  /** A code that the data do not decide, or decide wrongly. */
  | { readonly kind: 'code'; readonly code: OncogenicityCode; readonly value: 'applies' | 'does not apply' }
  /** For one tumour type, since a tier belongs to variant, tumour and purpose. */
  | {
      readonly kind: 'tier';
      readonly purpose: 'therapeutic' | 'diagnostic' | 'prognostic';
      readonly tumourType: string;
      readonly value: TierName;
    };

/** Travels with the variant: it holds for every patient of the hospital who has it. */
export interface Override {
  readonly id: string;
  readonly hospital: string;
  readonly gene: string;
  /** Protein change in normal form, else the coding change. */
  readonly change: string;
  readonly subject: OverrideSubject;
  readonly reason: string;
  readonly proposedBy: string;
  /** ISO instants. */
  readonly proposedAt: string;
  readonly review?: {
    readonly decision: 'approved' | 'rejected';
    readonly by: string;
    readonly at: string;
    readonly reason?: string;
  };
}

/** The change by which an override knows a variant; undefined where the variant has no name to go by. */
export const changeOf = ({ proteinChange, codingChange }: SmallVariant): string | undefined =>
  proteinChange ?? codingChange;

export const isApproved = ({ review }: Override): boolean => review?.decision === 'approved';

/** The override of this kind that is in force for a variant: of several, the one approved last. */
export function overrideFor(
  variant: SmallVariant,
  overrides: readonly Override[],
  meant: (subject: OverrideSubject) => boolean,
): Override | undefined {
  const change = changeOf(variant);
  return overrides
    .filter(
      (one) => isApproved(one) && one.gene === variant.gene && one.change === change && meant(one.subject),
    )
    .sort((a, b) => ((a.review?.at ?? '') < (b.review?.at ?? '') ? 1 : -1))[0];
}

/** A second person decides; both what was computed and what was set are kept. */
export function reviewOverride(
  override: Override,
  review: NonNullable<Override['review']>,
): Result<Override, Problem> {
  if (override.review !== undefined) {
    return fail({
      code: 'INTERPRETATION.OVERRIDE_DECIDED',
      place: '',
      message: `It was ${override.review.decision} already.`,
      remedy: 'Propose a new override to change it.',
    });
  }
  if (review.by === override.proposedBy) {
    return fail({
      code: 'INTERPRETATION.SAME_REVIEWER',
      place: '',
      message: 'Whoever proposes an override cannot approve it.',
      remedy: 'Ask a second person to review it.',
    });
  }
  return succeed({ ...override, review });
}

/** The codes that curators set for a variant, the one approved last of each. */
export function curatedCodes(variant: SmallVariant, overrides: readonly Override[]): readonly CuratedCode[] {
  const codes = new Set(overrides.flatMap(({ subject }) => (subject.kind === 'code' ? [subject.code] : [])));
  return [...codes].flatMap((code) => {
    const set = overrideFor(
      variant,
      overrides,
      (subject) => subject.kind === 'code' && subject.code === code,
    );
    return set?.subject.kind === 'code'
      ? [{ code, applies: set.subject.value === 'applies', reason: set.reason, by: set.proposedBy }]
      : [];
  });
}
