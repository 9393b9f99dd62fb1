import {
  createUnionType,
  Field,
  Float,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';
import {
  completenessOf,
  type CaseRecord,
  type CaseState,
  type CodedDiagnosis,
  type GuidelineStatus,
  type Issue,
  type JournalEntry,
  type Referral,
  type Severity,
  type TaskRecord,
} from '@consilium/board-core';
import { ProblemType } from '@consilium/platform-graphql';
import { roles, type Role } from '@consilium/platform-identity';
import { CaseStateName } from '../case-state.type.js';
import { CaseType } from '../case.types.js';

export enum SeverityName {
  INFO = 'info',
  WARNING = 'warning',
  ERROR = 'error',
  FATAL = 'fatal',
}
export enum GuidelineStatusName {
  EXHAUSTED = 'exhausted',
  NOT_EXHAUSTED = 'not-exhausted',
  NO_GUIDELINE = 'no-guideline',
  UNKNOWN = 'unknown',
}
export enum ConsentAnswerName {
  GIVEN = 'given',
  REFUSED = 'refused',
}
export enum PostponeReasonName {
  DATA_MISSING = 'data-missing',
  NO_QUORUM = 'no-quorum',
  TIME = 'time',
  SPECIALIST_ABSENT = 'specialist-absent',
  PATIENT_CONDITION = 'patient-condition',
  REFERRER_REQUEST = 'referrer-request',
}
/** GraphQL spells names without hyphens. */
export const RoleName = Object.fromEntries(
  roles.map((role) => [role.toUpperCase().replaceAll('-', '_'), role]),
) as Readonly<Record<string, Role>>;
registerEnumType(SeverityName, {
  name: 'IssueSeverity',
  description:
    'FATAL keeps a case from being referred, ERROR from the table of the board; the others are shown.',
});
registerEnumType(GuidelineStatusName, { name: 'GuidelineStatus', description: 'Of standard treatment.' });
registerEnumType(PostponeReasonName, { name: 'PostponeReason' });
registerEnumType(ConsentAnswerName, { name: 'ConsentAnswer' });
registerEnumType(RoleName, { name: 'Role' });

@ObjectType('CodedDiagnosis')
export class CodedDiagnosisType {
  @Field(() => String, { description: 'OncoTree code.' }) code!: string;
  @Field(() => String, { description: 'ICD-O-3, as C34.1.' }) topography!: string;
  @Field(() => String, { description: 'ICD-O-3, as 8140/3.' }) morphology!: string;
  @Field(() => Boolean, { description: 'The reason for the board; exactly one is.' }) isMain!: boolean;
}

@ObjectType('BoardConsent', { description: 'To being discussed by the board.' })
export class BoardConsentType {
  @Field(() => ConsentAnswerName) answer!: 'given' | 'refused';
  @Field(() => String, { description: 'ISO date.' }) on!: string;
}

@ObjectType('Referral')
export class ReferralType {
  @Field(() => String) reason!: string;
  @Field(() => String, { description: 'What is asked of the board.' }) question!: string;
  @Field(() => [CodedDiagnosisType]) diagnoses!: readonly CodedDiagnosis[];
  @Field(() => BoardConsentType, { nullable: true }) consent?: Referral['consent'];
  @Field(() => GuidelineStatusName, { nullable: true }) guidelineStatus?: GuidelineStatus;
  @Field(() => String, { nullable: true }) familyHistory?: string;
  @Field(() => Boolean, { nullable: true }) tissueAvailable?: boolean;
}

@ObjectType('CaseIssue', { description: 'Something the board needs and does not have.' })
export class CaseIssueType {
  @Field(() => SeverityName) severity!: Severity;
  @Field(() => String, { description: 'Where it belongs, as a JSON pointer.' }) path!: string;
  @Field(() => String) message!: string;
  @Field(() => RoleName, { description: 'Who owes it.' }) owner!: Issue['owner'];
}

@ObjectType('CaseTask', { description: 'Something that somebody owes a case.' })
export class CaseTaskType {
  @Field(() => ID) id!: string;
  @Field(() => String) title!: string;
  @Field(() => RoleName) owner!: TaskRecord['owner'];
  @Field(() => String, { nullable: true }) person?: string;
  @Field(() => String, { description: 'ISO date.' }) dueOn!: string;
  @Field(() => Boolean, { description: 'The case waits for it.' }) awaited!: boolean;
  @Field(() => Boolean) isDone!: boolean;
  @Field(() => String, { nullable: true }) doneBy?: string;
}

@ObjectType('CaseWork', { description: 'Where a case stands, and what it still needs.' })
export class CaseWorkType {
  @Field(() => CaseStateName) state!: CaseState;
  @Field(() => Int, { description: 'Each step names the one it was decided on.' }) version!: number;
  @Field(() => Int, { description: '1, and one more each time the case comes back.' }) presentation!: number;
  @Field(() => Boolean) urgent!: boolean;
  @Field(() => ReferralType, { nullable: true }) referral?: Referral;
  @Field(() => String, { nullable: true, description: 'Which tests are planned.' }) plan?: string;
  @Field(() => [CaseTaskType]) tasks!: CaseTaskType[];
  @Field(() => [String], { description: 'Findings proposed for the board to see.' })
  proposedFindings!: readonly string[];
  @Field(() => String, { nullable: true }) proposedBy?: string;
  @Field(() => String, { nullable: true }) reviewedBy?: string;
  @Field(() => ID, { nullable: true, description: 'Which the case is on.' }) meeting?: string;
  @Field(() => ID, { nullable: true, description: 'The case that this one was merged into.' })
  mergedInto?: string;
  @Field(() => [CaseIssueType], { description: 'The gravest first.' }) issues!: readonly Issue[];
  @Field(() => Float, { description: 'Share of what the board wants to know, 0 to 1.' })
  completeness!: number;
}

@ObjectType('CaseJournalEntry', { description: 'A step that was taken; it never changes.' })
export class CaseJournalEntryType {
  @Field(() => Int) version!: number;
  @Field(() => String, { description: 'As the command is called: refer, triage, sign.' }) step!: string;
  @Field(() => String) by!: string;
  @Field(() => String) role!: string;
  @Field(() => Date) at!: Date;
  @Field(() => String, { nullable: true }) reason?: string;
  @Field(() => String, { description: 'Hash of the facts that the step rested on.' }) snapshot!: string;
}

@ObjectType({ description: 'The step was not taken; nothing has changed.' })
export class CaseRefused {
  @Field(() => ProblemType) problem!: ProblemType;
}

export const CaseWorkResult = createUnionType({
  name: 'CaseWorkResult',
  types: () => [CaseType, CaseRefused] as const,
  resolveType: (value: object) => ('problem' in value ? CaseRefused : CaseType),
});

@InputType('CodedDiagnosisInput')
export class CodedDiagnosisInput implements CodedDiagnosis {
  @Field(() => String, { description: 'OncoTree code.' }) code!: string;
  @Field(() => String, { description: 'ICD-O-3, as C34.1.' }) topography!: string;
  @Field(() => String, { description: 'ICD-O-3, as 8140/3.' }) morphology!: string;
  @Field(() => Boolean, { defaultValue: false }) isMain!: boolean;
}

@InputType('BoardConsentInput')
export class BoardConsentInput {
  @Field(() => ConsentAnswerName) answer!: 'given' | 'refused';
  @Field(() => String, { description: 'ISO date.' }) on!: string;
}

@InputType('ReferralInput', { description: 'The whole referral: it takes the place of what was there.' })
export class ReferralInput {
  @Field(() => String) reason!: string;
  @Field(() => String) question!: string;
  @Field(() => [CodedDiagnosisInput]) diagnoses!: CodedDiagnosisInput[];
  @Field(() => BoardConsentInput, { nullable: true }) consent?: BoardConsentInput | null;
  @Field(() => GuidelineStatusName, { nullable: true }) guidelineStatus?: GuidelineStatus | null;
  @Field(() => String, { nullable: true }) familyHistory?: string | null;
  @Field(() => Boolean, { nullable: true }) tissueAvailable?: boolean | null;
}

@InputType('CaseTaskInput')
export class CaseTaskInput {
  @Field(() => ID, { description: 'Yours, and unique in the case.' }) id!: string;
  @Field(() => String) title!: string;
  @Field(() => RoleName) owner!: Role;
  @Field(() => String, { nullable: true }) person?: string | null;
  @Field(() => String, { description: 'ISO date.' }) dueOn!: string;
  @Field(() => Boolean, { defaultValue: false, description: 'The case waits for it.' }) awaited!: boolean;
}

export const readReferral = (input: ReferralInput): Referral => ({
  reason: input.reason,
  question: input.question,
  diagnoses: input.diagnoses.map(({ code, topography, morphology, isMain }) => ({
    code,
    topography,
    morphology,
    isMain,
  })),
  ...(input.consent == null ? {} : { consent: { answer: input.consent.answer, on: input.consent.on } }),
  ...(input.guidelineStatus == null ? {} : { guidelineStatus: input.guidelineStatus }),
  ...(input.familyHistory == null ? {} : { familyHistory: input.familyHistory }),
  ...(input.tissueAvailable == null ? {} : { tissueAvailable: input.tissueAvailable }),
});

export const presentWork = (record: CaseRecord, issues: readonly Issue[]): CaseWorkType => {
  const {
    state,
    version,
    presentation,
    urgent,
    referral,
    plan,
    tasks,
    proposal,
    reviewedBy,
    meeting,
    mergedInto,
  } = record;
  return {
    state,
    version,
    presentation,
    urgent,
    ...(referral === undefined ? {} : { referral }),
    ...(plan === undefined ? {} : { plan }),
    tasks: tasks.map(({ done, ...task }) => ({
      ...task,
      isDone: done !== undefined,
      ...(done === undefined ? {} : { doneBy: done.by }),
    })),
    proposedFindings: proposal?.findings ?? [],
    ...(proposal === undefined ? {} : { proposedBy: proposal.by }),
    ...(reviewedBy === undefined ? {} : { reviewedBy }),
    ...(meeting === undefined ? {} : { meeting }),
    ...(mergedInto === undefined ? {} : { mergedInto }),
    issues,
    completeness: completenessOf(issues),
  };
};

export const presentEntry = ({
  version,
  step,
  by,
  role,
  at,
  snapshot,
}: JournalEntry): CaseJournalEntryType => ({
  version,
  step: step.kind,
  by,
  role,
  at: new Date(at),
  ...('reason' in step ? { reason: step.reason } : {}),
  snapshot,
});
