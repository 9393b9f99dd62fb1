import type { Transaction } from '@consilium/platform-persistence';
import type { NewJob } from './job.js';

export const jobChannel = 'consilium_job';

/**
 * Asks for jobs in the transaction of what makes them needed. A job that was asked for before is not asked for again,
 * unless it was given up: then it is tried anew.
 */
export async function enqueueJobs(tx: Transaction, jobs: readonly NewJob[], now: Date): Promise<void> {
  if (jobs.length === 0) return;
  await tx.query(
    `WITH written AS (
       INSERT INTO jobs.job (queue, key, hospital, payload, due_at)
       SELECT r.queue, r.key, r.hospital, r.payload, r.due_at
       FROM json_to_recordset($1::json) AS r(queue text, key text, hospital text, payload jsonb, due_at timestamptz)
       ON CONFLICT (queue, key) DO UPDATE SET state = 'waiting', attempts = 0, due_at = excluded.due_at
       WHERE job.state = 'failed')
     SELECT pg_notify($2, '')`,
    [
      JSON.stringify(jobs.map(({ runAt = now, ...job }) => ({ ...job, due_at: runAt.toISOString() }))),
      jobChannel,
    ],
  );
}
