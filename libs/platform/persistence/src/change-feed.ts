import { EventEmitter, on } from 'node:events';
import type { Database, Transaction } from './database.js';

/** A change of something that a hospital owns: ids only. */
export interface HospitalChange {
  readonly hospital: string;
}

/** Tells everybody who follows `channel`, once the transaction is committed; whichever copy they are connected to. */
export async function tellChange(tx: Transaction, channel: string, change: HospitalChange): Promise<void> {
  await tx.query(`SELECT pg_notify($1, $2)`, [channel, JSON.stringify(change)]);
}

/** Hears of changes from the database, whichever copy made them, and tells this copy's followers. */
export class ChangeFeed<C extends HospitalChange> {
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private end: (() => Promise<void>) | undefined;

  constructor(
    private readonly database: Database,
    private readonly channel: string,
  ) {}

  start(): void {
    this.end = this.database.listen(this.channel, (payload) => {
      if (payload !== '') this.emitter.emit('change', JSON.parse(payload) as C);
    });
  }

  async stop(): Promise<void> {
    await this.end?.();
  }

  /** Changes of these hospitals that `accepts` lets through, until the follower leaves. */
  follow(
    hospitals: readonly string[],
    accepts: (change: C) => boolean | Promise<boolean>,
  ): AsyncGenerator<C> {
    const ended = new AbortController();
    // Listening begins now, not at the first read: no change between the two is missed.
    const changes = on(this.emitter, 'change', { signal: ended.signal }) as AsyncIterableIterator<[C]>;
    return (async function* () {
      try {
        for await (const [change] of changes)
          if (hospitals.includes(change.hospital) && (await accepts(change))) yield change;
      } finally {
        ended.abort();
      }
    })();
  }
}
