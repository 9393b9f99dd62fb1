/**
 * What a page costs without us: sends the statements of one page as our pool does, writes as many bytes as it has, and
 * does nothing else. The peer beside which the case page is judged.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import pg from 'pg';
import type { Statement } from './serve-cases.js';

interface Page {
  readonly statements: readonly Statement[];
  readonly bytes: number;
}

const pool = new pg.Pool({
  connectionString: process.env['CONSILIUM_DATABASE_URL'],
  max: 12,
  pipeline: true,
});
let transactions: readonly (readonly pg.QueryConfig[])[] = [];
let body = '';

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    void sendAll().then(() => {
      response.setHeader('content-type', 'application/json');
      response.end(body);
    });
  });
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');

process.on('message', (asked: Page | 'stop') => {
  if (asked === 'stop') {
    server.closeAllConnections();
    process.exit(0);
  }
  transactions = transactionsOf(asked.statements);
  body = JSON.stringify('x'.repeat(asked.bytes - 2));
  process.send?.({ isTaken: true });
});
process.send?.({ url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` });

async function sendAll(): Promise<void> {
  for (const statements of transactions) {
    const client = await pool.connect();
    const { stream } = (client as pg.PoolClient & { readonly connection: { readonly stream: Duplex } })
      .connection;
    stream.cork();
    const answers = statements.map((statement) => client.query(statement));
    stream.uncork();
    await Promise.all(answers);
    client.release();
  }
}

/** Cut after each COMMIT; what holds values is prepared under a name. */
function transactionsOf(statements: readonly Statement[]): readonly (readonly pg.QueryConfig[])[] {
  const cut: pg.QueryConfig[][] = [[]];
  statements.forEach(({ text, values }, at) => {
    cut.at(-1)?.push(values.length === 0 ? { text } : { name: `s${String(at)}`, text, values: [...values] });
    if (text === 'COMMIT') cut.push([]);
  });
  return cut.filter(({ length }) => length > 0);
}
