import { randomUUID } from 'node:crypto';
import type { Transaction } from '@consilium/platform-persistence';
import { basisChannel } from '../catalogue/basis-change.store.js';

export const sweepStates = ['running', 'stopped', 'finished'] as const;
export type SweepState = (typeof sweepStates)[number];

/** Going once through all patients whose matches may be others. */
export interface Sweep {
  readonly id: string;
  /** Other trials or tables, or the passing of time. */
  readonly cause: 'trials' | 'date';
  readonly state: SweepState;
  /** Patients to be matched when it began; what comes in meanwhile is matched as it comes. */
  readonly total: number;
  readonly done: number;
  /** Patients who match otherwise than before. */
  readonly changed: number;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

const columns = `id, cause, state, total, done, changed, started_at AS "startedAt", finished_at AS "finishedAt"`;

export async function listSweeps(tx: Transaction, limit: number): Promise<readonly Sweep[]> {
  const rows: Sweep[] = await tx.query(
    `SELECT ${columns} FROM trials.sweep ORDER BY started_at DESC, id LIMIT $1`,
    [limit],
  );
  return rows;
}

/** The one that is not finished; there is at most one. */
export async function unfinishedSweep(tx: Transaction): Promise<Sweep | undefined> {
  const rows: Sweep[] = await tx.query(`SELECT ${columns} FROM trials.sweep WHERE state <> 'finished'`);
  return rows[0];
}

export async function beginSweep(
  tx: Transaction,
  { cause, total }: Pick<Sweep, 'cause' | 'total'>,
  at: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO trials.sweep (id, cause, state, total, started_at) VALUES ($1, $2, 'running', $3, $4)
     ON CONFLICT DO NOTHING`,
    [randomUUID(), cause, total, at],
  );
}

/** A sweep that grew while it ran (other trials again) counts what it really did. */
export async function advanceSweep(tx: Transaction, done: number, changed: number): Promise<void> {
  await tx.query(
    `UPDATE trials.sweep SET done = done + $1, changed = changed + $2, total = greatest(total, done + $1)
     WHERE state <> 'finished'`,
    [done, changed],
  );
}

export async function finishSweep(tx: Transaction, at: Date): Promise<void> {
  await tx.query(
    `UPDATE trials.sweep SET state = 'finished', finished_at = $1, total = done WHERE state = 'running'`,
    [at],
  );
}

/** Stops or goes on with the unfinished sweep. False where there is none in the other state. */
export async function setSweepState(tx: Transaction, state: 'running' | 'stopped'): Promise<boolean> {
  const [, changed]: [unknown, number] = await tx.query(
    `UPDATE trials.sweep SET state = $1 WHERE state <> 'finished' AND state <> $1`,
    [state],
  );
  await tx.query(`SELECT pg_notify($1, '')`, [basisChannel]);
  return changed > 0;
}
