import { Inject, Injectable } from '@nestjs/common';
import { appendToOutbox } from '@consilium/platform-messaging';
import { Database, type Transaction } from '@consilium/platform-persistence';
import { builtInSource } from '@consilium/trials-core';
import { TRIALS_OPTIONS, type TrialsOptions } from '../trials.options.js';
import { Catalogue } from './catalogue.js';
import { TrialsReleaseStore } from './release.store.js';

/** Changes which trials are in use, and tells those who concluded from the former. */
@Injectable()
export class TrialsActivation {
  constructor(
    private readonly database: Database,
    private readonly releases: TrialsReleaseStore,
    private readonly catalogue: Catalogue,
    @Inject(TRIALS_OPTIONS) private readonly options: TrialsOptions,
  ) {}

  /** False where it was active already, or is not stored. */
  activate(contentHash: string): Promise<boolean> {
    return this.change((tx) => this.releases.activate(tx, contentHash));
  }

  /** False where the source was not in use, or is the product's own. */
  async deactivate(source: string): Promise<boolean> {
    return source === builtInSource ? false : this.change((tx) => this.releases.deactivate(tx, source));
  }

  /** `apply` changes what is in use and says whether it did; the change is told in the same transaction. */
  change(apply: (tx: Transaction) => Promise<boolean>): Promise<boolean> {
    return this.database.transaction('every-hospital', async (tx) => {
      const changed = await apply(tx);
      if (changed) await this.announce(tx);
      return changed;
    });
  }

  private async announce(tx: Transaction): Promise<void> {
    const contentHashes = await this.releases.activeHashes(tx);
    const { hash, trials } = await this.catalogue.basis(tx);
    const now = this.options.clock.now().toISOString();
    await appendToOutbox(tx, [
      {
        id: `${hash.slice(0, 32)}:${now}`,
        source: 'urn:consilium:trials',
        type: 'trials.release-activated.v1',
        subject: hash,
        time: now,
        data: { contentHashes, basis: hash, trials: trials.length },
      },
    ]);
  }
}
