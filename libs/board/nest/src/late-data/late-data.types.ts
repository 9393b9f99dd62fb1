import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Difference } from '@consilium/board-core';

export enum DifferenceAboutName {
  REPORT = 'report',
  MEANING = 'meaning',
  SAFETY = 'safety',
  TRIAL = 'trial',
}
registerEnumType(DifferenceAboutName, { name: 'DifferenceAbout' });

@ObjectType('LateDatum', { description: 'What came after the board had looked, and was not dealt with.' })
export class LateDatumType {
  @Field(() => ID, { description: 'What brought it; settleLateData names it.' }) source!: string;
  @Field(() => String) what!: string;
  @Field(() => Date) at!: Date;
}

@ObjectType('LateDifference', { description: 'What would be different if the board looked today.' })
export class LateDifferenceType {
  @Field(() => DifferenceAboutName) about!: Difference['about'];
  @Field(() => ID, { nullable: true, description: 'The item it concerns.' }) item?: string;
  @Field(() => String) text!: string;
  @Field(() => [String], { description: 'What has changed since that may be why.' })
  because!: readonly string[];
}
