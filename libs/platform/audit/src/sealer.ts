import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Log } from '@consilium/platform-observability';
import { BackgroundWork, Database } from '@consilium/platform-persistence';
import { AUDIT_LOG, nameOfFault } from './audit-log.js';
import { sealEntries } from './seal-entries.js';

/** How long an entry may wait for its seal while the service runs. */
const lookEvery = 1000;

/**
 * Seals what was written, in the order in which it is found committed.
 *
 * Before its seal, for about a second, an entry is protected by the database's rights alone: whoever has the owner's
 * rights may alter it or take it out unseen; the service's own role may not. After it, altering, taking out, putting in
 * and moving is found by `consilium audit verify`. What the chain alone cannot show is that the owner made all of it
 * anew from some seal on, or cut off its end with the entries: for that the head which the command prints is noted
 * outside the database, and given to a later run.
 */
@Injectable()
export class Sealer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly work: BackgroundWork;

  constructor(
    private readonly database: Database,
    @Inject(AUDIT_LOG) private readonly log: Log,
  ) {
    // Not by NOTIFY: it would make the commits of all readers wait for each other.
    this.work = new BackgroundWork(database, { every: lookEvery }, () => this.sealSome());
  }

  onApplicationBootstrap(): void {
    this.work.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.work.stop();
  }

  private async sealSome(): Promise<boolean> {
    try {
      return await sealEntries(this.database);
    } catch (fault) {
      this.log.warn({ fault: nameOfFault(fault) }, 'the audit journal could not be sealed, will try again');
      throw fault;
    }
  }
}
