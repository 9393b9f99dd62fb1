import type { Transaction } from '@consilium/platform-persistence';

/** Who put which trials into use, or out of it. */
export interface ReleaseChange {
  readonly change: 'published' | 'withdrawn' | 'activated' | 'deactivated';
  readonly source?: string;
  readonly contentHash?: string;
  readonly drafts?: readonly string[];
  readonly reason?: string;
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

export async function keepReleaseChange(tx: Transaction, one: ReleaseChange): Promise<void> {
  await tx.query(
    `INSERT INTO trials.release_change (change, source, content_hash, drafts, reason, by, at)
     VALUES ($1, coalesce($2, (SELECT source FROM trials.release WHERE content_hash = $3)), $3, $4, $5, $6, $7)`,
    [
      one.change,
      one.source ?? null,
      one.contentHash ?? null,
      one.drafts ?? [],
      one.reason ?? null,
      one.by,
      one.at,
    ],
  );
}

export async function isNameTaken(tx: Transaction, name: string): Promise<boolean> {
  const rows: unknown[] = await tx.query(`SELECT 1 FROM trials.release WHERE name = $1 LIMIT 1`, [name]);
  return rows.length > 0;
}
