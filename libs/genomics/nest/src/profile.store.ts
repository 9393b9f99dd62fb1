import { createHash } from 'node:crypto';
import type { MolecularProfile, SmallVariant } from '@consilium/clinical';
import type { Received } from '@consilium/platform-messaging';
import type { Transaction } from '@consilium/platform-persistence';

/** What storing a version of a report came to. */
export type Stored =
  /** It is the newest: it stands. */
  | 'stands'
  /** A newer version stands already; this one is kept in the history. */
  | 'superseded'
  /** This version was here before, with the same content. */
  | 'known'
  | 'other-content';

/** The profile's id is made from what identifies the report, so that every version of it finds the same profile. */
export function profileIdOf(hospital: string, laboratory: string, reportId: string): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([hospital, laboratory, reportId]))
    .digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

export async function storeProfile(
  tx: Transaction,
  profile: MolecularProfile,
  received: Received,
): Promise<Stored> {
  const hash = createHash('sha256').update(JSON.stringify(received.event.data)).digest();
  const kept: unknown[] = await tx.query(
    `INSERT INTO genomics.report_version
       (profile_id, version, hospital, status, issued_at, event_source, event_id, content_hash, headers, body)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING 1`,
    [
      profile.id,
      profile.version,
      profile.hospital,
      profile.status,
      profile.issuedAt,
      received.event.source,
      received.event.id,
      hash,
      JSON.stringify(received.message.headers),
      received.message.body,
    ],
  );
  if (kept.length === 0) {
    const known: { content_hash: Buffer }[] = await tx.query(
      `SELECT content_hash FROM genomics.report_version WHERE profile_id = $1 AND version = $2`,
      [profile.id, profile.version],
    );
    return known[0]?.content_hash.equals(hash) === true ? 'known' : 'other-content';
  }
  const { smallVariants, ...document } = profile;
  const stands: unknown[] = await tx.query(
    `INSERT INTO genomics.profile (id, hospital, patient, version, status, issued_at, diagnosis, document, small_variants)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (id) DO UPDATE SET
       patient = excluded.patient, version = excluded.version, status = excluded.status, issued_at = excluded.issued_at,
       diagnosis = excluded.diagnosis, document = excluded.document, small_variants = excluded.small_variants,
       updated_at = now()
     WHERE profile.version < excluded.version
     RETURNING 1`,
    [
      profile.id,
      profile.hospital,
      profile.patient,
      profile.version,
      profile.status,
      profile.issuedAt,
      profile.diagnosis,
      JSON.stringify(document),
      JSON.stringify(smallVariants),
    ],
  );
  return stands.length > 0 ? 'stands' : 'superseded';
}

/** One page of a profile's whole list of small variants, in the order of the profile. */
export async function findProfile(
  tx: Transaction,
  id: string,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ profile: MolecularProfile; smallVariantCount: number } | undefined> {
  const rows: {
    document: Omit<MolecularProfile, 'smallVariants'>;
    total: number;
    variants: SmallVariant[] | null;
  }[] = await tx.query(
    `SELECT document, jsonb_array_length(small_variants) AS total,
         (SELECT jsonb_agg(v.value ORDER BY v.ordinality)
          FROM jsonb_array_elements(small_variants) WITH ORDINALITY v
          WHERE v.ordinality > $2 AND v.ordinality <= $2 + $3) AS variants
       FROM genomics.profile WHERE id = $1`,
    [id, page.offset, page.limit],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  return { profile: { ...row.document, smallVariants: row.variants ?? [] }, smallVariantCount: row.total };
}
