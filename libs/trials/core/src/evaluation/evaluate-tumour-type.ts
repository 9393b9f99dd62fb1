import { rememberLast } from '@consilium/kernel';
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
  const latest = latestOf(patient);
  return on >= latest.from
    ? always(answerOf(criterion, latest.codes, tumourTypes))
    : judgeBefore(criterion, patient, on, tumourTypes);
}

/** Diagnoses once all of them count. */
interface Latest {
  readonly from: Day;
  readonly codes: readonly string[];
}

const latestOf = rememberLast((patient: PatientRecord): Latest => {
  const from = Math.max(
    diagnosisOf(patient.facts)?.made.last ?? -Infinity,
    profilesOf(patient, Infinity)[0]?.issuedOn ?? -Infinity,
  );
  return { from, codes: codesOn(patient, from) };
});

/**
 * The codes of a patient none of whose diagnoses is dated later: they alone answer every question of the tumour type,
 * for ever. Undefined otherwise.
 */
export function settledCodes(patient: PatientRecord, on: Day): readonly string[] | undefined {
  const { from, codes } = latestOf(patient);
  return on >= from ? codes : undefined;
}

const codesOn = (patient: PatientRecord, on: Day): readonly string[] => {
  const stated = statedCode(patient, on);
  const reported = newestReports(patient, on).map(({ profile }) => profile.diagnosis);
  return [...new Set(stated === undefined ? reported : [stated, ...reported])];
};

function judgeBefore(
  criterion: TumourTypeCriterion,
  patient: PatientRecord,
  on: Day,
  tumourTypes: TumourTypeTree,
): Timed {
  const diagnosis = diagnosisOf(patient.facts);
  const made = diagnosis === undefined ? always('not-met') : begunBy(diagnosis.made, on);
  return {
    answer: made.answer === 'unknown' ? 'unknown' : answerOf(criterion, codesOn(patient, on), tumourTypes),
    until: Math.min(made.until, lastDayBeforeNextReport(patient, on)),
  };
}

function lastDayBeforeNextReport(patient: PatientRecord, on: Day): Day {
  let next = Infinity;
  for (const { issuedOn } of profilesOf(patient, Infinity)) {
    if (issuedOn <= on) break;
    next = issuedOn;
  }
  return next - 1;
}

/** A diagnosis of which another is a subtype is not contradicted by it. */
function answerOf(
  criterion: TumourTypeCriterion,
  codes: readonly string[],
  tumourTypes: TumourTypeTree,
): Answer {
  const [first] = codes;
  if (first === undefined) return 'unknown';
  if (codes.length === 1) return answerFor(criterion, first, tumourTypes);
  const answers = new Set<Answer>();
  for (const code of codes) {
    const isRefined =
      tumourTypes.isDiagnosis(code) &&
      codes.some((other) => other !== code && tumourTypes.isWithin([code], other));
    if (!isRefined) answers.add(answerFor(criterion, code, tumourTypes));
  }
  const [only = 'unknown'] = answers;
  return answers.size === 1 ? only : 'unknown';
}

interface Answers {
  readonly tumourTypes: TumourTypeTree;
  readonly byCode: Map<string, Answer>;
}

/** Few codes are asked of few criteria, millions of times. */
const answered = new WeakMap<TumourTypeCriterion, Answers>();

function answerFor(criterion: TumourTypeCriterion, code: string, tumourTypes: TumourTypeTree): Answer {
  let answers = answered.get(criterion);
  if (answers?.tumourTypes !== tumourTypes)
    answered.set(criterion, (answers = { tumourTypes, byCode: new Map<string, Answer>() }));
  let answer = answers.byCode.get(code);
  if (answer === undefined) answers.byCode.set(code, (answer = judgeCode(criterion, code, tumourTypes)));
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
