import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { ChangeFeed, Database } from '@consilium/platform-persistence';
import { caseChannel } from './announce-change.js';

interface Change {
  readonly caseId: string;
  readonly hospital: string;
}

/** Changed cases, for who follows them. */
@Injectable()
export class CaseFeed implements OnModuleInit, OnModuleDestroy {
  private readonly feed: ChangeFeed<Change>;

  constructor(database: Database) {
    this.feed = new ChangeFeed(database, caseChannel);
  }

  onModuleInit(): void {
    this.feed.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.feed.stop();
  }

  /** Changes of these hospitals' cases, of one case where an id is given, until the reader leaves. */
  follow(hospitals: readonly string[], id: string | undefined): AsyncGenerator<Change> {
    return this.feed.follow(hospitals, ({ caseId }) => id === undefined || id === caseId);
  }
}
