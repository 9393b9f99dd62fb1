import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import type { Principal } from '@consilium/platform-identity';
import type { OnCase } from './case-steps.js';

@ArgsType()
export class StepArgs {
  @Field(() => ID) case!: string;
  @Field(() => Int, { description: 'The version of the work that the step was decided on.' })
  expectedVersion!: number;
}

@ArgsType()
export class ReasonedStepArgs extends StepArgs {
  @Field(() => String) reason!: string;
}

export const onCase = (asker: Principal, { case: caseId, expectedVersion }: StepArgs): OnCase => ({
  asker,
  caseId,
  expectedVersion,
});
