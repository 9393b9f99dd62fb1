import { rememberLast } from '@consilium/kernel';
import type {
  ClinicalFacts,
  Condition,
  Diagnosis,
  Metastasis,
  OtherCancer,
  PartialDate,
} from '@consilium/clinical';
import { dayOf, rangeOf, type Day, type DayRange } from '../calendar.js';

/** A list of the record with its dates read once for all criteria. */
export interface History<T> {
  readonly entries: readonly T[];
  readonly completeOn: Day | undefined;
}

export interface DatedCondition {
  readonly entry: Condition;
  readonly since: DayRange;
  /** Infinite while it goes on. */
  readonly end: DayRange;
  /** End of systemic treatment; infinite while it goes on, or backwards where there never was any. */
  readonly treatmentEnd: DayRange;
}

export interface DatedMetastasis {
  readonly entry: Metastasis;
  readonly found: DayRange;
  /** Of what is recorded as treated: since when it can be. */
  readonly treated: DayRange;
  /** Unbounded where no date says. */
  readonly stable: DayRange;
}

export interface DatedCancer {
  readonly entry: OtherCancer;
  readonly diagnosed: DayRange;
  /** Unbounded backwards where no date says. */
  readonly free: DayRange;
}

export interface DatedDiagnosis {
  readonly entry: Diagnosis;
  readonly made: DayRange;
}

const anyDay: DayRange = { first: -Infinity, last: Infinity };
const forever: DayRange = { first: Infinity, last: Infinity };
const never: DayRange = { first: -Infinity, last: -Infinity };
const empty: History<never> = { entries: [], completeOn: undefined };

export const conditionsOf = remember<History<DatedCondition>>(({ conditions, recordedAt }) => {
  const recordedOn = dayOf(recordedAt);
  return historyOf(conditions, (entry) => {
    const since = happened(entry.since, recordedOn);
    return {
      entry,
      since,
      end: endOf(entry, since, recordedOn),
      treatmentEnd: treatmentEndOf(entry, recordedOn),
    };
  });
}, empty);

export const metastasesOf = remember<History<DatedMetastasis>>(({ metastases, recordedAt }) => {
  const recordedOn = dayOf(recordedAt);
  return historyOf(metastases, (entry) => {
    const stable = entry.stableSince ?? entry.treatedOn;
    return {
      entry,
      found: happened(entry.foundOn, recordedOn),
      treated: happened(entry.treatedOn ?? entry.stableSince, recordedOn),
      stable: stable === undefined ? anyDay : happened(stable, recordedOn),
    };
  });
}, empty);

export const otherCancersOf = remember<History<DatedCancer>>(({ otherCancers, recordedAt }) => {
  const recordedOn = dayOf(recordedAt);
  return historyOf(otherCancers, (entry) => ({
    entry,
    diagnosed: happened(entry.diagnosedOn, recordedOn),
    free: happened(entry.diseaseFreeSince, recordedOn),
  }));
}, empty);

/** The tumour in question. */
export const diagnosisOf = remember<DatedDiagnosis | undefined>(({ diagnoses, recordedAt }) => {
  const entry = diagnoses?.[0];
  return entry === undefined ? undefined : { entry, made: happened(entry.diagnosedOn, dayOf(recordedAt)) };
}, undefined);

function remember<T>(read: (facts: ClinicalFacts) => T, none: T): (facts: ClinicalFacts | undefined) => T {
  const remembered = rememberLast(read);
  return (facts) => (facts === undefined ? none : remembered(facts));
}

function historyOf<T, D>(
  list: { readonly entries: readonly T[]; readonly completeOn?: string } | undefined,
  dated: (entry: T) => D,
): History<D> {
  if (list === undefined) return empty;
  const { entries, completeOn } = list;
  return {
    entries: entries.map(dated),
    completeOn: completeOn === undefined ? undefined : dayOf(completeOn),
  };
}

/** What is on record had happened by the day it was recorded, unless its date says otherwise. */
function happened(date: PartialDate | undefined, recordedOn: Day): DayRange {
  const { first, last } = date === undefined ? anyDay : rangeOf(date);
  return { first, last: Math.max(first, Math.min(last, recordedOn)) };
}

/**
 * An event is over when it has happened, unless it is recorded as active still; a disease goes on until it is recorded
 * as resolved, and then ended at some day between.
 */
function endOf({ kind, state, endedOn }: Condition, since: DayRange, recordedOn: Day): DayRange {
  if (endedOn !== undefined) {
    const { first, last } = state === 'resolved' ? happened(endedOn, recordedOn) : rangeOf(endedOn);
    // Ended before it began: neither is believed.
    return last < since.first ? { first, last: Infinity } : { first: Math.max(first, since.first), last };
  }
  if (kind === 'event') return state === 'active' ? { first: since.first, last: Infinity } : since;
  return state === 'resolved' ? { first: since.first, last: Math.max(since.first, recordedOn) } : forever;
}

function treatmentEndOf(
  { systemicTreatment, systemicTreatmentEndedOn }: Condition,
  recordedOn: Day,
): DayRange {
  if (systemicTreatmentEndedOn === undefined)
    switch (systemicTreatment) {
      case 'current':
        return forever;
      case 'never':
        return never;
      case 'past':
        return happened(undefined, recordedOn);
      case undefined:
        return anyDay;
    }
  const ended = happened(systemicTreatmentEndedOn, recordedOn);
  // Recorded as ended and as going on, or as never given: neither is believed.
  if (systemicTreatment === 'current') return { first: ended.first, last: Infinity };
  return systemicTreatment === 'never' ? { first: -Infinity, last: ended.last } : ended;
}
