import { Inject, Injectable } from '@nestjs/common';
import { appendToOutbox } from '@consilium/platform-messaging';
import { Database, type Transaction } from '@consilium/platform-persistence';
import { builtInSource, prospectiveTrials, sparedBy } from '@consilium/trials-core';
import { TRIALS_OPTIONS, type TrialsOptions } from '../trials.options.js';
import { keepBasisChange } from './basis-change.store.js';
import { Catalogue, type TrialsBasis } from './catalogue.js';
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
      await this.releases.lock(tx);
      const before = await this.catalogue.basis(tx);
      const changed = await apply(tx);
      if (changed) await this.tell(tx, before, await this.catalogue.basis(tx));
      return changed;
    });
  }

  /** Who may be affected is worked out here once, so that matching passes over everyone else. */
  private async tell(tx: Transaction, before: TrialsBasis, after: TrialsBasis): Promise<void> {
    const at = this.options.clock.now().toISOString();
    if (after.hash !== before.hash) {
      const spared = sparedBy(
        prospectiveTrials(before.trials),
        prospectiveTrials(after.trials),
        this.options.tumourTypes,
      );
      await keepBasisChange(tx, { from: before.hash, to: after.hash, spared, at });
    }
    await appendToOutbox(tx, [
      {
        id: `${after.hash.slice(0, 32)}:${at}`,
        source: 'urn:consilium:trials',
        type: 'trials.release-activated.v1',
        subject: after.hash,
        time: at,
        data: {
          contentHashes: await this.releases.activeHashes(tx),
          basis: after.hash,
          trials: after.trials.length,
        },
      },
    ]);
  }
}
