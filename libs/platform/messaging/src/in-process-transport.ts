import type { Consumer } from './consumer.js';
import type { ConsumerRuntime } from './consumer-runtime.js';
import { topics, type RawMessage } from './event.js';
import type { Transport } from './transport.js';

/**
 * Hands messages straight to this process's consumers. It keeps nothing itself: a message counts as published once
 * every consumer has handled it or set it aside, so the outbox stays the only queue, as durable as its database.
 */
export class InProcessTransport implements Transport {
  private consumers: readonly Consumer[] = [];

  constructor(private readonly runtime: ConsumerRuntime) {}

  start(consumers: readonly Consumer[]): Promise<void> {
    this.consumers = consumers;
    return Promise.resolve();
  }

  async publish(messages: readonly RawMessage[]): Promise<void> {
    for (const consumer of this.consumers) {
      const heard = messages.filter(({ topic }) => topic === topics[consumer.type]);
      if (heard.length > 0) await this.runtime.receive(consumer, heard);
    }
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }
}
