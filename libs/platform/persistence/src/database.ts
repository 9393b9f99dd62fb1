import { AsyncLocalStorage } from 'node:async_hooks';
import { DataSource, type EntityManager, type MixedList, type EntitySchema } from 'typeorm';
import pg from 'pg';
import { withoutValues } from './database-fault.js';
import { SharedReads } from './shared-reads.js';

/** A transaction, with what it may see already set. */
export type Transaction = EntityManager;

/** Whose rows a transaction may see; the database enforces it (row-level security). */
export type Scope = { readonly hospitals: readonly string[] } | 'every-hospital';

export type EntityClass = EntitySchema | (new () => object);

/** The unit of work: everything that reads or writes patients' rows does so inside one of its transactions. */
export class Database {
  private readonly shared = new AsyncLocalStorage<SharedReads>();

  private constructor(readonly source: DataSource) {}

  static async connect(
    url: string,
    entities: MixedList<EntityClass>,
    options: { readonly poolSize?: number } = {},
  ): Promise<Database> {
    const source = new DataSource({
      type: 'postgres',
      url,
      entities: entities as EntityClass[],
      synchronize: false,
      poolSize: options.poolSize ?? 24,
      applicationName: 'consilium',
    });
    return new Database(await source.initialize());
  }

  /** Runs `work` in one transaction that sees only the scope's hospitals; rolls back when it throws. */
  async transaction<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    try {
      const shared = await this.shared.getStore()?.take(scopeSetting(scope));
      if (shared !== undefined) return await work(shared);
      return await this.source.transaction(async (tx) => {
        await tx.query(`SELECT set_config('consilium.hospitals', $1, true)`, [scopeSetting(scope)]);
        return work(tx);
      });
    } catch (fault) {
      throw withoutValues(fault);
    }
  }

  /** Reads only, and everything as it stood at one moment, however long `work` takes. */
  async snapshot<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const shared = await this.shared.getStore()?.take(scopeSetting(scope));
    if (shared !== undefined) return work(shared);
    return this.source.transaction('REPEATABLE READ', async (tx) => {
      await tx.query(`SET TRANSACTION READ ONLY`);
      await tx.query(`SELECT set_config('consilium.hospitals', $1, true)`, [scopeSetting(scope)]);
      return work(tx);
    });
  }

  /**
   * Within `work`, and whatever it calls, all transactions of one scope are one once `shareReads` was called: for a
   * request that only reads. It ends with `endShared`.
   */
  withShared<T>(work: (shared: SharedReads) => T): T {
    const shared = new SharedReads(this.source);
    return this.shared.run(shared, work, shared);
  }

  shareReads(): void {
    this.shared.getStore()?.open();
  }

  /** Without `keep`: nothing that was written besides stands. */
  async endShared(keep: boolean): Promise<void> {
    await this.shared.getStore()?.end(keep);
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
    await this.source.destroy();
  }
}

const scopeSetting = (scope: Scope): string => (scope === 'every-hospital' ? '*' : scope.hospitals.join(','));
