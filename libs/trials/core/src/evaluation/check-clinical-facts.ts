import { Ajv } from 'ajv';
import type { ClinicalFacts } from '@consilium/clinical';
import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import { factsSchema } from '../generated/schemas.js';
import { describeSchemaErrors } from '../language/describe-schema-errors.js';

const validate = new Ajv({ allErrors: true, strict: false }).compile<ClinicalFacts>(factsSchema);

/** Takes clinical facts as they come in a file, or says by place what is wrong; dates that do not exist among it. */
export function checkClinicalFacts(document: unknown): Result<ClinicalFacts, readonly Problem[]> {
  if (!validate(document)) return fail(describeSchemaErrors(validate.errors, '', membersOfFacts));
  const problems = badDates(document, '');
  return problems.length === 0 ? succeed(document) : fail(problems);
}

const membersOfFacts = [...JSON.stringify(factsSchema).matchAll(/"(\w+)":\{"/g)].map(([, name = '']) => name);

const looksLikeDate = /^\d{4}-\d{2}/;

/** Each text that begins like a date has to be one. */
function badDates(value: unknown, place: string): readonly Problem[] {
  if (typeof value === 'string')
    return looksLikeDate.test(value) && !isDate(value)
      ? [{ code: 'TRIALS.DATE', place, message: `${value} is no date.`, remedy: 'Write it as 2026-11-23.' }]
      : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => badDates(member, `${place}/${key}`));
}

/** 30 February reads as 2 March, and is no date. */
function isDate(text: string): boolean {
  const day = (text.length === 7 ? `${text}-01` : text).slice(0, 10);
  const instant = Date.parse(`${day}T00:00:00Z`);
  return (
    !Number.isNaN(instant) &&
    new Date(instant).toISOString().startsWith(day) &&
    (text.length <= 10 || !Number.isNaN(Date.parse(text)))
  );
}
