import { Query } from '@nestjs/cqrs';
import type { Principal } from '@consilium/platform-identity';
import type { CohortFeasibility, Trial } from '@consilium/trials-core';

export interface Feasibility {
  readonly trial: string;
  readonly title: string;
  /** ISO date. */
  readonly on: string;
  readonly cohorts: readonly CohortFeasibility[];
}

/** Asks every patient of the asker's hospitals about a trial, open or not, registered or not. */
export class CountFeasibility extends Query<Feasibility> {
  constructor(
    readonly asker: Principal,
    readonly trial: Trial,
  ) {
    super();
  }
}
