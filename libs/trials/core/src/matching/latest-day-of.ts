import { rangeOf, type Day } from '../calendar.js';
import type { PatientRecord } from '../evaluation/patient-record.js';

/** The last day that anything recorded of a patient speaks of; a month or year counts to its end. */
export const latestDayOf = (patient: PatientRecord): Day =>
  Math.max(latestIn(patient.facts), ...patient.profiles.map(({ issuedAt }) => rangeOf(issuedAt).last));

const nine = '9'.charCodeAt(0);
const datePattern = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T.*)?)?)?$/;

function latestIn(value: unknown): Day {
  // Most texts are told from dates by their first letter.
  if (typeof value === 'string')
    return value.charCodeAt(0) <= nine && datePattern.test(value) ? rangeOf(value).last : -Infinity;
  if (typeof value !== 'object' || value === null) return -Infinity;
  let latest = -Infinity;
  for (const member of Object.values(value)) latest = Math.max(latest, latestIn(member));
  return latest;
}
