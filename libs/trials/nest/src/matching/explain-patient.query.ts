import { Query } from '@nestjs/cqrs';
import type { Principal } from '@consilium/platform-identity';
import type { Trial, TrialExplanation, Unlock } from '@consilium/trials-core';

export interface ExplainedPatient {
  readonly hospital: string;
  readonly patient: string;
  /** ISO date. */
  readonly on: string;
  readonly basis: string;
  readonly holdsUntil?: string;
  readonly trials: readonly { readonly trial: Trial; readonly explained: TrialExplanation }[];
  readonly unlockList: readonly Unlock[];
}

/** The trials a patient may take part in, with all reasons. Undefined where the asker may not see the patient. */
export class ExplainPatient extends Query<ExplainedPatient | undefined> {
  constructor(
    readonly asker: Principal,
    readonly place: { readonly hospital: string; readonly patient: string },
    /** ISO date; absent: today. */
    readonly on: string | undefined,
    readonly nearMisses: number,
  ) {
    super();
  }
}
