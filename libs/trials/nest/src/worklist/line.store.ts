import type { Transaction } from '@consilium/platform-persistence';
import { tellWorklist } from './worklist-change.js';
import { newLine, type LineStep, type WorklistLine } from '@consilium/trials-core';

export const lineChanges = ['new', 'moved', 'cohorts', 'lost'] as const;
export type LineChange = (typeof lineChanges)[number];

export interface StoredLine {
  readonly id: string;
  readonly hospital: string;
  readonly patient: string;
  readonly trial: string;
  /** Of the nearest cohort now; null: no match any more. */
  readonly verdict: 'eligible' | 'possible' | null;
  /** What changed last in the matches, and when. */
  readonly change: LineChange;
  readonly changedAt: Date;
  readonly assignee: string | null;
  readonly line: WorklistLine;
}

export interface StoredStep {
  readonly version: number;
  readonly step: LineStep;
  readonly state: WorklistLine['state'];
  readonly by: string;
  readonly at: Date;
}

const columns = `id, hospital, patient, trial, verdict, change, changed_at AS "changedAt", assignee, line`;

export interface MatchedTrial {
  readonly hospital: string;
  readonly patient: string;
  readonly trial: string;
}

/**
 * Brings lines to what stands in `trials.match`, for patients and trials whose matches changed. A line is never taken
 * away: what somebody has worked on stays, and a match that is lost is shown as lost.
 */
export async function noteMatchChanges(
  tx: Transaction,
  changed: readonly MatchedTrial[],
  at: Date,
): Promise<void> {
  if (changed.length === 0) return;
  await tx.query(
    `WITH changed AS (
       SELECT DISTINCT hospital, patient, trial
       FROM json_to_recordset($1::json) AS r(hospital text, patient text, trial text)),
     now AS (
       SELECT c.*, (SELECT min(m.verdict) FROM trials.match m
         WHERE m.hospital = c.hospital AND m.patient = c.patient AND m.trial = c.trial) AS verdict
       FROM changed c),
     lost AS (
       UPDATE trials.worklist_line l SET verdict = NULL, change = 'lost', changed_at = $2
       FROM now n
       WHERE n.verdict IS NULL AND l.verdict IS NOT NULL
         AND l.hospital = n.hospital AND l.patient = n.patient AND l.trial = n.trial)
     INSERT INTO trials.worklist_line AS l (hospital, patient, trial, verdict, change, changed_at, line)
     SELECT hospital, patient, trial, verdict, 'new', $2, $3 FROM now WHERE verdict IS NOT NULL
     ON CONFLICT (hospital, patient, trial) DO UPDATE SET
       verdict = excluded.verdict, changed_at = excluded.changed_at,
       change = CASE
         WHEN l.verdict IS NULL THEN 'new' WHEN l.verdict <> excluded.verdict THEN 'moved' ELSE 'cohorts' END`,
    [
      JSON.stringify(changed.map(({ hospital, patient, trial }) => ({ hospital, patient, trial }))),
      at,
      JSON.stringify(newLine),
    ],
  );
  for (const hospital of new Set(changed.map((one) => one.hospital))) await tellWorklist(tx, { hospital });
}

export interface LineFilter {
  readonly states?: readonly string[];
  readonly verdicts?: readonly string[];
  readonly trial?: string;
  readonly patient?: string;
  readonly assignee?: string;
  /** Also lines without a match that nobody has worked on. */
  readonly includeLost: boolean;
}

/** Newest change first. */
export async function listLines(
  tx: Transaction,
  { states, verdicts, trial, patient, assignee, includeLost }: LineFilter,
  after: { readonly changedAt: string; readonly id: string } | undefined,
  limit: number,
): Promise<readonly StoredLine[]> {
  const rows: StoredLine[] = await tx.query(
    `SELECT ${columns} FROM trials.worklist_line
     WHERE ($1::text[] IS NULL OR state = ANY ($1)) AND ($2::text[] IS NULL OR verdict = ANY ($2))
       AND ($3::text IS NULL OR trial = $3) AND ($4::text IS NULL OR patient = $4)
       AND ($5::text IS NULL OR assignee = $5)
       AND ($6 OR verdict IS NOT NULL OR state <> 'new')
       AND ($7::timestamptz IS NULL OR (date_trunc('milliseconds', changed_at), id) < ($7, $8::uuid))
     ORDER BY date_trunc('milliseconds', changed_at) DESC, id DESC LIMIT $9`,
    [
      states ?? null,
      verdicts ?? null,
      trial ?? null,
      patient ?? null,
      assignee ?? null,
      includeLost,
      after?.changedAt ?? null,
      after?.id ?? null,
      limit,
    ],
  );
  return rows;
}

export async function findLine(tx: Transaction, id: string): Promise<StoredLine | undefined> {
  const rows: StoredLine[] = await tx.query(
    `SELECT ${columns} FROM trials.worklist_line WHERE id::text = $1`,
    [id],
  );
  return rows[0];
}

/** Until the transaction ends nobody else decides about it. */
export async function lockLine(tx: Transaction, id: string): Promise<StoredLine | undefined> {
  const rows: StoredLine[] = await tx.query(
    `SELECT ${columns} FROM trials.worklist_line WHERE id::text = $1 FOR UPDATE`,
    [id],
  );
  return rows[0];
}

/** The oldest first. */
export async function listSteps(tx: Transaction, lineId: string): Promise<readonly StoredStep[]> {
  const rows: StoredStep[] = await tx.query(
    `SELECT version, step, state, by_whom AS by, at FROM trials.worklist_step WHERE line = $1 ORDER BY version`,
    [lineId],
  );
  return rows;
}

export async function keepStep(
  tx: Transaction,
  stored: StoredLine,
  next: WorklistLine,
  taken: { readonly step: LineStep; readonly by: string; readonly at: Date },
): Promise<StoredLine> {
  const { id, hospital } = stored;
  await tx.query(`UPDATE trials.worklist_line SET line = $2 WHERE id = $1`, [id, JSON.stringify(next)]);
  await tx.query(
    `INSERT INTO trials.worklist_step (line, version, hospital, step, state, by_whom, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, next.version, hospital, JSON.stringify(taken.step), next.state, taken.by, taken.at],
  );
  return { ...stored, line: next };
}

export async function setAssignee(tx: Transaction, id: string, assignee: string | undefined): Promise<void> {
  await tx.query(`UPDATE trials.worklist_line SET assignee = $2 WHERE id = $1`, [id, assignee ?? null]);
}
