import type { Database, Transaction } from '@consilium/platform-persistence';
import type { AuditEntry } from './chain/audit-entry.js';
import { chainBeginning, nextHash } from './chain/chain-hash.js';
import { entryColumns } from './entry-row.js';

const batchSize = 2000;

/**
 * Seals one batch of what was written, in the order of the entries' ids; true where there may be more. Any number of
 * copies may call it: one at a time seals (advisory lock), so that there is one chain.
 */
export async function sealEntries(database: Database): Promise<boolean> {
  const found: unknown[] = await database.source.query(`SELECT 1 FROM audit.waiting ORDER BY entry LIMIT 1`);
  return found.length > 0 && database.transaction('every-hospital', sealBatch);
}

async function sealBatch(tx: Transaction): Promise<boolean> {
  const [lock]: { mine: boolean }[] = await tx.query(
    `SELECT pg_try_advisory_xact_lock(hashtext('consilium.audit.seal')) AS mine`,
  );
  if (lock?.mine !== true) return false;
  const entries: AuditEntry[] = await tx.query(
    `SELECT ${entryColumns} FROM audit.waiting w JOIN audit.entry e ON e.id = w.entry
     ORDER BY w.entry LIMIT ${String(batchSize)}`,
  );
  if (entries.length === 0) return false;
  const [last]: { number: string; hash: string }[] = await tx.query(
    `SELECT number, encode(hash, 'hex') AS hash FROM audit.seal ORDER BY number DESC LIMIT 1`,
  );
  let hash = last?.hash ?? chainBeginning;
  const hashes = entries.map((entry) => (hash = nextHash(hash, entry)));
  const ids = entries.map(({ id }) => id);
  await tx.query(
    `INSERT INTO audit.seal (number, entry, hash)
     SELECT $1::bigint + place, entry, decode(hash, 'hex')
     FROM unnest($2::bigint[], $3::text[]) WITH ORDINALITY AS r(entry, hash, place)`,
    [last?.number ?? '0', ids, hashes],
  );
  await tx.query(`DELETE FROM audit.waiting WHERE entry = ANY ($1::bigint[])`, [ids]);
  return entries.length === batchSize;
}
