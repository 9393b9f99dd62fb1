import type { ClinicalFacts, Condition, OtherCancer, TherapyCourse } from '@consilium/clinical';
import { canonicalJson, type Problem } from '@consilium/kernel';
import { problem } from './patients.errors.js';

type Disagreement = readonly [member: string, message: string];

/** Members of one entry that cannot hold together. */
export function checkAgreement(facts: ClinicalFacts): readonly Problem[] {
  const each = <T>(
    list: 'therapies' | 'conditions' | 'otherCancers',
    entries: readonly T[] | undefined,
    disagreements: (entry: T) => readonly Disagreement[],
  ): readonly Problem[] =>
    (entries ?? []).flatMap((entry, index) =>
      disagreements(entry).map(([member, message]) =>
        contradiction(`/${list}/entries/${String(index)}/${member}`, message),
      ),
    );
  return [
    ...each('therapies', facts.therapies?.entries, ofTherapy),
    ...each('conditions', facts.conditions?.entries, ofCondition),
    ...each('otherCancers', facts.otherCancers?.entries, ofCancer),
  ];
}

function* therapyDisagreements(course: TherapyCourse): Iterable<Disagreement> {
  const { endedOn, ongoing, outcome, line, type } = course;
  if (endedOn !== undefined && ongoing === true) yield ['endedOn', 'the course is ongoing, and has ended.'];
  if (endedOn !== undefined && outcome === 'ongoing')
    yield ['outcome', 'its outcome is ongoing, and the course has ended.'];
  if (ongoing === false && outcome === 'ongoing')
    yield ['outcome', 'its outcome is ongoing, and the course is not.'];
  if (line !== undefined && type === 'surgery')
    yield ['line', 'an operation is no line of systemic therapy.'];
}

function* conditionDisagreements(condition: Condition): Iterable<Disagreement> {
  const { state, endedOn, systemicTreatment, systemicTreatmentEndedOn } = condition;
  if (state !== 'resolved' && endedOn !== undefined) yield ['endedOn', `it is ${state}, and has ended.`];
  if (systemicTreatmentEndedOn !== undefined && systemicTreatment === 'never')
    yield ['systemicTreatmentEndedOn', 'treatment that never was has ended.'];
  if (systemicTreatmentEndedOn !== undefined && systemicTreatment === 'current')
    yield ['systemicTreatmentEndedOn', 'treatment is current, and has ended.'];
}

const ofTherapy = (course: TherapyCourse): readonly Disagreement[] => [...therapyDisagreements(course)];
const ofCondition = (condition: Condition): readonly Disagreement[] => [...conditionDisagreements(condition)];
const ofCancer = ({ state, diseaseFreeSince }: OtherCancer): readonly Disagreement[] =>
  state === 'active' && diseaseFreeSince !== undefined
    ? [['diseaseFreeSince', 'the disease is active, and the patient free of it.']]
    : [];

/** Lists in which an entry that stands twice is a slip: a course of therapy would count as two lines. */
function listsOf(facts: ClinicalFacts): readonly (readonly [string, readonly object[]])[] {
  return [
    ['/metastases/entries', facts.metastases?.entries ?? []],
    ['/performance', facts.performance ?? []],
    ['/therapies/entries', facts.therapies?.entries ?? []],
    ['/measurements', facts.measurements ?? []],
    ['/conditions/entries', facts.conditions?.entries ?? []],
    ['/infections', facts.infections ?? []],
    ['/medication/entries', facts.medication?.entries ?? []],
    ['/otherCancers/entries', facts.otherCancers?.entries ?? []],
    ['/consents', facts.consents ?? []],
    ['/receptors', facts.receptors ?? []],
  ];
}

/**
 * No entry stands twice, and no source says two things of the same day: a measurement may be taken twice a day, the
 * state of a receptor or an infection is one.
 */
export const checkDuplicates = (facts: ClinicalFacts): readonly Problem[] => [
  ...listsOf(facts).flatMap(([place, entries]) =>
    repeated(entries, canonicalJson).map(([first, index]) =>
      problem(
        'PATIENTS.DUPLICATE',
        `${place}/${String(index)}`,
        `is the same as ${place}/${String(first)}.`,
        'Send it once, or add what tells the two apart.',
      ),
    ),
  ),
  ...repeated(facts.diagnoses ?? [], ({ code, diagnosedOn }) => `${code} ${diagnosedOn ?? ''}`).map(
    ([first, index]) =>
      problem(
        'PATIENTS.DUPLICATE',
        `/diagnoses/${String(index)}`,
        `names the tumour of /diagnoses/${String(first)} again.`,
        'Send each diagnosis once; a second tumour of the same type has a date of its own.',
      ),
  ),
  ...saidTwice('/performance', facts.performance, ({ scale, on, source }) => [scale, on, source]),
  // Another agent may be any.
  ...saidTwice('/infections', facts.infections, ({ agent, on, source }) =>
    agent === 'other' ? undefined : [agent, on, source],
  ),
  ...saidTwice('/receptors', facts.receptors, ({ receptor, on, source }) => [receptor, on, source]),
  ...saidTwice('/consents', facts.consents, ({ to, on }) => [to, on]),
];

function saidTwice<T extends object>(
  place: string,
  entries: readonly T[] | undefined,
  subject: (entry: T) => readonly (string | undefined)[] | undefined,
): readonly Problem[] {
  const all = entries ?? [];
  const same = repeated(all, (entry) => canonicalJson(subject(entry) ?? entry));
  return same
    .filter(([first, index]) => canonicalJson(all[first]) !== canonicalJson(all[index]))
    .map(([first, index]) =>
      contradiction(
        `${place}/${String(index)}`,
        `says otherwise than ${place}/${String(first)}, of the same day.`,
      ),
    );
}

/** Index of the first and of each further entry with the same key. */
function repeated<T>(
  entries: readonly T[],
  keyOf: (entry: T) => string,
): readonly (readonly [number, number])[] {
  const firsts = new Map<string, number>();
  return entries.flatMap((entry, index) => {
    const key = keyOf(entry);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, index);
    return first === undefined ? [] : [[first, index] as const];
  });
}

const contradiction = (place: string, message: string): Problem =>
  problem('PATIENTS.CONTRADICTION', place, message, 'Correct one of the two.');
