import { Command } from '@nestjs/cqrs';
import type { RecommendationItem } from '@consilium/board-core';
import type { Problem, Result } from '@consilium/kernel';
import type { Principal } from '@consilium/platform-identity';

/** Puts an item into the draft and asks the safety gate about its drugs; the answer is the case's id. */
export class DraftItem extends Command<Result<string, Problem>> {
  constructor(
    readonly asker: Principal,
    readonly caseId: string,
    readonly expectedVersion: number,
    readonly item: RecommendationItem,
  ) {
    super();
  }
}
