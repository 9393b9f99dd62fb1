import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('KnowledgeRelease', {
  description: 'An immutable set of statements, known by the hash of its content.',
})
export class KnowledgeReleaseType {
  @Field(() => ID)
  contentHash!: string;
  @Field()
  name!: string;
  @Field({ description: "Whose statements: consilium for the product's own." })
  source!: string;
  @Field()
  publishedOn!: string;
  @Field(() => Int)
  statements!: number;
  @Field()
  active!: boolean;
  @Field(() => GraphQLISODateTime)
  storedAt!: Date;
}

@ObjectType('KnowledgeChange')
export class KnowledgeChangeType {
  @Field(() => ID)
  id!: string;
  @Field(() => [String], { description: 'Members that differ.' })
  members!: string[];
}

@ObjectType('KnowledgeComparison', {
  description: 'What another release says anew, no longer and differently.',
})
export class KnowledgeComparisonType {
  @Field(() => [ID])
  added!: string[];
  @Field(() => [ID])
  removed!: string[];
  @Field(() => [KnowledgeChangeType])
  changed!: KnowledgeChangeType[];
  @Field(() => Int)
  unchanged!: number;
  @Field(() => [String])
  otherParts!: string[];
}
