import { usualPolicy, type BoardPolicy } from '@consilium/board-core';
import type { Transaction } from '@consilium/platform-persistence';

/** The policy of a hospital; what it never said is as usual. */
export async function findPolicy(tx: Transaction, hospital: string): Promise<BoardPolicy> {
  const rows: { document: Partial<BoardPolicy> }[] = await tx.query(
    `SELECT document FROM board.policy WHERE hospital = $1`,
    [hospital],
  );
  return { ...usualPolicy, ...rows[0]?.document };
}

export async function putPolicy(tx: Transaction, hospital: string, policy: BoardPolicy): Promise<void> {
  await tx.query(
    `INSERT INTO board.policy (hospital, document) VALUES ($1, $2)
     ON CONFLICT (hospital) DO UPDATE SET document = excluded.document`,
    [hospital, JSON.stringify(policy)],
  );
}
