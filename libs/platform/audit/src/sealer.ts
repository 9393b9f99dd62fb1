import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { BackgroundWork, Database, type Transaction } from '@consilium/platform-persistence';
import type { AuditEntry } from './chain/audit-entry.js';
import { chainBeginning, nextHash } from './chain/chain-hash.js';
import { entryColumns } from './entry-row.js';

/** How long an entry may wait for its seal while the service runs. */
const lookEvery = 1000;
const batchSize = 2000;

/**
 * Seals what was written, in the order in which it is found committed. Any number of copies may run: one at a time
 * seals (advisory lock), so that there is one chain.
 *
 * Before its seal, for about a second, an entry is protected by the database's rights alone: whoever has the owner's
 * rights may alter it or take it out unseen; the service's own role may not. After it, altering, taking out, putting in
 * and moving is found by `consilium audit verify`. What the chain alone cannot show is that the owner made all of it
 * anew from some seal on, or cut off its end with the entries: for that the head which the command prints is noted
 * outside the database, and given to a later run.
 */
@Injectable()
export class Sealer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly work: BackgroundWork;

  constructor(private readonly database: Database) {
    // Not by NOTIFY: it would make the commits of all readers wait for each other.
    this.work = new BackgroundWork(database, { every: lookEvery }, () => this.sealSome());
  }

  onApplicationBootstrap(): void {
    this.work.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.work.stop();
  }

  /** One batch; true where there may be more. */
  async sealSome(): Promise<boolean> {
    const found: unknown[] = await this.database.source.query(
      `SELECT 1 FROM audit.waiting ORDER BY entry LIMIT 1`,
    );
    return found.length > 0 && this.database.transaction('every-hospital', sealBatch);
  }
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
