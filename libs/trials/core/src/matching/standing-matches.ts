import type { TumourTypeTree } from '@consilium/clinical';
import { dayOf, type Day } from '../calendar.js';
import type { EligibilityReferences } from '../evaluation/eligibility-references.js';
import type { PatientRecord } from '../evaluation/patient-record.js';
import type { Trial } from '../language/trial.js';
import { admittedDiagnoses, codesOf } from './admitted-diagnoses.js';
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
  /** A trial is new or other: only patients whose diagnosis it may admit are asked, and only about it. */
  setTrial(trial: Trial): readonly MatchChange[];
  removeTrial(id: string): readonly MatchChange[];
  /** Time passes: only patients are asked some of whose answers were to hold no longer than until before this day. */
  setDate(on: string): readonly MatchChange[];
  /** How many patients were asked since the start, to see what an index spares. */
  readonly asked: () => number;
}

interface Kept {
  readonly record: PatientRecord;
  readonly codes: readonly string[];
  /** By trial. */
  matches: Map<string, readonly CohortMatch[]>;
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
  let all: Matcher | undefined;
  const kept = new Map<string, Kept>();
  const byCode = new Map<string, Set<Kept>>();
  const withoutCode = new Set<Kept>();
  let asked = 0;

  /** Compiled again only when somebody is to be asked about every trial. */
  const matcher = (): Matcher => (all ??= createMatcher(compileTrials([...byId.values()]), references));
  const ask = (one: Kept, by: Matcher): readonly CohortMatch[] => {
    asked += 1;
    const { codes, holdsUntil } = by.codes(one.record, on);
    one.holdsUntil = Math.min(one.holdsUntil, holdsUntil);
    return codes.map((code: MatchCode) => decodeMatch(by.compiled, code));
  };
  const askAll = (one: Kept): readonly MatchChange[] => {
    const before = one.matches;
    one.holdsUntil = Infinity;
    one.matches = byTrial(ask(one, matcher()));
    return [...new Set([...before.keys(), ...one.matches.keys()])]
      .sort()
      .flatMap((trial) => compareMatches(one.record, before.get(trial) ?? [], one.matches.get(trial) ?? []));
  };
  const index = (one: Kept, add: boolean): void => {
    const change = (set: Set<Kept>): void => {
      if (add) set.add(one);
      else set.delete(one);
    };
    if (one.codes.length === 0) change(withoutCode);
    for (const code of one.codes) {
      let set = byCode.get(code);
      if (set === undefined) byCode.set(code, (set = new Set()));
      change(set);
    }
  };
  const replaceTrial = (one: Kept, trial: string, after: readonly CohortMatch[]): readonly MatchChange[] => {
    const before = one.matches.get(trial) ?? [];
    if (after.length === 0) one.matches.delete(trial);
    else one.matches.set(trial, after);
    return compareMatches(one.record, before, after);
  };

  const standing: StandingMatches = {
    matchesOf: (hospital, patient) =>
      [...(kept.get(keyOf(hospital, patient))?.matches ?? new Map<string, readonly CohortMatch[]>())]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([, matches]) => matches),
    setPatient(record) {
      const key = keyOf(record.hospital, record.patient);
      const before = kept.get(key);
      if (before !== undefined) index(before, false);
      const one: Kept = {
        record,
        codes: codesOf(record),
        matches: before?.matches ?? new Map<string, readonly CohortMatch[]>(),
        holdsUntil: Infinity,
      };
      kept.set(key, one);
      index(one, true);
      return askAll(one);
    },
    removePatient(hospital, patient) {
      const one = kept.get(keyOf(hospital, patient));
      if (one === undefined) return [];
      index(one, false);
      kept.delete(keyOf(hospital, patient));
      return [...one.matches.keys()].sort().flatMap((trial) => replaceTrial(one, trial, []));
    },
    setTrial(trial) {
      byId.set(trial.id, trial);
      all = undefined;
      const alone = createMatcher(compileTrials([trial]), references);
      const candidates = candidatesFor(trial, byCode, withoutCode, references.tumourTypes);
      return [...kept.values()].flatMap((one) => {
        // What is dated later may be the only thing that names a diagnosis.
        if (candidates.has(one) || latestDayOf(one.record) > on)
          return replaceTrial(one, trial.id, ask(one, alone));
        return one.matches.has(trial.id) ? replaceTrial(one, trial.id, []) : [];
      });
    },
    removeTrial(id) {
      byId.delete(id);
      all = undefined;
      return [...kept.values()].flatMap((one) => (one.matches.has(id) ? replaceTrial(one, id, []) : []));
    },
    setDate(next) {
      const day = dayOf(next);
      const back = day < on;
      on = day;
      return [...kept.values()].flatMap((one) => (back || one.holdsUntil < day ? askAll(one) : []));
    },
    asked: () => asked,
  };
  for (const record of patients) standing.setPatient(record);
  return standing;
}

function candidatesFor(
  trial: Trial,
  byCode: ReadonlyMap<string, ReadonlySet<Kept>>,
  withoutCode: ReadonlySet<Kept>,
  tumourTypes: TumourTypeTree,
): ReadonlySet<Kept> {
  const admitted = admittedDiagnoses(trial, [...byCode.keys()], tumourTypes);
  return new Set([...withoutCode, ...[...admitted].flatMap((code) => [...(byCode.get(code) ?? [])])]);
}

function byTrial(matches: readonly CohortMatch[]): Map<string, readonly CohortMatch[]> {
  const groups = new Map<string, CohortMatch[]>();
  for (const match of matches) {
    const group = groups.get(match.trial);
    if (group === undefined) groups.set(match.trial, [match]);
    else group.push(match);
  }
  return groups;
}

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
