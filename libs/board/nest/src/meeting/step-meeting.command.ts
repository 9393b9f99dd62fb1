import { Command } from '@nestjs/cqrs';
import type { MeetingStep } from '@consilium/board-core';
import type { Problem, Result } from '@consilium/kernel';
import type { Principal } from '@consilium/platform-identity';
import type { StoredMeeting } from './meeting.store.js';

export class StepMeeting extends Command<Result<StoredMeeting, Problem>> {
  constructor(
    readonly asker: Principal,
    readonly meeting: string,
    readonly expectedVersion: number,
    readonly step: MeetingStep,
  ) {
    super();
  }
}
