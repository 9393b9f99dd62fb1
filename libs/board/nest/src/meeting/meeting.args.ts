import { ArgsType, Field, ID, Int } from '@nestjs/graphql';

@ArgsType()
export class MeetingStepArgs {
  @Field(() => ID) meeting!: string;
  @Field(() => Int, { description: 'The version that the step was decided on.' }) expectedVersion!: number;
}

@ArgsType()
export class ReasonedMeetingArgs extends MeetingStepArgs {
  @Field(() => String) reason!: string;
}
