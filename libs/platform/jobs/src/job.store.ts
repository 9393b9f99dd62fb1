import type { Transaction } from '@consilium/platform-persistence';
import type { Job } from './job.js';

/** A job that was given up. */
export interface FailedJob {
  readonly id: string;
  readonly queue: string;
  readonly hospital: string;
  readonly attempts: number;
  /** The kind of fault, without what it quoted. */
  readonly fault: string;
  readonly failedAt: Date;
}

/** How long whoever took a job may be silent before another takes it, in milliseconds. */
const lease = 300_000;
const attemptsAtMost = 6;
const keepDoneFor = '90 days';

/** Takes the job that is due the longest, of these queues; it comes back by itself if its taker dies. */
export async function takeJob(
  tx: Transaction,
  queues: readonly string[],
  now: Date,
): Promise<Job | undefined> {
  const [rows]: [Job[], number] = await tx.query(
    `UPDATE jobs.job SET attempts = attempts + 1, due_at = $3
     WHERE id = (SELECT id FROM jobs.job WHERE state = 'waiting' AND due_at <= $2 AND queue = ANY ($1)
                 ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING id, queue, key, hospital, payload, attempts AS attempt`,
    [queues, now, new Date(now.getTime() + lease)],
  );
  return rows[0];
}

/** False where another has taken it meanwhile: then nothing of this run may take effect. */
export async function finishJob(tx: Transaction, { id, attempt }: Job, now: Date): Promise<boolean> {
  const [, changed]: [unknown[], number] = await tx.query(
    `UPDATE jobs.job SET state = 'done', ended_at = $3 WHERE id = $1 AND attempts = $2 AND state = 'waiting'`,
    [id, attempt, now],
  );
  return changed > 0;
}

/** Puts it off, longer each time, and in the end gives it up; true then. */
export async function putOffJob(
  tx: Transaction,
  { id, attempt }: Job,
  fault: string,
  now: Date,
): Promise<boolean> {
  const isGivenUp = attempt >= attemptsAtMost;
  await tx.query(
    `UPDATE jobs.job SET fault = $3, due_at = $4, state = CASE WHEN $5 THEN 'failed' ELSE 'waiting' END,
       ended_at = CASE WHEN $5 THEN $6::timestamptz END
     WHERE id = $1 AND attempts = $2 AND state = 'waiting'`,
    [id, attempt, fault, new Date(now.getTime() + 1000 * 4 ** attempt), isGivenUp, now],
  );
  return isGivenUp;
}

/** Forgets what was done long ago. */
export async function forgetDone(tx: Transaction, now: Date): Promise<void> {
  await tx.query(
    `DELETE FROM jobs.job WHERE id IN (SELECT id FROM jobs.job
       WHERE state = 'done' AND ended_at < $1::timestamptz - $2::interval LIMIT 1000)`,
    [now, keepDoneFor],
  );
}

export async function listFailed(tx: Transaction, limit: number): Promise<readonly FailedJob[]> {
  return tx.query(
    `SELECT id, queue, hospital, attempts, fault, ended_at AS "failedAt" FROM jobs.job
     WHERE state = 'failed' ORDER BY ended_at DESC, id LIMIT $1`,
    [limit],
  );
}

/** Its hospital, or undefined where the asker sees no such failed job. */
export async function retryFailed(tx: Transaction, id: string, now: Date): Promise<string | undefined> {
  const [rows]: [{ hospital: string }[], number] = await tx.query(
    `UPDATE jobs.job SET state = 'waiting', attempts = 0, due_at = $2, ended_at = NULL
     WHERE id::text = $1 AND state = 'failed' RETURNING hospital`,
    [id, now],
  );
  return rows[0]?.hospital;
}
