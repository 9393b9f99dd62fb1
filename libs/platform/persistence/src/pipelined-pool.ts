import { createHash } from 'node:crypto';
import type { Duplex } from 'node:stream';
import pg from 'pg';
import type { Scope } from './database.js';
import { withoutValues } from './database-fault.js';
import { scopeValues, setScope } from './scope-setting.js';

/** What a read asks with. Its statements are prepared, so a text must not hold values. */
export interface Reader {
  query<T>(text: string, values?: unknown[]): Promise<T>;
}

interface Read {
  readonly work: (reader: Reader) => Promise<unknown>;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (fault: unknown) => void;
}

/** Connections on which statements are sent without waiting for the answers of those before. */
export class PipelinedPool {
  private readonly pool: pg.Pool;
  private readonly turns = new Map<Scope, Read[]>();
  private readonly names = new Map<string, string>();

  constructor(url: string, size: number) {
    this.pool = new pg.Pool({
      connectionString: url,
      max: size,
      application_name: 'consilium reads',
      pipeline: true,
    });
    // A connection that breaks while nobody uses it is replaced.
    this.pool.on('error', () => undefined);
  }

  /** Reads that are asked for in the same turn of the process, in the same scope, share one transaction. */
  read<T>(scope: Scope, work: (reader: Reader) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const read: Read = { work, resolve: resolve as (answer: unknown) => void, reject };
      const turn = this.turns.get(scope);
      if (turn !== undefined) {
        turn.push(read);
        return;
      }
      const reads = [read];
      this.turns.set(scope, reads);
      setImmediate(() => {
        this.turns.delete(scope);
        void this.readTogether(scope, reads);
      });
    });
  }

  /** One statement in a transaction of its own, which is committed when this returns; all of it sent in one go. */
  async write(scope: Scope, text: string, values: unknown[]): Promise<void> {
    const client = await this.pool.connect();
    const outcomes = await inOneGo(client, () =>
      Promise.allSettled([
        client.query(beginning(scope, '')),
        client.query({ name: this.nameOf(text), text, values }),
        client.query('COMMIT'),
      ]),
    );
    const failed = outcomes.find((one) => one.status === 'rejected');
    client.release(failed !== undefined);
    if (failed !== undefined) throw withoutValues(failed.reason);
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  private async readTogether(scope: Scope, reads: readonly Read[]): Promise<void> {
    let client: pg.PoolClient;
    try {
      client = await this.pool.connect();
    } catch (fault) {
      for (const { reject } of reads) reject(withoutValues(fault));
      return;
    }
    const reader = this.readerOn(client);
    const [begun, ...outcomes] = await inOneGo(client, () =>
      Promise.allSettled([
        client.query(beginning(scope, 'READ ONLY')),
        ...reads.map(({ work }) => work(reader)),
      ]),
    );
    const isWhole = begun.status === 'fulfilled' && outcomes.every(({ status }) => status === 'fulfilled');
    if (isWhole) settle(reads, outcomes);
    await endOf(client, isWhole);
    if (isWhole) return;
    // One statement that fails ends the transaction of all: each is asked alone.
    if (reads.length > 1) for (const read of reads) await this.readTogether(scope, [read]);
    else if (begun.status === 'rejected') reads[0]?.reject(withoutValues(begun.reason));
    else settle(reads, outcomes);
  }

  private readerOn(client: pg.PoolClient): Reader {
    return {
      query: async <T>(text: string, values: unknown[] = []) => {
        const { rows } = await client.query({ name: this.nameOf(text), text, values });
        return rows as T;
      },
    };
  }

  /** A statement is planned once on each connection, under a name of its own. */
  private nameOf(text: string): string {
    const known = this.names.get(text);
    if (known !== undefined) return known;
    const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
    this.names.set(text, name);
    return name;
  }
}

/** Sends everything that `ask` asks at once in one packet, instead of one for each statement. */
function inOneGo<T>(client: pg.PoolClient, ask: () => T): T {
  const { stream } = (client as pg.PoolClient & { readonly connection: { readonly stream: Duplex } })
    .connection;
  stream.cork();
  try {
    return ask();
  } finally {
    stream.uncork();
  }
}

/** One text, since it is sent as one message: its values are written into it. */
const beginning = (scope: Scope, mode: 'READ ONLY' | ''): string => {
  const values = scopeValues(scope);
  return `BEGIN ${mode}; ${setScope.replaceAll(/\$(\d)/g, (_, at) => pg.escapeLiteral(values[Number(at) - 1] ?? ''))}`;
};

function settle(reads: readonly Read[], outcomes: readonly PromiseSettledResult<unknown>[]): void {
  outcomes.forEach((outcome, at) => {
    if (outcome.status === 'fulfilled') reads[at]?.resolve(outcome.value);
    else reads[at]?.reject(withoutValues(outcome.reason));
  });
}

async function endOf(client: pg.PoolClient, isWhole: boolean): Promise<void> {
  try {
    await client.query(isWhole ? 'COMMIT' : 'ROLLBACK');
    client.release();
  } catch {
    client.release(true);
  }
}
