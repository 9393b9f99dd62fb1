/** The product in a process of its own, for a load from another; it can tell which statements it sends. */
import pg from 'pg';
import { startConsilium } from 'consilium-app';
import { readConfig } from '@consilium/platform-config';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

const heard: Statement[] = [];
let isListening = false;
const runner = pg.Client.prototype as unknown as { query: (...given: unknown[]) => unknown };
const original = runner.query;
runner.query = function (this: unknown, ...given: unknown[]) {
  if (isListening) heard.push(statementOf(given));
  return original.apply(this, given);
};

const running = await startConsilium({ ...readConfig(process.env), port: 0 });
process.on('message', (asked: 'listen' | 'tell' | 'stop') => {
  if (asked === 'listen') {
    heard.length = 0;
    isListening = true;
  } else if (asked === 'tell') {
    isListening = false;
    process.send?.({ heard });
  } else void running.stop().then(() => process.exit(0));
});
process.send?.({ url: running.url });

function statementOf([first, second]: readonly unknown[]): Statement {
  if (typeof first === 'string')
    return { text: first, values: Array.isArray(second) ? (second as unknown[]) : [] };
  const { text = '', values = [] } = first as { text?: string; values?: unknown[] };
  return { text, values };
}
