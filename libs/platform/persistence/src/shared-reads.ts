import pg from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import type { Transaction } from './database.js';

interface Held {
  readonly runner: QueryRunner;
  readonly tx: Transaction;
}

/**
 * One transaction for all that one request reads: begun at the first read, one connection however many resolvers ask,
 * and everything as it stood at one moment.
 */
export class SharedReads {
  private begun: { readonly scope: string; readonly held: Promise<Held> } | undefined;
  private isOpen = false;

  constructor(private readonly source: DataSource) {}

  /** From now on reads are shared: the request is known to change nothing. */
  open(): void {
    this.isOpen = true;
  }

  /** The transaction of this scope; undefined where reads are not shared, or are with another scope. */
  async take(scope: string): Promise<Transaction | undefined> {
    if (!this.isOpen) return undefined;
    this.begun ??= { scope, held: this.begin(scope) };
    if (this.begun.scope !== scope) return undefined;
    return (await this.begun.held).tx;
  }

  /** Ends it; what was written besides (who has read) stands from then on. Without `keep` nothing does. */
  async end(keep: boolean): Promise<void> {
    const { begun } = this;
    this.isOpen = false;
    this.begun = undefined;
    if (begun === undefined) return;
    const held = await begun.held.catch(() => undefined);
    if (held === undefined) return;
    try {
      await held.tx.query(keep ? 'COMMIT' : 'ROLLBACK');
    } finally {
      await held.runner.release();
    }
  }

  private async begin(scope: string): Promise<Held> {
    const runner = this.source.createQueryRunner();
    try {
      // One way to the database and back for both.
      await runner.query(
        `BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT set_config('consilium.hospitals', ${pg.escapeLiteral(scope)}, true)`,
      );
      return { runner, tx: oneAfterAnother(runner.manager) };
    } catch (fault) {
      await runner.release();
      throw fault;
    }
  }
}

/** A connection answers one question at a time; who asks meanwhile waits. */
function oneAfterAnother(manager: Transaction): Transaction {
  let last: Promise<unknown> = Promise.resolve();
  const query = (sql: string, values?: unknown[]): Promise<unknown> => {
    const answer = last.then(() => manager.query(sql, values));
    last = answer.catch(() => undefined);
    return answer;
  };
  return Object.create(manager, { query: { value: query } }) as Transaction;
}
