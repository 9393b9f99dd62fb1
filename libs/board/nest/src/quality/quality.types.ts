import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { QualityFigures, Turnaround } from '@consilium/board-core';

@ObjectType('Turnaround', { description: 'How long a part of the way takes, in days.' })
export class TurnaroundType implements Turnaround {
  @Field(() => String) from!: string;
  @Field(() => String) to!: string;
  @Field(() => Int, { description: 'How many have gone it.' }) cases!: number;
  @Field(() => Float, { nullable: true }) median?: number;
  @Field(() => Float, { nullable: true, description: 'Nine in ten took no longer.' }) p90?: number;
}

@ObjectType('Counted')
export class CountedType {
  @Field(() => String) name!: string;
  @Field(() => Int) count!: number;
}

@ObjectType('LostCases', { description: 'Cases that did not come to a therapy, each with one cause.' })
export class LostCasesType {
  @Field(() => String) cause!: string;
  @Field(() => Int) count!: number;
  @Field(() => [ID]) caseIds!: readonly string[];
}

@ObjectType('DiscussionTime', { description: 'In minutes.' })
export class DiscussionTimeType {
  @Field(() => Float) median!: number;
  @Field(() => Float) p90!: number;
}

@ObjectType('QualityFigures', { description: 'Of the cases referred in a period, from what happened alone.' })
export class QualityFiguresType {
  @Field(() => Int) cases!: number;
  @Field(() => [TurnaroundType]) turnaround!: readonly TurnaroundType[];
  @Field(() => Int, { description: 'Times a case was put on the table with a quorum.' }) opened!: number;
  @Field(() => Float, { nullable: true, description: 'Of what the board wants to know, 0 to 1; the median.' })
  completeness?: number;
  @Field(() => DiscussionTimeType, { nullable: true }) discussion?: DiscussionTimeType;
  @Field(() => Int) postponed!: number;
  @Field(() => [CountedType]) postponedBecause!: CountedType[];
  @Field(() => Int, { description: 'Cases with a signature.' }) decided!: number;
  @Field(() => Int) withRecommendation!: number;
  @Field(() => [CountedType], { description: 'The best level of each case.' }) byLevel!: CountedType[];
  @Field(() => Int, { description: 'Cases in which a recommended therapy was begun.' }) treated!: number;
  @Field(() => [LostCasesType]) lost!: LostCasesType[];
}

const counted = (counts: Readonly<Partial<Record<string, number>>>): CountedType[] =>
  Object.entries(counts)
    .map(([name, count = 0]) => ({ name, count }))
    .sort((a, b) => b.count - a.count);

export const presentFigures = ({
  postponed,
  byLevel,
  lost,
  ...figures
}: QualityFigures): QualityFiguresType => ({
  ...figures,
  postponed: postponed.times,
  postponedBecause: counted(postponed.because),
  byLevel: counted(byLevel),
  lost: Object.entries(lost)
    .map(([cause, caseIds]) => ({ cause, count: caseIds.length, caseIds }))
    .sort((a, b) => b.count - a.count),
});
