import type { Transaction } from '@consilium/platform-persistence';

/** Work for later. Its payload names rows and holds nothing of what stands in them. */
export interface NewJob {
  /** Durable name, never a class name: `board.make-letter`. */
  readonly queue: string;
  /** What makes it one job in its queue, however often it is asked for. */
  readonly key: string;
  readonly hospital: string;
  /** Ids by what they are of. */
  readonly payload: Readonly<Record<string, string>>;
  /** Absent: at once. */
  readonly runAt?: Date;
}

export interface Job {
  readonly id: string;
  readonly queue: string;
  readonly key: string;
  readonly hospital: string;
  readonly payload: Readonly<Record<string, string>>;
  /** 1 at the first try. */
  readonly attempt: number;
}

/**
 * Does the jobs of one queue. `run` does what takes time, outside of any transaction; what it answers takes effect in
 * the transaction in which the job is done, so once. A throw means: try again later.
 */
export interface JobHandler {
  readonly queue: string;
  run(job: Job): Promise<(tx: Transaction) => Promise<void>>;
}
