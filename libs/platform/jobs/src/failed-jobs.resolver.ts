import { Inject } from '@nestjs/common';
import { Args, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Clock } from '@consilium/kernel';
import { recordAudit } from '@consilium/platform-audit';
import { Asker, badInput } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import { Database } from '@consilium/platform-persistence';
import { JOB_CLOCK } from './job-clock.js';
import { jobChannel } from './enqueue-job.js';
import { listFailed, retryFailed, type FailedJob } from './job.store.js';

const mostJobs = 100;

@ObjectType('FailedJob', { description: 'Work in the background that was tried several times and given up.' })
export class FailedJobType implements FailedJob {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'What it was to do, as board.make-letter.' }) queue!: string;
  @Field(() => String) hospital!: string;
  @Field(() => Int) attempts!: number;
  @Field(() => String, { description: 'The kind of fault; details are in the logs under the id.' })
  fault!: string;
  @Field(() => Date) failedAt!: Date;
}

@Resolver()
export class FailedJobsResolver {
  constructor(
    private readonly database: Database,
    @Inject(JOB_CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => [FailedJobType], { description: 'The newest first, at most 100.' })
  async failedJobs(@Asker() asker: Principal): Promise<FailedJobType[]> {
    return [...(await this.database.transaction(asker, (tx) => listFailed(tx, mostJobs)))];
  }

  @Mutation(() => Boolean, { description: 'Tries a job again that was given up.' })
  async retryJob(@Asker() asker: Principal, @Args('id', { type: () => ID }) id: string): Promise<boolean> {
    return this.database.transaction(asker, async (tx) => {
      const hospital = await retryFailed(tx, id, this.clock.now());
      if (hospital === undefined) throw badInput('That is no failed job you may see: look at failedJobs.');
      await recordAudit(tx, [
        { actor: asker, hospital, action: 'change', operation: 'job.retry', target: { job: [id] } },
      ]);
      await tx.query(`SELECT pg_notify($1, '')`, [jobChannel]);
      return true;
    });
  }
}
