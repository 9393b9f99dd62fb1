import type { Log } from '@consilium/platform-observability';
import type { Database } from '@consilium/platform-persistence';
import { toMessage } from './cloud-event.js';
import type { RawMessage, Topic } from './event.js';
import { outboxChannel } from './outbox.js';
import type { Transport } from './transport.js';

/** Events carried per transaction: few enough to bound memory, many enough to share its cost. */
const batchSize = 100;
const partitionsAtOnce = 4;
/** The net under LISTEN/NOTIFY. */
const pollEvery = 1000;
const keepPublished = `interval '1 hour'`;

interface Row {
  id: string;
  topic: Topic;
  event_id: string;
  source: string;
  type: string;
  subject: string;
  time: Date;
  data: unknown;
}

/**
 * Carries committed events from the outbox to the transport. Any number of copies may run: a partition belongs to one
 * of them at a time (advisory lock), which keeps the order per patient.
 */
export class OutboxRelay {
  private stopped = false;
  private awake: (() => void) | undefined;
  private nudged = false;
  private loop: Promise<void> | undefined;
  private unlisten: (() => Promise<void>) | undefined;
  private lastPrune = 0;

  constructor(
    private readonly database: Database,
    private readonly transport: Transport,
    private readonly log: Log,
  ) {}

  start(): void {
    this.unlisten = this.database.listen(outboxChannel, () => {
      this.nudge();
    });
    this.loop = this.run();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.nudge();
    await this.loop;
    await this.unlisten?.();
  }

  private nudge(): void {
    this.nudged = true;
    this.awake?.();
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      this.nudged = false;
      try {
        await this.round();
        await this.prune();
      } catch (fault) {
        // Nothing is lost: the rows wait in the outbox for the next round.
        this.log.warn(
          { fault: fault instanceof Error ? fault.name : typeof fault },
          'outbox round failed, will try again',
        );
        this.nudged = false;
      }
      await this.rest();
    }
  }

  /** Until there is something to do, or it is time to look. */
  private rest(): Promise<void> {
    if (this.nudged || this.stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pollEvery);
      this.awake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Visits each partition that holds waiting events, a few at once. */
  private async round(): Promise<void> {
    const waiting: { partition: number }[] = await this.database.source.query(
      `SELECT DISTINCT partition FROM messaging.outbox WHERE published_at IS NULL`,
    );
    const queue = waiting.map(({ partition }) => partition);
    const work = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined && !this.stopped; next = queue.shift()) {
        if (await this.carry(next)) this.nudged = true;
      }
    };
    await Promise.all(Array.from({ length: partitionsAtOnce }, work));
  }

  /** One batch of one partition; true when it was full, so that more may wait. */
  private async carry(partition: number): Promise<boolean> {
    return this.database.source.transaction(async (tx) => {
      const [lock]: { mine: boolean }[] = await tx.query(
        `SELECT pg_try_advisory_xact_lock(hashtext('consilium.outbox'), $1) AS mine`,
        [partition],
      );
      if (lock?.mine !== true) return false;
      const rows: Row[] = await tx.query(
        `SELECT id, topic, event_id, source, type, subject, time, data FROM messaging.outbox
         WHERE partition = $1 AND published_at IS NULL ORDER BY id LIMIT ${String(batchSize)}`,
        [partition],
      );
      if (rows.length === 0) return false;
      await this.transport.publish(rows.map(asMessage));
      await tx.query(`UPDATE messaging.outbox SET published_at = now() WHERE id = ANY ($1::bigint[])`, [
        rows.map(({ id }) => id),
      ]);
      return true;
    });
  }

  private async prune(): Promise<void> {
    if (Date.now() - this.lastPrune < 60_000) return;
    this.lastPrune = Date.now();
    await this.database.source.query(
      `DELETE FROM messaging.outbox WHERE published_at IS NOT NULL AND published_at < now() - ${keepPublished}`,
    );
  }
}

const asMessage = (row: Row): RawMessage =>
  toMessage(
    {
      id: row.event_id,
      source: row.source,
      type: row.type,
      subject: row.subject,
      time: row.time.toISOString(),
      data: row.data,
    },
    row.topic,
  );
