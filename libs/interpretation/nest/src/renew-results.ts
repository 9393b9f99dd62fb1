import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { appendToOutbox } from '@consilium/platform-messaging';
import { Database } from '@consilium/platform-persistence';
import { listOverrides } from './overrides/override.store.js';
import { ProfileInterpreter } from './profile-interpreter.js';
import { staleChannel, takeStale } from './result.store.js';

const batchSize = 20;
/** The net under LISTEN/NOTIFY. */
const pollEvery = 10_000;
const afterFault = 2_000;

/**
 * Makes stale results anew, a few per transaction. What is to be done stands in the database: any number of copies may
 * work on it, and one that stops in the middle loses nothing.
 */
@Injectable()
export class RenewResults implements OnApplicationBootstrap, OnApplicationShutdown {
  private stopped = false;
  private wake: (() => void) | undefined;
  private nudged = true;
  private loop: Promise<void> | undefined;
  private unlisten: (() => Promise<void>) | undefined;

  constructor(
    private readonly database: Database,
    private readonly interpreter: ProfileInterpreter,
  ) {}

  onApplicationBootstrap(): void {
    this.unlisten = this.database.listen(staleChannel, () => {
      this.nudge();
    });
    this.loop = this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.nudge();
    await this.loop;
    await this.unlisten?.();
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      this.nudged = false;
      // A fault of the moment (a lost connection) leaves the rows as they were: they are taken up again.
      const renewed = await this.renewSome().catch(() => -1);
      if (renewed === batchSize) continue;
      await this.sleep(renewed < 0 ? afterFault : pollEvery);
    }
  }

  private async renewSome(): Promise<number> {
    const { contentHash } = await this.interpreter.active();
    return this.database.transaction('every-hospital', async (tx) => {
      const stale = await takeStale(tx, batchSize, contentHash);
      const hospitals = [...new Set(stale.map(({ profile }) => profile.hospital))];
      const overrides = hospitals.length === 0 ? [] : await listOverrides(tx, { hospitals });
      const results = stale.map(({ profile, revision }) =>
        this.interpreter.result(
          profile,
          revision,
          overrides.filter(({ hospital }) => hospital === profile.hospital),
        ),
      );
      await appendToOutbox(tx, await Promise.all(results));
      return stale.length;
    });
  }

  private nudge(): void {
    this.nudged = true;
    this.wake?.();
  }

  private async sleep(milliseconds: number): Promise<void> {
    if (this.nudged) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      timer.unref();
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wake = undefined;
  }
}
