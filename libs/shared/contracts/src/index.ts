export { eventSchemas } from './generated/index.js';
export type {
  BoardCaseChangedV1,
  ClinicalCareTeamV1,
  ClinicalPatientReportV1,
  ClinicalPatientV1,
  KnowledgeReleaseActivatedV1,
  LabSequencingReportRejectedV1,
  LabSequencingReportV1,
  MatchingResultV1,
  MolecularProfileV1,
  TrialsEnrolmentChangedV1,
  TrialsMatchesChangedV1,
  TrialsReleaseActivatedV1,
} from './generated/index.js';
export { validateEvent, type EventData } from './validate-event.js';
