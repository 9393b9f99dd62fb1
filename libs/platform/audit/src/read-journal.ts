import { setImmediate } from 'node:timers/promises';
import type { Transaction } from '@consilium/platform-persistence';
import { chainBeginning } from './chain/chain-hash.js';
import type { ChainStart } from './chain/chain-start.js';
import type { JournalRow, UnsealedRow } from './chain/journal-row.js';
import { entryColumns, isPresent, type EntryRow } from './entry-row.js';

const pageSize = 5_000;

/** The hash that the chain has before this seal. */
export async function findStart(tx: Transaction, number: number): Promise<ChainStart> {
  if (number === 1) return { number, previous: chainBeginning };
  const rows: { hash: string }[] = await tx.query(
    `SELECT encode(hash, 'hex') AS hash FROM audit.seal WHERE number = $1`,
    [number - 1],
  );
  return { number, previous: rows[0]?.hash };
}

/**
 * The journal in pages: seals with their entries from this number on, then entries without a seal. The transaction must
 * see every hospital and one unmoving state (`Database.snapshot`).
 */
export async function* readJournal(tx: Transaction, from: number): AsyncGenerator<readonly JournalRow[]> {
  // The next page comes while the last one is looked at.
  let next = readSealed(tx, from - 1);
  for (;;) {
    const rows = await next;
    const last = rows.at(-1);
    if (rows.length < pageSize || last === undefined) {
      yield rows.map(toSealed);
      break;
    }
    next = readSealed(tx, Number(last.number));
    // Whoever stops reading does not hear of its failure any more.
    next.catch(() => undefined);
    // Else the question goes out only after the page was looked at, and the database waits meanwhile.
    await setImmediate();
    yield rows.map(toSealed);
  }
  yield await readUnsealed(tx);
}

type Row = EntryRow & { readonly number: string; readonly entryId: string; readonly hash: string };

const readSealed = (tx: Transaction, after: number): Promise<Row[]> =>
  tx.query(
    `SELECT s.number, s.entry AS "entryId", encode(s.hash, 'hex') AS hash, ${entryColumns}
     FROM audit.seal s LEFT JOIN audit.entry e ON e.id = s.entry
     WHERE s.number > $1 ORDER BY s.number LIMIT ${String(pageSize)}`,
    [after],
  );

const toSealed = (row: Row): JournalRow => ({
  number: Number(row.number),
  entryId: row.entryId,
  hash: row.hash,
  entry: isPresent(row) ? row : undefined,
});

/** Those that should have a seal first. */
const readUnsealed = (tx: Transaction): Promise<UnsealedRow[]> =>
  tx.query(
    `SELECT e.id AS "entryId", to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
       greatest(0, extract(epoch FROM clock_timestamp() - e.at))::float8 AS "ageSeconds", w.entry IS NOT NULL AS waiting
     FROM audit.entry e LEFT JOIN audit.seal s ON s.entry = e.id LEFT JOIN audit.waiting w ON w.entry = e.id
     WHERE s.entry IS NULL ORDER BY waiting, e.id LIMIT 100000`,
  );
