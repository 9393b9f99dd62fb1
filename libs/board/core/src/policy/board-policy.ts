import type { ClinicalFacts } from '@consilium/clinical';
import type { CaseState } from '../case/case-state.js';
import type { Referral } from '../case/referral.js';
import type { Role } from '../case/role.js';

/** How long a case may stand where it stands, and who is reminded of it. */
export interface Deadline {
  readonly days: number;
  /** Mondays to Fridays that are no holiday; else every day. */
  readonly working: boolean;
  readonly owner: Role;
  /** Who is told besides when the time is over. */
  readonly escalateTo: Role;
}

/** What a hospital asks of cases, and of those who work on them. */
export interface BoardPolicy {
  readonly ecogAtMost: number;
  readonly lifeExpectancyWeeksAtLeast: number;
  /** Standard treatment must be exhausted, or there is no guideline. */
  readonly standardExhausted: boolean;
  /** Least share of tumour cells in the specimen, 0 to 1. */
  readonly tumourFractionAtLeast: number;
  readonly deadlines: Readonly<Partial<Record<CaseState, Deadline>>>;
  /** Of the decision, from the day the letter was sent. */
  readonly decision: Deadline;
  /** Weeks after the first signature at which the outcome is asked for. */
  readonly followUpWeeks: readonly number[];
  /** ISO dates. */
  readonly holidays: readonly string[];
}

const within = (days: number, working: boolean, owner: Role, escalateTo: Role): Deadline => ({
  days,
  working,
  owner,
  escalateTo,
});

/**
 * What holds until a hospital says otherwise. The rules of inclusion are typical of published boards; the outcome is
 * asked for after 6 weeks, 3, 6 and 12 months; the other times are proposals of ours.
 */
export const usualPolicy: BoardPolicy = {
  ecogAtMost: 2,
  lifeExpectancyWeeksAtLeast: 12,
  standardExhausted: true,
  tumourFractionAtLeast: 0.2,
  deadlines: {
    draft: within(3, false, 'referrer', 'referrer'),
    returned: within(3, false, 'referrer', 'coordinator'),
    referred: within(1, true, 'coordinator', 'chair'),
    triaged: within(2, true, 'coordinator', 'chair'),
    'awaiting-data': within(28, false, 'coordinator', 'chair'),
    'in-preparation': within(5, true, 'curator', 'coordinator'),
    'under-review': within(2, true, 'second-reviewer', 'coordinator'),
    ready: within(7, false, 'coordinator', 'chair'),
    postponed: within(7, false, 'coordinator', 'chair'),
    'on-hold': within(14, false, 'coordinator', 'referrer'),
    recommended: within(2, true, 'chair', 'coordinator'),
    amended: within(2, true, 'chair', 'coordinator'),
    signed: within(1, true, 'coordinator', 'chair'),
    communicated: within(3, false, 'referrer', 'coordinator'),
  },
  decision: within(14, false, 'referrer', 'coordinator'),
  followUpWeeks: [6, 13, 26, 52],
  holidays: [],
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
