import { Command } from '@nestjs/cqrs';
import type { Problem, Result } from '@consilium/kernel';
import type { Principal } from '@consilium/platform-identity';
import type { StoredMeeting } from './meeting.store.js';

/** A meeting of a board on a day (ISO date). */
export class PlanMeeting extends Command<Result<StoredMeeting, Problem>> {
  constructor(
    readonly asker: Principal,
    readonly hospital: string,
    readonly board: string,
    readonly on: string,
  ) {
    super();
  }
}
