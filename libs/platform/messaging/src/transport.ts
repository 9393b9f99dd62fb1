import type { Consumer } from './consumer.js';
import type { RawMessage } from './event.js';

/** How messages travel between contexts. Delivery is at least once and in order per key; the runtime makes it once. */
export interface Transport {
  start(consumers: readonly Consumer[]): Promise<void>;
  /** Resolves when the messages are safe with whoever carries them on. */
  publish(messages: readonly RawMessage[]): Promise<void>;
  stop(): Promise<void>;
}
