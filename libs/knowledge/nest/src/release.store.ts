import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  releaseContent,
  type IdentifiedRelease,
  type KnowledgeRelease,
  type KnowledgeSource,
} from '@consilium/knowledge-core';
import { Database } from '@consilium/platform-persistence';

/** Stored releases; the active one is read once and kept, since a release never changes. */
@Injectable()
export class ReleaseStore implements KnowledgeSource {
  private kept: IdentifiedRelease | undefined;

  constructor(private readonly database: Database) {}

  async active(): Promise<IdentifiedRelease> {
    const rows: { content_hash: string }[] = await this.database.source.query(
      `SELECT content_hash FROM knowledge.release WHERE active`,
    );
    const contentHash = rows[0]?.content_hash;
    if (contentHash === undefined) throw new Error('No knowledge release is active.');
    if (this.kept?.contentHash !== contentHash) {
      const found: { document: KnowledgeRelease }[] = await this.database.source.query(
        `SELECT document FROM knowledge.release WHERE content_hash = $1`,
        [contentHash],
      );
      const release = found[0]?.document;
      if (release === undefined) throw new Error(`The active release ${contentHash} is not stored.`);
      this.kept = { release, contentHash };
    }
    return this.kept;
  }

  /** Stores a release once, by its content, and makes it the active one. Returns its hash. */
  async activate(release: KnowledgeRelease): Promise<string> {
    const contentHash = createHash('sha256').update(releaseContent(release)).digest('hex');
    await this.database.transaction('every-hospital', async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('consilium.release'))`);
      await tx.query(
        `INSERT INTO knowledge.release (content_hash, name, published_on, document) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING`,
        [contentHash, release.name, release.publishedOn, JSON.stringify(release)],
      );
      await tx.query(`UPDATE knowledge.release SET active = false WHERE active AND content_hash <> $1`, [
        contentHash,
      ]);
      await tx.query(`UPDATE knowledge.release SET active = true WHERE content_hash = $1 AND NOT active`, [
        contentHash,
      ]);
    });
    return contentHash;
  }
}
