import type { TumourTypeTree } from '@consilium/clinical';
import { dayOf, type Day } from '../calendar.js';
import type { EligibilityReferences } from '../evaluation/eligibility-references.js';
import type { PatientRecord } from '../evaluation/patient-record.js';
import type { Trial } from '../language/trial.js';
import { admits, codesOf } from './admitted-diagnoses.js';
import { createAnswerTable, type KeptAnswers } from './kept-answers.js';
import { latestDayOf } from './latest-day-of.js';
import { compileTrials } from './compile-trials.js';
import {
  createMatcher,
  decodeMatch,
  type CohortMatch,
  type MatchCode,
  type Matcher,
} from './match-patient.js';

/** A verdict that is new, lost or another than before. */
export interface MatchChange {
  readonly patient: string;
  readonly hospital: string;
  readonly trial: string;
  readonly arm: string;
  readonly cohort?: string;
  readonly before?: 'eligible' | 'possible';
  readonly after?: 'eligible' | 'possible';
}

/** Matches of many patients and trials, kept up to date by asking only what can have changed. */
export interface StandingMatches {
  /** All matches of a patient, by trial id. */
  matchesOf(hospital: string, patient: string): readonly CohortMatch[];
  /** A patient's facts or profiles are new or other: only this patient is asked. */
  setPatient(record: PatientRecord): readonly MatchChange[];
  removePatient(hospital: string, patient: string): readonly MatchChange[];
  /** A trial is new or other: only patients whose diagnosis it may admit, or did, are asked, and only about it. */
  setTrial(trial: Trial): readonly MatchChange[];
  removeTrial(id: string): readonly MatchChange[];
  /** Time passes: only patients are asked some of whose answers were to hold no longer than until before this day. */
  setDate(on: string): readonly MatchChange[];
  /** How many patients were asked since the start, to see what an index spares. */
  readonly asked: () => number;
}

interface Kept {
  readonly record: PatientRecord;
  /** Stays the patient's own as long as the patient is kept. */
  readonly number: number;
  readonly codes: readonly string[];
  /** The last day that anything of the record speaks of. */
  readonly latest: Day;
  /** By trial id, then as the trial lists them. */
  matches: readonly CohortMatch[];
  holdsUntil: Day;
}

export function createStandingMatches(
  trials: readonly Trial[],
  patients: readonly PatientRecord[],
  date: string,
  references: EligibilityReferences,
): StandingMatches {
  let on = dayOf(date);
  const byId = new Map(trials.map((trial) => [trial.id, trial]));
  let all: Asker | undefined;
  const kept = new Map<string, Kept>();
  const table = createAnswerTable();
  const freed: number[] = [];
  let asked = 0;
  let current = 0;

  const newAsker = (some: readonly Trial[]): Asker => {
    const compiled = compileTrials(some);
    const decoded = new Map<MatchCode, CohortMatch>();
    return {
      matcher: createMatcher(compiled, references),
      answers: table.view(compiled.questions, () => current),
      decode: (code) => {
        let match = decoded.get(code);
        if (match === undefined) decoded.set(code, (match = decodeMatch(compiled, code)));
        return match;
      },
    };
  };
  /** Compiled again only when somebody is to be asked about every trial. */
  const askerOfAll = (): Asker => {
    if (all === undefined) {
      all = newAsker([...byId.values()]);
      table.keepOnly(all.matcher.compiled.questions);
    }
    return all;
  };
  const ask = (one: Kept, by: Asker): readonly CohortMatch[] => {
    asked += 1;
    current = one.number;
    const { codes, holdsUntil } = by.matcher.codes(one.record, on, {
      latest: one.latest,
      answers: by.answers,
    });
    one.holdsUntil = Math.min(one.holdsUntil, holdsUntil);
    return codes.map(by.decode);
  };
  const askAll = (one: Kept): readonly MatchChange[] => {
    const before = one.matches;
    one.holdsUntil = Infinity;
    table.forget(one.number);
    one.matches = ask(one, askerOfAll());
    return compareMatches(one.record, before, one.matches);
  };
  const keep = (record: PatientRecord): Kept => {
    const key = keyOf(record.hospital, record.patient);
    const before = kept.get(key);
    const one: Kept = {
      record,
      number: before?.number ?? freed.pop() ?? kept.size,
      codes: codesOf(record),
      latest: latestDayOf(record),
      matches: before?.matches ?? [],
      holdsUntil: Infinity,
    };
    kept.set(key, one);
    return one;
  };
  const replaceTrial = (one: Kept, trial: string, after: readonly CohortMatch[]): readonly MatchChange[] => {
    const [from, to] = placeOf(one.matches, trial);
    const before = one.matches.slice(from, to);
    if (isSame(before, after)) return [];
    one.matches = one.matches.toSpliced(from, to - from, ...after);
    return compareMatches(one.record, before, after);
  };

  for (const record of patients) {
    const one = keep(record);
    one.matches = ask(one, askerOfAll());
  }
  return {
    matchesOf: (hospital, patient) => kept.get(keyOf(hospital, patient))?.matches ?? [],
    setPatient: (record) => askAll(keep(record)),
    removePatient(hospital, patient) {
      const one = kept.get(keyOf(hospital, patient));
      if (one === undefined) return [];
      kept.delete(keyOf(hospital, patient));
      table.forget(one.number);
      freed.push(one.number);
      return compareMatches(one.record, one.matches, []);
    },
    setTrial(trial) {
      const before = byId.get(trial.id);
      byId.set(trial.id, trial);
      all = undefined;
      const alone = newAsker([trial]);
      const mayAdmit = admitter(before === undefined ? [trial] : [before, trial], references.tumourTypes);
      // What is dated later may be the only thing that names a diagnosis.
      return [...kept.values()].flatMap((one) =>
        one.latest > on || mayAdmit(one.codes) ? replaceTrial(one, trial.id, ask(one, alone)) : [],
      );
    },
    removeTrial(id) {
      byId.delete(id);
      all = undefined;
      return [...kept.values()].flatMap((one) => replaceTrial(one, id, []));
    },
    setDate(next) {
      const day = dayOf(next);
      const back = day < on;
      on = day;
      return [...kept.values()].flatMap((one) => (back || one.holdsUntil < day ? askAll(one) : []));
    },
    asked: () => asked,
  };
}

interface Asker {
  readonly matcher: Matcher;
  readonly answers: KeptAnswers;
  /** The same object for the same code, since few differ among many patients. */
  readonly decode: (code: MatchCode) => CohortMatch;
}

/** Whether one of the trials may admit a patient with these codes; found out once for all who have the same. */
function admitter(
  trials: readonly Trial[],
  tumourTypes: TumourTypeTree,
): (codes: readonly string[]) => boolean {
  const known = new Map<string, boolean>();
  return (codes) => {
    const key = codes.length === 1 ? (codes[0] ?? '') : JSON.stringify(codes);
    let answer = known.get(key);
    if (answer === undefined) {
      answer = trials.some((trial) => admits(trial, codes, tumourTypes));
      known.set(key, answer);
    }
    return answer;
  };
}

/** Where the matches of a trial begin and end, or where they would. */
function placeOf(matches: readonly CohortMatch[], trial: string): readonly [from: number, to: number] {
  let [from, end] = [0, matches.length];
  while (from < end) {
    const middle = (from + end) >> 1;
    if ((matches[middle]?.trial ?? '') < trial) from = middle + 1;
    else end = middle;
  }
  let to = from;
  while (matches[to]?.trial === trial) to += 1;
  return [from, to];
}

const isSame = (before: readonly CohortMatch[], after: readonly CohortMatch[]): boolean =>
  before.length === after.length &&
  before.every(({ arm, cohort, verdict, distance }, at) => {
    const other = after[at];
    return (
      other?.arm === arm &&
      other.cohort === cohort &&
      other.verdict === verdict &&
      other.distance === distance
    );
  });

const keyOf = (hospital: string, patient: string): string => JSON.stringify([hospital, patient]);

/** What is new, lost or moved between two lists of matches of one patient. */
export function compareMatches(
  { patient, hospital }: Pick<PatientRecord, 'patient' | 'hospital'>,
  before: readonly CohortMatch[],
  after: readonly CohortMatch[],
): readonly MatchChange[] {
  const places = new Map<string, MatchChange>();
  const note = (matches: readonly CohortMatch[], side: 'before' | 'after'): void => {
    for (const { trial, arm, cohort, verdict } of matches) {
      if (verdict === 'not-eligible') continue;
      const key = JSON.stringify([trial, arm, cohort]);
      const place = places.get(key) ?? {
        patient,
        hospital,
        trial,
        arm,
        ...(cohort === undefined ? {} : { cohort }),
      };
      places.set(key, { ...place, [side]: verdict });
    }
  };
  note(before, 'before');
  note(after, 'after');
  return [...places.values()].filter((change) => change.before !== change.after);
}
