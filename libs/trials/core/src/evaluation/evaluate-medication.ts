import type { Answer, Medication } from '@consilium/clinical';
import { interactionRoles } from '@consilium/knowledge-core';
import { dateOf, type Day } from '../calendar.js';
import type { MedicationCriterion } from '../language/clinical-criterion.js';
import { isFresh, medicinesOf, toleranceDays, type Dated, type DatedList } from './dated-entries.js';
import { factOfList, factOfMedicine } from './describe-course.js';
import type { DrugReference } from './eligibility-references.js';
import type { Evaluate } from './evaluate-leaf.js';
import { open, settled, type Change, type Judged, type UsedFact } from './judged.js';
import { classQuestion } from './match-course.js';
import { firstDayWith, sooner, standsUntil, type OverTime } from './over-time.js';
import { begunBy, givenWithin } from './prior-course.js';
import type { Question } from './question.js';
import { askMedicationList, once } from './therapy-questions.js';

/**
 * Whether such a medicine is taken, or was within the days before. One without an end is taken still. That there is none
 * is believed of a list of the last 30 days (our tolerance). Treatment of the tumour stands with the therapies and is not
 * looked at here.
 */
export const evaluateMedication: Evaluate<'medication'> = (criterion, patient, on, { drugs }) => {
  const list = medicinesOf(patient.facts);
  if (list === undefined) return neverTaken;
  const asked: Asked = { criterion, list, drugs };
  const answer = answerAt(asked, on);
  const until = standsUntil(overTime(asked, false), answer, on);
  if (answer === 'unknown')
    return open(() => ({ facts: factsFor(asked, on), missing: questionsFor(asked, on) }), until);
  return settled(answer, () => ({ facts: factsFor(asked, on), change: changeOf(answer, asked, on) }), until);
};

const neverTaken: Judged = open(() => ({ missing: [askMedicationList(undefined)] }));

interface Asked {
  readonly criterion: MedicationCriterion;
  readonly list: DatedList<Medication>;
  readonly drugs: DrugReference;
}

const overTime = (asked: Asked, complete: boolean): OverTime => ({
  at: (day) => answerAt(asked, day, complete),
  next: (after) => nextMedicineDay(asked.list, asked.criterion.withinDays ?? 0, after),
});

/** Days on which what is taken within a window changes, or the list stops speaking for the day. */
export function nextMedicineDay(list: DatedList<Medication>, withinDays: number, after: Day): Day {
  let soonest =
    list.completeOn === undefined ? Infinity : sooner(Infinity, list.completeOn + toleranceDays + 1, after);
  if (after > list.latest + withinDays) return soonest;
  for (const { startFirst, startLast, endFirst, endLast } of list.entries) {
    soonest = sooner(sooner(soonest, startFirst, after), startLast, after);
    soonest = sooner(sooner(soonest, endFirst + withinDays + 1, after), endLast + withinDays + 1, after);
  }
  return soonest;
}

/** `complete`: as if the list were known to be complete, to see what time alone changes. */
function answerAt(asked: Asked, on: Day, complete = false): Answer {
  let answer: Answer = complete || isFresh(asked.list.completeOn, on) ? 'not-met' : 'unknown';
  for (const medicine of asked.list.entries) {
    const one = answerOf(medicine, asked, on);
    if (one === 'met') return one;
    if (one === 'unknown') answer = 'unknown';
  }
  return answer;
}

function answerOf(medicine: Dated<Medication>, { criterion, drugs }: Asked, on: Day): Answer {
  const taken = takenWithin(medicine, criterion.withinDays ?? 0, on);
  if (taken === 'not-met') return taken;
  const meant = matchMedicine(medicine.entry, criterion, drugs);
  return meant === 'met' ? taken : meant;
}

/** Taken on a day of the window. */
export function takenWithin(medicine: Dated<Medication>, withinDays: number, on: Day): Answer {
  const begun = begunBy(medicine, on);
  const given = givenWithin(medicine, withinDays, on);
  if (begun === 'not-met' || given === 'not-met') return 'not-met';
  return begun === 'met' && given === 'met' ? 'met' : 'unknown';
}

const kept = new WeakMap<DrugReference, WeakMap<MedicationCriterion, Map<string, Answer>>>();
const mostKept = 10_000;

/** By name, by its own classes, and by what the reference knows of the name. */
function matchMedicine(
  { drug, classes }: Medication,
  criterion: MedicationCriterion,
  drugs: DrugReference,
): Answer {
  if (classes !== undefined) for (const name of classes) if (isMeant(name, criterion, drugs)) return 'met';
  let ofReference = kept.get(drugs);
  if (ofReference === undefined) kept.set(drugs, (ofReference = new WeakMap()));
  let answers = ofReference.get(criterion);
  if (answers === undefined) ofReference.set(criterion, (answers = new Map<string, Answer>()));
  let answer = answers.get(drug);
  if (answer === undefined) {
    if (answers.size >= mostKept) answers.clear();
    answers.set(drug, (answer = matchName(drug, criterion, drugs)));
  }
  return answer;
}

const isMeant = (name: string, { classes = [] }: MedicationCriterion, drugs: DrugReference): boolean =>
  classes.includes(name) || drugs.classesOf(name)?.some((one) => classes.includes(one)) === true;

const roles: ReadonlySet<string> = new Set(interactionRoles);

/** Of a class of interactions the tables of interactions decide, of any other class the classes of drugs. */
function matchName(
  drug: string,
  { drugs: asked = [], classes = [] }: MedicationCriterion,
  drugs: DrugReference,
): Answer {
  const held = drugs.classesOf(drug);
  const interactions = drugs.interactionsOf(drug);
  if (asked.includes(drug) || held?.some((name) => asked.includes(name)) === true) return 'met';
  let answer: Answer =
    asked.length > 0 && held === undefined && interactions === undefined ? 'unknown' : 'not-met';
  for (const name of classes) {
    if (held?.includes(name) === true || interactions?.includes(name) === true) return 'met';
    if ((roles.has(name) ? interactions : held) === undefined) answer = 'unknown';
  }
  return answer;
}

function changeOf(answer: 'met' | 'not-met', asked: Asked, on: Day): Change {
  const turn = firstDayWith(overTime(asked, true), answer === 'met' ? 'not-met' : 'met', on);
  if (turn !== undefined) return { kind: 'on-date', from: dateOf(turn) };
  return { kind: 'possible', how: answer === 'met' ? 'When it is stopped.' : 'When it is begun.' };
}

function factsFor(asked: Asked, on: Day): readonly UsedFact[] {
  const facts = asked.list.entries
    .filter((medicine) => answerOf(medicine, asked, on) !== 'not-met')
    .map(({ entry }) => factOfMedicine(entry));
  return answerAt(asked, on) === 'met' ? facts : [medicationFact(asked.list), ...facts];
}

export const medicationFact = ({ entries, completeOn }: DatedList<Medication>): UsedFact =>
  factOfList('Medication', entries.length, completeOn === undefined ? undefined : dateOf(completeOn));

function questionsFor(asked: Asked, on: Day): readonly Question[] {
  const { criterion, list, drugs } = asked;
  const questions: Question[] = isFresh(list.completeOn, on)
    ? []
    : [askMedicationList(medicationFact(list).on)];
  for (const medicine of list.entries) {
    if (answerOf(medicine, asked, on) !== 'unknown') continue;
    const { drug } = medicine.entry;
    if (matchMedicine(medicine.entry, criterion, drugs) === 'unknown') questions.push(classQuestion(drug));
    if (takenWithin(medicine, criterion.withinDays ?? 0, on) === 'unknown')
      questions.push(askMedicineDates(drug));
  }
  return once(questions);
}

export const askMedicineDates = (drug: string): Question => ({
  key: `ask:medication-dates:${drug}`,
  effort: 'ask',
  text: `From when to when ${drug} was taken`,
});
