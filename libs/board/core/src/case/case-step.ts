import type { FollowUpEntry, TreatmentDecision } from '../follow-up/follow-up.js';
import type {
  GateResult,
  NoRecommendationReason,
  RecommendationItem,
} from '../recommendation/recommendation.js';
import type { Referral } from './referral.js';
import type { CaseTask } from './task.js';

export const postponeReasons = [
  'data-missing',
  'no-quorum',
  'time',
  'specialist-absent',
  'patient-condition',
  'referrer-request',
] as const;
export type PostponeReason = (typeof postponeReasons)[number];

export const closeReasons = ['death', 'end-of-therapy', 'lost-to-follow-up', 'complete'] as const;
export type CloseReason = (typeof closeReasons)[number];

/** What the meeting says of a case at the moment it is opened; both must be true of the members present. */
export interface MeetingStanding {
  readonly meeting: string;
  /** Why the quorum is not met, after recusals; empty: it is. */
  readonly quorumLacks: readonly string[];
  /** Members present who have not declared whether they have an interest in this case. */
  readonly undeclared: readonly string[];
  readonly recused: readonly string[];
}

/**
 * What somebody does about a case. A step that was taken stands in the journal as it was said; the case is what its
 * journal makes of it. Dates are ISO dates.
 */
export type CaseStep =
  | { readonly kind: 'describe'; readonly referral: Referral }
  | { readonly kind: 'mark-urgent'; readonly urgent: boolean; readonly reason: string }
  | { readonly kind: 'refer' }
  | { readonly kind: 'return'; readonly reason: string }
  | { readonly kind: 'decline'; readonly reason: string }
  | { readonly kind: 'withdraw'; readonly reason: string }
  | { readonly kind: 'triage'; readonly plan: string; readonly outsideRule?: string }
  | { readonly kind: 'add-task'; readonly task: CaseTask }
  | { readonly kind: 'finish-task'; readonly task: string; readonly note?: string }
  | { readonly kind: 'await-data' }
  | { readonly kind: 'waive-quality'; readonly reason: string }
  | { readonly kind: 'prepare' }
  | { readonly kind: 'propose-findings'; readonly findings: readonly string[] }
  | { readonly kind: 'submit' }
  | { readonly kind: 'accept' }
  | { readonly kind: 'reject'; readonly reason: string }
  | { readonly kind: 'recall'; readonly reason: string }
  | { readonly kind: 'schedule'; readonly meeting: string }
  | { readonly kind: 'open'; readonly standing: MeetingStanding }
  | { readonly kind: 'postpone'; readonly because: PostponeReason; readonly note?: string }
  | { readonly kind: 'hold'; readonly reason: string }
  | { readonly kind: 'resume' }
  | { readonly kind: 'draft-item'; readonly item: RecommendationItem }
  | { readonly kind: 'drop-item'; readonly item: string }
  | { readonly kind: 'recommend-none'; readonly because: NoRecommendationReason }
  | { readonly kind: 'note-gate'; readonly item: string; readonly result: GateResult }
  | { readonly kind: 'override-gate'; readonly item: string; readonly reason: string }
  | { readonly kind: 'dissent'; readonly item: string; readonly text: string }
  | { readonly kind: 'recommend' }
  | { readonly kind: 'sign'; readonly contentHash: string }
  | { readonly kind: 'amend'; readonly reason: string }
  | { readonly kind: 'communicate'; readonly to: string; readonly receipt: string }
  | { readonly kind: 'acknowledge' }
  | { readonly kind: 'decide'; readonly decision: TreatmentDecision }
  | { readonly kind: 'follow-up'; readonly entry: FollowUpEntry }
  | { readonly kind: 'strike-entry'; readonly entry: number; readonly reason: string }
  | { readonly kind: 'close'; readonly because: CloseReason }
  | { readonly kind: 'reopen'; readonly reason: string }
  | { readonly kind: 'merge'; readonly into: string; readonly reason: string }
  | { readonly kind: 'note-late-data'; readonly what: string; readonly source: string }
  | { readonly kind: 'settle-late-data'; readonly source: string; readonly reason: string };

export type CaseStepKind = CaseStep['kind'];
export type StepOf<K extends CaseStepKind> = Extract<CaseStep, { readonly kind: K }>;
