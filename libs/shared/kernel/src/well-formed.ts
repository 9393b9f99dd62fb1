/** A day of the calendar as an ISO date, `2026-11-23`; the 30th of February is none. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

/** What hospitals, laboratories and pseudonyms are named by, as in the schemas of the events. */
export const isIdentifier = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}$/.test(text);

/** Whether a text from outside may be looked for where ids are uuids. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
