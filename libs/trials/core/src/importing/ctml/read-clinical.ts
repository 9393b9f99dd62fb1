import type { Criterion } from '../../language/criterion.js';
import { boundRemedy, readBound, type Bound } from './bounds.js';
import { allOf, anybody, anyOf, fragmentOf, negatedIf, unstructured, withText } from './fragment.js';
import { clinicalVocabulary, diseaseStates, receptorStates, stageGroups } from './clinical-vocabulary.js';
import { yesOrNo } from './genomic-vocabulary.js';
import { isBiomarkerKey, readBiomarkerKey } from './read-biomarker-keys.js';
import { foldValue, lookUp, readMembers, readSaid, refuseValue, type Member } from './read-members.js';
import type { Reading } from './reading.js';
import { readTumourType } from './tumour-type-names.js';

/** A `clinical` leaf: all of its keys, each with its own `!`. */
export function readClinical(value: unknown, place: string, reading: Reading): Criterion | undefined {
  const members = readMembers(value, place, clinicalVocabulary, reading);
  if (members === undefined) return undefined;
  if (members.size === 0) {
    reading.refuse(
      'EMPTY',
      place,
      'A clinical criterion says nothing.',
      'Give what is asked of the patient.',
    );
    return;
  }
  const parts = [...members.values()].map((member) => {
    const criterion = readKey(member, reading);
    return criterion && withText(criterion, `clinical: ${member.spelling}: ${fragmentOf(member.value)}`);
  });
  const read = parts.filter((part) => part !== undefined);
  return read.length < parts.length ? undefined : allOf(read);
}

type ReadValue = (text: string, member: Member, reading: Reading) => Criterion | undefined;

function readKey(member: Member, reading: Reading): Criterion | undefined {
  if (isBiomarkerKey(member.key)) {
    const biomarker = readBiomarkerKey(member, reading);
    return biomarker && negatedIf(biomarker.negated, biomarker.criterion);
  }
  const said = readSaid(member, reading);
  const read = readers[member.key];
  if (said === undefined || read === undefined) return undefined;
  const parts = said.texts.map((text) => read(text, member, reading));
  const known = parts.filter((part) => part !== undefined);
  return known.length < parts.length ? undefined : negatedIf(said.negated, anyOf(known));
}

const families: Readonly<Record<string, 'SOLID' | 'LIQUID' | 'ANY'>> = {
  solid: 'SOLID',
  liquid: 'LIQUID',
  'all solid tumors': 'SOLID',
  'all liquid tumors': 'LIQUID',
  'all tumors': 'ANY',
};

const readDiagnosis: ReadValue = (text, member, reading) => {
  const family = lookUp(text, families);
  if (family !== undefined) return { tumourType: { within: family } };
  const within = readTumourType(text, member.place, reading);
  return within && { tumourType: { within } };
};

/** A part of a year is months, rounded, as the second engine reads it (`0.083` is one month). */
const readAge: ReadValue = (text, member, reading) => {
  const bound = readBound(text);
  if (bound !== undefined && bound.sign !== '==') return { age: ageOf(bound) };
  const message = `«${text}» does not say whether the age lies above or below.`;
  const number = /[\d.]+/.exec(text)?.[0] ?? '18';
  reading.refuse('UNKNOWN_VALUE', member.place, message, boundRemedy(member.key, `>=${number}`));
};

function ageOf({ sign, number }: Bound): {
  atLeast?: number;
  atMost?: number;
  below?: number;
  unit?: 'months';
} {
  const whole = Number.isInteger(number);
  const months = Math.round(number * 12);
  switch (sign) {
    case '<':
      return whole ? { below: number } : { below: months, unit: 'months' };
    case '<=':
      // A part of a year ends on the day it is reached; rounded down, so that months stay months.
      return { atMost: whole ? number : Math.floor((months / 12) * 1e6) / 1e6 };
    default:
      // «Older than 18» begins with the 18th birthday, as in both engines.
      return whole ? { atLeast: number } : { atLeast: months, unit: 'months' };
  }
}

const readSex: ReadValue = (text, member, reading) => {
  const sex = lookUp(text, { female: 'female', f: 'female', male: 'male', m: 'male' } as const);
  if (sex !== undefined) return { sex };
  if (foldValue(text) !== 'x') {
    refuseValue(member, text, ['Female', 'Male'], reading);
    return;
  }
  reading.remark('gender X cannot be asked of our facts and stays open.');
  return unstructured('gender: X');
};

const receptorOf: Readonly<Record<string, 'ER' | 'PR' | 'HER2'>> = {
  er_status: 'ER',
  pr_status: 'PR',
  her2_status: 'HER2',
};

const readReceptor: ReadValue = (text, member, reading) => {
  const receptor = receptorOf[member.key];
  const states = receptor && lookUp(text, receptorStates[receptor]);
  if (receptor !== undefined && states !== undefined) return { receptor: { receptor, states } };
  if (!['unknown', 'na'].includes(foldValue(text))) {
    refuseValue(member, text, ['Positive', 'Negative', 'Unknown'], reading);
    return;
  }
  reading.remark(`${member.key} ${text} asks for a status that is not known and stays open.`);
  return unstructured(`${member.key}: ${text}`);
};

const readPdL1: ReadValue = (text, { key }, reading) => {
  const state = lookUp(text, { positive: 'positive', negative: 'negative' } as const);
  if (state !== undefined) return { biomarker: { kind: 'PD-L1', states: [state] } };
  return keptOpen(key, text, reading);
};

const readDiseaseStatus: ReadValue = (text, { key }, reading) =>
  lookUp(text, diseaseStates) ?? keptOpen(key, text, reading);

const readStageGroup: ReadValue = (text, { key }, reading) => {
  const group = lookUp(text.replace(/^stage\s+/i, ''), stageGroups);
  return group === undefined ? keptOpen(key, text, reading) : { stage: { groups: [group] } };
};

/** A bare number may mean so many lines or no more than so many: only a comparison is certain. */
const readLines: ReadValue = (text, { key }, reading) => {
  if (foldValue(text) === 'any') return anybody;
  const bound = readBound(text);
  if (bound?.sign === '>=') return { lines: { atLeast: bound.number } };
  if (bound?.sign === '<=') return { lines: { atMost: bound.number } };
  return keptOpen(key, text, reading);
};

const readBrainMetastases: ReadValue = (text, member, reading) => {
  const allowed = lookUp(text, yesOrNo);
  if (allowed === undefined) {
    refuseValue(member, text, ['Yes', 'No'], reading);
    return;
  }
  return allowed ? anybody : { not: { metastases: { sites: ['brain'], states: ['active'] } } };
};

/** Whether a germline variant counts as a mutation here is a matter of its class, which CTML does not say. */
const readGermlineBrca1: ReadValue = (text, member, reading) => {
  const positive = lookUp(text, { positive: true, negative: false });
  if (positive === undefined) {
    refuseValue(member, text, ['Positive', 'Negative'], reading);
    return;
  }
  reading.remark('Which germline variants of BRCA1 count is not said and stays open where one is found.');
  return negatedIf(
    !positive,
    allOf([
      { smallVariant: { gene: 'BRCA1', origin: 'germline' } },
      unstructured('brca1_germline_mutation: the variant counts as a mutation'),
    ]),
  );
};

const readEcog: ReadValue = (text, member, reading) => {
  const bound = readBound(text);
  const [, first, last = first] = /^([0-5])(?:\s*(?:-|–|to)\s*([0-5]))?$/.exec(text) ?? [];
  if (first !== undefined && last !== undefined && first <= last)
    return { performance: { scale: 'ECOG', atLeast: Number(first), atMost: Number(last) } };
  if (bound === undefined || !Number.isInteger(bound.number) || bound.number > 5) {
    reading.refuse(
      'UNKNOWN_VALUE',
      member.place,
      `«${text}» is no ECOG performance status.`,
      boundRemedy(member.key, '<=1'),
    );
    return;
  }
  const { sign, number } = bound;
  const limits = {
    '>=': { atLeast: number },
    '>': { atLeast: number + 1 },
    '<=': { atMost: number },
    '<': { atMost: number - 1 },
    '==': { atLeast: number, atMost: number },
  }[sign];
  return { performance: { scale: 'ECOG', ...limits } };
};

const readOpen: ReadValue = (text, { key }, reading) => keptOpen(key, text, reading);

function keptOpen(key: string, text: string, reading: Reading): Criterion {
  reading.remark(`${key} «${text}» has no certain meaning in our words and stays open.`);
  return unstructured(`${key}: ${text}`);
}

const readers: Readonly<Record<string, ReadValue | undefined>> = {
  oncotree_primary_diagnosis: readDiagnosis,
  age_numerical: readAge,
  gender: readSex,
  er_status: readReceptor,
  pr_status: readReceptor,
  her2_status: readReceptor,
  pdl1_status: readPdL1,
  disease_status: readDiseaseStatus,
  llm_stage_group: readStageGroup,
  llm_class_t: readOpen,
  llm_class_n: readOpen,
  llm_class_m: readOpen,
  number_prior_lines_therapy_allowed: readLines,
  active_brain_metastases_allowed: readBrainMetastases,
  brca1_germline_mutation: readGermlineBrca1,
  ecog: readEcog,
  molecular_marker_other: readOpen,
};
