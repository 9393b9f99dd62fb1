import type { TrialPhase, TrialStatus } from '../../language/trial.js';

/** The registry's recruitment words (ClinicalTrials.gov data structure, «Overall Status»). */
const statuses: Readonly<Record<string, TrialStatus>> = {
  RECRUITING: 'open',
  NOT_YET_RECRUITING: 'not-yet-open',
  ENROLLING_BY_INVITATION: 'enrolling-by-invitation',
  ACTIVE_NOT_RECRUITING: 'closed',
  COMPLETED: 'completed',
  SUSPENDED: 'suspended',
  TERMINATED: 'terminated',
  WITHDRAWN: 'withdrawn',
  AVAILABLE: 'open',
  TEMPORARILY_NOT_AVAILABLE: 'suspended',
  NO_LONGER_AVAILABLE: 'closed',
  APPROVED_FOR_MARKETING: 'closed',
};

/** `UNKNOWN` is the registry's own word for a status that nobody has confirmed for two years. */
export const statusFrom = (word: string | undefined): TrialStatus =>
  (word === undefined ? undefined : statuses[word]) ?? 'unknown';

const phases: Readonly<Record<string, TrialPhase>> = {
  EARLY_PHASE1: '0',
  PHASE1: '1',
  'PHASE1+PHASE2': '1/2',
  PHASE2: '2',
  'PHASE2+PHASE3': '2/3',
  PHASE3: '3',
  PHASE4: '4',
  NA: 'not-applicable',
};

export const phaseFrom = (words: readonly string[]): TrialPhase | undefined =>
  phases[[...words].sort().join('+')];

const countries = `
AR Argentina|AM Armenia|AU Australia|AT Austria|BD Bangladesh|BY Belarus|BE Belgium|BA Bosnia and Herzegovina|BR Brazil
BG Bulgaria|CA Canada|CL Chile|CN China|CO Colombia|CR Costa Rica|HR Croatia|CU Cuba|CY Cyprus|CZ Czechia|CZ Czech Republic
DK Denmark|DO Dominican Republic|EC Ecuador|EG Egypt|EE Estonia|FI Finland|FR France|GE Georgia|DE Germany|GR Greece
GT Guatemala|HK Hong Kong|HU Hungary|IS Iceland|IN India|ID Indonesia|IR Iran|IR Iran, Islamic Republic of|IQ Iraq
IE Ireland|IL Israel|IT Italy|JP Japan|JO Jordan|KZ Kazakhstan|KE Kenya|KR South Korea|KR Korea, Republic of|KW Kuwait
LV Latvia|LB Lebanon|LT Lithuania|LU Luxembourg|MY Malaysia|MT Malta|MX Mexico|MD Moldova|MD Moldova, Republic of
MA Morocco|NL Netherlands|NZ New Zealand|NG Nigeria|MK North Macedonia|NO Norway|PK Pakistan|PA Panama|PE Peru
PH Philippines|PL Poland|PT Portugal|PR Puerto Rico|QA Qatar|RO Romania|RU Russia|RU Russian Federation|SA Saudi Arabia
RS Serbia|SG Singapore|SK Slovakia|SI Slovenia|ZA South Africa|ES Spain|SE Sweden|CH Switzerland|TW Taiwan|TH Thailand
TN Tunisia|TR Turkey|TR Turkey (Türkiye)|TR Türkiye|UG Uganda|UA Ukraine|AE United Arab Emirates|GB United Kingdom
US United States|UY Uruguay|VE Venezuela|VN Vietnam|VN Viet Nam`;

const codes = new Map(
  countries
    .split(/[|\n]/)
    .filter((row) => row !== '')
    .map((row) => [row.slice(3), row.slice(0, 2)] as const),
);

/** ISO 3166-1 alpha-2 where the registry's name is known for certain, else the registry's word. */
export const countryFrom = (name: string): string => codes.get(name) ?? name;

/** The first day a date of the registry may mean: `2025-11` says no more than that November had begun. */
export function dayFrom(date: string | undefined): string | undefined {
  if (date === undefined) return undefined;
  if (/^\d{4}-\d{2}$/.test(date)) return `${date}-01`;
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : undefined;
}
