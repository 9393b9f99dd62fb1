export { decodeCursor, encodeCursor, type CasePlace } from './case-cursor.js';
export type { CaseFile, CaseProfile, CaseResult } from './case-file.js';
export { interpretationState, type InterpretationState } from './interpretation-state.js';
export { advanceCase, type Advanced, type StepContext } from './case/advance-case.js';
export type { CaseFacts } from './case/case-facts.js';
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
  type NotGivenReason,
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
} from './quality/quality-figures.js';
export { usualPolicy, type BoardPolicy } from './case/board-policy.js';
export { gatherFacts, type CaseSources, type JudgedReport } from './case/gather-facts.js';
export { gatedDrugs } from './recommendation/check-signing.js';
