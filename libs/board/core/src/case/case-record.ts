import type { RecordedFollowUp, TreatmentDecision } from '../follow-up/follow-up.js';
import { nothingDecided, type Recommendation, type SignedVersion } from '../recommendation/recommendation.js';
import type { CaseState } from './case-state.js';
import type { CloseReason, MeetingStanding } from './case-step.js';
import type { Referral } from './referral.js';
import type { TaskRecord } from './task.js';

/** What arrived after the board had seen the case, and has not been dealt with. */
export interface LateData {
  readonly what: string;
  /** What brought it: a report and its version, a trial, a release. */
  readonly source: string;
  readonly at: string;
}

/** A case as its journal makes it. */
export interface CaseRecord {
  readonly id: string;
  readonly state: CaseState;
  /** When it came there (ISO instant); absent before the first step. */
  readonly since?: string;
  /** Number of steps taken; a command names the one it was decided on. */
  readonly version: number;
  /** 1, and one more with each time the case comes back to the board. */
  readonly presentation: number;
  readonly urgent: boolean;
  readonly referral?: Referral;
  readonly tasks: readonly TaskRecord[];
  readonly plan?: string;
  readonly qualityWaived?: { readonly by: string; readonly reason: string };
  /** Findings that the board is to see, and who says so. */
  readonly proposal?: { readonly by: string; readonly findings: readonly string[] };
  readonly reviewedBy?: string;
  readonly meeting?: string;
  readonly standing?: MeetingStanding;
  /** Where a case on hold came from. */
  readonly resumeTo?: CaseState;
  readonly recommendation: Recommendation;
  /** The last is the one that stands. */
  readonly signed: readonly SignedVersion[];
  readonly sent?: { readonly to: string; readonly receipt: string };
  readonly acknowledged: boolean;
  readonly decision?: TreatmentDecision;
  readonly followUp: readonly RecordedFollowUp[];
  readonly lateData: readonly LateData[];
  readonly closedBecause?: CloseReason;
  readonly mergedInto?: string;
}

export const newCase = (id: string): CaseRecord => ({
  id,
  state: 'draft',
  version: 0,
  presentation: 1,
  urgent: false,
  tasks: [],
  recommendation: nothingDecided,
  signed: [],
  acknowledged: false,
  followUp: [],
  lateData: [],
});
