import type { ErrorObject } from 'ajv';
import { nearest } from '@consilium/clinical';
import type { Problem } from '@consilium/kernel';

/** More than these at once help nobody. */
const mostProblems = 20;

/** What a schema objects to, each with its place below `place` and what is accepted. */
export function describeSchemaErrors(
  errors: readonly ErrorObject[] | null | undefined,
  place: string,
  known: readonly string[],
): readonly Problem[] {
  const all = errors ?? [];
  const telling = all.filter(
    ({ keyword }) => all.length === 1 || !['anyOf', 'oneOf', 'if'].includes(keyword),
  );
  return (telling.length > 0 ? telling : all)
    .slice(0, mostProblems)
    .map((error) => describe(error, place, known));
}

function describe(error: ErrorObject, place: string, known: readonly string[]): Problem {
  const { instancePath, keyword, message = 'is not valid' } = error;
  const named = (name: string): string => {
    const value: unknown = (error.params as Readonly<Record<string, unknown>>)[name];
    return Array.isArray(value) ? value.join(', ') : String(value);
  };
  const problem = (at: string, text: string, remedy: string): Problem => ({
    code: 'TRIALS.SHAPE',
    place: at,
    message: text,
    remedy,
  });
  switch (keyword) {
    case 'required':
      return problem(`${place}${instancePath}/${named('missingProperty')}`, 'is missing.', 'Add it.');
    case 'additionalProperties': {
      const name = named('additionalProperty');
      return problem(`${place}${instancePath}/${name}`, 'is not known.', suggest(name, known));
    }
    case 'enum':
      return problem(
        `${place}${instancePath}`,
        'is none of the accepted values.',
        `Use one of: ${named('allowedValues')}.`,
      );
    case 'const':
      return problem(
        `${place}${instancePath}`,
        'is not the accepted value.',
        `Use ${named('allowedValue')}.`,
      );
    default:
      return problem(`${place}${instancePath}`, `${message}.`, 'See schemas/trials.');
  }
}

/** What was probably meant, else what there is. */
export function suggest(name: string, known: readonly string[]): string {
  const [first, ...others] = nearest(
    name.toLowerCase(),
    new Map(known.map((one) => [one.toLowerCase(), one])),
  );
  if (first !== undefined) return `Did you mean ${[first, ...others].join(' or ')}?`;
  return known.length === 0 || known.length > 60
    ? 'Check its spelling.'
    : `Known: ${[...known].sort().join(', ')}.`;
}
