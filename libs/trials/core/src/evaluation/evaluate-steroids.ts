import type { Answer, Medication } from '@consilium/clinical';
import { dateOf, type Day } from '../calendar.js';
import type { SteroidCriterion } from '../language/clinical-criterion.js';
import { isFresh, medicinesOf, type Dated, type DatedList } from './dated-entries.js';
import { factOfMedicine } from './describe-course.js';
import type { DrugReference } from './eligibility-references.js';
import type { Evaluate } from './evaluate-leaf.js';
import { askMedicineDates, medicationFact, nextMedicineDay, takenWithin } from './evaluate-medication.js';
import { open, settled, type Change, type Judged, type UsedFact } from './judged.js';
import { classQuestion } from './match-course.js';
import { firstDayWith, standsUntil, type OverTime } from './over-time.js';
import type { Question } from './question.js';
import { askMedicationList, once } from './therapy-questions.js';

/**
 * Whether systemic corticosteroids of one day of the window add up to more than the dose. Inhaled and topical ones do not
 * count, as protocols of immunotherapy have it; a dose that is not given in mg of prednisone is not computed. By another
 * route (into a joint, into the eye) they may count. That there is none is believed of a list of the last 30 days (our
 * tolerance). Corticosteroids that are part of a therapy of the tumour stand with the therapies and do not count here.
 */
export const evaluateSteroids: Evaluate<'steroids'> = (criterion, patient, on, { drugs }) => {
  const list = medicinesOf(patient.facts);
  if (list === undefined) return neverTaken;
  const asked: Asked = { criterion, list, doses: dosesIn(list, drugs) };
  const answer = answerAt(asked, on);
  const until = standsUntil(overTime(asked, false), answer, on);
  if (answer === 'unknown')
    return open(() => ({ facts: factsFor(asked, on), missing: questionsFor(asked, on, drugs) }), until);
  return settled(answer, () => ({ facts: factsFor(asked, on), change: changeOf(answer, asked, on) }), until);
};

const neverTaken: Judged = open(() => ({ missing: [askMedicationList(undefined)] }));

/** The class under which the knowledge release lists corticosteroids. */
const corticosteroid = 'glucocorticoid';

interface Asked {
  readonly criterion: SteroidCriterion;
  readonly list: DatedList<Medication>;
  readonly doses: readonly Dose[];
}

/** What a medicine adds on a day on which it is taken, mg of prednisone. */
interface Dose {
  readonly medicine: Dated<Medication>;
  readonly least: number;
  readonly most: number;
}

function dosesIn(list: DatedList<Medication>, drugs: DrugReference): readonly Dose[] {
  const doses: Dose[] = [];
  for (const medicine of list.entries) {
    const { drug, classes, prednisoneMgPerDay, route } = medicine.entry;
    if (route === 'inhaled' || route === 'topical' || prednisoneMgPerDay === 0) continue;
    if (prednisoneMgPerDay !== undefined) {
      const least = route === 'other' ? 0 : prednisoneMgPerDay;
      doses.push({ medicine, least, most: prednisoneMgPerDay });
      continue;
    }
    const held = drugs.classesOf(drug);
    if (held === undefined || held.includes(corticosteroid) || classes?.includes(corticosteroid) === true)
      doses.push({ medicine, least: 0, most: Infinity });
  }
  return doses;
}

const overTime = (asked: Asked, complete: boolean): OverTime => ({
  at: (day) => answerAt(asked, day, complete),
  next: (after) => nextMedicineDay(asked.list, asked.criterion.withinDays ?? 0, after),
});

/** `complete`: as if the list were known to be complete, to see what time alone changes. */
function answerAt({ criterion, list, doses }: Asked, on: Day, complete = false): Answer {
  const { aboveMgPerDay, withinDays = 0 } = criterion;
  const closed = complete || isFresh(list.completeOn, on);
  if (doses.length === 0) return closed ? 'not-met' : 'unknown';
  const first = on - withinDays;
  for (const { medicine, least } of doses)
    if (least > aboveMgPerDay && takenWithin(medicine, withinDays, on) === 'met') return 'met';
  if (highestSum(doses, first, on, surely) > aboveMgPerDay) return 'met';
  return closed && highestSum(doses, first, on, possibly) <= aboveMgPerDay ? 'not-met' : 'unknown';
}

interface Taken {
  readonly from: Day;
  readonly to: Day;
  readonly dose: number;
}

const surely = ({ medicine, least }: Dose): Taken => ({
  from: medicine.startLast,
  to: medicine.endFirst,
  dose: least,
});
const possibly = ({ medicine, most }: Dose): Taken => ({
  from: medicine.startFirst,
  to: medicine.endLast,
  dose: most,
});

/** The highest sum of a day from `first` to `last`; it is reached on the first day, or where a medicine begins. */
function highestSum(doses: readonly Dose[], first: Day, last: Day, read: (dose: Dose) => Taken): number {
  const taken = doses.map(read).filter(({ from, to }) => from <= last && to >= first && from <= to);
  let highest = 0;
  for (const { from: start } of taken) {
    const day = Math.max(start, first);
    let sum = 0;
    for (const { from, to, dose } of taken) if (from <= day && day <= to) sum += dose;
    if (sum > highest) highest = sum;
  }
  return highest;
}

function changeOf(answer: 'met' | 'not-met', asked: Asked, on: Day): Change {
  const turn = firstDayWith(overTime(asked, true), answer === 'met' ? 'not-met' : 'met', on);
  if (turn !== undefined) return { kind: 'on-date', from: dateOf(turn) };
  const how = answer === 'met' ? 'When the dose is reduced or stopped.' : 'When a higher dose is begun.';
  return { kind: 'possible', how };
}

const inWindow = ({ criterion, doses }: Asked, on: Day): readonly Dose[] =>
  doses.filter(({ medicine }) => takenWithin(medicine, criterion.withinDays ?? 0, on) !== 'not-met');

function factsFor(asked: Asked, on: Day): readonly UsedFact[] {
  const facts = inWindow(asked, on).map(({ medicine }) => factOfMedicine(medicine.entry));
  return answerAt(asked, on) === 'met' ? facts : [medicationFact(asked.list), ...facts];
}

function questionsFor(asked: Asked, on: Day, drugs: DrugReference): readonly Question[] {
  const { criterion, list } = asked;
  const questions: Question[] = isFresh(list.completeOn, on)
    ? []
    : [askMedicationList(medicationFact(list).on)];
  for (const { medicine, least, most } of inWindow(asked, on)) {
    const { drug, classes, prednisoneMgPerDay } = medicine.entry;
    const isKnown = drugs.classesOf(drug) !== undefined || classes?.includes(corticosteroid) === true;
    if (!isKnown && prednisoneMgPerDay === undefined) questions.push(classQuestion(drug));
    else if (least < most) questions.push(askDose(medicine.entry));
    if (takenWithin(medicine, criterion.withinDays ?? 0, on) === 'unknown')
      questions.push(askMedicineDates(drug));
  }
  return once(questions);
}

const askDose = ({ drug, route, prednisoneMgPerDay }: Medication): Question => ({
  key: 'ask:steroid-dose',
  effort: 'ask',
  text:
    prednisoneMgPerDay === undefined
      ? `Dose of ${drug} a day in mg of prednisone${route === undefined ? ', and whether it is systemic' : ''}`
      : `Whether ${drug} acts systemically`,
});
