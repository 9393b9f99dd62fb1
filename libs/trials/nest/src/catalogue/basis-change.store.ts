import type { Transaction } from '@consilium/platform-persistence';
import type { SparedBy } from '@consilium/trials-core';

/** Older ones are of use only to who was never matched since; they are matched anew. */
const keptChanges = 20;

/** Wakes whoever matches anew. */
export const basisChannel = 'consilium_trials_basis';

export interface BasisChange {
  readonly from: string;
  readonly to: string;
  readonly spared: SparedBy;
  /** ISO instant. */
  readonly at: string;
}

export async function keepBasisChange(tx: Transaction, { from, to, spared, at }: BasisChange): Promise<void> {
  await tx.query(
    `INSERT INTO trials.basis_change (from_basis, to_basis, trials, spared_diagnoses, at) VALUES ($1, $2, $3, $4, $5)`,
    [from, to, spared.trials, spared.diagnoses, at],
  );
  await tx.query(
    `DELETE FROM trials.basis_change WHERE id <= (SELECT max(id) FROM trials.basis_change) - $1`,
    [keptChanges],
  );
  await tx.query(`SELECT pg_notify($1, '')`, [basisChannel]);
}

/**
 * Patients whom the changes since their last matching leave as they were stand on the present trials without being
 * asked again: up to `limit` of each change. Returns how many.
 */
export async function passOverSpared(tx: Transaction, active: string, limit: number): Promise<number> {
  const changes: { id: string }[] = await tx.query(
    `SELECT id FROM trials.basis_change WHERE from_basis <> $1 ORDER BY id`,
    [active],
  );
  let passed = 0;
  for (const { id } of changes) {
    const [, count]: [unknown, number] = await tx.query(
      `UPDATE trials.patient p SET basis = spared.to_basis
       FROM (
         SELECT q.hospital, q.patient, c.to_basis
         FROM trials.basis_change c JOIN trials.patient q ON q.basis = c.from_basis
         WHERE c.id = $1 AND cardinality(q.diagnoses) = 1 AND q.diagnoses <@ c.spared_diagnoses
           -- What is dated later may bring another diagnosis.
           AND (q.holds_until IS NULL OR q.holds_until > q.matched_on)
           AND NOT EXISTS (
             SELECT 1 FROM trials.match m
             WHERE m.hospital = q.hospital AND m.patient = q.patient AND m.trial = ANY (c.trials))
         LIMIT $2 FOR UPDATE OF q SKIP LOCKED) spared
       WHERE p.hospital = spared.hospital AND p.patient = spared.patient`,
      [id, limit],
    );
    passed += count;
  }
  return passed;
}
