import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PageInfo } from '@consilium/platform-graphql';
import { CaseType } from '../case.types.js';
import { RoleName } from '../casework/casework.types.js';
import type { StandingReminder } from './reminder.store.js';

export enum ReminderLevelName {
  DUE = 'due',
  OVERDUE = 'overdue',
}
registerEnumType(ReminderLevelName, {
  name: 'ReminderLevel',
  description:
    'DUE: three quarters of the time are over, or its day has come. OVERDUE: others are told besides.',
});

@ObjectType('Reminder')
export class ReminderType {
  @Field(() => ID) caseId!: string;
  @Field(() => String, {
    description: 'A state (referred, signed …), decision, task:<id>, or follow-up:<weeks>.',
  })
  timer!: string;
  @Field(() => ReminderLevelName) level!: StandingReminder['level'];
  @Field(() => [RoleName]) owners!: StandingReminder['owners'];
  @Field(() => Date, { description: 'Since when it stands.' }) at!: Date;
}

@ObjectType()
export class CaseReminder extends ReminderType {
  @Field(() => CaseType) case!: CaseType;
}

@ObjectType()
export class ReminderPage {
  @Field(() => [CaseReminder]) nodes!: CaseReminder[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}
