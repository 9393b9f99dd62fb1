import { ArgsType, createUnionType, Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ProblemType } from '@consilium/platform-graphql';
import { personHolder } from '@consilium/platform-identity';
import { isBoard, type Care, type CareKind } from './care.js';

export enum CareKindName {
  TREATING = 'treating',
  GRANTED = 'granted',
  AGENDA = 'agenda',
  ATTENDANCE = 'attendance',
  EMERGENCY = 'emergency',
}
registerEnumType(CareKindName, {
  name: 'AccessKind',
  valuesMap: {
    TREATING: { description: 'They treat the patient.' },
    GRANTED: { description: 'Somebody who may gave it.' },
    AGENDA: { description: "The patient's case is on the agenda of a board." },
    ATTENDANCE: { description: 'They took part in a meeting that discussed the patient.' },
    EMERGENCY: { description: 'They took it themselves, for a few hours, with a reason.' },
  },
});

@ObjectType('PatientAccess', {
  description: 'Why somebody sees a patient who does not work for all patients of the hospital.',
})
export class PatientAccessType {
  @Field(() => ID) id!: string;
  @Field(() => String) hospital!: string;
  @Field(() => String) patient!: string;
  @Field(() => CareKindName) kind!: CareKind;
  @Field(() => String, { nullable: true, description: 'Null: whoever sits on the boards of the hospital.' })
  person?: string;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => String) begunBy!: string;
  @Field(() => Date) begunAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When it ends by itself.' }) until!: Date | null;
  @Field(() => String, { nullable: true }) endedBy!: string | null;
  @Field(() => Date, { nullable: true }) endedAt!: Date | null;
  @Field(() => String, { nullable: true }) endReason!: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'What the review of access in an emergency came to; null: not reviewed.',
  })
  justified!: boolean | null;
  @Field(() => String, { nullable: true }) reviewedBy!: string | null;
  @Field(() => Date, { nullable: true }) reviewedAt!: Date | null;
  @Field(() => String, { nullable: true }) reviewNote!: string | null;
}

@ArgsType()
export class GrantArgs {
  @Field(() => String) hospital!: string;
  @Field(() => String) patient!: string;
  @Field(() => String, { description: 'As the sign-in names them.' }) person!: string;
  @Field(() => String) reason!: string;
  @Field(() => String, { nullable: true, description: 'ISO date; absent: 90 days.' }) until?: string | null;
}

@ObjectType({ description: 'Nothing has changed.' })
export class AccessRefused {
  @Field(() => ProblemType) problem!: ProblemType;
}

export const AccessResult = createUnionType({
  name: 'AccessResult',
  types: () => [PatientAccessType, AccessRefused] as const,
  resolveType: (value: object) => ('problem' in value ? AccessRefused : PatientAccessType),
});

export const presentCare = ({ holder, ...care }: Care): PatientAccessType => ({
  ...care,
  ...(isBoard({ holder }) ? {} : { person: holder.slice(personHolder('').length) }),
});
