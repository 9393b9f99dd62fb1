import { createUnionType, Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { BoardPolicy, CaseState, Deadline } from '@consilium/board-core';
import { ProblemType } from '@consilium/platform-graphql';
import type { Role } from '@consilium/platform-identity';
import { CaseStateName } from '../case-state.type.js';
import { RoleName } from '../casework/casework.types.js';

@ObjectType('Deadline', { description: 'How long something may take, and who is reminded of it.' })
export class DeadlineType {
  @Field(() => Int) days!: number;
  @Field(() => Boolean, { description: 'Mondays to Fridays that are no holiday; else every day.' })
  working!: boolean;
  @Field(() => RoleName) owner!: Deadline['owner'];
  @Field(() => RoleName, { description: 'Who is told besides when the time is over.' })
  escalateTo!: Deadline['owner'];
}

@ObjectType('StateDeadline')
export class StateDeadlineType extends DeadlineType {
  @Field(() => CaseStateName) state!: CaseState;
}

@ObjectType('BoardPolicy', { description: 'What a hospital asks of cases, and of those who work on them.' })
export class BoardPolicyType {
  @Field(() => String) hospital!: string;
  @Field(() => Int) ecogAtMost!: number;
  @Field(() => Int) lifeExpectancyWeeksAtLeast!: number;
  @Field(() => Boolean, { description: 'Or there is no guideline.' }) standardExhausted!: boolean;
  @Field(() => Float, { description: 'Share of tumour cells, 0 to 1.' }) tumourFractionAtLeast!: number;
  @Field(() => [StateDeadlineType]) deadlines!: StateDeadlineType[];
  @Field(() => DeadlineType, { description: 'Of the decision, from the day the letter was sent.' })
  decision!: DeadlineType;
  @Field(() => [Int], { description: 'After the first signature.' }) followUpWeeks!: readonly number[];
  @Field(() => [String], { description: 'ISO dates.' }) holidays!: readonly string[];
}

@InputType('DeadlineInput')
export class DeadlineInput {
  @Field(() => Int) days!: number;
  @Field(() => Boolean, { defaultValue: true }) working!: boolean;
  @Field(() => RoleName) owner!: Role;
  @Field(() => RoleName) escalateTo!: Role;
}

@InputType('StateDeadlineInput')
export class StateDeadlineInput extends DeadlineInput {
  @Field(() => CaseStateName) state!: CaseState;
}

@InputType('BoardPolicyInput', { description: 'The whole policy: it takes the place of what was there.' })
export class BoardPolicyInput {
  @Field(() => Int) ecogAtMost!: number;
  @Field(() => Int) lifeExpectancyWeeksAtLeast!: number;
  @Field(() => Boolean) standardExhausted!: boolean;
  @Field(() => Float) tumourFractionAtLeast!: number;
  @Field(() => [StateDeadlineInput], { description: 'States without one are never reminded of.' })
  deadlines!: StateDeadlineInput[];
  @Field(() => DeadlineInput) decision!: DeadlineInput;
  @Field(() => [Int]) followUpWeeks!: number[];
  @Field(() => [String], { defaultValue: [] }) holidays!: string[];
}

@ObjectType({ description: 'The policy was not changed.' })
export class PolicyRefused {
  @Field(() => ProblemType) problem!: ProblemType;
}

export const PolicyResult = createUnionType({
  name: 'PolicyResult',
  types: () => [BoardPolicyType, PolicyRefused] as const,
  resolveType: (value: object) => ('problem' in value ? PolicyRefused : BoardPolicyType),
});

export const presentPolicy = (
  hospital: string,
  { deadlines, decision, ...rest }: BoardPolicy,
): BoardPolicyType => ({
  hospital,
  ...rest,
  decision,
  deadlines: Object.entries(deadlines).map(([state, deadline]) => ({
    ...deadline,
    state: state as CaseState,
  })),
});

const readDeadline = ({ days, working, owner, escalateTo }: DeadlineInput): Deadline => ({
  days,
  working,
  owner,
  escalateTo,
});

export const readPolicy = ({ deadlines, decision, ...input }: BoardPolicyInput): BoardPolicy => ({
  ecogAtMost: input.ecogAtMost,
  lifeExpectancyWeeksAtLeast: input.lifeExpectancyWeeksAtLeast,
  standardExhausted: input.standardExhausted,
  tumourFractionAtLeast: input.tumourFractionAtLeast,
  deadlines: Object.fromEntries(deadlines.map((one) => [one.state, readDeadline(one)])),
  decision: readDeadline(decision),
  followUpWeeks: input.followUpWeeks,
  holidays: input.holidays,
});
