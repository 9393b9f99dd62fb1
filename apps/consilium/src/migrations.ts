import {
  BindBoard1764310001000,
  CreateBoard1763000005000,
  CreateCasework1764200000000,
  CreateMeetings1764200001000,
  CreateDiscussion1764260002000,
  CreateLetters1764300000000,
  CreateReminders1764260001000,
  KeepMatches1764260000000,
} from '@consilium/board-nest';
import { BindGenomics1764310003000, CreateGenomics1763000002000 } from '@consilium/genomics-nest';
import {
  BindInterpretation1764310004000,
  CreateInterpretation1763000004000,
  KeepProfiles1763900001000,
} from '@consilium/interpretation-nest';
import { CreateKnowledge1763000003000, KnowledgeSources1763900000000 } from '@consilium/knowledge-nest';
import { BindPatients1764310002000, CreatePatients1764000000000 } from '@consilium/patients-nest';
import { CreateCare1764310000000 } from '@consilium/platform-access';
import { CreateAudit1764100003000 } from '@consilium/platform-audit';
import { CreateIdempotency1764300000000 } from '@consilium/platform-idempotency';
import { CreateJobs1764250000000 } from '@consilium/platform-jobs';
import { CreateMessaging1763000001000 } from '@consilium/platform-messaging';
import { CreateAccessRules1763000000000, type MigrationClass } from '@consilium/platform-persistence';
import {
  BindTrials1764310005000,
  CreateTrialDrafts1764100002000,
  CreateTrials1764100000000,
  CreateWorklist1764100001000,
} from '@consilium/trials-nest';

/** Every migration of the product, in the order they run. */
export const migrations: readonly MigrationClass[] = [
  CreateAccessRules1763000000000,
  CreateMessaging1763000001000,
  CreateGenomics1763000002000,
  CreateKnowledge1763000003000,
  CreateInterpretation1763000004000,
  CreateBoard1763000005000,
  KnowledgeSources1763900000000,
  KeepProfiles1763900001000,
  CreatePatients1764000000000,
  CreateTrials1764100000000,
  CreateWorklist1764100001000,
  CreateTrialDrafts1764100002000,
  CreateAudit1764100003000,
  CreateCasework1764200000000,
  CreateMeetings1764200001000,
  CreateJobs1764250000000,
  KeepMatches1764260000000,
  CreateReminders1764260001000,
  CreateDiscussion1764260002000,
  CreateLetters1764300000000,
  CreateIdempotency1764300000000,
  CreateCare1764310000000,
  BindBoard1764310001000,
  BindPatients1764310002000,
  BindGenomics1764310003000,
  BindInterpretation1764310004000,
  BindTrials1764310005000,
];
