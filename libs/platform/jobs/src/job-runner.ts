import type { Clock } from '@consilium/kernel';
import type { Log } from '@consilium/platform-observability';
import type { Database } from '@consilium/platform-persistence';
import type { Job, JobHandler } from './job.js';
import { finishJob, forgetDone, putOffJob, takeJob } from './job.store.js';

/** Takes jobs one by one and hands them to their queue's handler. */
export class JobRunner {
  private readonly handlers = new Map<string, JobHandler>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  add(handler: JobHandler): void {
    if (this.handlers.has(handler.queue)) throw new Error(`Two handlers share the queue ${handler.queue}.`);
    this.handlers.set(handler.queue, handler);
  }

  /** Does one job that is due; false where none was. */
  async runNext(): Promise<boolean> {
    const job = await this.database.transaction('every-hospital', async (tx) => {
      const taken = await takeJob(tx, [...this.handlers.keys()], this.clock.now());
      if (taken === undefined) await forgetDone(tx, this.clock.now());
      return taken;
    });
    if (job === undefined) return false;
    const handler = this.handlers.get(job.queue);
    if (handler === undefined) throw new Error(`Nobody does jobs of ${job.queue}.`);
    try {
      await this.finish(job, await handler.run(job));
    } catch (fault) {
      await this.putOff(job, nameOfFault(fault));
    }
    return true;
  }

  private finish(job: Job, takeEffect: Awaited<ReturnType<JobHandler['run']>>): Promise<void> {
    return this.database.transaction({ hospitals: [job.hospital] }, async (tx) => {
      if (await finishJob(tx, job, this.clock.now())) await takeEffect(tx);
    });
  }

  private async putOff(job: Job, fault: string): Promise<void> {
    const isGivenUp = await this.database.transaction({ hospitals: [job.hospital] }, (tx) =>
      putOffJob(tx, job, fault, this.clock.now()),
    );
    const told = { queue: job.queue, job: job.id, attempt: job.attempt, fault };
    if (isGivenUp) this.log.error(told, 'a job was given up');
    else this.log.warn(told, 'a job failed, will try again');
  }
}

/** What may be told of a fault: its message may quote a row. */
function nameOfFault(fault: unknown): string {
  if (!(fault instanceof Error)) return typeof fault;
  return 'code' in fault && typeof fault.code === 'string' ? `${fault.name} ${fault.code}` : fault.name;
}
