import type { Database, Scope } from '@consilium/platform-persistence';
import { bigTables } from './fill-cases.js';
import type { Statement } from './serve-cases.js';

/** How a statement is run, and the big tables it reads from end to end. */
export interface Plan {
  readonly statement: string;
  readonly scanned: readonly string[];
  readonly lines: readonly string[];
}

/** Asks the database how it runs the statements of a request, as the same role and with the same scope. */
export async function explain(
  database: Database,
  scope: Scope,
  heard: readonly Statement[],
): Promise<readonly Plan[]> {
  const asked = heard.filter(
    ({ text }) => /\b(board|audit|idempotency)\.\w/.test(text) && !/audit\.(waiting ORDER|seal)/.test(text),
  );
  return Promise.all(
    asked.map(({ text, values }) =>
      database.transaction(scope, async (tx) => {
        const rows: { 'QUERY PLAN': string }[] = await tx.query(`EXPLAIN (COSTS OFF) ${text}`, [...values]);
        const lines = rows.map((row) => row['QUERY PLAN']);
        const scanned = bigTables.filter((table) =>
          lines.some((line) => new RegExp(`Seq Scan on ${table.split('.')[1] ?? ''}\\b`).test(line)),
        );
        return { statement: text.replace(/\s+/g, ' ').slice(0, 110), scanned, lines };
      }),
    ),
  );
}
