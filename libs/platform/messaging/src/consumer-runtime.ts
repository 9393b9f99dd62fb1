import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Problem } from '@consilium/kernel';
import type { Log } from '@consilium/platform-observability';
import { isPassingFault, type Database, type Transaction } from '@consilium/platform-persistence';
import { readMessage } from './cloud-event.js';
import type { Consumer, Outcome, RefusedMessage } from './consumer.js';
import { setAside } from './dead-letter.store.js';
import type { DomainEvent, RawMessage } from './event.js';

interface Understood {
  readonly message: RawMessage;
  readonly event: DomainEvent;
  readonly hash: Buffer;
  readonly prepared: unknown;
}

/** Tries before a fault that will not pass by itself is set aside. */
const handlerTries = 3;

/** Carries refusals out of a transaction, so that it rolls back. */
class Refusal extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super('refused');
  }
}

export interface ReceiveOptions {
  /** False while a person corrects a dead letter: a further refusal is answered, not filed again. */
  readonly setAside: boolean;
}

/**
 * Runs consumers so that each event takes effect exactly once or lies among the dead letters with its reasons. A batch
 * is one transaction; when any of it fails, its messages are taken one by one, so that none delays another.
 */
export class ConsumerRuntime {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  /** Takes messages in order. Throws only for faults that pass (the database is away): then nothing is lost, ask again. */
  async receive(
    consumer: Consumer,
    messages: readonly RawMessage[],
    options: ReceiveOptions = { setAside: true },
  ): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = [];
    const understood: { at: number; item: Understood }[] = [];
    for (const [at, message] of messages.entries()) {
      const result = await this.understand(consumer, message);
      if ('prepared' in result) understood.push({ at, item: result });
      else outcomes[at] = await this.refuse(consumer, message, result.event, result.problems, options);
    }
    if (understood.length === 0) return outcomes;
    try {
      const done = await this.takeEffect(
        consumer,
        understood.map(({ item }) => item),
      );
      for (const [index, { at }] of understood.entries()) outcomes[at] = done[index] as Outcome;
    } catch (fault) {
      if (isPassingFault(fault)) throw fault;
      for (const { at, item } of understood) outcomes[at] = await this.takeAlone(consumer, item, options);
    }
    return outcomes;
  }

  private async understand(
    consumer: Consumer,
    message: RawMessage,
  ): Promise<Understood | { event: DomainEvent | undefined; problems: readonly Problem[] }> {
    const read = readMessage(message);
    if (!read.ok) return { event: undefined, problems: [read.error] };
    const event = read.value;
    if (event.type !== consumer.type) {
      const problem: Problem = {
        code: 'EVENTS.WRONG_TYPE',
        place: 'type',
        message: `the event type is ${event.type}.`,
        remedy: `This door takes ${consumer.type}.`,
      };
      return { event, problems: [problem] };
    }
    try {
      const prepared = await consumer.prepare(event);
      if (!prepared.ok) return { event, problems: prepared.error };
      const hash = createHash('sha256').update(JSON.stringify(event.data)).digest();
      return { message, event, hash, prepared: prepared.value };
    } catch (fault) {
      if (isPassingFault(fault)) throw fault;
      return { event, problems: [this.faultProblem(consumer, event, fault)] };
    }
  }

  private async takeAlone(consumer: Consumer, item: Understood, options: ReceiveOptions): Promise<Outcome> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const [outcome] = await this.takeEffect(consumer, [item]);
        return outcome as Outcome;
      } catch (fault) {
        if (fault instanceof Refusal)
          return this.refuse(consumer, item.message, item.event, fault.problems, options);
        if (isPassingFault(fault)) throw fault;
        if (attempt >= handlerTries) {
          const problem = this.faultProblem(consumer, item.event, fault);
          return this.refuse(consumer, item.message, item.event, [problem], options);
        }
        await pause(50 * 4 ** attempt);
      }
    }
  }

  /** One transaction: record each event as handled, and let it take effect. */
  private async takeEffect(consumer: Consumer, items: readonly Understood[]): Promise<Outcome[]> {
    return this.database.transaction('every-hospital', async (tx) => {
      const outcomes: Outcome[] = [];
      const fresh = await recordHandled(tx, consumer.group, items);
      for (const item of items) {
        // Of two deliveries in one batch the first is new; the second finds its key taken.
        const isNew = fresh.delete(keyOf(item));
        if (isNew) {
          const result = await consumer.handle(item.prepared, item, tx);
          if (!result.ok) throw new Refusal(result.error);
        } else if (!(await wasSame(tx, consumer.group, item))) throw new Refusal([reusedId(item.event)]);
        outcomes.push({ kind: isNew ? 'handled' : 'duplicate', eventId: item.event.id });
      }
      return outcomes;
    });
  }

  private async refuse(
    consumer: Consumer,
    message: RawMessage,
    event: DomainEvent | undefined,
    problems: readonly Problem[],
    options: ReceiveOptions,
  ): Promise<Outcome> {
    const id = randomUUID();
    if (!options.setAside) return { kind: 'refused', eventId: event?.id, deadLetterId: id, problems };
    const refused: RefusedMessage = {
      deadLetterId: id,
      message,
      event,
      hospital: event === undefined ? undefined : consumer.hospitalOf(event.data),
      problems,
    };
    const deadLetterId = await this.database.transaction('every-hospital', async (tx) => {
      const filed = await setAside(tx, {
        id,
        consumer: consumer.group,
        message,
        eventId: event?.id,
        source: event?.source,
        hospital: refused.hospital,
        problems,
      });
      if (filed.fresh) await consumer.whenRefused?.(refused, tx);
      return filed.id;
    });
    this.log.warn(
      { consumer: consumer.group, deadLetterId, codes: problems.map(({ code }) => code) },
      'message set aside',
    );
    return { kind: 'refused', eventId: event?.id, deadLetterId, problems };
  }

  private faultProblem(consumer: Consumer, event: DomainEvent, fault: unknown): Problem {
    const correlation = randomUUID();
    // The stack names code, not data; the fault's message may quote data, so it is left out.
    const stack = fault instanceof Error ? fault.stack?.split('\n').slice(1, 6).join('\n') : undefined;
    this.log.error(
      {
        consumer: consumer.group,
        eventId: event.id,
        correlation,
        fault: fault instanceof Error ? fault.name : typeof fault,
        stack,
      },
      'handler fault',
    );
    return {
      code: 'EVENTS.HANDLER_FAULT',
      place: '',
      message: `a fault on our side stopped this event (reference ${correlation}).`,
      remedy: 'Nothing is lost: once the fault is mended, replay this dead letter.',
    };
  }
}

const keyOf = ({ event }: Understood): string => JSON.stringify([event.source, event.id]);

/** Records events as handled by this group; returns the keys of those that were not before. */
async function recordHandled(
  tx: Transaction,
  group: string,
  items: readonly Understood[],
): Promise<Set<string>> {
  const inserted: { source: string; event_id: string }[] = await tx.query(
    `INSERT INTO messaging.inbox (consumer, source, event_id, content_hash)
     SELECT $1, source, event_id, hash FROM unnest($2::text[], $3::text[], $4::bytea[]) AS i(source, event_id, hash)
     ON CONFLICT DO NOTHING RETURNING source, event_id`,
    [
      group,
      items.map(({ event }) => event.source),
      items.map(({ event }) => event.id),
      items.map(({ hash }) => hash),
    ],
  );
  return new Set(inserted.map((row) => JSON.stringify([row.source, row.event_id])));
}

async function wasSame(tx: Transaction, group: string, item: Understood): Promise<boolean> {
  const known: { content_hash: Buffer }[] = await tx.query(
    `SELECT content_hash FROM messaging.inbox WHERE consumer = $1 AND source = $2 AND event_id = $3`,
    [group, item.event.source, item.event.id],
  );
  return known[0]?.content_hash.equals(item.hash) === true;
}

const reusedId = (event: DomainEvent): Problem => ({
  code: 'EVENTS.ID_REUSED',
  place: 'id',
  message: `an event with id ${event.id} from ${event.source} was already taken, with other content.`,
  remedy: 'Give every event an id of its own; a corrected report is a new event with a higher version.',
});
