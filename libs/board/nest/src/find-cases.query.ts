import { Query } from '@nestjs/cqrs';
import type { CaseFile, CasePlace } from '@consilium/board-core';
import type { Principal } from '@consilium/platform-identity';
import type { CaseFilter } from './list-cases.js';

export interface CasePage {
  readonly cases: readonly CaseFile[];
  readonly hasMore: boolean;
}

/** A page of the cases the asker may see, newest change first. */
export class FindCases extends Query<CasePage> {
  constructor(
    readonly asker: Principal,
    readonly filter: CaseFilter,
    readonly after: CasePlace | undefined,
    readonly limit: number,
  ) {
    super();
  }
}
