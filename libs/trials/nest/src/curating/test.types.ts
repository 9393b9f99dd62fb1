import { createUnionType, Field, Int, ObjectType } from '@nestjs/graphql';
import type { DraftCheck, ExampleOutcome } from '@consilium/trials-core';
import { TrialDraftRefused, UnstructuredCriterionType } from './draft.types.js';

@ObjectType('DecidingAnswer', { description: 'A criterion whose answer made the verdict.' })
export class DecidingAnswerType {
  @Field(() => String, { description: "JSON pointer into the draft's document." }) place!: string;
  @Field(() => String, { description: 'met, not-met or unknown.' }) answer!: string;
  @Field(() => String) text!: string;
  @Field(() => [String], { description: 'What is known and was used.' }) facts!: readonly string[];
  @Field(() => [String], { description: 'What would settle it.' }) missing!: readonly string[];
}

@ObjectType('ExpectedOutcome')
export class ExpectedOutcomeType {
  @Field(() => String) arm!: string;
  @Field(() => String, { nullable: true }) cohort?: string;
  @Field(() => String) expected!: string;
  @Field(() => String, { nullable: true, description: 'Empty where the trial has no such arm or cohort.' })
  actual?: string;
  @Field(() => [DecidingAnswerType], { description: 'Where it differs: what made the difference.' })
  deciding!: readonly DecidingAnswerType[];
}

@ObjectType('ExampleOutcome')
export class ExampleOutcomeType {
  @Field(() => String) name!: string;
  @Field(() => String) on!: string;
  @Field(() => Boolean) asExpected!: boolean;
  @Field(() => [ExpectedOutcomeType]) cohorts!: readonly ExpectedOutcomeType[];
}

@ObjectType('TrialDraftTest', { description: 'A draft against its example patients.' })
export class TrialDraftTestType {
  @Field(() => Boolean, { description: 'False also where there is no example.' }) asExpected!: boolean;
  @Field(() => Int) version!: number;
  @Field(() => [ExampleOutcomeType]) examples!: readonly ExampleOutcomeType[];
  @Field(() => [UnstructuredCriterionType], { description: 'Still text; each answers unknown.' })
  unstructured!: readonly UnstructuredCriterionType[];
}

export const TrialDraftTestResult = createUnionType({
  name: 'TrialDraftTestResult',
  types: () => [TrialDraftTestType, TrialDraftRefused] as const,
});

export const presentTest = (
  version: number,
  { unstructured }: DraftCheck,
  outcomes: readonly ExampleOutcome[],
): TrialDraftTestType =>
  Object.assign(new TrialDraftTestType(), {
    asExpected: outcomes.length > 0 && outcomes.every((one) => one.asExpected),
    version,
    unstructured,
    examples: outcomes.map(({ cohorts, ...example }) => ({
      ...example,
      cohorts: cohorts.map(({ deciding, ...cohort }) => ({
        ...cohort,
        deciding: deciding.map(({ facts, missing, ...answer }) => ({
          ...answer,
          facts: facts.map(({ text, value }) => (value === undefined ? text : `${text}: ${value}`)),
          missing: missing.map(({ text }) => text),
        })),
      })),
    })),
  });
