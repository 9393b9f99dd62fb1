import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { releaseContent, type IdentifiedRelease, type KnowledgeRelease } from '@consilium/knowledge-core';

/** A release never changes, and its hash is asked for again and again. */
const hashes = new WeakMap<KnowledgeRelease, string>();

export function hashOfRelease(release: KnowledgeRelease): string {
  const known = hashes.get(release);
  if (known !== undefined) return known;
  const hash = createHash('sha256').update(releaseContent(release)).digest('hex');
  hashes.set(release, hash);
  return hash;
}

/**
 * Imported releases as files, each named by its content, for the command line. A file whose content is not what its
 * name says is refused.
 */
export class ReleaseFolder {
  constructor(private readonly folder: string) {}

  /** Hash and name of each release. */
  list(): readonly { readonly name: string; readonly contentHash: string }[] {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder)
      .flatMap((file) => {
        const [, name, contentHash] = /^(.+)@([0-9a-f]{64})\.json$/.exec(file) ?? [];
        return name === undefined || contentHash === undefined ? [] : [{ name, contentHash }];
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  read(contentHash: string): IdentifiedRelease | undefined {
    const found = this.list().find((one) => one.contentHash === contentHash);
    if (found === undefined) return undefined;
    const file = join(this.folder, `${found.name}@${contentHash}.json`);
    const release = JSON.parse(readFileSync(file, 'utf8')) as KnowledgeRelease;
    if (hashOfRelease(release) !== contentHash) throw new Error(`${file} was changed after it was written.`);
    return { release, contentHash };
  }

  /** Returns the release's hash, and whether it was there already. */
  write(release: KnowledgeRelease): { readonly contentHash: string; readonly known: boolean } {
    const contentHash = hashOfRelease(release);
    const known = this.list().some((one) => one.contentHash === contentHash);
    if (!known) {
      mkdirSync(this.folder, { recursive: true });
      const file = join(this.folder, `${release.name}@${contentHash}.json`);
      writeFileSync(`${file}.part`, JSON.stringify(release));
      renameSync(`${file}.part`, file);
    }
    return { contentHash, known };
  }
}
