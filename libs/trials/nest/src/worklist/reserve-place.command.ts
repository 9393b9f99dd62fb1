import { Command } from '@nestjs/cqrs';
import type { Problem, Result } from '@consilium/kernel';
import type { Principal } from '@consilium/platform-identity';
import type { Reservation } from './place.store.js';

/** Keeps a place of a cohort free for a patient until a day. */
export class ReservePlace extends Command<Result<Reservation, Problem>> {
  constructor(
    readonly asker: Principal,
    readonly line: string,
    readonly cohort: { readonly arm: string; readonly cohort?: string },
    /** ISO date. */
    readonly until: string,
  ) {
    super();
  }
}
