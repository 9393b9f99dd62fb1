import {
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import type { Clock } from '@consilium/kernel';
import type { Log } from '@consilium/platform-observability';
import { BackgroundWork, type Database } from '@consilium/platform-persistence';
import { jobChannel } from './enqueue-job.js';
import { FailedJobsResolver } from './failed-jobs.resolver.js';
import type { JobHandler } from './job.js';
import { JobRunner } from './job-runner.js';
import { JOB_CLOCK } from './job-clock.js';

const WORK = Symbol('work on jobs');

export interface JobsOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
}

/** Marks a provider as the handler of a queue, so that the module finds it. */
export const RunsJobs = DiscoveryService.createDecorator();

@Module({})
export class JobsModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly discovery: DiscoveryService,
    @Inject(JobRunner) private readonly runner: JobRunner,
    @Inject(WORK) private readonly work: BackgroundWork,
  ) {}

  static register({ database, clock, log }: JobsOptions): DynamicModule {
    const runner = new JobRunner(database, clock, log);
    return {
      module: JobsModule,
      imports: [DiscoveryModule],
      providers: [
        FailedJobsResolver,
        { provide: JOB_CLOCK, useValue: clock },
        { provide: JobRunner, useValue: runner },
        { provide: WORK, useValue: new BackgroundWork(database, jobChannel, () => runner.runNext()) },
      ],
    };
  }

  onApplicationBootstrap(): void {
    for (const { instance } of this.discovery.getProviders({ metadataKey: RunsJobs.KEY }))
      this.runner.add(instance as JobHandler);
    this.work.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.work.stop();
  }
}
