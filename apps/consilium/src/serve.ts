import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readConfig } from '@consilium/platform-config';
import { publishSamples } from './publish-samples.js';
import { startConsilium, type Running } from './start-consilium.js';

export interface ServeOptions {
  /** Throw the data away first. */
  readonly fresh?: boolean;
}

/** What the command line needs to reach this server. */
export interface ServerNote {
  readonly url: string;
  readonly pid: number;
  readonly tokens: Readonly<Record<string, string>>;
}

export const noteFile = (dataDir: string): string => join(dataDir, 'server.json');

/** Runs the product until it is told to stop (Ctrl-C). */
export async function serve(options: ServeOptions = {}): Promise<void> {
  const began = Date.now();
  const config = readConfig({ CONSILIUM_LOG_LEVEL: 'warn', ...process.env });
  const say = (line: string): void => {
    console.log(line);
  };
  const other = runningServer(config.dataDir);
  if (other !== undefined) {
    say(
      `Consilium already runs here: ${other.url} (process ${String(other.pid)}). Stop it first with Ctrl-C in its window.`,
    );
    process.exitCode = 1;
    return;
  }
  if (options.fresh === true) {
    say('Beginning anew: the old data are removed.');
    rmSync(config.dataDir, { recursive: true, force: true });
  }
  say('Starting the database and the services …');
  const running = await startConsilium(config, { say, anyPort: true });
  const note: ServerNote = {
    url: running.url,
    pid: process.pid,
    tokens: Object.fromEntries([...running.users].reverse().map(({ role, token }) => [role, token])),
  };
  writeFileSync(noteFile(config.dataDir), JSON.stringify(note), { mode: 0o600 });
  stopOnSignal(running, config.dataDir, say);
  if (running.migrated.length > 0 && !config.production) await publishSamples(running, say);
  welcome(running, config.dataDir, began, say);
}

function runningServer(dataDir: string): ServerNote | undefined {
  const file = noteFile(dataDir);
  if (!existsSync(file)) return undefined;
  const note = JSON.parse(readFileSync(file, 'utf8')) as ServerNote;
  try {
    process.kill(note.pid, 0);
    return note.pid === process.pid ? undefined : note;
  } catch {
    return undefined;
  }
}

function stopOnSignal(running: Running, dataDir: string, say: (line: string) => void): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    say('\nStopping …');
    running
      .stop()
      .then(() => {
        rmSync(noteFile(dataDir), { force: true });
        process.exit(0);
      })
      .catch((fault: unknown) => {
        console.error(fault);
        process.exit(1);
      });
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function welcome(running: Running, dataDir: string, began: number, say: (line: string) => void): void {
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  say(`\nConsilium is ready at ${running.url} (after ${seconds} s).\n`);
  say(`  GraphQL      ${running.url}/graphql`);
  say(`  Events       POST ${running.url}/events   (CloudEvents 1.0)`);
  say(`  Data         ${relative(process.cwd(), dataDir) || dataDir}`);
  if (running.users.length > 0) {
    say(
      '\n  Development users (they cannot exist in production); the token goes into "Authorization: Bearer …":',
    );
    for (const user of running.users) say(`    ${user.name}\n      ${user.token}`);
    say('\n  Try next, in another window:');
    say('    npx consilium cases');
    say('    npx consilium case P-COLO829');
    say('    npx consilium publish test/samples/colo-829.report.json');
  }
  say('\n  Consilium supports decisions and is not a certified medical device. Ctrl-C stops it.');
}
