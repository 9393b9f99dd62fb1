import type { Problem } from '@consilium/kernel';
import type { Transaction } from '@consilium/platform-persistence';
import type { RawMessage, Topic } from './event.js';

export type DeadLetterState = 'open' | 'replayed' | 'dismissed';

/** A message that could not be taken, whole, with its reasons. */
export interface DeadLetter {
  readonly id: string;
  readonly consumer: string;
  readonly eventId: string | undefined;
  readonly hospital: string | undefined;
  readonly message: RawMessage;
  readonly problems: readonly Problem[];
  readonly state: DeadLetterState;
  readonly receivedAt: Date;
}

interface Row {
  id: string;
  consumer: string;
  topic: Topic;
  key: string | null;
  event_id: string | null;
  hospital: string;
  headers: Record<string, string>;
  body: Buffer;
  problems: Problem[];
  state: DeadLetterState;
  received_at: Date;
}

export interface NewDeadLetter {
  readonly id: string;
  readonly consumer: string;
  readonly message: RawMessage;
  readonly eventId: string | undefined;
  readonly source: string | undefined;
  readonly hospital: string | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Sets a message aside. The same event with the same bytes, refused again, is the letter that already lies there.
 * Returns the letter's id, and whether it is new.
 */
export async function setAside(
  tx: Transaction,
  letter: NewDeadLetter,
): Promise<{ id: string; fresh: boolean }> {
  if (letter.eventId !== undefined) {
    const known: { id: string }[] = await tx.query(
      `SELECT id FROM messaging.dead_letter
       WHERE consumer = $1 AND source = $2 AND event_id = $3 AND state = 'open' AND body = $4`,
      [letter.consumer, letter.source, letter.eventId, letter.message.body],
    );
    if (known[0] !== undefined) return { id: known[0].id, fresh: false };
  }
  await tx.query(
    `INSERT INTO messaging.dead_letter (id, consumer, topic, key, event_id, source, hospital, headers, body, problems)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      letter.id,
      letter.consumer,
      letter.message.topic,
      letter.message.key ?? null,
      letter.eventId ?? null,
      letter.source ?? null,
      letter.hospital ?? '',
      JSON.stringify(letter.message.headers),
      letter.message.body,
      JSON.stringify(letter.problems),
    ],
  );
  return { id: letter.id, fresh: true };
}

/** Newest first; only those set aside by `groups`, where these are named. */
export async function listDeadLetters(
  tx: Transaction,
  state: DeadLetterState,
  limit: number,
  groups?: readonly string[],
): Promise<readonly DeadLetter[]> {
  const rows: Row[] = await tx.query(
    `SELECT * FROM messaging.dead_letter WHERE state = $1 AND ($3::text[] IS NULL OR consumer = ANY ($3))
     ORDER BY received_at DESC, id LIMIT $2`,
    [state, limit, groups ?? null],
  );
  return rows.map(fromRow);
}

export async function findDeadLetter(tx: Transaction, id: string): Promise<DeadLetter | undefined> {
  const rows: Row[] = await tx.query(`SELECT * FROM messaging.dead_letter WHERE id = $1`, [id]);
  return rows[0] === undefined ? undefined : fromRow(rows[0]);
}

/** Marks an open letter settled; false when somebody else already has. */
export async function settleDeadLetter(
  tx: Transaction,
  id: string,
  state: 'replayed' | 'dismissed',
  by: string,
): Promise<boolean> {
  const [, changed]: [unknown, number] = await tx.query(
    `UPDATE messaging.dead_letter SET state = $2, settled_at = now(), settled_by = $3 WHERE id = $1 AND state = 'open'`,
    [id, state, by],
  );
  return changed === 1;
}

const fromRow = (row: Row): DeadLetter => ({
  id: row.id,
  consumer: row.consumer,
  eventId: row.event_id ?? undefined,
  hospital: row.hospital === '' ? undefined : row.hospital,
  message: { topic: row.topic, key: row.key ?? undefined, headers: row.headers, body: row.body },
  problems: row.problems,
  state: row.state,
  receivedAt: row.received_at,
});
