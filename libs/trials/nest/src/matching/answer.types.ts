import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Answer } from '@consilium/clinical';
import type { Change, CriterionAnswer, Effort, Question } from '@consilium/trials-core';

export enum AnswerName {
  MET = 'met',
  NOT_MET = 'not-met',
  UNKNOWN = 'unknown',
}
export enum EffortName {
  WAIT = 'wait',
  ASK = 'ask',
  LAB = 'lab',
  IMAGING = 'imaging',
  STAIN = 'stain',
  PANEL = 'panel',
  BIOPSY = 'biopsy',
  CURATE = 'curate',
}
export enum ChangeKindName {
  ON_DATE = 'on-date',
  POSSIBLE = 'possible',
  FIXED = 'fixed',
}
registerEnumType(AnswerName, { name: 'CriterionAnswerName' });
registerEnumType(EffortName, {
  name: 'Effort',
  description: 'How hard it is to learn something. CURATE: somebody has to put the text into the language.',
});
registerEnumType(ChangeKindName, {
  name: 'ChangeKind',
  description: 'Passes by itself on a day; may change with time or treatment; cannot change.',
});

@ObjectType('OpenQuestion', { description: 'Something not known that would settle an answer.' })
export class QuestionType {
  @Field(() => ID, { description: 'The same wherever it is asked.' }) key!: string;
  @Field(() => EffortName) effort!: Effort;
  @Field(() => String) text!: string;
  @Field(() => String, {
    nullable: true,
    description: 'pending (do not order it again), failed or not-tested.',
  })
  state?: string;
  @Field(() => String, { nullable: true, description: 'ISO date on which time itself answers it.' })
  on?: string;
}

@ObjectType('UsedFact', { description: 'One thing an answer rests on.' })
export class UsedFactType {
  @Field(() => String) text!: string;
  @Field(() => String, { nullable: true }) value?: string;
  @Field(() => String, { nullable: true, description: 'ISO date.' }) on?: string;
  @Field(() => String, { nullable: true }) source?: string;
}

@ObjectType('CriterionAnswer', {
  description: 'One node of a criterion tree with its answer. Nodes come in the order of the tree.',
})
export class CriterionAnswerType {
  @Field(() => ID, { description: 'Its own id, or its place in the tree.' }) id!: string;
  @Field(() => Int, { description: '0 for what must hold by itself; what is under it is deeper.' })
  depth!: number;
  @Field(() => String, { description: 'all, any, not, atLeast, or what is asked about.' }) kind!: string;
  @Field(() => AnswerName) answer!: Answer;
  @Field(() => String, { nullable: true, description: "The source's words." }) text?: string;
  @Field(() => String, { nullable: true, description: 'What is asked, in the words of the product.' })
  asks?: string;
  @Field(() => [UsedFactType]) facts!: readonly UsedFactType[];
  @Field(() => [QuestionType], { description: 'What together would settle an unknown answer.' })
  missing!: readonly QuestionType[];
  @Field(() => ChangeKindName, { nullable: true }) change?: Change['kind'];
  @Field(() => String, { nullable: true, description: 'ISO date from which it is otherwise.' }) from?: string;
  @Field(() => String, { nullable: true, description: 'How it may change.' }) how?: string;
  @Field(() => String, {
    nullable: true,
    description: 'ISO date: last day on which the answer is sure to stand while no fact changes.',
  })
  holdsUntil?: string;
}

/** A tree as lines, each with its depth: a query can ask for a tree of any depth so. */
export const presentAnswers = (answers: readonly CriterionAnswer[], depth = 0): CriterionAnswerType[] =>
  answers.flatMap((answer) => [presentAnswer(answer, depth), ...presentAnswers(answer.parts, depth + 1)]);

export function presentAnswer({ change, ...answer }: CriterionAnswer, depth: number): CriterionAnswerType {
  return {
    ...answer,
    depth,
    ...(change === undefined ? {} : { change: change.kind }),
    ...(change?.kind === 'on-date' ? { from: change.from } : {}),
    ...(change?.kind === 'possible' ? { how: change.how } : {}),
  };
}

/** For lists that GraphQL may change. */
export const presentQuestions = (questions: readonly Question[]): QuestionType[] => [...questions];
