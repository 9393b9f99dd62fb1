import type { Problem, Result } from '@consilium/kernel';
import type { Transaction } from '@consilium/platform-persistence';
import type { DomainEvent, EventType, RawMessage } from './event.js';

/**
 * What a context does on hearing a fact. `prepare` understands and refuses (no database, may be slow); `handle` takes
 * effect, in the transaction that also records the event as handled.
 */
export interface Consumer<Prepared = unknown> {
  /** Durable name, never a class name: `genomics.receive-sequencing-report`. */
  readonly group: string;
  readonly type: EventType;
  /** Roles that may send this event through the front door; none where only contexts tell it. */
  readonly senders?: readonly string[];
  prepare(event: DomainEvent): Promise<Result<Prepared, readonly Problem[]>>;
  /** May still refuse, by returning problems: the transaction is rolled back and the event set aside. */
  handle(prepared: Prepared, received: Received, tx: Transaction): Promise<Result<void, readonly Problem[]>>;
  /** Whose patient the event is about, as far as can be told from data that may be faulty; for the dead letter. */
  hospitalOf(data: unknown): string | undefined;
  /** Which patient it is about, where somebody bound to single patients may send it. */
  patientOf?(data: unknown): string | undefined;
  /** Called in the transaction that sets a message aside, to tell others. */
  whenRefused?(refused: RefusedMessage, tx: Transaction): Promise<void>;
}

/** An event with the bytes it came in. */
export interface Received {
  readonly event: DomainEvent;
  readonly message: RawMessage;
}

export interface RefusedMessage {
  readonly deadLetterId: string;
  readonly message: RawMessage;
  readonly event: DomainEvent | undefined;
  readonly hospital: string | undefined;
  readonly problems: readonly Problem[];
}

/** What became of one message. */
export type Outcome =
  | { readonly kind: 'handled'; readonly eventId: string }
  /** The same event, with the same content, was handled before: nothing was done. */
  | { readonly kind: 'duplicate'; readonly eventId: string }
  | {
      readonly kind: 'refused';
      readonly eventId: string | undefined;
      readonly deadLetterId: string;
      readonly problems: readonly Problem[];
    };
