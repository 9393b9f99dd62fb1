import { pino, type Logger } from 'pino';

/** A structured log. Ids only: no finding, diagnosis or pseudonym may ever be passed to it. */
export type Log = Logger;

export const createLog = (level: string): Log => pino({ level, base: null });
