import { trialSchema } from '../generated/schemas.js';

let written: string | undefined;

/** The JSON Schema of one criterion, for an assistant that is asked to write some. */
export function criterionSchema(): string {
  written ??= JSON.stringify({ ...trialSchema, $ref: '#/definitions/Criterion' });
  return written;
}
