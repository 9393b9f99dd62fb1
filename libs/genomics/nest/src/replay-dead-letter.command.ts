import { Command } from '@nestjs/cqrs';
import type { Problem } from '@consilium/kernel';
import type { Principal } from '@consilium/platform-identity';

export type Replay =
  | { readonly kind: 'replayed' }
  | { readonly kind: 'refused-again'; readonly problems: readonly Problem[] }
  | { readonly kind: 'not-open' };

/** Sends a dead letter again, as it came or corrected (the corrected event data, as JSON). */
export class ReplayDeadLetter extends Command<Replay> {
  constructor(
    readonly asker: Principal,
    readonly id: string,
    readonly correctedBody: string | undefined,
  ) {
    super();
  }
}
