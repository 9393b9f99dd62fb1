import { type Answer, type TumourTypeTree } from '@consilium/clinical';
import type { Day } from '../calendar.js';
import type { TumourTypeCriterion } from '../language/clinical-criterion.js';
import { answerLeaf, fact, fixed } from './answer-leaf.js';
import { diagnosisOf } from './dated-history.js';
import { always, begunBy, type Timed } from './entries-in-time.js';
import type { Evaluate } from './evaluate-leaf.js';
import { profilesOf } from './molecular/profiles-of.js';
import type { PatientRecord } from './patient-record.js';

/**
 * The tumour in question, as the clinical facts code it and as the newest report does. The more precise of the two
 * counts; where they contradict each other the answer is open. A type of which the diagnosis may be a subtype is too.
 */
export const evaluateTumourType: Evaluate<'tumourType'> = (criterion, patient, on, { tumourTypes }) =>
  answerLeaf((day) => judge(criterion, patient, day, tumourTypes), on, {
    facts: () => [
      ...[statedCode(patient, on)].flatMap((code) =>
        code === undefined ? [] : [fact('Diagnosis in the record', nameOf(code, tumourTypes))],
      ),
      ...newestReports(patient, on).map(({ profile }) =>
        fact(
          'Diagnosis on the report',
          nameOf(profile.diagnosis, tumourTypes),
          profile.issuedAt.slice(0, 10),
          profile.laboratory,
        ),
      ),
    ],
    missing: () => [
      {
        key: 'ask:diagnosis',
        effort: 'ask',
        text: questionFor(criterion, statedCode(patient, on), patient, on),
      },
    ],
    change: fixed,
  });

const statedCode = ({ facts }: PatientRecord, on: Day): string | undefined => {
  const diagnosis = diagnosisOf(facts);
  return diagnosis === undefined || diagnosis.made.first > on ? undefined : diagnosis.entry.code;
};

const newestReports = (patient: PatientRecord, on: Day) =>
  profilesOf(patient, on).filter(({ issuedOn }, _, [newest]) => issuedOn === newest?.issuedOn);

const nameOf = (code: string, tumourTypes: TumourTypeTree): string => {
  const name = tumourTypes.find(code)?.name;
  return name === undefined ? code : `${name} (${code})`;
};

function questionFor(
  { within }: TumourTypeCriterion,
  stated: string | undefined,
  patient: PatientRecord,
  on: Day,
): string {
  const reported = [...new Set(newestReports(patient, on).map(({ profile }) => profile.diagnosis))];
  if (stated === undefined && reported.length === 0) return 'The diagnosis';
  const wanted = typeof within === 'string' ? '' : `: whether it is ${within.join(' or ')}`;
  if (stated === undefined || reported.every((code) => code === stated))
    return reported.length > 1
      ? `The diagnosis, of which reports of one day (${reported.join(', ')}) differ${wanted}`
      : `The exact diagnosis${wanted}`;
  return `The diagnosis, of which record (${stated}) and report (${reported.join(', ')}) differ${wanted}`;
}

function judge(
  criterion: TumourTypeCriterion,
  patient: PatientRecord,
  on: Day,
  tumourTypes: TumourTypeTree,
): Timed {
  const diagnosis = diagnosisOf(patient.facts);
  const made = diagnosis === undefined ? always('not-met') : begunBy(diagnosis.made, on);
  const until = Math.min(made.until, lastDayBeforeNextReport(patient, on));
  const answer =
    made.answer === 'unknown'
      ? 'unknown'
      : answerOf(
          criterion,
          made.answer === 'met' ? diagnosis?.entry.code : undefined,
          patient,
          on,
          tumourTypes,
        );
  return until === Infinity ? always(answer) : { answer, until };
}

function lastDayBeforeNextReport(patient: PatientRecord, on: Day): Day {
  let next = Infinity;
  for (const { issuedOn } of profilesOf(patient, Infinity)) {
    if (issuedOn <= on) break;
    next = issuedOn;
  }
  return next - 1;
}

function answerOf(
  criterion: TumourTypeCriterion,
  stated: string | undefined,
  patient: PatientRecord,
  on: Day,
  tumourTypes: TumourTypeTree,
): Answer {
  const profiles = profilesOf(patient, on);
  const [newest] = profiles;
  if (newest === undefined)
    return stated === undefined ? 'unknown' : answerFor(criterion, stated, tumourTypes);
  const answer = answerFor(criterion, stated ?? newest.profile.diagnosis, tumourTypes);
  for (const { issuedOn, profile } of profiles) {
    if (issuedOn !== newest.issuedOn) break;
    if (answerFor(criterion, profile.diagnosis, tumourTypes) !== answer)
      return answerOfSeveral(
        criterion,
        new Set([
          ...(stated === undefined ? [] : [stated]),
          ...newestReports(patient, on).map((one) => one.profile.diagnosis),
        ]),
        tumourTypes,
      );
  }
  return answer;
}

/** A diagnosis of which another is a subtype is not contradicted by it. */
function answerOfSeveral(
  criterion: TumourTypeCriterion,
  codes: ReadonlySet<string>,
  tumourTypes: TumourTypeTree,
): Answer {
  const answers = new Set<Answer>();
  for (const code of codes) {
    const isRefined =
      tumourTypes.isDiagnosis(code) &&
      [...codes].some((other) => other !== code && tumourTypes.isWithin([code], other));
    if (!isRefined) answers.add(answerFor(criterion, code, tumourTypes));
  }
  const [only = 'unknown'] = answers;
  return answers.size === 1 ? only : 'unknown';
}

/** Few codes are asked of few criteria, millions of times. */
const known = new WeakMap<TumourTypeTree, WeakMap<TumourTypeCriterion, Map<string, Answer>>>();

function answerFor(criterion: TumourTypeCriterion, code: string, tumourTypes: TumourTypeTree): Answer {
  let ofTree = known.get(tumourTypes);
  if (ofTree === undefined) known.set(tumourTypes, (ofTree = new WeakMap()));
  let answers = ofTree.get(criterion);
  if (answers === undefined) ofTree.set(criterion, (answers = new Map<string, Answer>()));
  let answer = answers.get(code);
  if (answer === undefined) answers.set(code, (answer = judgeCode(criterion, code, tumourTypes)));
  return answer;
}

function judgeCode(
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
