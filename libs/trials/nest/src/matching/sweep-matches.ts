import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { BackgroundWork, Database } from '@consilium/platform-persistence';
import { basisChannel, passOverSpared } from '../catalogue/basis-change.store.js';
import { Catalogue } from '../catalogue/catalogue.js';
import { TRIALS_OPTIONS, type TrialsOptions } from '../trials.options.js';
import { countStale, takeStale } from './patient.store.js';
import { PatientMatching } from './patient-matching.js';
import { advanceSweep, beginSweep, finishSweep, unfinishedSweep } from './sweep.store.js';

/** Patients matched in one transaction. */
const batchSize = 100;
/** Patients passed over in one transaction. */
const passedAtOnce = 5_000;
/**
 * Matches those anew whose trials are others, or whose answers held until yesterday. What is to be done can be read off
 * the patients' rows: any number of copies may work on it, and one that stops in the middle loses nothing. The row of
 * the sweep only tells people how far it is, and lets them stop it and go on.
 */
@Injectable()
export class SweepMatches implements OnApplicationBootstrap, OnApplicationShutdown {
  private work: BackgroundWork | undefined;

  constructor(
    private readonly database: Database,
    private readonly catalogue: Catalogue,
    private readonly matching: PatientMatching,
    @Inject(TRIALS_OPTIONS) private readonly options: TrialsOptions,
  ) {}

  onApplicationBootstrap(): void {
    this.work = new BackgroundWork(this.database, basisChannel, () => this.step());
    this.work.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.work?.stop();
  }

  /** One transaction's work; whether there may be more. */
  async step(): Promise<boolean> {
    return this.database.transaction('every-hospital', async (tx) => {
      const { hash } = await this.catalogue.basis(tx);
      const on = this.matching.today();
      const sweep = await unfinishedSweep(tx);
      if (sweep?.state === 'stopped') return false;
      if ((await passOverSpared(tx, hash, passedAtOnce)) > 0) return true;
      if (sweep === undefined) {
        const { all, byBasis } = await countStale(tx, hash, on);
        if (all === 0) return false;
        const cause = byBasis > 0 ? 'trials' : 'date';
        await beginSweep(tx, { cause, total: all }, this.options.clock.now());
        return true;
      }
      const stale = await takeStale(tx, hash, on, batchSize);
      if (stale.length > 0) {
        const changed = await this.matching.renew(tx, stale);
        await advanceSweep(tx, stale.length, changed);
        return true;
      }
      // Another copy may still hold the last of them.
      if ((await countStale(tx, hash, on)).all > 0) return false;
      await finishSweep(tx, this.options.clock.now());
      return false;
    });
  }
}
