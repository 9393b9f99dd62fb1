import type { ViewedMatch } from '@consilium/board-core';
import type { TrialsMatchesChangedV1 } from '@consilium/contracts';
import type { Transaction } from '@consilium/platform-persistence';

/** The trials a patient may take part in, as they were last told. */
export interface PatientMatches {
  /** Hash of the trials and tables in use. */
  readonly basis: string;
  /** ISO date. */
  readonly evaluatedOn: string;
  readonly matches: readonly (ViewedMatch & { readonly arm: string; readonly cohort?: string })[];
}

/** Keeps them unless something newer was told; false then. `toldAt` is an ISO instant. */
export async function putMatches(
  tx: Transaction,
  { hospital, patient, basis, evaluatedOn, matches }: TrialsMatchesChangedV1,
  toldAt: string,
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `INSERT INTO board.patient_matches (hospital, patient, told_at, document) VALUES ($1, $2, $3, $4)
     ON CONFLICT (hospital, patient) DO UPDATE SET told_at = excluded.told_at, document = excluded.document
     WHERE patient_matches.told_at <= excluded.told_at RETURNING 1`,
    [hospital, patient, toldAt, JSON.stringify({ basis, evaluatedOn, matches } satisfies PatientMatches)],
  );
  return rows.length > 0;
}

/** By the case of their patient. */
export async function findMatches(
  tx: Transaction,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, PatientMatches>> {
  const rows: { id: string; document: PatientMatches }[] = await tx.query(
    `SELECT c.id, m.document FROM board.case_file c
     JOIN board.patient_matches m ON m.hospital = c.hospital AND m.patient = c.patient
     WHERE c.id = ANY ($1::uuid[])`,
    [caseIds],
  );
  return new Map(rows.map(({ id, document }) => [id, document]));
}

export async function casesOfPatient(
  tx: Transaction,
  hospital: string,
  patient: string,
): Promise<readonly string[]> {
  const rows: { id: string }[] = await tx.query(
    `SELECT id FROM board.case_file WHERE hospital = $1 AND patient = $2 ORDER BY id`,
    [hospital, patient],
  );
  return rows.map(({ id }) => id);
}
