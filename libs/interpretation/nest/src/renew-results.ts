import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { appendToOutbox } from '@consilium/platform-messaging';
import { BackgroundWork, Database } from '@consilium/platform-persistence';
import { listOverrides } from './overrides/override.store.js';
import { ProfileInterpreter } from './profile-interpreter.js';
import { staleChannel, takeStale } from './result.store.js';

const batchSize = 20;
/**
 * Makes stale results anew, a few per transaction. What is to be done stands in the database: any number of copies may
 * work on it, and one that stops in the middle loses nothing.
 */
@Injectable()
export class RenewResults implements OnApplicationBootstrap, OnApplicationShutdown {
  private work: BackgroundWork | undefined;

  constructor(
    private readonly database: Database,
    private readonly interpreter: ProfileInterpreter,
  ) {}

  onApplicationBootstrap(): void {
    this.work = new BackgroundWork(this.database, staleChannel, () => this.renewSome());
    this.work.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.work?.stop();
  }

  /** Whether there may be more. */
  private async renewSome(): Promise<boolean> {
    return this.database.transaction('every-hospital', async (tx) => {
      const { contentHash } = await this.interpreter.active(tx);
      const stale = await takeStale(tx, batchSize, contentHash);
      const hospitals = [...new Set(stale.map(({ profile }) => profile.hospital))];
      const overrides = hospitals.length === 0 ? [] : await listOverrides(tx, { hospitals });
      for (const { profile, revision } of stale) {
        const own = overrides.filter(({ hospital }) => hospital === profile.hospital);
        await appendToOutbox(tx, [await this.interpreter.result(profile, revision, own, tx)]);
      }
      return stale.length === batchSize;
    });
  }
}
