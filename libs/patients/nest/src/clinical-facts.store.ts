import { createHash } from 'node:crypto';
import type { ClinicalFacts } from '@consilium/clinical';
import { canonicalJson } from '@consilium/kernel';
import type { Received } from '@consilium/platform-messaging';
import type { Transaction } from '@consilium/platform-persistence';

/** What storing a version of a patient's facts came to. */
export type Stored =
  /** It is the newest: it stands. */
  | 'stands'
  /** A newer version stands already; this one is kept in the history. */
  | 'superseded'
  /** This version was here before, with the same content. */
  | 'known'
  | 'other-content';

/** Keeps the version as it came, and lets the facts stand when none newer do. */
export async function storeFacts(
  tx: Transaction,
  facts: ClinicalFacts,
  { event, message }: Received,
): Promise<Stored> {
  const { hospital, patient, version, recordedAt } = facts;
  const hash = createHash('sha256').update(canonicalJson(event.data)).digest();
  const kept: unknown[] = await tx.query(
    `INSERT INTO patients.facts_version
       (hospital, patient, version, recorded_at, event_source, event_id, content_hash, headers, body)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING 1`,
    [
      hospital,
      patient,
      version,
      recordedAt,
      event.source,
      event.id,
      hash,
      JSON.stringify(message.headers),
      message.body,
    ],
  );
  if (kept.length === 0) {
    const known: { content_hash: Buffer }[] = await tx.query(
      `SELECT content_hash FROM patients.facts_version WHERE hospital = $1 AND patient = $2 AND version = $3`,
      [hospital, patient, version],
    );
    return known[0]?.content_hash.equals(hash) === true ? 'known' : 'other-content';
  }
  const stands: unknown[] = await tx.query(
    `INSERT INTO patients.clinical_facts (hospital, patient, version, recorded_at, facts)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (hospital, patient) DO UPDATE SET
       version = excluded.version, recorded_at = excluded.recorded_at, facts = excluded.facts, updated_at = now()
     WHERE clinical_facts.version < excluded.version
     RETURNING 1`,
    [hospital, patient, version, recordedAt, JSON.stringify(facts)],
  );
  return stands.length > 0 ? 'stands' : 'superseded';
}

/** The facts as they stand; undefined where there are none, or none that this transaction may see. */
export async function findFacts(
  tx: Transaction,
  hospital: string,
  patient: string,
): Promise<ClinicalFacts | undefined> {
  const rows: { facts: ClinicalFacts }[] = await tx.query(
    `SELECT facts FROM patients.clinical_facts WHERE hospital = $1 AND patient = $2`,
    [hospital, patient],
  );
  return rows[0]?.facts;
}
