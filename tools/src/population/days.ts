const day = 24 * 60 * 60 * 1000;

/** ISO dates. */
export const dayBefore = (date: string, days: number): string =>
  new Date(Date.parse(date) - days * day).toISOString().slice(0, 10);
