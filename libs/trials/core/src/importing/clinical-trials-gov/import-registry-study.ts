import type { Criterion } from '../../language/criterion.js';
import type { Arm, Site, Trial } from '../../language/trial.js';
import { drugsOf } from './drug-names.js';
import { optional } from './json-members.js';
import type { RegistryStudy } from './registry-study.js';
import { countryFrom, dayFrom, phaseFrom, statusFrom } from './registry-words.js';
import { splitCriteria, type CriterionItem } from './split-criteria.js';
import { structureCriteria, type ItemOutcome } from './structure-criteria.js';

/** What became of the criteria of one study. */
export interface CriteriaReport {
  readonly nctId: string;
  /** Items of the text that a rule read whole. */
  readonly structured: number;
  /** Items kept in the source's words, each a question for a person; what belongs to them is counted with them. */
  readonly unstructured: number;
  /** Items that stand neither among the structured nor the unstructured ones: always 0. */
  readonly lost: number;
  /** Criteria from the registry's own fields (age, sex). */
  readonly fromFields: number;
  /** Headings, criteria and separators; joined they are the text. */
  readonly items: readonly CriterionItem[];
  readonly outcomes: readonly ItemOutcome[];
}

export interface ImportedTrial {
  readonly trial: Trial;
  readonly report: CriteriaReport;
}

/** A trial of the registry. `retrievedOn`: ISO date on which the file was fetched. */
export function importRegistryStudy(
  study: RegistryStudy,
  { retrievedOn }: { readonly retrievedOn: string },
): ImportedTrial {
  const { nctId, eligibility } = study;
  const items = splitCriteria(eligibility.criteria);
  const { criteria, outcomes } = structureCriteria(eligibility.criteria, items);
  const fields = fieldCriteria(study);
  const count = (outcome: ItemOutcome['outcome']): number =>
    outcomes.filter((one) => one.outcome === outcome).length;
  const accounted = new Set(outcomes.map(({ item }) => item.start));
  const criteriaItems = items.filter(({ kind }) => kind === 'criterion');
  const unstructured = count('unstructured');
  const statusOn = dayFrom(study.lastUpdatePosted) ?? dayFrom(study.statusVerified) ?? retrievedOn;
  const trial: Trial = {
    id: nctId,
    title: study.briefTitle ?? study.officialTitle ?? nctId,
    ...optional('acronym', study.acronym),
    ...optional('phase', phaseFrom(study.phases)),
    ...optional('sponsor', study.sponsor),
    status: statusFrom(study.overallStatus),
    statusOn,
    source: {
      kind: 'registry',
      reference: `ClinicalTrials.gov ${nctId}, version of ${study.lastUpdatePosted ?? study.statusVerified ?? 'unknown date'}`,
      retrievedOn,
      ...(unstructured === 0
        ? {}
        : {
            note: `${String(unstructured)} criteria are kept in the registry's words; until a person structures them nobody is said to be eligible.`,
          }),
    },
    eligibility: { all: [...fields, ...criteria] },
    arms: armsOf(study),
    ...optional('sites', sitesOf(study)),
    ...(study.conditions.length === 0 ? {} : { conditions: study.conditions }),
    ...optional('note', noteOf(study)),
  };
  return {
    trial,
    report: {
      nctId,
      structured: count('structured'),
      unstructured,
      lost: criteriaItems.filter(({ start }) => !accounted.has(start)).length,
      fromFields: fields.length,
      items,
      outcomes,
    },
  };
}

const units: Readonly<Record<string, 'years' | 'months' | 'weeks' | 'days'>> = {
  year: 'years',
  month: 'months',
  week: 'weeks',
  day: 'days',
};

/** The registry's limits include their value. Ages it gives in hours or minutes are kept as text. */
function fieldCriteria({ eligibility }: RegistryStudy): readonly Criterion[] {
  const { minimumAge, maximumAge, sex, genderBased, genderDescription } = eligibility;
  const criteria: Criterion[] = [];
  const age = (name: 'Minimum' | 'Maximum', value: string | undefined): void => {
    if (value === undefined) return;
    const text = `${name} age: ${value}`;
    const [, number, word = ''] = /^(\d{1,4}) (year|month|week|day)s?$/iu.exec(value) ?? [];
    const unit = units[word.toLowerCase()];
    if (number === undefined || unit === undefined) criteria.push(kept(text));
    else
      criteria.push({
        age: {
          ...(name === 'Minimum' ? { atLeast: Number(number) } : { atMost: Number(number) }),
          ...(unit === 'years' ? {} : { unit }),
        },
        text,
      });
  };
  age('Minimum', minimumAge);
  age('Maximum', maximumAge);
  if (sex === 'FEMALE' || sex === 'MALE') {
    const text = `Sex: ${sex.toLowerCase()}`;
    if (genderBased === true)
      criteria.push(kept(`${text}, by gender identity. ${genderDescription ?? ''}`.trim()));
    else criteria.push({ sex: sex === 'FEMALE' ? 'female' : 'male', text });
  }
  return criteria;
}

const kept = (text: string): Criterion => ({ unstructured: { text, list: 'inclusion' } });

/** An arm's drugs are those that name it, or that it names. */
function armsOf({ arms, interventions }: RegistryStudy): readonly [Arm, ...Arm[]] {
  const drugs = interventions.filter(({ type }) => type === 'DRUG' || type === 'BIOLOGICAL');
  const named = (names: readonly string[]) =>
    names.length === 0 ? {} : { drugs: [...new Set(names.flatMap(drugsOf))] };
  const [first, ...rest] = arms.map((arm, at): Arm => {
    const own = drugs.filter(
      ({ name, armLabels }) =>
        armLabels.includes(arm.label) || arm.interventionNames.some((one) => one.endsWith(`: ${name}`)),
    );
    return { id: `arm-${String(at + 1)}`, name: arm.label, ...named(own.map(({ name }) => name)) };
  });
  if (first === undefined)
    return [{ id: 'all', name: 'All participants', ...named(drugs.map(({ name }) => name)) }];
  return [first, ...rest];
}

function sitesOf({ sites }: RegistryStudy): readonly Site[] | undefined {
  if (sites.length === 0) return undefined;
  return sites.map(({ facility, city, country, status }, at) => ({
    id: `site-${String(at + 1)}`,
    name: facility ?? city ?? `Site ${String(at + 1)}`,
    ...optional('city', city),
    ...optional('country', country === undefined ? undefined : countryFrom(country)),
    ...optional('status', status === undefined ? undefined : statusFrom(status)),
  }));
}

function noteOf({ studyType }: RegistryStudy): string | undefined {
  if (studyType === 'OBSERVATIONAL')
    return 'Observational study: it observes patients and assigns no treatment.';
  if (studyType === 'EXPANDED_ACCESS') return 'Expanded access: treatment outside a trial.';
  return undefined;
}
