import type { Reminder } from '@consilium/board-core';
import type { Reader, Transaction } from '@consilium/platform-persistence';

/** Something that stands and that somebody is to be told of. */
export interface StandingReminder {
  readonly caseId: string;
  readonly timer: string;
  readonly level: Reminder['level'];
  readonly owners: Reminder['owners'];
  /** Since when it stands. */
  readonly at: Date;
}

/** Puts the reminders of a case that stand in the place of those that stood; true where that changed any. */
export async function replaceReminders(
  tx: Transaction,
  caseId: string,
  hospital: string,
  standing: readonly Reminder[],
): Promise<boolean> {
  const rows = JSON.stringify(standing);
  const [removed]: [unknown[], number] = await tx.query(
    `DELETE FROM board.reminder r WHERE case_id = $1 AND NOT EXISTS (
       SELECT 1 FROM json_to_recordset($2::json) AS s(timer text, level text)
       WHERE s.timer = r.timer AND s.level = r.level) RETURNING 1`,
    [caseId, rows],
  );
  const added: unknown[] = await tx.query(
    `INSERT INTO board.reminder (case_id, timer, hospital, level, owners, at)
     SELECT $1, timer, $3, level, ARRAY(SELECT json_array_elements_text(owners)), at
     FROM json_to_recordset($2::json) AS s(timer text, level text, owners json, at timestamptz)
     ON CONFLICT (case_id, timer) DO UPDATE SET owners = excluded.owners, at = excluded.at
     WHERE (reminder.owners, reminder.at) IS DISTINCT FROM (excluded.owners, excluded.at) RETURNING 1`,
    [caseId, rows, hospital],
  );
  return removed.length + added.length > 0;
}

const columns = `case_id AS "caseId", timer, level, owners, at`;

export async function findReminders(
  tx: Reader,
  caseIds: readonly string[],
): Promise<readonly StandingReminder[]> {
  return tx.query(
    `SELECT ${columns} FROM board.reminder WHERE case_id = ANY ($1::uuid[]) ORDER BY at, timer`,
    [caseIds],
  );
}

export interface ReminderPlace {
  readonly at: string;
  readonly caseId: string;
  readonly timer: string;
}

/** Those of a role, the oldest first. */
export async function listReminders(
  tx: Transaction,
  role: string,
  after: ReminderPlace | undefined,
  limit: number,
): Promise<readonly StandingReminder[]> {
  return tx.query(
    `SELECT ${columns} FROM board.reminder
     WHERE owners @> ARRAY[$1::text]
       AND ($2::timestamptz IS NULL OR (at, case_id, timer) > ($2::timestamptz, $3::uuid, $4::text))
     ORDER BY at, case_id, timer LIMIT $5`,
    [role, after?.at ?? null, after?.caseId ?? null, after?.timer ?? null, limit],
  );
}
