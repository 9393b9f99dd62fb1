import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { NextStep, ProfileInterpretation } from '@consilium/interpretation-core';

@ObjectType('HereditaryStep')
class HereditaryStepType {
  @Field(() => String, {
    description: 'counselling, confirmatory-test, cascade-testing, surveillance, prevention or treatment.',
  })
  kind!: string;
  @Field(() => String) text!: string;
  @Field(() => String, { nullable: true }) source?: string;
  @Field(() => Boolean) unverified!: boolean;
  @Field(() => Boolean, { description: 'Guideline content that each hospital sets for itself.' })
  locallyConfigured!: boolean;
}

@ObjectType('GermlineFinding', { description: 'Found in the germline by the laboratory.' })
class GermlineFindingType {
  @Field(() => String) gene!: string;
  @Field(() => String) variant!: string;
  @Field(() => Int) index!: number;
  @Field(() => String, { description: 'ACMG class as reported.' }) acmg!: string;
  @Field(() => String, { nullable: true }) condition?: string;
  @Field(() => String) sentence!: string;
  @Field(() => [HereditaryStepType]) nextSteps!: HereditaryStepType[];
}

@ObjectType('GermlineFlag', {
  description: 'A finding of the tumour that may be inherited. Never a diagnosis.',
})
class GermlineFlagType {
  @Field(() => String) gene!: string;
  @Field(() => String) variant!: string;
  @Field(() => Int) index!: number;
  @Field(() => String) condition!: string;
  @Field(() => String, { description: 'raised or undecided.' }) state!: string;
  @Field(() => String) sentence!: string;
  @Field(() => [String]) reasons!: readonly string[];
  @Field(() => [String]) settledBy!: readonly string[];
  @Field(() => [HereditaryStepType]) nextSteps!: HereditaryStepType[];
  @Field(() => Boolean) unverified!: boolean;
}

@ObjectType('Hereditary', { description: 'Germline findings by consent, and flags from the tumour.' })
export class HereditaryType {
  @Field(() => String, { description: 'given, refused or not-stated.' }) consent!: string;
  @Field(() => String) sentence!: string;
  @Field(() => [GermlineFindingType]) findings!: GermlineFindingType[];
  @Field(() => [String], { description: 'Copy number and structural changes of the germline.' })
  otherAlterations!: readonly string[];
  @Field(() => Boolean, { description: 'By a flag, or by the family history alone.' }) offerTest!: boolean;
  @Field(() => [GermlineFlagType]) flags!: GermlineFlagType[];
  @Field(() => [String], { description: 'No flag is not no risk.' }) remarks!: readonly string[];
}

export const presentHereditary = ({
  consent,
  sentence,
  findings,
  otherAlterations,
  suspicion,
}: NonNullable<ProfileInterpretation['hereditary']>): HereditaryType => ({
  consent,
  sentence,
  otherAlterations,
  offerTest: suspicion.offerTest,
  findings: findings.map((one) => ({ ...one, nextSteps: one.nextSteps.map(presentStep) })),
  // Who does not wish to know is not told what the tumour suggests either.
  flags:
    consent === 'refused'
      ? []
      : suspicion.flags.map((one) => ({ ...one, nextSteps: one.nextSteps.map(presentStep) })),
  remarks: suspicion.remarks,
});

const presentStep = ({ source, ...step }: NextStep): HereditaryStepType => ({
  ...step,
  ...(source === undefined ? {} : { source: `${source.name}, ${source.date}` }),
});
