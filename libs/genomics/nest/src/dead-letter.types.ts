import { createUnionType, Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ProblemType } from '@consilium/platform-graphql';
import type { DeadLetter, DeadLetterState } from '@consilium/platform-messaging';

export enum DeadLetterStateName {
  OPEN = 'open',
  REPLAYED = 'replayed',
  DISMISSED = 'dismissed',
}
registerEnumType(DeadLetterStateName, { name: 'DeadLetterState' });

@ObjectType('DeadLetter', { description: 'A message that could not be taken, whole, with its reasons.' })
export class DeadLetterType {
  @Field(() => ID) id!: string;
  @Field(() => String) consumer!: string;
  @Field(() => String) topic!: string;
  @Field(() => String, { nullable: true }) eventId?: string | undefined;
  @Field(() => String, { nullable: true, description: 'Empty where the message does not tell.' }) hospital?:
    string | undefined;
  @Field(() => DeadLetterStateName) state!: DeadLetterState;
  @Field(() => Date) receivedAt!: Date;
  @Field(() => [ProblemType]) problems!: ProblemType[];
  @Field(() => String, { description: 'The message as it came; base64 where it is not UTF-8 text.' })
  body!: string;
}

export function presentDeadLetter(letter: DeadLetter): DeadLetterType {
  const text = letter.message.body.toString('utf8');
  return {
    id: letter.id,
    consumer: letter.consumer,
    topic: letter.message.topic,
    eventId: letter.eventId,
    hospital: letter.hospital,
    state: letter.state,
    receivedAt: letter.receivedAt,
    problems: [...letter.problems],
    body: text.includes('\uFFFD') ? letter.message.body.toString('base64') : text,
  };
}

@ObjectType()
export class DeadLetterReplayed {
  @Field(() => ID) id!: string;
}

@ObjectType({ description: 'The message was refused again; the letter stays open.' })
export class DeadLetterRefusedAgain {
  @Field(() => ID) id!: string;
  @Field(() => [ProblemType]) problems!: ProblemType[];
}

@ObjectType({ description: 'There is no open letter with this id that you may see.' })
export class DeadLetterNotOpen {
  @Field(() => ID) id!: string;
}

export const ReplayDeadLetterResult = createUnionType({
  name: 'ReplayDeadLetterResult',
  types: () => [DeadLetterReplayed, DeadLetterRefusedAgain, DeadLetterNotOpen] as const,
});
