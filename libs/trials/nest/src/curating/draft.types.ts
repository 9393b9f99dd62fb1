import {
  createUnionType,
  Field,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';
import type { DraftCheck, DraftState, TrialDraft } from '@consilium/trials-core';
import { ProblemType } from '@consilium/platform-graphql';
import type { VersionCause } from './draft.store.js';

export enum TrialDraftStateName {
  DRAFT = 'draft',
  IN_REVIEW = 'in-review',
  APPROVED = 'approved',
  REJECTED = 'rejected',
  PUBLISHED = 'published',
}
registerEnumType(TrialDraftStateName, { name: 'TrialDraftState' });

export enum TrialDraftDecisionName {
  APPROVED = 'approved',
  REJECTED = 'rejected',
}
registerEnumType(TrialDraftDecisionName, { name: 'TrialDraftDecision' });

const verdictWords = 'eligible, possible or not-eligible.';

@ObjectType('ExpectedVerdict')
export class ExpectedVerdictType {
  @Field(() => String) arm!: string;
  @Field(() => String, { nullable: true }) cohort?: string;
  @Field(() => String, { description: verdictWords }) verdict!: string;
}

@ObjectType('TrialExample', {
  description: 'An invented patient, and where the trial has to put them. Never the data of a real patient.',
})
export class TrialExampleType {
  @Field(() => String) name!: string;
  @Field(() => String, { description: 'ISO date of the day asked about.' }) on!: string;
  @Field(() => String, { description: 'JSON with `facts` and `profiles`.' }) record!: string;
  @Field(() => [ExpectedVerdictType]) expected!: readonly ExpectedVerdictType[];
}

@ObjectType('UnstructuredCriterion', {
  description: 'A criterion that is still text: allowed, and always answered unknown.',
})
export class UnstructuredCriterionType {
  @Field(() => String, { description: "JSON pointer into the draft's document." }) place!: string;
  @Field(() => String) text!: string;
  @Field(() => String, { description: 'inclusion, exclusion or not-stated.' }) list!: string;
}

@ObjectType('CriterionProposal', {
  description:
    'What an assistant offered for a criterion. It is in the document only once a person accepts it.',
})
export class CriterionProposalType {
  @Field(() => ID) id!: string;
  @Field(() => String) place!: string;
  @Field(() => String) text!: string;
  @Field(() => String, { description: 'The words of the text that it rests on.' }) quote!: string;
  @Field(() => String, { nullable: true, description: 'JSON of the criterion, where it passed its check.' })
  criterion?: string;
  @Field(() => String, { nullable: true, description: 'Why it did not pass its check.' }) refused?: string;
  @Field(() => String) model!: string;
  @Field(() => String) askedBy!: string;
  @Field(() => String) askedAt!: string;
  @Field(() => String, { nullable: true }) acceptedBy?: string;
}

@ObjectType('TrialDraftVersion', { description: 'A draft as it once stood; nothing that was saved is lost.' })
export class TrialDraftVersionType {
  @Field(() => Int) version!: number;
  @Field(() => String, { description: 'saved, imported, examples or proposal.' }) cause!: VersionCause;
  @Field(() => String) document!: string;
  @Field(() => String) by!: string;
  @Field(() => GraphQLISODateTime) at!: Date;
}

@ObjectType('TrialDraftSummary')
export class TrialDraftSummaryType {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true, description: 'Id of the trial, where the document can be read.' })
  trial!: string | null;
  @Field(() => String, { nullable: true }) title!: string | null;
  @Field(() => Int) version!: number;
  @Field(() => TrialDraftStateName) state!: DraftState;
  @Field(() => Int, { description: 'As of the last change.' }) problemCount!: number;
  @Field(() => Int, { description: 'Criteria that are still text.' }) unstructuredCount!: number;
  @Field(() => Int) exampleCount!: number;
  @Field(() => [String]) authors!: readonly string[];
  @Field(() => GraphQLISODateTime) changedAt!: Date;
}

@ObjectType('TrialDraft', {
  description:
    'A trial while curators work at it; the whole installation sees it. It holds no data of any patient: its examples are invented patients.',
})
export class TrialDraftType {
  @Field(() => ID) id!: string;
  @Field(() => Int, { description: 'Counts every change; give it back as expectedVersion.' })
  version!: number;
  @Field(() => TrialDraftStateName) state!: DraftState;
  @Field(() => String, { description: 'YAML or JSON as it was last saved.' }) document!: string;
  @Field(() => String, { nullable: true, description: 'Id of the trial, where there is one.' })
  trial?: string;
  @Field(() => String, { nullable: true }) title?: string;
  @Field(() => [ProblemType], { description: 'What keeps the document from being a trial, by place.' })
  problems!: readonly ProblemType[];
  @Field(() => [UnstructuredCriterionType]) unstructured!: readonly UnstructuredCriterionType[];
  @Field(() => [TrialExampleType]) examples!: readonly TrialExampleType[];
  @Field(() => [CriterionProposalType]) proposals!: readonly CriterionProposalType[];
  @Field(() => [String], { description: 'Who changed it; none of them can review it.' })
  authors!: readonly string[];
  @Field(() => String, { nullable: true }) submittedBy?: string;
  @Field(() => String, { nullable: true }) submittedAt?: string;
  @Field(() => TrialDraftDecisionName, { nullable: true }) decision?: 'approved' | 'rejected';
  @Field(() => String, { nullable: true }) reviewedBy?: string;
  @Field(() => String, { nullable: true }) reviewedAt?: string;
  @Field(() => String, { nullable: true }) reviewReason?: string;
  @Field(() => ID, { nullable: true, description: 'Hash of the release it was last published with.' })
  publishedIn?: string;
}

export function presentDraft(
  draft: TrialDraft,
  { trial, problems, unstructured }: DraftCheck,
): TrialDraftType {
  const { review, submitted } = draft;
  return Object.assign(new TrialDraftType(), {
    id: draft.id,
    version: draft.version,
    state: draft.state,
    document: draft.text,
    ...(trial === undefined ? {} : { trial: trial.id, title: trial.title }),
    problems,
    unstructured,
    examples: draft.examples.map(({ record: { facts, profiles }, ...example }) => ({
      ...example,
      record: JSON.stringify({ ...(facts === undefined ? {} : { facts }), profiles }),
    })),
    proposals: draft.proposals.map(presentProposal),
    authors: draft.authors,
    ...(submitted === undefined ? {} : { submittedBy: submitted.by, submittedAt: submitted.at }),
    ...(review === undefined
      ? {}
      : {
          decision: review.decision,
          reviewedBy: review.by,
          reviewedAt: review.at,
          ...(review.reason === undefined ? {} : { reviewReason: review.reason }),
        }),
    ...(draft.publishedIn === undefined ? {} : { publishedIn: draft.publishedIn }),
  });
}

export function presentProposal({
  criterion,
  accepted,
  ...proposal
}: TrialDraft['proposals'][number]): CriterionProposalType {
  return {
    ...proposal,
    ...(criterion === undefined ? {} : { criterion: JSON.stringify(criterion) }),
    ...(accepted === undefined ? {} : { acceptedBy: accepted.by }),
  };
}

@InputType()
export class SaveTrialDraftInput {
  @Field(() => ID, { nullable: true, description: 'Absent: a new draft.' }) id?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The version your change rests on; another one is refused, and nothing is overwritten.',
  })
  expectedVersion?: number | null;
  @Field(() => String, { description: 'YAML or JSON of the trial; kept even where it has problems.' })
  document!: string;
}

@InputType()
export class ExpectedVerdictInput {
  @Field(() => String) arm!: string;
  @Field(() => String, { nullable: true, description: 'Absent for an arm without cohorts.' })
  cohort?: string | null;
  @Field(() => String, { description: verdictWords }) verdict!: string;
}

@InputType({ description: 'An invented patient. Data of a real patient are never entered here.' })
export class TrialExampleInput {
  @Field(() => String) name!: string;
  @Field(() => String, { description: 'ISO date of the day asked about.' }) on!: string;
  @Field(() => String, {
    description:
      'YAML or JSON with `facts` (clinical facts) and `profiles` (molecular profiles), either or both. Patient and hospital are left out; what a report needs beside diagnosis, assay and findings is filled in.',
  })
  record!: string;
  @Field(() => [ExpectedVerdictInput]) expected!: ExpectedVerdictInput[];
}

@InputType()
export class SaveDraftExamplesInput {
  @Field(() => ID) id!: string;
  @Field(() => Int, { nullable: true }) expectedVersion?: number | null;
  @Field(() => [TrialExampleInput], { description: 'All of them: they take the place of those there were.' })
  examples!: TrialExampleInput[];
}

@ObjectType()
export class TrialDraftRefused {
  @Field(() => [ProblemType]) problems!: readonly ProblemType[];
}

export const TrialDraftResult = createUnionType({
  name: 'TrialDraftResult',
  types: () => [TrialDraftType, TrialDraftRefused] as const,
});

@ObjectType('CriterionProposals')
export class CriterionProposalsType {
  @Field(() => [CriterionProposalType]) proposals!: readonly CriterionProposalType[];
}

export const CriterionProposalsResult = createUnionType({
  name: 'CriterionProposalsResult',
  types: () => [CriterionProposalsType, TrialDraftRefused] as const,
});
