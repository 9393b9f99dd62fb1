export { decodeCursor, encodeCursor, type CasePlace } from './case-cursor.js';
export type { CaseFile, CaseProfile, CaseResult } from './case-file.js';
export { interpretationState, type InterpretationState } from './interpretation-state.js';
export { advanceCase, type Advanced, type StepContext } from './case/advance-case.js';
export type { CaseFacts } from './case/case-facts.js';
export { noReason } from './case/refusal.js';
export { newCase, type CaseRecord, type LateData } from './case/case-record.js';
export { caseStates, decidedStates, endStates, type CaseState } from './case/case-state.js';
export {
  closeReasons,
  postponeReasons,
  type CaseStep,
  type CaseStepKind,
  type CloseReason,
  type MeetingStanding,
  type PostponeReason,
  type StepOf,
} from './case/case-step.js';
export {
  checkCompleteness,
  completenessOf,
  type CompletenessInput,
  type Issue,
  type Severity,
} from './case/completeness.js';
export { rebuildCase, type JournalEntry } from './case/journal.js';
export type { CodedDiagnosis, GuidelineStatus, Referral } from './case/referral.js';
export { caseRoles } from './case/role.js';
export { stepTable } from './case/step-table.js';
export type { CaseTask, TaskRecord } from './case/task.js';
export {
  notGivenReasons,
  type FollowUpEntry,
  responses,
  type NotGivenReason,
  type RecordedFollowUp,
  type Response,
  type TreatmentDecision,
} from './follow-up/follow-up.js';
export { advanceMeeting } from './meeting/advance-meeting.js';
export { buildAgenda, type Agenda, type AgendaCandidate, type AgendaSlot } from './meeting/agenda.js';
export { planMeeting, type MeetingRecord, type MeetingState, type MeetingStep } from './meeting/meeting.js';
export { standingFor } from './meeting/meeting-standing.js';
export { meetingTable } from './meeting/meeting-table.js';
export {
  quorumLacks,
  specialties,
  type Attendance,
  type QuorumClause,
  type QuorumRule,
  type Specialty,
} from './meeting/quorum-rule.js';
export { nextMeetings, type MeetingSchedule } from './meeting/schedule.js';
export {
  noRecommendationReasons,
  recommendationKinds,
  type EvidenceLevel,
  type GateOutcome,
  type GateResult,
  type LabelStatus,
  type NoRecommendationReason,
  type Recommendation,
  type RecommendationItem,
  type RecommendationKind,
  type SignedVersion,
} from './recommendation/recommendation.js';
export { compareVersions, type VersionChange } from './recommendation/compare-versions.js';
export {
  qualityFigures,
  type CaseHistory,
  type LossCause,
  type QualityFigures,
  type Turnaround,
} from './quality/quality-figures.js';
export { usualPolicy, type BoardPolicy, type Deadline } from './policy/board-policy.js';
export { checkPolicy } from './policy/check-policy.js';
export { remindersOf, standingReminders, type Reminder } from './reminders/reminders.js';
export type { Actor } from './case/guards.js';
export { gatherFacts, issuesOf, type CaseSources, type JudgedReport } from './case/gather-facts.js';
export { gatedDrugs } from './recommendation/check-signing.js';
export type { BoardView, ViewedMatch, ViewedReport, ViewedStatement } from './late-data/board-view.js';
export { attachmentKindOf, attachmentName, type AttachmentKind } from './discussion/attachment-kind.js';
export { reviewedStates } from './late-data/late-states.js';
export { whatWouldDiffer, type Difference } from './late-data/what-would-differ.js';
export { composeDraft, composeLetter, type LetterSignature } from './letter/compose-letter.js';
export { cleanLine } from './letter/document/clean-text.js';
export { layOutLetter } from './letter/document/lay-out-letter.js';
export type {
  LetterBlock,
  LetterDocument,
  LetterEntry,
  LetterSection,
  LetterTable,
} from './letter/document/letter-document.js';
export type { Letter, LetterLanguage } from './letter/letter.js';
export type { FrozenAmendment, FrozenFile, FrozenMeeting, LetterSource } from './letter/letter-source.js';
export { letterWords } from './letter/words/letter-words.js';
