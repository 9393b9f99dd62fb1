export { enqueueJobs, jobChannel } from './enqueue-job.js';
export { findWaiting } from './find-waiting.js';
export type { Job, JobHandler, NewJob } from './job.js';
export { JobRunner } from './job-runner.js';
export { JobsModule, RunsJobs, type JobsOptions } from './jobs.module.js';
export { CreateJobs1764250000000 } from './migrations/1764250000000-create-jobs.js';
