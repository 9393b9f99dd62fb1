import type { Database } from '@consilium/platform-persistence';
import type { NotedSeal } from './chain/chain-start.js';
import { verifyChain, type ChainReport } from './chain/verify-chain.js';
import { findStart, readJournal } from './read-journal.js';

export interface VerifyOptions {
  /** Number of the first seal to check; the one before it is taken on trust. */
  readonly from?: number;
  /** A seal that was noted outside the database. */
  readonly noted?: NotedSeal;
  /** Called after each page with the number of seals that held. */
  readonly tell?: (checked: number) => void;
}

/** Checks the journal as it stands at one moment, however long that takes. */
export function verifyJournal(database: Database, options: VerifyOptions = {}): Promise<ChainReport> {
  const { from = 1, noted, tell } = options;
  return database.snapshot('every-hospital', async (tx) =>
    verifyChain(readJournal(tx, from), await findStart(tx, from), noted, tell),
  );
}

/** How many seals there are from this one on; about, for showing how far it is. */
export async function countSeals(database: Database, from = 1): Promise<number> {
  const rows: { last: string | null }[] = await database.source.query(
    `SELECT max(number) AS last FROM audit.seal`,
  );
  return Math.max(0, Number(rows[0]?.last ?? 0) - from + 1);
}
