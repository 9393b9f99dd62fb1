import { Inject, Injectable } from '@nestjs/common';
import { appendToOutbox } from '@consilium/platform-messaging';
import type { Transaction } from '@consilium/platform-persistence';
import { KNOWLEDGE_OPTIONS, type KnowledgeOptions } from './knowledge.options.js';
import { ReleaseStore } from './release.store.js';

/** Changes which knowledge is active, and tells those who concluded from the former. */
@Injectable()
export class ReleaseActivation {
  constructor(
    private readonly releases: ReleaseStore,
    @Inject(KNOWLEDGE_OPTIONS) private readonly options: KnowledgeOptions,
  ) {}

  /** False where it was active already, or is not stored. */
  activate(contentHash: string): Promise<boolean> {
    return this.releases.activate(contentHash, (tx, set) => this.announce(tx, set));
  }

  /** False where the source was not in use, or is the product's own. */
  deactivate(source: string): Promise<boolean> {
    return this.releases.deactivate(source, (tx, set) => this.announce(tx, set));
  }

  private async announce(tx: Transaction, contentHash: string): Promise<void> {
    const now = this.options.clock.now().toISOString();
    await appendToOutbox(tx, [
      {
        id: `${contentHash.slice(0, 32)}:${now}`,
        source: 'urn:consilium:knowledge',
        type: 'knowledge.release-activated.v1',
        subject: contentHash,
        time: now,
        data: { contentHash },
      },
    ]);
  }
}
