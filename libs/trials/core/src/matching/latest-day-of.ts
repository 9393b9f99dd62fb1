import { rangeOf, type Day } from '../calendar.js';
import type { PatientRecord } from '../evaluation/patient-record.js';

const known = new WeakMap<PatientRecord, Day>();

/** The last day that anything recorded of a patient speaks of; a month or year counts to its end. */
export function latestDayOf(patient: PatientRecord): Day {
  let latest = known.get(patient);
  if (latest === undefined) {
    latest = Math.max(
      latestIn(patient.facts),
      ...patient.profiles.map(({ issuedAt }) => rangeOf(issuedAt).last),
    );
    known.set(patient, latest);
  }
  return latest;
}

const datePattern = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T.*)?)?)?$/;

function latestIn(value: unknown): Day {
  if (typeof value === 'string') return datePattern.test(value) ? rangeOf(value).last : -Infinity;
  if (typeof value !== 'object' || value === null) return -Infinity;
  let latest = -Infinity;
  for (const member of Object.values(value)) latest = Math.max(latest, latestIn(member));
  return latest;
}
