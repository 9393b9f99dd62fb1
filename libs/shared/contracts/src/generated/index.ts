// Generated from schemas/events by `npm run generate`. Do not edit.
export type { BoardCaseChangedV1 } from './board.case-changed.v1.js';
export type { ClinicalCareTeamV1 } from './clinical.care-team.v1.js';
export type { ClinicalPatientReportV1 } from './clinical.patient-report.v1.js';
export type { ClinicalPatientV1 } from './clinical.patient.v1.js';
export type { KnowledgeReleaseActivatedV1 } from './knowledge.release-activated.v1.js';
export type { LabSequencingReportRejectedV1 } from './lab.sequencing-report-rejected.v1.js';
export type { LabSequencingReportV1 } from './lab.sequencing-report.v1.js';
export type { MatchingResultV1 } from './matching.result.v1.js';
export type { MolecularProfileV1 } from './molecular.profile.v1.js';
export type { TrialsEnrolmentChangedV1 } from './trials.enrolment-changed.v1.js';
export type { TrialsMatchesChangedV1 } from './trials.matches-changed.v1.js';
export type { TrialsReleaseActivatedV1 } from './trials.release-activated.v1.js';
export { eventSchemas } from './event-schemas.js';
