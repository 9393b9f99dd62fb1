import type { ClinicalFacts } from '@consilium/clinical';
import type { Referral } from './referral.js';

/** What a hospital asks of cases; the defaults are typical of published boards. */
export interface BoardPolicy {
  readonly ecogAtMost: number;
  readonly lifeExpectancyWeeksAtLeast: number;
  /** Standard treatment must be exhausted, or there is no guideline. */
  readonly standardExhausted: boolean;
  /** Least share of tumour cells in the specimen, 0 to 1. */
  readonly tumourFractionAtLeast: number;
}

export const usualPolicy: BoardPolicy = {
  ecogAtMost: 2,
  lifeExpectancyWeeksAtLeast: 12,
  standardExhausted: true,
  tumourFractionAtLeast: 0.2,
};

/** Which rules of inclusion are not met or cannot be answered, in words; empty: the patient fits. */
export function outsideRule(
  policy: BoardPolicy,
  facts: ClinicalFacts | undefined,
  referral: Referral | undefined,
): readonly string[] {
  const ecog = (facts?.performance ?? [])
    .filter(({ scale }) => scale === 'ECOG')
    .reduce<{ value: number; on: string } | undefined>(
      (newest, one) => (newest === undefined || one.on > newest.on ? one : newest),
      undefined,
    )?.value;
  const weeks = facts?.lifeExpectancyWeeks?.value;
  const status = referral?.guidelineStatus;
  return [
    ...(ecog === undefined
      ? ['ECOG is not recorded']
      : ecog > policy.ecogAtMost
        ? [`ECOG is ${String(ecog)}, above ${String(policy.ecogAtMost)}`]
        : []),
    // Nobody estimates it for everyone; only what was said counts against.
    ...(weeks !== undefined && weeks < policy.lifeExpectancyWeeksAtLeast
      ? [`life expectancy is ${String(weeks)} weeks, below ${String(policy.lifeExpectancyWeeksAtLeast)}`]
      : []),
    ...(policy.standardExhausted && status !== 'exhausted' && status !== 'no-guideline'
      ? [
          status === 'not-exhausted'
            ? 'standard treatment is not exhausted'
            : 'whether standard treatment is exhausted is not known',
        ]
      : []),
  ];
}
