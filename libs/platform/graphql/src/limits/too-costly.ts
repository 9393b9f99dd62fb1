import { GraphQLError } from 'graphql';
import type { QueryLimits } from './query-limits.js';

interface Wording {
  readonly figure: (found: string) => string;
  readonly remedy: string;
}

const wordings: Readonly<Record<keyof QueryLimits, Wording>> = {
  cost: {
    figure: (found) => `The query costs ${found} points`,
    remedy: 'Ask for fewer at once (first) and go on with after, or leave out lists you do not show.',
  },
  depth: {
    figure: (found) => `The query is ${found} fields deep`,
    remedy: 'Ask for what lies deeper in a query of its own.',
  },
  rootFields: {
    figure: (found) => `The query asks for ${found} root fields`,
    remedy: 'Send them as several requests.',
  },
  fields: {
    figure: (found) => `The query asks for ${found} fields, fragments counted where they are used`,
    remedy: 'Leave out what you do not show, or send several requests.',
  },
  tokens: {
    figure: (found) => `The query has ${found} tokens`,
    remedy: 'Put values into variables, and send several requests.',
  },
  characters: {
    figure: (found) => `The query has ${found} characters`,
    remedy: 'Put values into variables, and send several requests.',
  },
};

/** Tells the asker which limit a query breaks, by how much, and what to do. */
export function tooCostly(limit: keyof QueryLimits, found: number | string, allowed: number): GraphQLError {
  const { figure, remedy } = wordings[limit];
  const shown = typeof found === 'number' ? found.toLocaleString('en') : found;
  return new GraphQLError(`${figure(shown)}; allowed are ${allowed.toLocaleString('en')}. ${remedy}`, {
    extensions: { code: 'QUERY_TOO_COSTLY', http: { status: 400 } },
  });
}
