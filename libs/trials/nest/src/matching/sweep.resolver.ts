import {
  Args,
  Field,
  Float,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from '@nestjs/graphql';
import { badInput } from '@consilium/platform-graphql';
import { Database } from '@consilium/platform-persistence';
import { listSweeps, setSweepState, type Sweep } from './sweep.store.js';

export enum SweepStateName {
  RUNNING = 'running',
  STOPPED = 'stopped',
  FINISHED = 'finished',
}
export enum SweepCauseName {
  TRIALS = 'trials',
  DATE = 'date',
}
registerEnumType(SweepStateName, { name: 'TrialSweepState' });
registerEnumType(SweepCauseName, {
  name: 'TrialSweepCause',
  description: 'Other trials or tables are in use, or days have passed.',
});

@ObjectType('TrialSweep', { description: 'Going once through all patients whose matches may be others.' })
export class SweepType {
  @Field(() => ID) id!: string;
  @Field(() => SweepCauseName) cause!: Sweep['cause'];
  @Field(() => SweepStateName) state!: Sweep['state'];
  @Field(() => Int) total!: number;
  @Field(() => Int) done!: number;
  @Field(() => Int, { description: 'Patients who match otherwise than before.' }) changed!: number;
  @Field(() => Float, { description: 'From 0 to 1.' }) progress!: number;
  @Field(() => Date) startedAt!: Date;
  @Field(() => Date, { nullable: true }) finishedAt!: Date | null;
}

const mostSweeps = 100;

@Resolver(() => SweepType)
export class SweepResolver {
  constructor(private readonly database: Database) {}

  @Query(() => [SweepType], { description: 'The newest first.' })
  async trialSweeps(
    @Args('first', { type: () => Int, defaultValue: 10, description: 'At most 100.' }) first: number,
  ): Promise<SweepType[]> {
    if (first < 1 || first > mostSweeps) throw badInput(`Ask for 1 to ${String(mostSweeps)} sweeps.`);
    const sweeps = await this.database.transaction({ hospitals: [] }, (tx) => listSweeps(tx, first));
    return sweeps.map((sweep) => ({
      ...sweep,
      progress: sweep.total === 0 ? 1 : sweep.done / sweep.total,
    }));
  }

  @Mutation(() => Boolean, {
    description:
      'Stops the sweep that runs, after the patients it has in hand. What comes in is matched as before.',
  })
  stopTrialSweep(): Promise<boolean> {
    return this.set('stopped');
  }

  @Mutation(() => Boolean, { description: 'Goes on with a stopped sweep where it stood.' })
  resumeTrialSweep(): Promise<boolean> {
    return this.set('running');
  }

  private set(state: 'running' | 'stopped'): Promise<boolean> {
    return this.database.transaction({ hospitals: [] }, (tx) => setSweepState(tx, state));
  }
}
