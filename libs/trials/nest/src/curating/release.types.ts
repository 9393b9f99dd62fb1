import { createUnionType, Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { ProblemType } from '@consilium/platform-graphql';

@ObjectType('TrialsRelease', { description: 'An immutable set of trials, known by the hash of its content.' })
export class TrialsReleaseType {
  @Field(() => ID) contentHash!: string;
  @Field(() => String) name!: string;
  @Field(() => String, {
    description: "Whose set: consilium for the product's own, local for what this installation has curated.",
  })
  source!: string;
  @Field(() => String) title!: string;
  @Field(() => String) publishedOn!: string;
  @Field(() => Int) trials!: number;
  @Field(() => Boolean) active!: boolean;
  @Field(() => GraphQLISODateTime) storedAt!: Date;
}

@ObjectType('ChangedTrial')
export class ChangedTrialType {
  @Field(() => ID) id!: string;
  @Field(() => [String], { description: 'For instance status, or arms/A/cohorts/2/eligibility.' })
  parts!: readonly string[];
}

@ObjectType('TrialsComparison', {
  description: 'What another release of trials says anew, no longer and differently.',
})
export class TrialsComparisonType {
  @Field(() => [ID]) added!: readonly string[];
  @Field(() => [ID]) removed!: readonly string[];
  @Field(() => [ChangedTrialType]) changed!: readonly ChangedTrialType[];
  @Field(() => Int) unchanged!: number;
}

@ObjectType()
export class TrialsReleaseRefused {
  @Field(() => [ProblemType]) problems!: readonly ProblemType[];
}

export const TrialsReleaseResult = createUnionType({
  name: 'TrialsReleaseResult',
  types: () => [TrialsReleaseType, TrialsReleaseRefused] as const,
});
