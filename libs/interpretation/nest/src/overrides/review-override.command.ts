import { Command } from '@nestjs/cqrs';
import type { Override } from '@consilium/interpretation-core';
import type { Problem, Result } from '@consilium/kernel';
import type { Principal } from '@consilium/platform-identity';

/** A second person approves or rejects a proposed override. */
export class ReviewOverride extends Command<Result<Override, Problem>> {
  constructor(
    readonly asker: Principal,
    readonly id: string,
    readonly decision: 'approved' | 'rejected',
    readonly reason: string | undefined,
  ) {
    super();
  }
}
