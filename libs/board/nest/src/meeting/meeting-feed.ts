import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import {
  ChangeFeed,
  Database,
  tellChange,
  type HospitalChange,
  type Transaction,
} from '@consilium/platform-persistence';

const channel = 'consilium_meeting';

interface MeetingChange extends HospitalChange {
  readonly meeting: string;
}

export const tellMeeting = (tx: Transaction, change: MeetingChange): Promise<void> =>
  tellChange(tx, channel, change);

/** Changed meetings, for who follows them: attendance, interests, votes, the case on the table. */
@Injectable()
export class MeetingFeed implements OnModuleInit, OnModuleDestroy {
  private readonly feed: ChangeFeed<MeetingChange>;

  constructor(database: Database) {
    this.feed = new ChangeFeed(database, channel);
  }

  onModuleInit(): void {
    this.feed.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.feed.stop();
  }

  follow(hospitals: readonly string[], id: string): AsyncGenerator<MeetingChange> {
    return this.feed.follow(hospitals, ({ meeting }) => meeting === id);
  }
}
