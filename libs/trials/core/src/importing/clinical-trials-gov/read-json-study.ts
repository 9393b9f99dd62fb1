import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import { isObject, listAt, memberAt, optional, textAt, textsAt } from './json-members.js';
import { noCriteria, noNumber } from './registry-problems.js';
import type { RegistryArm, RegistryIntervention, RegistrySite, RegistryStudy } from './registry-study.js';

export const isNctId = (text: string | undefined): text is string =>
  text !== undefined && /^NCT\d{8}$/.test(text);

/** One study of the API v2; `at` is its JSON pointer within the document. */
export function readJsonStudy(study: unknown, at: string): Result<RegistryStudy, Problem> {
  const protocol = memberAt(study, 'protocolSection');
  const nctId = textAt(protocol, 'identificationModule', 'nctId');
  if (!isNctId(nctId)) return fail(noNumber(`${at}/protocolSection/identificationModule/nctId`));
  const criteria = memberAt(protocol, 'eligibilityModule', 'eligibilityCriteria');
  if (typeof criteria !== 'string' || criteria.trim() === '')
    return fail(noCriteria(`${at}/protocolSection/eligibilityModule/eligibilityCriteria`, nctId));
  const identification = memberAt(protocol, 'identificationModule');
  const status = memberAt(protocol, 'statusModule');
  const arms = memberAt(protocol, 'armsInterventionsModule');
  return succeed({
    nctId,
    ...optional('briefTitle', textAt(identification, 'briefTitle')),
    ...optional('officialTitle', textAt(identification, 'officialTitle')),
    ...optional('acronym', textAt(identification, 'acronym')),
    ...optional('studyType', textAt(protocol, 'designModule', 'studyType')),
    phases: textsAt(protocol, 'designModule', 'phases'),
    ...optional('overallStatus', textAt(status, 'overallStatus')),
    ...optional('lastUpdatePosted', textAt(status, 'lastUpdatePostDateStruct', 'date')),
    ...optional('statusVerified', textAt(status, 'statusVerifiedDate')),
    ...optional('sponsor', textAt(protocol, 'sponsorCollaboratorsModule', 'leadSponsor', 'name')),
    conditions: textsAt(protocol, 'conditionsModule', 'conditions'),
    arms: listAt(arms, 'armGroups').flatMap(readArm),
    interventions: listAt(arms, 'interventions').flatMap(readIntervention),
    sites: listAt(protocol, 'contactsLocationsModule', 'locations').map(readSite),
    eligibility: { criteria, ...readFields(memberAt(protocol, 'eligibilityModule')) },
  });
}

function readFields(module: unknown): Omit<RegistryStudy['eligibility'], 'criteria'> {
  return {
    ...optional('minimumAge', textAt(module, 'minimumAge')),
    ...optional('maximumAge', textAt(module, 'maximumAge')),
    ...optional('sex', textAt(module, 'sex')?.toUpperCase()),
    ...(memberAt(module, 'genderBased') === true ? { genderBased: true } : {}),
    ...optional('genderDescription', textAt(module, 'genderDescription')),
  };
}

function readArm(arm: unknown): readonly RegistryArm[] {
  const label = textAt(arm, 'label');
  return label === undefined
    ? []
    : [
        {
          label,
          ...optional('type', textAt(arm, 'type')),
          interventionNames: textsAt(arm, 'interventionNames'),
        },
      ];
}

function readIntervention(intervention: unknown): readonly RegistryIntervention[] {
  const name = textAt(intervention, 'name');
  return name === undefined
    ? []
    : [
        {
          name,
          ...optional('type', textAt(intervention, 'type')),
          armLabels: textsAt(intervention, 'armGroupLabels'),
        },
      ];
}

const readSite = (site: unknown): RegistrySite => ({
  ...optional('facility', textAt(site, 'facility')),
  ...optional('city', textAt(site, 'city')),
  ...optional('country', textAt(site, 'country')),
  ...optional('status', textAt(site, 'status')),
});

const deepest = 8;

/** Studies wherever they lie in a document (alone, listed, on a page of search results, wrapped), with their pointers. */
export function findStudies(document: unknown): readonly { readonly study: unknown; readonly at: string }[] {
  const found: { study: unknown; at: string }[] = [];
  const look = (value: unknown, at: string, depth: number): void => {
    if (depth > deepest) return;
    if (Array.isArray(value))
      value.forEach((item, index) => {
        look(item, `${at}/${String(index)}`, depth + 1);
      });
    else if (isObject(value)) {
      if (Object.hasOwn(value, 'protocolSection')) found.push({ study: value, at });
      else
        for (const [name, member] of Object.entries(value))
          if (typeof member === 'object')
            look(member, `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, depth + 1);
    }
  };
  look(document, '', 0);
  return found;
}
