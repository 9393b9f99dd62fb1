import { personHolder } from '@consilium/platform-identity';
import type { Transaction } from '@consilium/platform-persistence';
import { emergencyHours, type Care, type CareKind, type PatientOf } from './care.js';

const careColumns = `id, hospital, patient, holder, kind, reason, begun_by AS "begunBy", begun_at AS "begunAt", until,
  ended_by AS "endedBy", ended_at AS "endedAt", end_reason AS "endReason", justified, reviewed_by AS "reviewedBy",
  reviewed_at AS "reviewedAt", review_note AS "reviewNote"`;

const stands = `ended_at IS NULL AND (until IS NULL OR until > now())`;

export interface NewCare {
  readonly holder: string;
  readonly kind: Exclude<CareKind, 'emergency'>;
  /** A meeting, or who says so. Of one origin one stands: said again, it only ends later or for another reason. */
  readonly origin: string;
  readonly by: string;
  /** Absent: until it is ended. */
  readonly until?: Date | undefined;
  readonly reason?: string;
}

/** Lets somebody see patients from now on. */
export async function beginCare(
  tx: Transaction,
  patients: readonly PatientOf[],
  { holder, kind, origin, by, until, reason }: NewCare,
): Promise<readonly Care[]> {
  if (patients.length === 0) return [];
  return tx.query(
    `INSERT INTO access.care (hospital, patient, holder, kind, origin, reason, begun_by, until)
     SELECT DISTINCT r.hospital, r.patient, $2, $3, $4, $5, $6, $7::timestamptz
     FROM json_to_recordset($1) AS r(hospital text, patient text)
     ON CONFLICT (hospital, patient, holder, kind, origin) WHERE ended_at IS NULL AND kind <> 'emergency'
       DO UPDATE SET until = excluded.until, reason = excluded.reason
     RETURNING ${careColumns}`,
    [JSON.stringify(patients), holder, kind, origin, reason ?? null, by, until ?? null],
  );
}

/** Ends what an origin gave about a patient, but to those who keep it. */
export async function endCareFrom(
  tx: Transaction,
  { hospital, patient }: PatientOf,
  { origin, by, reason, keep = [] }: { origin: string; by: string; reason: string; keep?: readonly string[] },
): Promise<void> {
  await tx.query(
    `UPDATE access.care SET ended_by = $4, ended_at = now(), end_reason = $5
     WHERE hospital = $1 AND patient = $2 AND origin = $3 AND ended_at IS NULL AND holder <> ALL ($6)`,
    [hospital, patient, origin, by, reason, keep],
  );
}

/** Access for a few hours without anybody's leave; who took it, and why, waits for somebody's review. */
export async function beginEmergency(
  tx: Transaction,
  { hospital, patient }: PatientOf,
  { person, reason }: { readonly person: string; readonly reason: string },
): Promise<Care | undefined> {
  const rows: Care[] = await tx.query(
    `INSERT INTO access.care (hospital, patient, holder, kind, origin, reason, begun_by, until)
     VALUES ($1, $2, $3, 'emergency', $4, $5, $4, now() + make_interval(hours => $6)) RETURNING ${careColumns}`,
    [hospital, patient, personHolder(person), person, reason, emergencyHours],
  );
  return rows[0];
}

/** Whether this transaction's scope sees a patient's rows. */
export async function seesPatient(tx: Transaction, { hospital, patient }: PatientOf): Promise<boolean> {
  const rows: { sees: boolean }[] = await tx.query(
    `SELECT access.sees($1) AND (access.is_unbound()
       OR ($1, $2) IN (SELECT hospital, patient FROM access.care_at_hand)) AS sees`,
    [hospital, patient],
  );
  return rows[0]?.sees === true;
}

/** Whether somebody treats the patient; with `by`, whether that one does. */
export async function isTreated(
  tx: Transaction,
  { hospital, patient }: PatientOf,
  by?: string,
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `SELECT 1 FROM access.care WHERE hospital = $1 AND patient = $2 AND kind = 'treating' AND ${stands}
       AND ($3::text IS NULL OR holder = $3) LIMIT 1`,
    [hospital, patient, by === undefined ? null : personHolder(by)],
  );
  return rows.length > 0;
}

/** Takes hold of one that stands, so that two do not end or review it at once. */
export async function holdCare(tx: Transaction, id: string): Promise<Care | undefined> {
  const rows: Care[] = await tx.query(
    `SELECT ${careColumns} FROM access.care WHERE id = $1 FOR NO KEY UPDATE`,
    [id],
  );
  return rows[0];
}

export async function endCare(
  tx: Transaction,
  { id }: Pick<Care, 'id'>,
  by: string,
  reason: string,
): Promise<void> {
  await tx.query(
    `UPDATE access.care SET ended_by = $2, ended_at = now(), end_reason = $3 WHERE id = $1 AND ended_at IS NULL`,
    [id, by, reason],
  );
}

export interface Review {
  readonly justified: boolean;
  readonly by: string;
  readonly note: string;
}

export async function reviewCare(
  tx: Transaction,
  { id }: Pick<Care, 'id'>,
  { justified, by, note }: Review,
): Promise<void> {
  await tx.query(
    `UPDATE access.care SET justified = $2, reviewed_by = $3, reviewed_at = now(), review_note = $4 WHERE id = $1`,
    [id, justified, by, note],
  );
}

/** Who holds or held access to a patient beyond those who work for all of the hospital, the newest first. */
export async function listCare(tx: Transaction, { hospital, patient }: PatientOf): Promise<readonly Care[]> {
  return tx.query(
    `SELECT ${careColumns} FROM access.care WHERE hospital = $1 AND patient = $2
     ORDER BY begun_at DESC, id LIMIT 500`,
    [hospital, patient],
  );
}

/** Access taken in emergencies, the newest first. */
export async function listEmergencies(
  tx: Transaction,
  { isReviewed, limit }: { readonly isReviewed: boolean | undefined; readonly limit: number },
): Promise<readonly Care[]> {
  return tx.query(
    `SELECT ${careColumns} FROM access.care
     WHERE kind = 'emergency' AND ($1::boolean IS NULL OR (justified IS NOT NULL) = $1)
     ORDER BY begun_at DESC, id LIMIT $2`,
    [isReviewed ?? null, limit],
  );
}
