import type {
  CaseRecord,
  MeetingRecord,
  MeetingSchedule,
  MeetingStep,
  QuorumRule,
} from '@consilium/board-core';
import type { Principal } from '@consilium/platform-identity';
import type { Transaction } from '@consilium/platform-persistence';

export interface TumourBoard {
  readonly hospital: string;
  /** Short and stable: `lung`. */
  readonly id: string;
  readonly name: string;
  readonly rule: QuorumRule;
  readonly schedule?: MeetingSchedule;
}

export interface StoredMeeting {
  readonly hospital: string;
  readonly record: MeetingRecord;
}

export async function putBoard(tx: Transaction, board: TumourBoard): Promise<void> {
  await tx.query(
    `INSERT INTO board.tumour_board (hospital, id, name, rule, schedule) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (hospital, id) DO UPDATE SET name = excluded.name, rule = excluded.rule, schedule = excluded.schedule`,
    [
      board.hospital,
      board.id,
      board.name,
      JSON.stringify(board.rule),
      board.schedule === undefined ? null : JSON.stringify(board.schedule),
    ],
  );
}

export async function listBoards(tx: Transaction): Promise<readonly TumourBoard[]> {
  const rows: (Omit<TumourBoard, 'schedule'> & { schedule: MeetingSchedule | null })[] = await tx.query(
    `SELECT hospital, id, name, rule, schedule FROM board.tumour_board ORDER BY hospital, id`,
  );
  return rows.map(({ schedule, ...row }) => ({ ...row, ...(schedule === null ? {} : { schedule }) }));
}

/** False where the board has a meeting on that day. */
export async function insertMeeting(tx: Transaction, { hospital, record }: StoredMeeting): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `INSERT INTO board.meeting (id, hospital, board, on_date, record) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (hospital, board, on_date) DO NOTHING RETURNING 1`,
    [record.id, hospital, record.board, record.on, JSON.stringify(record)],
  );
  return rows.length > 0;
}

/** Takes hold of a meeting, so that steps about it come one after the other. */
export async function holdMeeting(tx: Transaction, id: string): Promise<StoredMeeting | undefined> {
  const rows: StoredMeeting[] = await tx.query(
    `SELECT hospital, record FROM board.meeting WHERE id::text = $1 FOR UPDATE`,
    [id],
  );
  return rows[0];
}

export async function findMeeting(tx: Transaction, id: string): Promise<StoredMeeting | undefined> {
  const rows: StoredMeeting[] = await tx.query(
    `SELECT hospital, record FROM board.meeting WHERE id::text = $1`,
    [id],
  );
  return rows[0];
}

/** Meetings from a day on (ISO date), the next first. */
export async function listMeetings(
  tx: Transaction,
  from: string,
  limit: number,
): Promise<readonly StoredMeeting[]> {
  return tx.query(
    `SELECT hospital, record FROM board.meeting WHERE on_date >= $1 ORDER BY on_date, hospital, board LIMIT $2`,
    [from, limit],
  );
}

export interface TakenMeetingStep {
  readonly step: MeetingStep;
  readonly record: MeetingRecord;
}

/** Keeps steps that were taken, one after the other, and the meeting as it is after the last. */
export async function keepMeetingSteps(
  tx: Transaction,
  hospital: string,
  taken: readonly TakenMeetingStep[],
  { by, at }: { readonly by: Principal; readonly at: Date },
): Promise<void> {
  for (const { step, record } of taken)
    await tx.query(
      `INSERT INTO board.meeting_journal (meeting, version, hospital, step, by_whom, role, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [record.id, record.version, hospital, JSON.stringify(step), by.id, by.role, at],
    );
  const last = taken.at(-1)?.record;
  if (last !== undefined)
    await tx.query(`UPDATE board.meeting SET record = $2 WHERE id = $1`, [last.id, JSON.stringify(last)]);
}

/** A case that waits for a meeting, or is on one. */
export interface WaitingCase {
  readonly record: CaseRecord;
  readonly diagnosis: string;
  readonly patient: string;
  /** Since when it stands where it stands. */
  readonly since: Date;
  readonly postponed: number;
}

/** Cases on a meeting, or with `null` those that are ready for one, of a hospital. */
export async function listWaiting(
  tx: Transaction,
  hospital: string,
  meeting: string | null,
): Promise<readonly WaitingCase[]> {
  return tx.query(
    `SELECT w.record, f.diagnosis, f.patient, w.changed_at AS since,
       (SELECT count(*)::int FROM board.case_journal j
        WHERE j.case_id = w.case_id AND j.step->>'kind' = 'postpone') AS postponed
     FROM board.case_work w JOIN board.case_file f ON f.id = w.case_id
     WHERE w.hospital = $1 AND CASE WHEN $2::text IS NULL THEN w.state IN ('ready', 'postponed')
       ELSE w.state = 'scheduled' AND w.record->>'meeting' = $2 END
     ORDER BY w.case_id`,
    [hospital, meeting],
  );
}
