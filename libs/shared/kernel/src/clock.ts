/** Time is an argument: whoever needs "now" is given a clock. */
export interface Clock {
  now(): Date;
}

export const fixedClock = (instant: string): Clock => ({ now: () => new Date(instant) });
