import { createHash } from 'node:crypto';
import type { CaseFile, CaseProfile, CaseResult, JudgedReport } from '@consilium/board-core';
import type { MolecularProfile } from '@consilium/clinical';
import type { Reader, Transaction } from '@consilium/platform-persistence';
import type { Interpretation } from './interpretation.js';

/** The case's id is made from what makes it one case, so that any event about it finds it. */
export function caseIdOf(hospital: string, patient: string, diagnosis: string): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([hospital, patient, diagnosis]))
    .digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

export interface Touched {
  readonly caseId: string;
  readonly revision: number;
}

/** Opens the case, or counts one more change to it. */
export async function touchCase(
  tx: Transaction,
  at: { readonly hospital: string; readonly patient: string; readonly diagnosis: string; readonly now: Date },
): Promise<Touched> {
  const caseId = caseIdOf(at.hospital, at.patient, at.diagnosis);
  const rows: { revision: number }[] = await tx.query(
    `INSERT INTO board.case_file (id, hospital, patient, diagnosis, revision, opened_at, updated_at)
     VALUES ($1, $2, $3, $4, 1, $5, $5)
     ON CONFLICT (id) DO UPDATE SET revision = case_file.revision + 1, updated_at = excluded.updated_at
     RETURNING revision`,
    [caseId, at.hospital, at.patient, at.diagnosis, at.now],
  );
  return { caseId, revision: rows[0]?.revision ?? 1 };
}

/** Counts one more change to a case that is there. */
export async function countChange(tx: Transaction, caseId: string, now: Date): Promise<number> {
  const [rows]: [{ revision: number }[], number] = await tx.query(
    `UPDATE board.case_file SET revision = revision + 1, updated_at = $2 WHERE id = $1 RETURNING revision`,
    [caseId, now],
  );
  return rows[0]?.revision ?? 1;
}

/** Puts a profile on its case unless a newer version is there. An amended diagnosis moves it to another case. */
export async function putProfile(
  tx: Transaction,
  caseId: string,
  profile: MolecularProfile,
  smallVariantCount: number,
): Promise<void> {
  await tx.query(
    `INSERT INTO board.case_profile (profile_id, case_id, hospital, version, status, small_variant_count, document)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (profile_id) DO UPDATE SET
       case_id = excluded.case_id, version = excluded.version, status = excluded.status,
       small_variant_count = excluded.small_variant_count, document = excluded.document
     WHERE case_profile.version < excluded.version`,
    [
      profile.id,
      caseId,
      profile.hospital,
      profile.version,
      profile.status,
      smallVariantCount,
      JSON.stringify(profile),
    ],
  );
}

/** The version of a profile that stands, and the case it is on. */
export async function standingProfile(
  tx: Transaction,
  profileId: string,
): Promise<{ readonly version: number; readonly caseId: string } | undefined> {
  const rows: { version: number; caseId: string }[] = await tx.query(
    `SELECT version, case_id AS "caseId" FROM board.case_profile WHERE profile_id = $1`,
    [profileId],
  );
  return rows[0];
}

/** Keeps the newest result of a profile; false when a result of a newer version is there. */
export async function putResult(
  tx: Transaction,
  hospital: string,
  result: CaseResult<Interpretation>,
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `INSERT INTO board.case_result (profile_id, hospital, profile_version, release_name, release_hash, evaluated_on, document)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (profile_id) DO UPDATE SET
       profile_version = excluded.profile_version, release_name = excluded.release_name,
       release_hash = excluded.release_hash, evaluated_on = excluded.evaluated_on, document = excluded.document
     WHERE case_result.profile_version <= excluded.profile_version
     RETURNING 1`,
    [
      result.profileId,
      hospital,
      result.profileVersion,
      result.releaseName,
      result.releaseHash,
      result.evaluatedOn,
      JSON.stringify(result.interpretation),
    ],
  );
  return rows.length > 0;
}

export interface CaseRow {
  id: string;
  hospital: string;
  patient: string;
  diagnosis: string;
  revision: number;
  opened_at: Date;
  updated_at: Date;
}

export async function findCases(tx: Reader, ids: readonly string[]): Promise<readonly CaseFile[]> {
  const rows: CaseRow[] = await tx.query(`SELECT * FROM board.case_file WHERE id = ANY ($1::uuid[])`, [ids]);
  return rows.map(fromRow);
}

export async function findProfiles(tx: Reader, caseIds: readonly string[]): Promise<readonly CaseProfile[]> {
  const rows: { case_id: string; document: MolecularProfile; small_variant_count: number }[] = await tx.query(
    `SELECT case_id, document, small_variant_count FROM board.case_profile
     WHERE case_id = ANY ($1::uuid[]) ORDER BY document ->> 'issuedAt' DESC, profile_id`,
    [caseIds],
  );
  return rows.map((row) => ({
    caseId: row.case_id,
    profile: row.document,
    smallVariantCount: row.small_variant_count,
  }));
}

/** Of the reports on cases, what the cases are judged by. */
export async function findJudgedReports(
  tx: Reader,
  caseIds: readonly string[],
): Promise<readonly { readonly caseId: string; readonly report: JudgedReport }[]> {
  return tx.query(
    `SELECT case_id AS "caseId", jsonb_build_object('reportId', document -> 'reportId', 'status', status,
       'specimen', document -> 'specimen') AS report
     FROM board.case_profile WHERE case_id = ANY ($1::uuid[])`,
    [caseIds],
  );
}

interface ResultRow {
  profile_id: string;
  profile_version: number;
  release_name: string;
  release_hash: string;
  evaluated_on: string;
  document: Interpretation;
}
const resultColumns = `r.profile_id, r.profile_version, r.release_name, r.release_hash, r.evaluated_on::text, r.document`;

export async function findResults(
  tx: Reader,
  profileIds: readonly string[],
): Promise<readonly CaseResult<Interpretation>[]> {
  const rows: ResultRow[] = await tx.query(
    `SELECT ${resultColumns} FROM board.case_result r WHERE r.profile_id = ANY ($1::uuid[])`,
    [profileIds],
  );
  return rows.map(resultFromRow);
}

export interface ResultOfCase {
  readonly caseId: string;
  readonly result: CaseResult<Interpretation>;
}

/** What the profiles on cases mean. */
export async function findResultsOfCases(
  tx: Reader,
  caseIds: readonly string[],
): Promise<readonly ResultOfCase[]> {
  const rows: (ResultRow & { case_id: string })[] = await tx.query(
    `SELECT p.case_id, ${resultColumns}
     FROM board.case_profile p JOIN board.case_result r ON r.profile_id = p.profile_id
     WHERE p.case_id = ANY ($1::uuid[])`,
    [caseIds],
  );
  return rows.map((row) => ({ caseId: row.case_id, result: resultFromRow(row) }));
}

const resultFromRow = (row: ResultRow): CaseResult<Interpretation> => ({
  profileId: row.profile_id,
  profileVersion: row.profile_version,
  releaseName: row.release_name,
  releaseHash: row.release_hash,
  evaluatedOn: row.evaluated_on,
  interpretation: row.document,
});

export const fromRow = (row: CaseRow): CaseFile => ({
  id: row.id,
  hospital: row.hospital,
  patient: row.patient,
  diagnosis: row.diagnosis,
  revision: row.revision,
  openedAt: row.opened_at,
  updatedAt: row.updated_at,
});
