import { randomUUID } from 'node:crypto';
import type { Database } from '@consilium/platform-persistence';

/** How long a request that never ended keeps others of its key waiting: its server has died. */
const heldFor = '2 minutes';
const keptFor = '24 hours';
const batchSize = 1000;

export interface RequestRow {
  readonly fingerprint: Buffer;
  /** Null while the request is being worked at. */
  readonly answer: Buffer | null;
}

/** Takes hold of a request; undefined where somebody holds it, or has answered it. */
export async function claimRequest(
  { source }: Database,
  id: Buffer,
  fingerprint: Buffer,
): Promise<string | undefined> {
  const rows: { claim: string }[] = await source.query(
    `INSERT INTO idempotency.request AS known (id, fingerprint, claim, held_until, expires_at)
     VALUES ($1, $2, $3, now() + interval '${heldFor}', now() + interval '${keptFor}')
     ON CONFLICT (id) DO UPDATE SET fingerprint = excluded.fingerprint, claim = excluded.claim,
       held_until = excluded.held_until, expires_at = excluded.expires_at, answer = NULL
     WHERE known.expires_at < now()
       OR (known.answer IS NULL AND known.held_until < now() AND known.fingerprint = excluded.fingerprint)
     RETURNING claim`,
    [id, fingerprint, randomUUID()],
  );
  return rows[0]?.claim;
}

export async function findRequest({ source }: Database, id: Buffer): Promise<RequestRow | undefined> {
  const rows: RequestRow[] = await source.query(
    `SELECT fingerprint, answer FROM idempotency.request WHERE id = $1 AND expires_at >= now()`,
    [id],
  );
  return rows[0];
}

/** Keeps an answer, unless the request was taken up by another in the meantime. */
export async function keepAnswer(
  { source }: Database,
  claim: string,
  id: Buffer,
  answer: Buffer,
): Promise<void> {
  await source.query(`UPDATE idempotency.request SET answer = $3 WHERE id = $1 AND claim = $2`, [
    id,
    claim,
    answer,
  ]);
}

/** As if the request had never come. */
export async function releaseRequest({ source }: Database, claim: string, id: Buffer): Promise<void> {
  await source.query(`DELETE FROM idempotency.request WHERE id = $1 AND claim = $2`, [id, claim]);
}

/** Removes requests whose day is over; true where there may be more. */
export async function forgetRequests({ source }: Database): Promise<boolean> {
  const [, removed]: [unknown, number] = await source.query(
    `DELETE FROM idempotency.request WHERE id IN (
       SELECT id FROM idempotency.request WHERE expires_at < now() LIMIT ${String(batchSize)})`,
  );
  return removed === batchSize;
}
