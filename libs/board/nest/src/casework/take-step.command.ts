import { Command } from '@nestjs/cqrs';
import type { CaseStep } from '@consilium/board-core';
import type { Problem, Result } from '@consilium/kernel';
import type { Principal } from '@consilium/platform-identity';

/** A step about a case; the answer is the case's id. */
export class TakeStep extends Command<Result<string, Problem>> {
  constructor(
    readonly asker: Principal,
    readonly caseId: string,
    readonly expectedVersion: number,
    readonly step: CaseStep,
  ) {
    super();
  }
}
