import { DataSource, type EntityManager, type MixedList, type EntitySchema } from 'typeorm';
import pg from 'pg';
import { withoutValues } from './database-fault.js';
import { PipelinedPool, type Reader } from './pipelined-pool.js';
import { scopeValues, setScope } from './scope-setting.js';

/** A transaction, with what it may see already set. */
export type Transaction = EntityManager;

/** Whose rows a transaction may see; the database enforces it (row-level security). */
export type Scope =
  | {
      readonly hospitals: readonly string[];
      /** One of these must hold access to a patient. Absent: every patient of the hospitals. */
      readonly holders?: readonly string[];
    }
  | 'every-hospital';

export type EntityClass = EntitySchema | (new () => object);

/** Connections for reads, beside those for changes. */
const mostReaders = 12;

/** The unit of work: everything that reads or writes patients' rows does so inside one of its transactions. */
export class Database {
  private constructor(
    readonly source: DataSource,
    private readonly pipelined: PipelinedPool,
  ) {}

  static async connect(
    url: string,
    entities: MixedList<EntityClass>,
    options: { readonly poolSize?: number } = {},
  ): Promise<Database> {
    const poolSize = options.poolSize ?? 24;
    const source = new DataSource({
      type: 'postgres',
      url,
      entities: entities as EntityClass[],
      synchronize: false,
      poolSize,
      applicationName: 'consilium',
    });
    return new Database(await source.initialize(), new PipelinedPool(url, Math.min(poolSize, mostReaders)));
  }

  /** Runs `work` in one transaction that sees only the scope's patients; rolls back when it throws. */
  async transaction<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    try {
      return await this.source.transaction(async (tx) => {
        await tx.query(setScope, [...scopeValues(scope)]);
        return work(tx);
      });
    } catch (fault) {
      throw withoutValues(fault);
    }
  }

  /**
   * Reads and sees only the scope's patients. Reads of the same turn and scope share a transaction and one way to the
   * database and back, so what belongs together is best asked together.
   */
  read<T>(scope: Scope, work: (reader: Reader) => Promise<T>): Promise<T> {
    return this.pipelined.read(scope, work);
  }

  /** One statement in a transaction of its own that sees only the scope's patients; committed when this returns. */
  write(scope: Scope, text: string, values: unknown[]): Promise<void> {
    return this.pipelined.write(scope, text, values);
  }

  /** Reads only, and everything as it stood at one moment, however long `work` takes. */
  async snapshot<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.source.transaction('REPEATABLE READ', async (tx) => {
      await tx.query(`SET TRANSACTION READ ONLY`);
      await tx.query(setScope, [...scopeValues(scope)]);
      return work(tx);
    });
  }

  /** Calls `hear` for each notification on `channel` until the returned function is called; reconnects by itself. */
  listen(channel: string, hear: (payload: string) => void): () => Promise<void> {
    const { url } = this.source.options as { url?: string };
    let client: pg.Client | undefined;
    let stopped = false;
    const connect = async (): Promise<void> => {
      if (stopped) return;
      const next = new pg.Client({ connectionString: url, application_name: `consilium listen ${channel}` });
      client = next;
      const again = () => {
        if (client === next) {
          client = undefined;
          setTimeout(() => void connect(), 500).unref();
        }
      };
      next.on('error', again);
      next.on('end', again);
      next.on('notification', ({ payload }) => {
        hear(payload ?? '');
      });
      try {
        await next.connect();
        await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
        hear('');
      } catch {
        again();
      }
    };
    void connect();
    return async () => {
      stopped = true;
      const last = client;
      client = undefined;
      await last?.end();
    };
  }

  async close(): Promise<void> {
    await this.pipelined.close();
    await this.source.destroy();
  }
}
