import type { TreatmentType } from '@consilium/clinical';
import type { Criterion } from '../../language/criterion.js';
import type { TherapyFilter } from '../../language/clinical-criterion.js';
import { allOf, fragmentOf, negatedIf, unstructured, withText } from './fragment.js';
import { lookUp, readMembers, readSaid, refuseValue, type Member, type Vocabulary } from './read-members.js';
import type { Reading } from './reading.js';

/** Keys of `prior_treatments` (second engine: `drug`) and of CTIMS' `prior_treatment`. */
export const priorTreatmentVocabulary: Vocabulary = {
  of: 'a prior treatment',
  keys: [
    'drug',
    'treatment_category',
    'agent_class',
    'surgery_type',
    'radiation_type',
    'radiation_site',
    'transplant_type',
    'subtype',
  ],
  aliases: { agent: 'drug', prior_treatment_agent: 'drug' },
};

const categories: Readonly<Record<string, readonly TreatmentType[]>> = {
  'medical therapy': ['systemic'],
  surgery: ['surgery'],
  'radiation therapy': ['radiotherapy'],
  'stem cell transplant': ['stem-cell-transplant'],
  'car t therapy': ['cell-therapy'],
};
const categoryNames = [
  'Medical Therapy',
  'Surgery',
  'Radiation Therapy',
  'Stem Cell Transplant',
  'CAR-T Therapy',
];
const transplants: Readonly<Record<string, string>> = { allogeneic: 'allogeneic', autologous: 'autologous' };

/** One course with all that the keys say; a `!` on any of them asks that there was no such course. */
export function readPriorTreatment(value: unknown, place: string, reading: Reading): Criterion | undefined {
  const members = readMembers(value, place, priorTreatmentVocabulary, reading);
  if (members === undefined) return undefined;
  if (members.size === 0) {
    reading.refuse('EMPTY', place, 'A prior treatment says nothing.', 'Give a drug or a category.');
    return;
  }
  const before = reading.problems.length;
  let negated = false;
  let filter: TherapyFilter = {};
  const open: Criterion[] = [];
  for (const member of members.values()) {
    const said = readSaid(member, reading);
    if (said === undefined) continue;
    negated ||= said.negated;
    const known = filterOf(member, said.texts, reading);
    filter = { ...filter, ...known };
    if (known === undefined || said.texts.some((text) => lookUp(text, narrower) === true)) {
      reading.remark(
        `${member.key} ${said.texts.join(' or ')} has no certain meaning in our words and stays open.`,
      );
      open.push(unstructured(`${member.key}: ${said.texts.join(' or ')}`));
    }
  }
  if (reading.problems.length > before) return undefined;
  const criterion = allOf([{ priorTherapy: filter }, ...open]);
  return withText(negatedIf(negated, criterion), `prior_treatment: ${fragmentOf(value)}`);
}

/** Ours is the wider word: a cell therapy need not be of CAR T cells. */
const narrower: Readonly<Record<string, boolean>> = { 'car t therapy': true };

/** Classes and sites are free words of another thesaurus and not compared with ours. */
function filterOf(member: Member, texts: readonly string[], reading: Reading): TherapyFilter | undefined {
  switch (member.key) {
    case 'drug':
      return { drugs: texts.map((text) => text.toLowerCase()) };
    case 'treatment_category':
      return { types: texts.flatMap((text) => lookUp(text, categories) ?? refuseAs(member, text, reading)) };
    case 'transplant_type':
      return { sites: texts.flatMap((text) => lookUp(text, transplants) ?? refuseAs(member, text, reading)) };
    default:
      return undefined;
  }
}

const refuseAs = (member: Member, text: string, reading: Reading): readonly never[] => {
  const accepted = member.key === 'treatment_category' ? categoryNames : ['Allogeneic', 'Autologous'];
  refuseValue(member, text, accepted, reading);
  return [];
};
