import { Command } from '@nestjs/cqrs';
import type { Problem, Result } from '@consilium/kernel';
import type { Principal } from '@consilium/platform-identity';

/** Signs the recommendation and freezes what it rests on; the answer is the case's id. */
export class SignCase extends Command<Result<string, Problem>> {
  constructor(
    readonly asker: Principal,
    readonly caseId: string,
    readonly expectedVersion: number,
  ) {
    super();
  }
}
