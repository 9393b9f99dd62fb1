import type { Override, OverrideSubject } from '@consilium/interpretation-core';
import type { Transaction } from '@consilium/platform-persistence';

interface Row {
  readonly id: string;
  readonly hospital: string;
  readonly gene: string;
  readonly change: string;
  readonly subject: OverrideSubject;
  readonly reason: string;
  readonly proposed_by: string;
  readonly proposed_at: Date;
  readonly decision: 'approved' | 'rejected' | null;
  readonly reviewed_by: string | null;
  readonly reviewed_at: Date | null;
  readonly review_reason: string | null;
}

const columns = `id, hospital, gene, change, subject, reason, proposed_by, proposed_at, decision, reviewed_by,
  reviewed_at, review_reason`;

export async function listOverrides(
  tx: Transaction,
  filter: { readonly hospitals?: readonly string[]; readonly gene?: string },
): Promise<readonly Override[]> {
  const rows: Row[] = await tx.query(
    `SELECT ${columns} FROM interpretation.override
     WHERE ($1::text[] IS NULL OR hospital = ANY ($1)) AND ($2::text IS NULL OR gene = $2)
     ORDER BY proposed_at DESC, id`,
    [filter.hospitals ?? null, filter.gene ?? null],
  );
  return rows.map(toOverride);
}

/** Locked until the transaction ends, so that two reviews cannot both count. */
export async function findOverride(tx: Transaction, id: string): Promise<Override | undefined> {
  const rows: Row[] = await tx.query(
    `SELECT ${columns} FROM interpretation.override WHERE id::text = $1 FOR UPDATE`,
    [id],
  );
  return rows[0] === undefined ? undefined : toOverride(rows[0]);
}

export async function addOverride(tx: Transaction, override: Override): Promise<void> {
  const { id, hospital, gene, change, subject, reason, proposedBy, proposedAt } = override;
  await tx.query(
    `INSERT INTO interpretation.override (id, hospital, gene, change, subject, reason, proposed_by, proposed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, hospital, gene, change, JSON.stringify(subject), reason, proposedBy, proposedAt],
  );
}

export async function keepReview(tx: Transaction, { id, review }: Override): Promise<void> {
  await tx.query(
    `UPDATE interpretation.override SET decision = $2, reviewed_by = $3, reviewed_at = $4, review_reason = $5
     WHERE id = $1`,
    [id, review?.decision, review?.by, review?.at, review?.reason ?? null],
  );
}

const toOverride = (row: Row): Override => ({
  id: row.id,
  hospital: row.hospital,
  gene: row.gene,
  change: row.change,
  subject: row.subject,
  reason: row.reason,
  proposedBy: row.proposed_by,
  proposedAt: row.proposed_at.toISOString(),
  ...(row.decision === null || row.reviewed_by === null || row.reviewed_at === null
    ? {}
    : {
        review: {
          decision: row.decision,
          by: row.reviewed_by,
          at: row.reviewed_at.toISOString(),
          ...(row.review_reason === null ? {} : { reason: row.review_reason }),
        },
      }),
});
