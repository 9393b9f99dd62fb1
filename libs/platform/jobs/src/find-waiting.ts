import type { Transaction } from '@consilium/platform-persistence';

/** Which of these jobs of a queue are still to be done, by their keys. */
export async function findWaiting(
  tx: Transaction,
  queue: string,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows: { key: string }[] = await tx.query(
    `SELECT key FROM jobs.job WHERE queue = $1 AND key = ANY ($2) AND state = 'waiting'`,
    [queue, keys],
  );
  return new Set(rows.map(({ key }) => key));
}
