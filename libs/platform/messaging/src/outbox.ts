import type { Transaction } from '@consilium/platform-persistence';
import { isEventType, topics, type DomainEvent } from './event.js';

/** Enough to spread patients over workers; few enough to visit all in one round. */
export const partitionCount = 16;

export const outboxChannel = 'consilium_outbox';

/** Writes events beside the state that caused them; the relay carries them on once the transaction is committed. */
export async function appendToOutbox(tx: Transaction, events: readonly DomainEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => {
    if (!isEventType(event.type)) throw new Error(`No topic carries ${event.type}`);
    return { ...event, topic: topics[event.type] };
  });
  // One statement writes the rows and wakes the relay at commit.
  await tx.query(
    `WITH written AS (
       INSERT INTO messaging.outbox (topic, partition, event_id, source, type, subject, time, data)
       SELECT r.topic, abs(hashtext(r.subject)) % ${String(partitionCount)}, r.id, r.source, r.type, r.subject, r.time, r.data
       FROM json_to_recordset($1::json)
         AS r(topic text, id text, source text, type text, subject text, time timestamptz, data json))
     SELECT pg_notify($2, '')`,
    [JSON.stringify(rows), outboxChannel],
  );
}
