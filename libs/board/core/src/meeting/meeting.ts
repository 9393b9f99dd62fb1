import type { AgendaSlot } from './agenda.js';
import type { Attendance, QuorumRule } from './quorum-rule.js';

export type MeetingState = 'planned' | 'locked' | 'open' | 'closed' | 'cancelled';

/** Whether somebody has an interest in a case: in a drug on the table, its maker, a trial. */
export interface Declaration {
  readonly person: string;
  readonly caseId: string;
  readonly conflict: boolean;
  readonly text?: string;
}

/** How one member votes about one item. */
export interface Vote {
  readonly caseId: string;
  readonly item: string;
  readonly person: string;
  readonly vote: 'for' | 'against' | 'abstain';
}

/** What happens to a meeting. */
export type MeetingStep =
  | { readonly kind: 'set-agenda'; readonly slots: readonly AgendaSlot[] }
  | { readonly kind: 'lock' }
  | { readonly kind: 'unlock'; readonly reason: string }
  | { readonly kind: 'begin' }
  | { readonly kind: 'attend'; readonly attendance: Attendance }
  | { readonly kind: 'leave'; readonly person: string }
  | { readonly kind: 'declare'; readonly declaration: Declaration }
  | { readonly kind: 'open-case'; readonly caseId: string }
  | { readonly kind: 'note'; readonly caseId: string; readonly text: string }
  | { readonly kind: 'vote'; readonly vote: Vote }
  | { readonly kind: 'close-case'; readonly caseId: string }
  | { readonly kind: 'end' }
  | { readonly kind: 'cancel'; readonly reason: string };
export type MeetingStepKind = MeetingStep['kind'];

export interface MeetingNote {
  readonly caseId: string;
  readonly by: string;
  readonly at: string;
  readonly text: string;
}

export interface MeetingRecord {
  readonly id: string;
  readonly board: string;
  /** ISO date. */
  readonly on: string;
  readonly rule: QuorumRule;
  readonly state: MeetingState;
  readonly version: number;
  readonly agenda: readonly AgendaSlot[];
  readonly attendance: readonly Attendance[];
  readonly declarations: readonly Declaration[];
  readonly votes: readonly Vote[];
  readonly notes: readonly MeetingNote[];
  /** The case on the table, and since when (ISO instant). */
  readonly discussing?: { readonly caseId: string; readonly since: string };
  /** How long each case was discussed, in seconds. */
  readonly discussed: Readonly<Record<string, number>>;
}

export const planMeeting = (id: string, board: string, on: string, rule: QuorumRule): MeetingRecord => ({
  id,
  board,
  on,
  rule,
  state: 'planned',
  version: 0,
  agenda: [],
  attendance: [],
  declarations: [],
  votes: [],
  notes: [],
  discussed: {},
});
