import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Principal } from '@consilium/platform-identity';
import { ChangeFeed, Database } from '@consilium/platform-persistence';
import { caseChannel } from './announce-change.js';
import { findCases } from './case.store.js';

interface Change {
  readonly caseId: string;
  readonly hospital: string;
}

/** Changed cases, for who follows them. */
@Injectable()
export class CaseFeed implements OnModuleInit, OnModuleDestroy {
  private readonly feed: ChangeFeed<Change>;

  constructor(private readonly database: Database) {
    this.feed = new ChangeFeed(database, caseChannel);
  }

  onModuleInit(): void {
    this.feed.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.feed.stop();
  }

  /** Changes of the cases somebody sees, of one case where an id is given, until they leave. */
  follow(asker: Principal, id: string | undefined): AsyncGenerator<Change> {
    return this.feed.follow(
      asker.hospitals,
      async ({ caseId }) =>
        (id === undefined || id === caseId) &&
        // Whoever works for all of the hospital sees it: nothing has to be asked.
        (asker.holders === undefined ||
          (await this.database.read(asker, (tx) => findCases(tx, [caseId]))).length > 0),
    );
  }
}
