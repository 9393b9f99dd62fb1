import { randomUUID } from 'node:crypto';
import type { GraphQLFormattedError } from 'graphql';

/** Codes whose message was written for the asker. */
const told = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'GRAPHQL_VALIDATION_FAILED',
  'GRAPHQL_PARSE_FAILED',
  'BAD_REQUEST',
  'QUERY_TOO_COSTLY',
  'OPERATION_NOT_LISTED',
  'PERSISTED_QUERY_NOT_FOUND',
  'IDEMPOTENCY_IN_PROGRESS',
  'IDEMPOTENCY_KEY_REUSED',
]);

/** A fault becomes a sentence with a reference: what went wrong inside may quote a patient's data. */
export function hideFaults(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const given = formatted.extensions?.['code'];
  const code = typeof given === 'string' ? given : 'INTERNAL_SERVER_ERROR';
  const place = {
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
    ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
  };
  if (told.has(code)) return { message: formatted.message, ...place, extensions: { code } };
  return {
    message: `A fault on our side (reference ${randomUUID()}).`,
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}
