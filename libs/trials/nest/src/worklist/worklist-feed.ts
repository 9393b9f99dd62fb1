import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Principal } from '@consilium/platform-identity';
import { ChangeFeed, Database } from '@consilium/platform-persistence';
import { findLine } from './line.store.js';
import { worklistChannel, type WorklistChange } from './worklist-change.js';

/** Changes of the worklist, for who follows it. */
@Injectable()
export class WorklistFeed implements OnModuleInit, OnModuleDestroy {
  private readonly feed: ChangeFeed<WorklistChange>;

  constructor(private readonly database: Database) {
    this.feed = new ChangeFeed(database, worklistChannel);
  }

  onModuleInit(): void {
    this.feed.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.feed.stop();
  }

  /** Changes of the lines somebody sees; that matches changed, of how many patients ever, is told to everybody. */
  follow(asker: Principal): AsyncGenerator<WorklistChange> {
    return this.feed.follow(
      asker.hospitals,
      async ({ line }) =>
        line === undefined ||
        asker.holders === undefined ||
        (await this.database.transaction(asker, (tx) => findLine(tx, line))) !== undefined,
    );
  }
}
