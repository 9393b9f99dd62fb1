import type { IncomingMessage, ServerResponse } from 'node:http';
import type { QueryLimits } from './limits/query-limits.js';
import { tooCostly } from './limits/too-costly.js';

type WithBody = IncomingMessage & { readonly body?: unknown };

/**
 * What the GraphQL address takes over HTTP: POST alone, since an address with a query in it, and with what it asks
 * about, would stand in logs and histories; and no longer text than allowed.
 */
export function onlyPosts({ characters }: Pick<QueryLimits, 'characters'>) {
  return (request: WithBody, response: ServerResponse, next: () => void): void => {
    if (request.method !== 'POST' && request.method !== 'OPTIONS') {
      response.setHeader('allow', 'POST');
      refuse(
        response,
        405,
        'BAD_REQUEST',
        'Send GraphQL by POST: a query in an address would be kept in logs.',
      );
      return;
    }
    const query = (request.body as { query?: unknown } | undefined)?.query;
    if (typeof query === 'string' && query.length > characters) {
      refuse(response, 400, 'QUERY_TOO_COSTLY', tooCostly('characters', query.length, characters).message);
      return;
    }
    next();
  };
}

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}
