import type { MolecularProfileV1 } from '@consilium/contracts';
import type { Transaction } from '@consilium/platform-persistence';

export type Profile = MolecularProfileV1['profile'];

/** Wakes whoever interprets stale results. */
export const staleChannel = 'consilium_stale_results';

/** Keeps a profile to be interpreted. Undefined where a newer version stands; else how often it was interpreted. */
export async function keepProfile(
  tx: Transaction,
  profile: Profile,
  releaseHash: string,
): Promise<number | undefined> {
  const rows: { revision: number }[] = await tx.query(
    `INSERT INTO interpretation.result (profile_id, profile_version, hospital, patient, release_hash, document)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (profile_id) DO UPDATE SET
       profile_version = excluded.profile_version, patient = excluded.patient, release_hash = excluded.release_hash,
       document = excluded.document, interpreted_at = now(), stale = false, revision = result.revision + 1
     WHERE result.profile_version < excluded.profile_version
     RETURNING revision`,
    [profile.id, profile.version, profile.hospital, profile.patient, releaseHash, JSON.stringify(profile)],
  );
  return rows[0]?.revision;
}

export async function findProfile(tx: Transaction, profileId: string): Promise<Profile | undefined> {
  const rows: { document: Profile | null }[] = await tx.query(
    `SELECT document FROM interpretation.result WHERE profile_id::text = $1`,
    [profileId],
  );
  return rows[0]?.document ?? undefined;
}

/** Every result that other knowledge gave is to be made anew. Returns how many. */
export async function markOtherKnowledge(tx: Transaction, releaseHash: string): Promise<void> {
  await tx.query(
    `UPDATE interpretation.result SET stale = true
     WHERE release_hash <> $1 AND NOT stale AND document IS NOT NULL`,
    [releaseHash],
  );
  await tx.query(`SELECT pg_notify($1, '')`, [staleChannel]);
}

/** Results of a hospital in which a variant of this gene was found. */
export async function markGene(tx: Transaction, hospital: string, gene: string): Promise<void> {
  await tx.query(
    `UPDATE interpretation.result SET stale = true
     WHERE hospital = $1 AND NOT stale AND document @> $2::jsonb`,
    [hospital, JSON.stringify({ smallVariants: [{ gene }] })],
  );
  await tx.query(`SELECT pg_notify($1, '')`, [staleChannel]);
}

export interface StaleProfile {
  readonly profile: Profile;
  readonly revision: number;
}

/** A few stale results, each belonging to this transaction alone; what others work on is passed over. */
export async function takeStale(
  tx: Transaction,
  limit: number,
  releaseHash: string,
): Promise<readonly StaleProfile[]> {
  const rows: { document: Profile; revision: number }[] = await tx
    .query(
      `WITH taken AS (
       SELECT profile_id FROM interpretation.result WHERE stale ORDER BY profile_id LIMIT $1 FOR UPDATE SKIP LOCKED)
     UPDATE interpretation.result r
     SET stale = false, release_hash = $2, revision = r.revision + 1, interpreted_at = now()
     FROM taken WHERE r.profile_id = taken.profile_id
     RETURNING r.document, r.revision`,
      [limit, releaseHash],
    )
    .then((answer: unknown) => rowsOf(answer));
  return rows.map(({ document, revision }) => ({ profile: document, revision }));
}

/** An UPDATE answers with its rows and their number. */
const rowsOf = (answer: unknown): { document: Profile; revision: number }[] =>
  Array.isArray(answer) && Array.isArray(answer[0]) ? (answer[0] as never[]) : (answer as never[]);

export async function countStale(tx: Transaction): Promise<number> {
  const rows: { open: number }[] = await tx.query(
    `SELECT count(*)::int AS open FROM interpretation.result WHERE stale`,
  );
  return rows[0]?.open ?? 0;
}
