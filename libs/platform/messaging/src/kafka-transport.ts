import {
  Kafka,
  logLevel,
  type Consumer as KafkaConsumer,
  type EachBatchPayload,
  type IHeaders,
  type Producer,
} from 'kafkajs';
import type { Log } from '@consilium/platform-observability';
import type { Consumer } from './consumer.js';
import type { ConsumerRuntime } from './consumer-runtime.js';
import { topics, type RawMessage, type Topic } from './event.js';
import type { Transport } from './transport.js';

/** Messages taken in one transaction. */
const batchSize = 100;

const day = 24 * 60 * 60 * 1000;

/** Retention of each topic (DESIGN: messaging); compacted topics keep the newest message per patient. */
const topicSettings: Readonly<Record<Topic, readonly { name: string; value: string }[]>> = {
  'lab.sequencing-reports': [{ name: 'retention.ms', value: String(30 * day) }],
  'lab.sequencing-reports.rejected': [{ name: 'retention.ms', value: String(90 * day) }],
  'molecular.profiles': [{ name: 'cleanup.policy', value: 'compact' }],
  'clinical.reports': [{ name: 'retention.ms', value: String(30 * day) }],
  'clinical.care-teams': [{ name: 'retention.ms', value: String(30 * day) }],
  'clinical.patients': [{ name: 'cleanup.policy', value: 'compact' }],
  'knowledge.releases': [{ name: 'cleanup.policy', value: 'compact' }],
  'matching.results': [{ name: 'cleanup.policy', value: 'compact' }],
  'trials.releases': [{ name: 'cleanup.policy', value: 'compact' }],
  'trials.matches': [{ name: 'cleanup.policy', value: 'compact' }],
  'trials.enrolments': [{ name: 'retention.ms', value: '-1' }],
  'board.cases': [{ name: 'retention.ms', value: '-1' }],
};

export interface KafkaOptions {
  readonly brokers: readonly string[];
  readonly partitions: number;
  /** Silence after which the group gives a member's partitions to others. */
  readonly sessionTimeout?: number;
}

/** Apache Kafka: partition key is the patient's pseudonym, producers are idempotent, consumers commit after effect. */
export class KafkaTransport implements Transport {
  private readonly kafka: Kafka;
  private readonly producer: Producer;
  private readonly running: KafkaConsumer[] = [];

  constructor(
    private readonly options: KafkaOptions,
    private readonly runtime: ConsumerRuntime,
    private readonly log: Log,
  ) {
    this.kafka = new Kafka({
      clientId: 'consilium',
      brokers: [...options.brokers],
      logLevel: logLevel.NOTHING,
    });
    this.producer = this.kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  }

  async start(consumers: readonly Consumer[]): Promise<void> {
    await this.createTopics();
    await this.producer.connect();
    for (const consumer of consumers) {
      const member = this.kafka.consumer({
        groupId: `consilium.${consumer.group}`,
        sessionTimeout: this.options.sessionTimeout ?? 30_000,
      });
      await member.connect();
      await member.subscribe({ topics: [topics[consumer.type]], fromBeginning: true });
      await member.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: 3,
        eachBatch: (payload) => this.takeBatch(consumer, payload, member),
      });
      this.running.push(member);
    }
  }

  async publish(messages: readonly RawMessage[]): Promise<void> {
    const byTopic = new Map<Topic, RawMessage[]>();
    for (const message of messages)
      byTopic.set(message.topic, [...(byTopic.get(message.topic) ?? []), message]);
    await this.producer.sendBatch({
      acks: -1,
      topicMessages: [...byTopic].map(([topic, own]) => ({
        topic,
        messages: own.map(({ key, headers, body }) => ({
          key: key ?? null,
          headers: { ...headers },
          value: body,
        })),
      })),
    });
  }

  async stop(): Promise<void> {
    await Promise.all(this.running.map((member) => member.disconnect()));
    await this.producer.disconnect();
  }

  /** A fault that passes throws out of here: kafkajs waits and delivers the batch again from the last commit. */
  private async takeBatch(
    consumer: Consumer,
    payload: EachBatchPayload,
    member: KafkaConsumer,
  ): Promise<void> {
    const { batch } = payload;
    const topic = batch.topic as Topic;
    for (
      let first = 0;
      first < batch.messages.length && payload.isRunning() && !payload.isStale();
      first += batchSize
    ) {
      const slice = batch.messages.slice(first, first + batchSize);
      await this.runtime.receive(
        consumer,
        slice.map(({ key, headers, value }) => ({
          topic,
          key: key?.toString(),
          headers: textHeaders(headers),
          body: value ?? Buffer.alloc(0),
        })),
      );
      const last = slice.at(-1);
      if (last === undefined) return;
      payload.resolveOffset(last.offset);
      await member.commitOffsets([
        { topic, partition: batch.partition, offset: String(BigInt(last.offset) + 1n) },
      ]);
      await payload.heartbeat();
    }
  }

  private async createTopics(): Promise<void> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      const existing = new Set(await admin.listTopics());
      const missing = Object.entries(topicSettings).filter(([topic]) => !existing.has(topic));
      if (missing.length === 0) return;
      await admin.createTopics({
        waitForLeaders: true,
        topics: missing.map(([topic, configEntries]) => ({
          topic,
          numPartitions: this.options.partitions,
          configEntries: [...configEntries, { name: 'max.message.bytes', value: String(16 * 1024 * 1024) }],
        })),
      });
      this.log.info({ topics: missing.map(([topic]) => topic) }, 'topics created');
    } finally {
      await admin.disconnect();
    }
  }
}

function textHeaders(headers: IHeaders | undefined): Record<string, string> {
  const text: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers ?? {})) {
    const one = Array.isArray(value) ? value[0] : value;
    if (one !== undefined) text[name.toLowerCase()] = one.toString();
  }
  return text;
}
