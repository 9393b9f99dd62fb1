import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ServerNote } from '../serve.js';
import { CommandFault } from './command-fault.js';

/** How the command line reaches a server, and as whom. */
export interface Connection {
  readonly url: string;
  readonly token: string;
}

/**
 * `CONSILIUM_URL` and `CONSILIUM_TOKEN` where set; else the server that `npm start` runs here, as the development
 * user of this role.
 */
export function connect(role: string): Connection {
  const { CONSILIUM_URL, CONSILIUM_TOKEN, CONSILIUM_DATA_DIR } = process.env;
  if (CONSILIUM_URL !== undefined && CONSILIUM_TOKEN !== undefined)
    return { url: CONSILIUM_URL, token: CONSILIUM_TOKEN };
  const file = join(resolve(CONSILIUM_DATA_DIR ?? '.consilium'), 'server.json');
  if (!existsSync(file)) {
    throw new CommandFault(
      'No server runs here. Start one with `npm start`, or set CONSILIUM_URL and CONSILIUM_TOKEN.',
    );
  }
  const note = JSON.parse(readFileSync(file, 'utf8')) as ServerNote;
  const token = note.tokens[role];
  if (token === undefined)
    throw new CommandFault(`The server has no development user for the role ${role}: set CONSILIUM_TOKEN.`);
  return { url: note.url, token };
}

/** Sends a request; a server that does not answer is named. */
export async function call(connection: Connection, path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(`${connection.url}${path}`, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), authorization: `Bearer ${connection.token}` },
    });
  } catch {
    throw new CommandFault(`${connection.url} does not answer. Is the server running?`);
  }
}

/** Asks GraphQL; its first error ends the command. */
export async function ask<T>(
  connection: Connection,
  query: string,
  variables: Record<string, unknown>,
): Promise<T> {
  const response = await call(connection, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: T; errors?: { message: string }[] };
  if (errors?.[0] !== undefined || data === undefined)
    throw new CommandFault(errors?.[0]?.message ?? 'No answer.');
  return data;
}
