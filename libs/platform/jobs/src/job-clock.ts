export const JOB_CLOCK = Symbol('clock of jobs');
