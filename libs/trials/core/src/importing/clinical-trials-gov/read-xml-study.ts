import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import { XMLParser } from 'fast-xml-parser';
import { listAt, memberAt, optional, textAt, textsAt } from './json-members.js';
import { isNctId } from './read-json-study.js';
import { noCriteria, noNumber, notAStudyDocument } from './registry-problems.js';
import type { RegistryArm, RegistryIntervention, RegistrySite, RegistryStudy } from './registry-study.js';

/**
 * The XML that ClinicalTrials.gov gave out until 2024, its words translated to those of the API v2. In the text of the
 * criteria character references are resolved and line ends are those of the file.
 */
export function readXmlStudies(text: string): Result<readonly Result<RegistryStudy, Problem>[], Problem> {
  // A document type could define entities; the registry's files have none.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
    return fail(notAStudyDocument('The XML declares a document type; that is not read.'));
  if (!isBalanced(text)) return fail(notAStudyDocument('The XML breaks off or is not well formed.'));
  const document: unknown = parser.parse(text);
  const roots = [
    ...listAt(document, 'clinical_study'),
    ...listAt(document, 'search_results', 'clinical_study'),
    ...listAt(document, 'clinical_studies', 'clinical_study'),
  ];
  if (roots.length === 0) return fail(notAStudyDocument('The XML has no <clinical_study>.'));
  return succeed(
    roots.map((root, index) => readStudy(root, roots.length === 1 ? '' : `[${String(index + 1)}]`)),
  );
}

/** Whether every element is closed where it was opened; the parser alone would read what is left of a torn file. */
function isBalanced(text: string): boolean {
  const open: string[] = [];
  const tags = text.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>/g, '');
  for (const [tag, name = ''] of tags.matchAll(/<\/?([A-Za-z_][\w.-]*)[^<>]*>/g)) {
    if (tag.startsWith('</')) {
      if (open.pop() !== name) return false;
    } else if (!tag.endsWith('/>')) open.push(name);
  }
  return open.length === 0 && !/<[^<>]*$/.test(tags);
}

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: false,
  htmlEntities: true,
});

function readStudy(root: unknown, index: string): Result<RegistryStudy, Problem> {
  const at = `/clinical_study${index}`;
  const nctId = textAt(root, 'id_info', 'nct_id');
  if (!isNctId(nctId)) return fail(noNumber(`${at}/id_info/nct_id`));
  const criteria = memberAt(root, 'eligibility', 'criteria', 'textblock');
  if (typeof criteria !== 'string' || criteria.trim() === '')
    return fail(noCriteria(`${at}/eligibility/criteria/textblock`, nctId));
  return succeed({
    nctId,
    ...optional('briefTitle', textAt(root, 'brief_title')),
    ...optional('officialTitle', textAt(root, 'official_title')),
    ...optional('acronym', textAt(root, 'acronym')),
    ...optional('studyType', apiWord(textAt(root, 'study_type'))),
    phases: phasesOf(textAt(root, 'phase')),
    ...optional('overallStatus', apiWord(textAt(root, 'overall_status'))),
    ...optional('lastUpdatePosted', isoDate(textAt(root, 'last_update_posted'))),
    ...optional('statusVerified', isoDate(textAt(root, 'verification_date'))),
    ...optional('sponsor', textAt(root, 'sponsors', 'lead_sponsor', 'agency')),
    conditions: textsAt(root, 'condition'),
    arms: listAt(root, 'arm_group').flatMap(readArm),
    interventions: listAt(root, 'intervention').flatMap(readIntervention),
    sites: listAt(root, 'location').map(readSite),
    eligibility: { criteria, ...readFields(memberAt(root, 'eligibility')) },
  });
}

function readFields(eligibility: unknown): Omit<RegistryStudy['eligibility'], 'criteria'> {
  const sex = textAt(eligibility, 'gender')?.toUpperCase();
  return {
    ...optional('minimumAge', ageOf(textAt(eligibility, 'minimum_age'))),
    ...optional('maximumAge', ageOf(textAt(eligibility, 'maximum_age'))),
    ...optional('sex', sex === 'BOTH' ? 'ALL' : sex),
    ...(textAt(eligibility, 'gender_based')?.toLowerCase() === 'yes' ? { genderBased: true } : {}),
    ...optional('genderDescription', textAt(eligibility, 'gender_description')),
  };
}

const ageOf = (text: string | undefined): string | undefined => (text === 'N/A' ? undefined : text);

function readArm(arm: unknown): readonly RegistryArm[] {
  const label = textAt(arm, 'arm_group_label');
  return label === undefined
    ? []
    : [{ label, ...optional('type', apiWord(textAt(arm, 'arm_group_type'))), interventionNames: [] }];
}

function readIntervention(intervention: unknown): readonly RegistryIntervention[] {
  const name = textAt(intervention, 'intervention_name');
  return name === undefined
    ? []
    : [
        {
          name,
          ...optional('type', apiWord(textAt(intervention, 'intervention_type'))),
          armLabels: textsAt(intervention, 'arm_group_label'),
        },
      ];
}

const readSite = (location: unknown): RegistrySite => ({
  ...optional('facility', textAt(location, 'facility', 'name')),
  ...optional('city', textAt(location, 'facility', 'address', 'city')),
  ...optional('country', textAt(location, 'facility', 'address', 'country')),
  ...optional('status', apiWord(textAt(location, 'status'))),
});

/** `Active, not recruiting` → `ACTIVE_NOT_RECRUITING`. */
const apiWord = (text: string | undefined): string | undefined =>
  text
    ?.toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/_STATUS$/, '');

/** `Phase 1/Phase 2` → `PHASE1`, `PHASE2`; `Early Phase 1` and the older `Phase 0` are the same. */
const phasesOf = (text: string | undefined): readonly string[] =>
  text === undefined
    ? []
    : text === 'N/A'
      ? ['NA']
      : text.split('/').map((phase) => {
          const word = phase.toUpperCase().replace('EARLY ', 'EARLY_').replace(/\s+/g, '');
          return word === 'PHASE0' ? 'EARLY_PHASE1' : word;
        });

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `May 19, 2022` → `2022-05-19`; `May 2022` → `2022-05`. */
function isoDate(text: string | undefined): string | undefined {
  const [, name = '', day, year] = /^([A-Z][a-z]+) (?:(\d{1,2}), )?(\d{4})$/.exec(text ?? '') ?? [];
  const month = months.indexOf(name) + 1;
  if (year === undefined || month === 0) return undefined;
  const start = `${year}-${String(month).padStart(2, '0')}`;
  return day === undefined ? start : `${start}-${day.padStart(2, '0')}`;
}
