import type { ClinicalFacts } from '@consilium/clinical';
import type { Referral } from './referral.js';
import type { Role } from './role.js';

/** `fatal` keeps a case from being referred, `error` from the board's table; the others are shown. */
export const severities = ['info', 'warning', 'error', 'fatal'] as const;
export type Severity = (typeof severities)[number];

/** Something the board needs and does not have. */
export interface Issue {
  readonly severity: Severity;
  /** Where it belongs: `/facts/stage`, `/referral/question`. */
  readonly path: string;
  readonly message: string;
  /** Who owes it. */
  readonly owner: Role;
}

export interface CompletenessInput {
  readonly referral?: Referral;
  readonly facts?: ClinicalFacts;
  readonly finalReports: number;
  /** Reports that are not final yet. */
  readonly preliminaryReports: number;
}

interface Check extends Issue {
  readonly lacks: (input: CompletenessInput) => boolean;
}

const check = (
  severity: Severity,
  path: string,
  message: string,
  owner: Role,
  lacks: Check['lacks'],
): Check => ({ severity, path, message, owner, lacks });

/** What a board needs to know, after PRODUCT's guards of REFERRED, IN_PREPARATION and READY. */
const checks: readonly Check[] = [
  check('fatal', '/referral/question', 'The question to the board is missing.', 'referrer', ({ referral }) =>
    isBlank(referral?.question),
  ),
  check('fatal', '/referral/reason', 'The reason for presentation is missing.', 'referrer', ({ referral }) =>
    isBlank(referral?.reason),
  ),
  check(
    'fatal',
    '/referral/consent',
    'No consent to the discussion is recorded.',
    'referrer',
    ({ referral }) => referral?.consent?.answer !== 'given',
  ),
  check(
    'fatal',
    '/referral/diagnoses',
    'There is not exactly one main diagnosis.',
    'referrer',
    ({ referral }) => referral?.diagnoses.filter(({ isMain }) => isMain).length !== 1,
  ),
  check(
    'error',
    '/facts/stage',
    'The stage is not recorded.',
    'referrer',
    ({ facts }) => facts?.stage === undefined,
  ),
  check(
    'error',
    '/facts/performance',
    'No performance status is recorded.',
    'referrer',
    ({ facts }) => (facts?.performance ?? []).length === 0,
  ),
  check(
    'error',
    '/facts/therapies',
    'The list of therapies was never taken whole.',
    'referrer',
    ({ facts }) => facts?.therapies?.completeOn === undefined,
  ),
  check(
    'error',
    '/facts/medication',
    'The list of medicines was never taken whole.',
    'referrer',
    ({ facts }) => facts?.medication?.completeOn === undefined,
  ),
  check(
    'error',
    '/profiles',
    'There is no final molecular report.',
    'lab',
    ({ finalReports }) => finalReports === 0,
  ),
  check(
    'warning',
    '/facts/birthDate',
    'The date of birth is not recorded.',
    'referrer',
    ({ facts }) => facts?.birthDate === undefined,
  ),
  check(
    'warning',
    '/facts/conditions',
    'The list of other diseases was never taken whole.',
    'referrer',
    ({ facts }) => facts?.conditions?.completeOn === undefined,
  ),
  check(
    'warning',
    '/referral/guidelineStatus',
    'Whether standard treatment is exhausted is not said.',
    'referrer',
    ({ referral }) => referral?.guidelineStatus === undefined || referral.guidelineStatus === 'unknown',
  ),
  check(
    'warning',
    '/profiles',
    'A report is still preliminary.',
    'lab',
    ({ preliminaryReports }) => preliminaryReports > 0,
  ),
  check(
    'info',
    '/referral/familyHistory',
    'The family history is not recorded.',
    'referrer',
    ({ referral }) => isBlank(referral?.familyHistory),
  ),
  check(
    'info',
    '/referral/tissueAvailable',
    'Whether there is tissue for further tests is not said.',
    'referrer',
    ({ referral }) => referral?.tissueAvailable === undefined,
  ),
];

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

/** What is missing, the gravest first. */
export const checkCompleteness = (input: CompletenessInput): readonly Issue[] =>
  checks
    .filter(({ lacks }) => lacks(input))
    .map(({ severity, path, message, owner }) => ({ severity, path, message, owner }))
    .sort((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));

/** Share of the checks that pass, 0 to 1, for the ring on a card. */
export const completenessOf = (issues: readonly Issue[]): number => 1 - issues.length / checks.length;

export const issuesFrom = (issues: readonly Issue[], from: Severity): readonly Issue[] =>
  issues.filter(({ severity }) => severities.indexOf(severity) >= severities.indexOf(from));
