export { ConsumerRegistry } from './consumer-registry.js';
export { readMessage, toMessage } from './cloud-event.js';
export { ConsumerRuntime, type ReceiveOptions } from './consumer-runtime.js';
export type { Consumer, Outcome, Received, RefusedMessage } from './consumer.js';
export {
  findDeadLetter,
  listDeadLetters,
  settleDeadLetter,
  type DeadLetter,
  type DeadLetterState,
} from './dead-letter.store.js';
export { topics, type DomainEvent, type EventType, type RawMessage, type Topic } from './event.js';
export { identifierIn } from './identifier-in.js';
export { InProcessTransport } from './in-process-transport.js';
export { KafkaTransport, type KafkaOptions } from './kafka-transport.js';
export { HearsEvents, MessagingModule, type MessagingOptions } from './messaging.module.js';
export { CreateMessaging1763000001000 } from './migrations/1763000001000-create-messaging.js';
export { OutboxRelay } from './outbox-relay.js';
export { appendToOutbox } from './outbox.js';
export type { Transport } from './transport.js';
