import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  ActiveKnowledge,
  IdentifiedRelease,
  KnowledgeRelease,
  KnowledgeSource,
  Reader,
} from '@consilium/knowledge-core';
import { Database, type Transaction } from '@consilium/platform-persistence';
import { hashOfRelease } from './release-folder.js';

/** Stored releases; the active one is read once and kept, since a release never changes. */
@Injectable()
export class ReleaseStore implements KnowledgeSource {
  private kept: ActiveKnowledge | undefined;

  constructor(private readonly database: Database) {}

  async active(within: Reader = this.database.source): Promise<ActiveKnowledge> {
    const hashes = await activeHashes((sql) => within.query(sql));
    if (hashes.length === 0) throw new Error('No knowledge release is active.');
    const contentHash = hashOfSet(hashes);
    if (this.kept?.contentHash !== contentHash) {
      const releases: IdentifiedRelease[] = [];
      for (const hash of hashes) releases.push(await this.read(hash, within));
      this.kept = { contentHash, releases };
    }
    return this.kept;
  }

  /** Every stored release, newest first. */
  async list(): Promise<readonly StoredRelease[]> {
    const rows: StoredRelease[] = await this.database.source.query(
      `SELECT content_hash AS "contentHash", name, source, to_char(published_on, 'YYYY-MM-DD') AS "publishedOn", active,
         stored_at AS "storedAt", jsonb_array_length(document->'evidence')::int AS "statements"
       FROM knowledge.release ORDER BY published_on DESC, name, content_hash`,
    );
    return rows;
  }

  /** Throws where no release of this hash is stored. */
  async read(contentHash: string, within: Reader = this.database.source): Promise<IdentifiedRelease> {
    const found = await this.find(contentHash, within);
    if (found === undefined) throw new Error(`No release ${contentHash} is stored.`);
    return found;
  }

  /** Undefined where no release of this hash is stored. */
  async find(
    contentHash: string,
    within: Reader = this.database.source,
  ): Promise<IdentifiedRelease | undefined> {
    const kept = this.kept?.releases.find((one) => one.contentHash === contentHash);
    if (kept !== undefined) return kept;
    const found = (await within.query(`SELECT document FROM knowledge.release WHERE content_hash = $1`, [
      contentHash,
    ])) as { document: KnowledgeRelease }[];
    const release = found[0]?.document;
    return release === undefined ? undefined : { release, contentHash };
  }

  /** Stores a release once, by its content. Returns its hash, and whether it was stored already. */
  async store(release: KnowledgeRelease): Promise<{ readonly contentHash: string; readonly known: boolean }> {
    const contentHash = hashOfRelease(release);
    const stored: unknown[] = await this.database.source.query(
      `INSERT INTO knowledge.release (content_hash, name, source, published_on, document) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [contentHash, release.name, release.source ?? ownSource, release.publishedOn, JSON.stringify(release)],
    );
    return { contentHash, known: stored.length === 0 };
  }

  /**
   * Makes a stored release the active one of its source. Returns false where it was that already. `announce` runs in
   * the same transaction, with the hash of what is active then.
   */
  activate(contentHash: string, announce: Announce): Promise<boolean> {
    return this.change(announce, async (tx) => {
      const waiting: { source: string }[] = await tx.query(
        `SELECT source FROM knowledge.release WHERE content_hash = $1 AND NOT active`,
        [contentHash],
      );
      const source = waiting[0]?.source;
      if (source === undefined) return false;
      await tx.query(`UPDATE knowledge.release SET active = false WHERE active AND source = $1`, [source]);
      await tx.query(`UPDATE knowledge.release SET active = true WHERE content_hash = $1`, [contentHash]);
      return true;
    });
  }

  /** Takes a source out of use; the product's own release can only be replaced. */
  async deactivate(source: string, announce: Announce): Promise<boolean> {
    if (source === ownSource) return false;
    return this.change(announce, async (tx) => {
      const changed: unknown[] = await tx.query(
        `UPDATE knowledge.release SET active = false WHERE active AND source = $1 RETURNING 1`,
        [source],
      );
      return changed.length > 0;
    });
  }

  private change(announce: Announce, apply: (tx: Transaction) => Promise<boolean>): Promise<boolean> {
    return this.database.transaction('every-hospital', async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('consilium.release'))`);
      const changed = await apply(tx);
      if (changed) await announce(tx, hashOfSet(await activeHashes((sql) => tx.query(sql))));
      return changed;
    });
  }
}

type Announce = (tx: Transaction, set: string) => Promise<void>;

const ownSource = 'consilium';

/** The product's own release first, the others by source. */
async function activeHashes(query: (sql: string) => Promise<unknown>): Promise<readonly string[]> {
  const rows = (await query(
    `SELECT content_hash FROM knowledge.release WHERE active ORDER BY source <> '${ownSource}', source COLLATE "C"`,
  )) as { content_hash: string }[];
  return rows.map(({ content_hash: hash }) => hash);
}

export interface StoredRelease {
  readonly contentHash: string;
  readonly name: string;
  readonly source: string;
  readonly publishedOn: string;
  readonly active: boolean;
  readonly storedAt: Date;
  readonly statements: number;
}

/** Of one release its own hash, so that a single release is known by the same number everywhere. */
const hashOfSet = (hashes: readonly string[]): string =>
  hashes.length === 1 && hashes[0] !== undefined
    ? hashes[0]
    : createHash('sha256').update(hashes.join('\n')).digest('hex');
