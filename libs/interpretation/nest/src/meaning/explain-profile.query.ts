import { Query } from '@nestjs/cqrs';
import type { PatientFacts } from '@consilium/clinical';
import type { ProfileInterpretation } from '@consilium/interpretation-core';
import type { Principal } from '@consilium/platform-identity';
import type { Profile } from '../result.store.js';

export interface ExplainedProfile {
  readonly profile: Profile;
  readonly interpretation: ProfileInterpretation;
  readonly releaseHash: string;
  /** ISO date. */
  readonly evaluatedOn: string;
}

/** What a profile means now; undefined where the asker sees no such profile. */
export class ExplainProfile extends Query<ExplainedProfile | undefined> {
  constructor(
    readonly asker: Principal,
    readonly profileId: string,
    readonly patient: PatientFacts | undefined,
  ) {
    super();
  }
}
