import { completenessOf, type CaseHistory, type Issue, type JournalEntry } from '@consilium/board-core';
import type { Transaction } from '@consilium/platform-persistence';

/** Which cases are told of: those that were referred in a period. */
export interface Cohort {
  readonly hospital: string;
  /** ISO dates, both included. */
  readonly from: string;
  readonly until: string;
  /** OncoTree codes; absent: every diagnosis. */
  readonly diagnoses?: readonly string[];
}

/** Their ids, at most `limit`. */
export async function listReferred(
  tx: Transaction,
  { hospital, from, until, diagnoses }: Cohort,
  limit: number,
): Promise<readonly string[]> {
  const rows: { id: string }[] = await tx.query(
    `SELECT DISTINCT f.id FROM board.case_journal j JOIN board.case_file f ON f.id = j.case_id
     WHERE j.hospital = $1 AND j.step->>'kind' = 'refer' AND j.at >= $2::date AND j.at < $3::date + 1
       AND ($4::text[] IS NULL OR f.diagnosis = ANY ($4))
     ORDER BY f.id LIMIT $5`,
    [hospital, from, until, diagnoses ?? null, limit],
  );
  return rows.map(({ id }) => id);
}

/** What happened to cases, from their journals, reports, and what was known when they were opened. */
export async function findHistories(
  tx: Transaction,
  ids: readonly string[],
): Promise<readonly CaseHistory[]> {
  const rows: (Omit<JournalEntry, 'at'> & { caseId: string; at: Date; issues: readonly Issue[] | null })[] =
    await tx.query(
      `SELECT j.case_id AS "caseId", j.version, j.step, j.by_whom AS by, j.role, j.at, j.snapshot,
         CASE WHEN j.step->>'kind' = 'open' THEN s.document->'issues' END AS issues
       FROM board.case_journal j
       LEFT JOIN board.snapshot s ON s.hospital = j.hospital AND s.hash = j.snapshot AND j.step->>'kind' = 'open'
       WHERE j.case_id = ANY ($1::uuid[]) ORDER BY j.case_id, j.version`,
      [ids],
    );
  const reports: { caseId: string; at: string }[] = await tx.query(
    `SELECT case_id AS "caseId", document->>'issuedAt' AS at FROM board.case_profile
     WHERE case_id = ANY ($1::uuid[]) AND status IN ('final', 'amended')`,
    [ids],
  );
  const byCase = groupByCase(rows);
  const reportsOf = groupByCase(reports);
  return ids.map((caseId) => {
    const told = byCase.get(caseId) ?? [];
    return {
      caseId,
      journal: told.map(({ version, step, by, role, at, snapshot }) => ({
        version,
        step,
        by,
        role,
        at: at.toISOString(),
        snapshot,
      })),
      reports: (reportsOf.get(caseId) ?? []).map(({ at }) => new Date(at).toISOString()),
      completeness: told.flatMap(({ issues }) => (issues === null ? [] : [completenessOf(issues)])),
    };
  });
}

function groupByCase<T extends { readonly caseId: string }>(rows: readonly T[]): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.caseId);
    if (group === undefined) groups.set(row.caseId, [row]);
    else group.push(row);
  }
  return groups;
}

/** Minutes for which cases were on the table, in the meetings of a period. */
export async function listDiscussionMinutes(
  tx: Transaction,
  { hospital, from, until }: Cohort,
): Promise<readonly number[]> {
  const rows: { minutes: number }[] = await tx.query(
    `SELECT (d.value::numeric / 60)::float AS minutes
     FROM board.meeting m, jsonb_each_text(m.record->'discussed') d
     WHERE m.hospital = $1 AND m.on_date BETWEEN $2::date AND $3::date`,
    [hospital, from, until],
  );
  return rows.map(({ minutes }) => minutes);
}
