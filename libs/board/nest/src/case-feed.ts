import { EventEmitter, on } from 'node:events';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Database } from '@consilium/platform-persistence';
import { caseChannel } from './announce-change.js';

interface Change {
  readonly caseId: string;
  readonly hospital: string;
}

/** Hears of changed cases from the database, whichever copy changed them, and tells this copy's subscribers. */
@Injectable()
export class CaseFeed implements OnModuleInit, OnModuleDestroy {
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private stop: (() => Promise<void>) | undefined;

  constructor(private readonly database: Database) {}

  onModuleInit(): void {
    this.stop = this.database.listen(caseChannel, (payload) => {
      if (payload !== '') this.emitter.emit('change', JSON.parse(payload) as Change);
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.stop?.();
  }

  /** Changes of these hospitals' cases, of one case where an id is given, until the reader leaves. */
  follow(hospitals: readonly string[], id: string | undefined): AsyncGenerator<Change> {
    const ended = new AbortController();
    // Listening begins now, not at the first read: no change between the two is missed.
    const changes = on(this.emitter, 'change', { signal: ended.signal }) as AsyncIterableIterator<[Change]>;
    return (async function* () {
      try {
        for await (const [change] of changes) {
          if (hospitals.includes(change.hospital) && (id === undefined || id === change.caseId)) yield change;
        }
      } finally {
        ended.abort();
      }
    })();
  }
}
