import {
  ArgsType,
  createUnionType,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';
import { PageInfo, ProblemType } from '@consilium/platform-graphql';
import type { Problem } from '@consilium/kernel';
import type { LineState, LineStep } from '@consilium/trials-core';
import { VerdictName } from '../matching/match.types.js';
import type { LineChange, StoredLine, StoredStep } from './line.store.js';
import type { Reservation } from './place.store.js';

export enum LineStateName {
  NEW = 'new',
  CONTACTED = 'contacted',
  SCREENING = 'screening',
  CONSENTED = 'consented',
  ENROLLED = 'enrolled',
  SCREEN_FAILED = 'screen-failed',
  DECLINED = 'declined',
}
export enum LineChangeName {
  NEW = 'new',
  MOVED = 'moved',
  COHORTS = 'cohorts',
  LOST = 'lost',
}
export enum ReservationStateName {
  HELD = 'held',
  TAKEN = 'taken',
  RELEASED = 'released',
}
registerEnumType(LineStateName, { name: 'WorklistState' });
registerEnumType(LineChangeName, {
  name: 'MatchChange',
  description: 'The match is new; its verdict moved; other cohorts fit; none fits any more.',
});
registerEnumType(ReservationStateName, { name: 'PlaceState' });

@ObjectType('WorklistLine', { description: 'One patient and one trial that fits or fitted.' })
export class WorklistLineType {
  @Field(() => ID) id!: string;
  @Field(() => String) hospital!: string;
  @Field(() => String, { description: 'Pseudonym.' }) patient!: string;
  @Field(() => LineStateName) state!: LineState;
  @Field(() => Int, { description: 'Each step names the version it was decided on.' }) version!: number;
  @Field(() => VerdictName, {
    nullable: true,
    description: 'Of the nearest cohort now; null: no match any more.',
  })
  verdict!: 'eligible' | 'possible' | null;
  @Field(() => LineChangeName, { description: 'What changed last in the matches.' }) change!: LineChange;
  @Field(() => Date) changedAt!: Date;
  @Field(() => String, { nullable: true, description: 'Who looks after it.' }) assignee!: string | null;
  @Field(() => String, { nullable: true, description: 'ISO date.' }) consentedOn?: string;
  @Field(() => String, { nullable: true, description: 'Not met at screening.' }) failedCriterion?: string;
  trialId!: string;
}

@ObjectType('WorklistStep')
export class WorklistStepType {
  @Field(() => Int) version!: number;
  @Field(() => LineStateName) state!: LineState;
  @Field(() => String) by!: string;
  @Field(() => Date) at!: Date;
  @Field(() => String, { nullable: true, description: 'ISO date of consent or enrolment.' }) on?: string;
  @Field(() => String, { nullable: true }) note?: string;
  @Field(() => String, { nullable: true }) reason?: string;
  @Field(() => String, { nullable: true }) criterion?: string;
  @Field(() => ID, { nullable: true }) arm?: string;
  @Field(() => ID, { nullable: true }) cohort?: string;
}

@ObjectType({ description: 'Lines of the worklist have changed.' })
export class WorklistUpdate {
  @Field(() => String) hospital!: string;
  @Field(() => ID, { nullable: true, description: 'Which one; null: any, because matches changed.' })
  line?: string;
}

@ObjectType()
export class WorklistConnection {
  @Field(() => [WorklistLineType]) nodes!: WorklistLineType[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@InputType('WorklistFilter')
export class WorklistFilterInput {
  @Field(() => [LineStateName], { nullable: true }) states?: LineState[] | null;
  @Field(() => [VerdictName], { nullable: true }) verdicts?:
    ('eligible' | 'possible' | 'not-eligible')[] | null;
  @Field(() => ID, { nullable: true }) trial?: string | null;
  @Field(() => String, { nullable: true, description: 'Pseudonym, whole.' }) patient?: string | null;
  @Field(() => String, { nullable: true }) assignee?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Also lines whose match is gone and that nobody has worked on.',
  })
  includeLost?: boolean | null;
}

@ArgsType()
export class EnrolmentArgs {
  @Field(() => ID) line!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { description: 'ISO date.' }) on!: string;
  @Field(() => ID) arm!: string;
  @Field(() => ID, { nullable: true }) cohort?: string | null;
}

@ObjectType('PlaceReservation', { description: 'A place of a cohort kept free for one patient.' })
export class ReservationType {
  @Field(() => ID) id!: string;
  @Field(() => ID) line!: string;
  @Field(() => ID) arm!: string;
  @Field(() => ID, { nullable: true }) cohort?: string;
  @Field(() => Int) number!: number;
  @Field(() => ReservationStateName) state!: Reservation['state'];
  @Field(() => String, { description: 'ISO date; past it the place is free again unless taken.' })
  heldUntil!: string;
}

@ObjectType('CohortPlaces', { description: 'Places of a cohort, over all hospitals.' })
export class CohortPlacesType {
  @Field(() => ID) arm!: string;
  @Field(() => ID, { nullable: true }) cohort?: string;
  @Field(() => Int, { nullable: true, description: 'In all; null where it is not known.' }) places!:
    number | null;
  @Field(() => Int) taken!: number;
  @Field(() => Int) held!: number;
  @Field(() => Int, { nullable: true }) free!: number | null;
  @Field(() => String, { nullable: true, description: 'ISO date after which the first held place is free.' })
  nextFreeAfter!: string | null;
}

@ObjectType({ description: 'What was asked for was not done.' })
export class WorklistRefused {
  @Field(() => ProblemType) problem!: Problem;
}

export const WorklistResult = createUnionType({
  name: 'WorklistResult',
  types: () => [WorklistLineType, WorklistRefused] as const,
  resolveType: (value) => ('problem' in value ? WorklistRefused : WorklistLineType),
});
export const ReservationResult = createUnionType({
  name: 'ReservationResult',
  types: () => [ReservationType, WorklistRefused] as const,
  resolveType: (value) => ('problem' in value ? WorklistRefused : ReservationType),
});

export const presentLine = ({ line, trial, ...stored }: StoredLine): WorklistLineType => ({
  ...stored,
  trialId: trial,
  state: line.state,
  version: line.version,
  ...(line.consentedOn === undefined ? {} : { consentedOn: line.consentedOn }),
  ...(line.failedCriterion === undefined ? {} : { failedCriterion: line.failedCriterion }),
});

export function presentStep({ step, ...taken }: StoredStep): WorklistStepType {
  const { kind: _, ...said }: LineStep = step;
  return { ...taken, ...said };
}
