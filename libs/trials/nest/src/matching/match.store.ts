import type { Transaction } from '@consilium/platform-persistence';
import { codesOf, type CohortMatch, type MatchChange, type PatientRecord } from '@consilium/trials-core';

/** What one matching of a patient gave. */
export interface RenewedMatches {
  readonly record: PatientRecord;
  readonly matches: readonly CohortMatch[];
  /** ISO date; absent: for ever. */
  readonly holdsUntil?: string;
  readonly changes: readonly MatchChange[];
}

type Place = Pick<PatientRecord, 'hospital' | 'patient'>;
export const keyOf = ({ hospital, patient }: Place): string => JSON.stringify([hospital, patient]);

interface Row {
  readonly hospital: string;
  readonly patient: string;
  readonly trial: string;
  readonly arm: string;
  readonly cohort: string;
  readonly verdict: 'eligible' | 'possible';
}

/** Standing matches of many patients, by `keyOf`. */
export async function readMatches(
  tx: Transaction,
  patients: readonly Place[],
): Promise<ReadonlyMap<string, readonly CohortMatch[]>> {
  const rows: Row[] = await tx.query(
    `SELECT m.hospital, m.patient, m.trial, m.arm, m.cohort, m.verdict
     FROM json_to_recordset($1::json) AS p(hospital text, patient text)
     JOIN trials.match m ON m.hospital = p.hospital AND m.patient = p.patient`,
    [JSON.stringify(patients.map(({ hospital, patient }) => ({ hospital, patient })))],
  );
  const found = new Map<string, CohortMatch[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const one = toMatch(row);
    const list = found.get(key);
    if (list === undefined) found.set(key, [one]);
    else list.push(one);
  }
  return found;
}

/** Writes what changed, and for all what the matches rest on; `on` is the day of matching. */
export async function writeMatches(
  tx: Transaction,
  renewed: readonly RenewedMatches[],
  basis: string,
  on: string,
): Promise<void> {
  const changes = renewed.flatMap((one) => one.changes);
  const rows = changes.map(({ hospital, patient, trial, arm, cohort, after }) => ({
    hospital,
    patient,
    trial,
    arm,
    cohort: cohort ?? '',
    verdict: after,
  }));
  await tx.query(
    `DELETE FROM trials.match m USING json_to_recordset($1::json)
       AS r(hospital text, patient text, trial text, arm text, cohort text)
     WHERE (m.hospital, m.patient, m.trial, m.arm, m.cohort) = (r.hospital, r.patient, r.trial, r.arm, r.cohort)`,
    [JSON.stringify(rows.filter(({ verdict }) => verdict === undefined))],
  );
  await tx.query(
    `INSERT INTO trials.match (hospital, patient, trial, arm, cohort, verdict, since)
     SELECT hospital, patient, trial, arm, cohort, verdict, $2::date FROM json_to_recordset($1::json)
       AS r(hospital text, patient text, trial text, arm text, cohort text, verdict text)
     ON CONFLICT (hospital, patient, trial, arm, cohort)
       DO UPDATE SET verdict = excluded.verdict, since = excluded.since`,
    [JSON.stringify(rows.filter(({ verdict }) => verdict !== undefined)), on],
  );
  await tx.query(
    `UPDATE trials.patient p
     SET basis = $2, matched_on = $3, holds_until = r.until,
       diagnoses = ARRAY(SELECT json_array_elements_text(r.diagnoses))
     FROM json_to_recordset($1::json) AS r(hospital text, patient text, until date, diagnoses json)
     WHERE p.hospital = r.hospital AND p.patient = r.patient`,
    [
      JSON.stringify(
        renewed.map(({ record, holdsUntil }) => ({
          hospital: record.hospital,
          patient: record.patient,
          until: holdsUntil,
          diagnoses: codesOf(record),
        })),
      ),
      basis,
      on,
    ],
  );
}

export interface StandingMatch extends Row {
  /** ISO date since when the verdict stands. */
  readonly since: string;
}

/** Patients who match a trial, in the hospitals the transaction may see: eligible first, then by patient. */
export async function listMatchesOfTrial(
  tx: Transaction,
  query: {
    readonly trial: string;
    readonly verdicts: readonly string[];
    readonly after?: PatientPlace;
    readonly limit: number;
  },
): Promise<readonly PatientOfTrial[]> {
  const { trial, verdicts, after, limit } = query;
  const rows: PatientOfTrial[] = await tx.query(
    `SELECT * FROM (
       SELECT hospital, patient, min(verdict) AS verdict,
         json_agg(json_build_object('arm', arm, 'cohort', nullif(cohort, ''), 'verdict', verdict,
           'since', to_char(since, 'YYYY-MM-DD')) ORDER BY verdict, arm, cohort) AS cohorts
       FROM trials.match WHERE trial = $1 GROUP BY hospital, patient) grouped
     WHERE verdict = ANY ($2)
       AND ($3::text IS NULL OR (verdict, hospital, patient) > ($3, $4, $5))
     ORDER BY verdict, hospital, patient LIMIT $6`,
    [trial, verdicts, after?.verdict ?? null, after?.hospital ?? null, after?.patient ?? null, limit],
  );
  return rows;
}

export interface PatientPlace {
  readonly verdict: string;
  readonly hospital: string;
  readonly patient: string;
}

export interface PatientOfTrial extends PatientPlace {
  /** Of the nearest cohort. */
  readonly verdict: 'eligible' | 'possible';
  readonly cohorts: readonly {
    readonly arm: string;
    readonly cohort: string | null;
    readonly verdict: 'eligible' | 'possible';
    readonly since: string;
  }[];
}

const toMatch = ({ trial, arm, cohort, verdict }: Row): CohortMatch => ({
  trial,
  arm,
  ...(cohort === '' ? {} : { cohort }),
  verdict,
  distance: 0,
});
