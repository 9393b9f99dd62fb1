import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ProblemType } from '@consilium/platform-graphql';

@ObjectType('FunnelStep', { description: 'One criterion, over all patients asked.' })
export class FunnelStepType {
  @Field(() => String) criterion!: string;
  @Field(() => String, { nullable: true, description: "The source's words." }) text?: string;
  @Field(() => Int) met!: number;
  @Field(() => Int) notMet!: number;
  @Field(() => Int) unknown!: number;
  @Field(() => Int, { description: 'Ruled out here and not before.' }) lost!: number;
  @Field(() => Int, { description: 'Neither ruled out before nor here.' }) left!: number;
  @Field(() => Int, { description: 'Ruled out by this alone: what leaving it out would bring back.' })
  lostOnlyHere!: number;
}

@ObjectType('CohortFeasibility')
export class CohortFeasibilityType {
  @Field(() => ID) arm!: string;
  @Field(() => ID, { nullable: true }) cohort?: string;
  @Field(() => Int, { description: 'Patients asked; who has died is not.' }) asked!: number;
  @Field(() => Int) eligible!: number;
  @Field(() => Int) possible!: number;
  @Field(() => Int) notEligible!: number;
  @Field(() => [FunnelStepType], { description: "In the protocol's order." })
  steps!: readonly FunnelStepType[];
}

@ObjectType('Feasibility', {
  description: 'How many of your patients could take part, and where others are lost.',
})
export class FeasibilityType {
  @Field(() => ID) trial!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { description: 'ISO date.' }) on!: string;
  @Field(() => [CohortFeasibilityType]) cohorts!: readonly CohortFeasibilityType[];
}

@ObjectType({ description: 'The protocol cannot be read; nothing was counted.' })
export class FeasibilityRefused {
  @Field(() => [ProblemType]) problems!: readonly ProblemType[];
}

export const FeasibilityResult = createUnionType({
  name: 'FeasibilityResult',
  types: () => [FeasibilityType, FeasibilityRefused] as const,
  resolveType: (value) => ('problems' in value ? FeasibilityRefused : FeasibilityType),
});
