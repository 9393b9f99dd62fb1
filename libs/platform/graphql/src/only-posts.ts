import type { RequestHandler } from 'express';
import type { QueryLimits } from './limits/query-limits.js';
import { tooCostly } from './limits/too-costly.js';

/**
 * What the GraphQL address takes over HTTP: POST alone, since an address with a query in it, and with what it asks
 * about, would stand in logs and histories; and no longer text than allowed.
 */
export function onlyPosts({ characters }: Pick<QueryLimits, 'characters'>): RequestHandler {
  return (request, response, next) => {
    if (request.method !== 'POST' && request.method !== 'OPTIONS') {
      const message = 'Send GraphQL by POST: a query in an address would be kept in logs.';
      response
        .status(405)
        .set('allow', 'POST')
        .json({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
      return;
    }
    const query: unknown = (request.body as { query?: unknown } | undefined)?.query;
    if (typeof query === 'string' && query.length > characters) {
      const { message, extensions } = tooCostly('characters', query.length, characters);
      response.status(400).json({ errors: [{ message, extensions: { code: extensions['code'] } }] });
      return;
    }
    next();
  };
}
