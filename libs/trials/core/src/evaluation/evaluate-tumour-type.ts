import { type Answer, type TumourTypeTree } from '@consilium/clinical';
import type { TumourTypeCriterion } from '../language/clinical-criterion.js';
import { answerLeaf, fact, fixed } from './answer-leaf.js';
import { always } from './entries-in-time.js';
import type { Evaluate } from './evaluate-leaf.js';
import { profilesOf } from './molecular/profiles-of.js';

/**
 * The tumour in question, as the clinical facts code it and as the newest report does. The more precise of the two
 * counts; where they contradict each other the answer is open. A type of which the diagnosis may be a subtype is too.
 */
export const evaluateTumourType: Evaluate<'tumourType'> = (criterion, patient, on, { tumourTypes }) => {
  const stated = patient.facts?.diagnoses?.[0]?.code;
  const newest = profilesOf(patient, on)[0];
  const reported = newest?.profile.diagnosis;
  const answer = answerOf(criterion, stated, reported, tumourTypes);
  return answerLeaf(always(answer), {
    facts: () => [
      ...(stated === undefined ? [] : [fact('Diagnosis in the record', nameOf(stated, tumourTypes))]),
      ...(reported === undefined
        ? []
        : [
            fact(
              'Diagnosis on the report',
              nameOf(reported, tumourTypes),
              undefined,
              newest?.profile.laboratory,
            ),
          ]),
    ],
    missing: () => [{ key: 'ask:diagnosis', effort: 'ask', text: questionFor(criterion, stated, reported) }],
    change: fixed,
  });
};

const nameOf = (code: string, tumourTypes: TumourTypeTree): string => {
  const name = tumourTypes.find(code)?.name;
  return name === undefined ? code : `${name} (${code})`;
};

function questionFor(
  { within }: TumourTypeCriterion,
  stated: string | undefined,
  reported: string | undefined,
): string {
  if (stated === undefined && reported === undefined) return 'The diagnosis';
  const wanted = typeof within === 'string' ? '' : `: whether it is ${within.join(' or ')}`;
  return stated !== undefined && reported !== undefined && stated !== reported
    ? `The diagnosis, of which record (${stated}) and report (${reported}) differ${wanted}`
    : `The exact diagnosis${wanted}`;
}

function answerOf(
  criterion: TumourTypeCriterion,
  stated: string | undefined,
  reported: string | undefined,
  tumourTypes: TumourTypeTree,
): Answer {
  if (stated === undefined)
    return reported === undefined ? 'unknown' : answerFor(criterion, reported, tumourTypes);
  const one = answerFor(criterion, stated, tumourTypes);
  if (reported === undefined || reported === stated) return one;
  const other = answerFor(criterion, reported, tumourTypes);
  if (one === other) return one;
  if (tumourTypes.isDiagnosis(stated) && tumourTypes.isWithin([stated], reported)) return other;
  return tumourTypes.isDiagnosis(reported) && tumourTypes.isWithin([reported], stated) ? one : 'unknown';
}

/** Few codes are asked of few criteria, millions of times. */
const known = new WeakMap<TumourTypeTree, WeakMap<TumourTypeCriterion, Map<string, Answer>>>();

function answerFor(criterion: TumourTypeCriterion, code: string, tumourTypes: TumourTypeTree): Answer {
  let ofTree = known.get(tumourTypes);
  if (ofTree === undefined) known.set(tumourTypes, (ofTree = new WeakMap()));
  let answers = ofTree.get(criterion);
  if (answers === undefined) ofTree.set(criterion, (answers = new Map<string, Answer>()));
  let answer = answers.get(code);
  if (answer === undefined) answers.set(code, (answer = judge(criterion, code, tumourTypes)));
  return answer;
}

function judge(
  { within, except = [] }: TumourTypeCriterion,
  code: string,
  tumourTypes: TumourTypeTree,
): Answer {
  if (!tumourTypes.isDiagnosis(code)) return 'unknown';
  if (tumourTypes.isWithin(except, code)) return 'not-met';
  const inside = judgeWithin(within, code, tumourTypes);
  const maybeExcepted = except.length > 0 && tumourTypes.fit(except, code) === 'subtype';
  return inside === 'met' && maybeExcepted ? 'unknown' : inside;
}

function judgeWithin(
  within: TumourTypeCriterion['within'],
  code: string,
  tumourTypes: TumourTypeTree,
): Answer {
  if (within === 'ANY') return 'met';
  if (typeof within === 'string')
    return (within === 'SOLID') === tumourTypes.isSolid(code) ? 'met' : 'not-met';
  if (tumourTypes.isWithin(within, code)) return 'met';
  return tumourTypes.fit(within, code) === 'subtype' ? 'unknown' : 'not-met';
}
