import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { readConfig } from '@consilium/platform-config';
import { eventually } from '@consilium/platform-testing';
import { startConsilium, type Running } from 'consilium-app';

export const repository = resolve(import.meta.dirname, '../..');
export const sample = (name: string): CloudEventJson =>
  JSON.parse(readFileSync(join(repository, 'test/samples', name), 'utf8')) as CloudEventJson;

export interface CloudEventJson {
  id: string;
  source: string;
  type: string;
  specversion: string;
  [attribute: string]: unknown;
  data: Record<string, unknown>;
}

export interface Answer {
  readonly status: number;
  readonly body: {
    readonly outcome?: string;
    readonly deadLetterId?: string;
    readonly problems?: readonly {
      readonly code: string;
      readonly place: string;
      readonly message: string;
      readonly remedy: string;
    }[];
    readonly outcomes?: readonly { readonly outcome: string }[];
  };
}

export interface Platform {
  readonly running: Running;
  readonly dataDir: string;
  token(role: string, hospital?: string): string;
  post(
    event: unknown,
    options?: { token?: string; headers?: Record<string, string>; raw?: Buffer | string },
  ): Promise<Answer>;
  query<T>(
    token: string,
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<{ data?: T; errors?: { message: string; extensions: { code: string } }[] }>;
  /** Counts the statements the database is sent until `stop`. */
  countStatements(): { stop(): number };
  /** Waits until everything that was said has been heard. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

/** What the outbox relay and the sealer of the journal send by themselves, and what frames any transaction. */
const inTheBackground =
  /messaging\.outbox|FROM audit\.waiting|audit\.seal|pg_try_advisory|set_config|START TRANSACTION|COMMIT/;

/** The whole product in this process, on a database of its own; `now` where a test needs its own time. */
export async function startPlatform(
  environment: Record<string, string> = {},
  now?: () => Date,
): Promise<Platform> {
  const dataDir = mkdtempSync(join(tmpdir(), 'consilium-whole-'));
  chmodSync(dataDir, 0o755);
  const config = readConfig({
    CONSILIUM_DATA_DIR: dataDir,
    CONSILIUM_PORT: '1',
    CONSILIUM_LOG_LEVEL: 'silent',
    ...environment,
  });
  const running = await startConsilium({ ...config, port: 0 }, now === undefined ? {} : { clock: { now } });
  const token = (role: string, hospital?: string): string => {
    const user = running.users.find(
      (one) => one.role === role && (hospital === undefined || one.hospitals.includes(hospital)),
    );
    if (user === undefined) throw new Error(`No development user ${role}.`);
    return user.token;
  };
  return {
    running,
    dataDir,
    token,
    async post(event, options = {}) {
      const response = await fetch(`${running.url}/events`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${options.token ?? token('lab')}`,
          'content-type': 'application/cloudevents+json',
          ...options.headers,
        },
        body: options.raw ?? JSON.stringify(event),
      });
      return { status: response.status, body: (await response.json()) as Answer['body'] };
    },
    async query(asker, query, variables = {}) {
      const response = await fetch(`${running.url}/graphql`, {
        method: 'POST',
        headers: { authorization: `Bearer ${asker}`, 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as never;
    },
    countStatements() {
      let counted = 0;
      const runner = pg.Client.prototype as unknown as { query: (...given: unknown[]) => unknown };
      const original = runner.query;
      runner.query = function (this: unknown, ...given: unknown[]) {
        if (!inTheBackground.test(JSON.stringify(given[0]))) counted += 1;
        return original.apply(this, given);
      };
      return {
        stop: () => {
          runner.query = original;
          return counted;
        },
      };
    },
    async quiet() {
      await eventually('the outbox to empty', async () => {
        const waiting: unknown[] = await running.database.source.query(
          `SELECT 1 FROM messaging.outbox WHERE published_at IS NULL LIMIT 1`,
        );
        return waiting.length === 0 ? true : undefined;
      });
    },
    async close() {
      await running.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
