import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('Problem', { description: 'What is wrong with an input, so that its sender can mend it.' })
export class ProblemType {
  @Field(() => String) code!: string;
  @Field(() => String, { description: 'A JSON pointer, or a file with line and column.' }) place!: string;
  @Field(() => String) message!: string;
  @Field(() => String) remedy!: string;
}
