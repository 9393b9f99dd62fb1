import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson } from '@consilium/kernel';
import { Database, type Transaction } from '@consilium/platform-persistence';
import type { TrialsRelease } from '@consilium/trials-core';

export interface IdentifiedRelease {
  readonly contentHash: string;
  readonly release: TrialsRelease;
}

export interface StoredRelease {
  readonly contentHash: string;
  readonly name: string;
  readonly source: string;
  readonly title: string;
  readonly publishedOn: string;
  readonly active: boolean;
  readonly storedAt: Date;
  readonly trials: number;
}

/** Releases of trials: immutable, known by their content, at most one of each source in use. */
@Injectable()
export class TrialsReleaseStore {
  constructor(private readonly database: Database) {}

  /** Every stored release, newest first. */
  async list(): Promise<readonly StoredRelease[]> {
    const rows: StoredRelease[] = await this.database.source.query(
      `SELECT content_hash AS "contentHash", name, source, document->>'title' AS title,
         to_char(published_on, 'YYYY-MM-DD') AS "publishedOn", active, stored_at AS "storedAt",
         jsonb_array_length(document->'trials')::int AS trials
       FROM trials.release ORDER BY published_on DESC, name, content_hash`,
    );
    return rows;
  }

  /** Stores a checked release once, by its content. Returns its hash, and whether it was stored already. */
  async store(
    release: TrialsRelease,
    tx: Pick<Transaction, 'query'> = this.database.source,
  ): Promise<{ readonly contentHash: string; readonly known: boolean }> {
    const contentHash = hashOfRelease(release);
    const stored: unknown[] = await tx.query(
      `INSERT INTO trials.release (content_hash, name, source, published_on, document) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [contentHash, release.name, release.source, release.publishedOn, JSON.stringify(release)],
    );
    return { contentHash, known: stored.length === 0 };
  }

  /** Hashes of what is in use. */
  async activeHashes(tx: Pick<Transaction, 'query'> = this.database.source): Promise<readonly string[]> {
    const rows: { content_hash: string }[] = await tx.query(
      `SELECT content_hash FROM trials.release WHERE active ORDER BY content_hash`,
    );
    return rows.map((row) => row.content_hash);
  }

  async read(
    hashes: readonly string[],
    tx: Pick<Transaction, 'query'> = this.database.source,
  ): Promise<readonly IdentifiedRelease[]> {
    const rows: { content_hash: string; document: TrialsRelease }[] = await tx.query(
      `SELECT content_hash, document FROM trials.release WHERE content_hash = ANY ($1) ORDER BY content_hash`,
      [hashes],
    );
    return rows.map((row) => ({ contentHash: row.content_hash, release: row.document }));
  }

  /** One change of what is in use at a time. */
  async lock(tx: Transaction): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('consilium.trials-release'))`);
  }

  /** The active release of a source; nobody else changes what is in use until the transaction ends. */
  async lockActive(tx: Transaction, source: string): Promise<TrialsRelease | undefined> {
    await this.lock(tx);
    const rows: { document: TrialsRelease }[] = await tx.query(
      `SELECT document FROM trials.release WHERE active AND source = $1`,
      [source],
    );
    return rows[0]?.document;
  }

  /** Makes a stored release the active one of its source. False where it was that already, or is not stored. */
  async activate(tx: Transaction, contentHash: string): Promise<boolean> {
    const waiting: { source: string }[] = await tx.query(
      `SELECT source FROM trials.release WHERE content_hash = $1 AND NOT active`,
      [contentHash],
    );
    const source = waiting[0]?.source;
    if (source === undefined) return false;
    await tx.query(`UPDATE trials.release SET active = false WHERE active AND source = $1`, [source]);
    await tx.query(`UPDATE trials.release SET active = true WHERE content_hash = $1`, [contentHash]);
    return true;
  }

  /** Takes a source out of use. False where none of it was. */
  async deactivate(tx: Transaction, source: string): Promise<boolean> {
    const [, changed]: [unknown, number] = await tx.query(
      `UPDATE trials.release SET active = false WHERE active AND source = $1`,
      [source],
    );
    return changed > 0;
  }
}

const hashOfRelease = (release: TrialsRelease): string =>
  createHash('sha256').update(canonicalJson(release)).digest('hex');
