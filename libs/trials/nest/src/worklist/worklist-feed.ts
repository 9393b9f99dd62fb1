import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import {
  ChangeFeed,
  Database,
  tellChange,
  type HospitalChange,
  type Transaction,
} from '@consilium/platform-persistence';

const channel = 'consilium_worklist';

/** Without a line: matches changed, of how many patients ever. */
export interface WorklistChange extends HospitalChange {
  readonly line?: string;
}

export const tellWorklist = (tx: Transaction, change: WorklistChange): Promise<void> =>
  tellChange(tx, channel, change);

/** Changes of the worklist, for who follows it. */
@Injectable()
export class WorklistFeed implements OnModuleInit, OnModuleDestroy {
  private readonly feed: ChangeFeed<WorklistChange>;

  constructor(database: Database) {
    this.feed = new ChangeFeed(database, channel);
  }

  onModuleInit(): void {
    this.feed.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.feed.stop();
  }

  follow(hospitals: readonly string[]): AsyncGenerator<WorklistChange> {
    return this.feed.follow(hospitals, () => true);
  }
}
