/**
 * `npm run drill:kill`: publishes reports over HTTP while the server is killed (SIGKILL) and started again, then
 * counts. A publisher that gets no answer sends the same event again, as CloudEvents senders do. Passes when there are
 * exactly as many profiles and cases as reports, and each event took effect once.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedPostgres } from '@consilium/platform-persistence';
import { exampleReport } from './example-report.js';

const reports = Number(process.argv[2] ?? 2000);
const kills = Number(process.argv[3] ?? 5);
const publishers = 8;

const dataDir = mkdtempSync(join(tmpdir(), 'consilium-drill-'));
chmodSync(dataDir, 0o755);
const entry = resolve(import.meta.dirname, '../../apps/consilium/dist/serve.js');
let server: ChildProcess | undefined;
let note: { url: string; token: string } | undefined;
let answered = 0;
let resent = 0;

function startServer(): void {
  server = spawn(process.execPath, ['-e', `import(${JSON.stringify(entry)}).then((m) => m.serve())`], {
    env: { ...process.env, CONSILIUM_DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** The note the server writes once it listens, if it is this process's. */
async function waitForServer(): Promise<void> {
  const file = join(dataDir, 'server.json');
  for (let tries = 0; tries < 1200; tries += 1) {
    if (existsSync(file)) {
      const read = JSON.parse(readFileSync(file, 'utf8')) as {
        url: string;
        pid: number;
        tokens: Record<string, string>;
      };
      if (read.pid === server?.pid) {
        note = { url: read.url, token: read.tokens['lab'] ?? '' };
        return;
      }
    }
    await pause(50);
  }
  throw new Error('The server did not come up in a minute.');
}

async function publish(event: unknown): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      if (note === undefined) throw new Error('no server');
      const answer = await fetch(`${note.url}/events`, {
        method: 'POST',
        headers: { authorization: `Bearer ${note.token}`, 'content-type': 'application/cloudevents+json' },
        body: JSON.stringify(event),
      });
      if (answer.status === 422) throw new RangeError(await answer.text());
      if (answer.ok) return;
      throw new Error(String(answer.status));
    } catch (fault) {
      if (fault instanceof RangeError) throw fault;
      resent += 1;
      await pause(100);
    }
  }
}

async function publishAll(): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < reports) {
      const { event } = exampleReport(next++, 'drill');
      await publish(event);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: publishers }, work));
}

async function killNowAndThen(): Promise<void> {
  for (let kill = 1; kill <= kills; kill += 1) {
    const at = Math.floor((reports * kill) / (kills + 1));
    while (answered < at) await pause(5);
    note = undefined;
    const began = performance.now();
    const dead = new Promise((done) => server?.once('exit', done));
    server?.kill('SIGKILL');
    await dead;
    startServer();
    await waitForServer();
    console.log(
      `kill ${String(kill)} after ${String(answered)} answers; back after ${String(Math.round(performance.now() - began))} ms`,
    );
  }
}

interface Counts {
  readonly profiles: number;
  readonly versions: number;
  readonly results: number;
  readonly cases: number;
  readonly patients: number;
  readonly revisions: number;
  readonly waiting: number;
  readonly letters: number;
}

async function count(client: pg.Client): Promise<Counts> {
  await client.query(`SELECT set_config('consilium.hospitals', '*', false)`);
  const { rows } = await client.query<Counts>(`
    SELECT (SELECT count(*)::int FROM genomics.profile WHERE patient LIKE 'P-drill-%') AS profiles,
      (SELECT count(*)::int FROM genomics.report_version v JOIN genomics.profile p ON p.id = v.profile_id WHERE p.patient LIKE 'P-drill-%') AS versions,
      (SELECT count(*)::int FROM interpretation.result WHERE patient LIKE 'P-drill-%') AS results,
      (SELECT count(*)::int FROM board.case_file WHERE patient LIKE 'P-drill-%') AS cases,
      (SELECT count(DISTINCT patient)::int FROM board.case_file WHERE patient LIKE 'P-drill-%') AS patients,
      -- Each case is touched once by its profile and once by its result: twice applied would count higher.
      (SELECT coalesce(sum(revision), 0)::int FROM board.case_file WHERE patient LIKE 'P-drill-%') AS revisions,
      (SELECT count(*)::int FROM messaging.outbox WHERE published_at IS NULL) AS waiting,
      (SELECT count(*)::int FROM messaging.dead_letter) AS letters`);
  const [row] = rows;
  if (row === undefined) throw new Error('No counts.');
  return row;
}

startServer();
await waitForServer();
const began = performance.now();
await Promise.all([publishAll(), killNowAndThen()]);
console.log(
  `${String(answered)} reports answered in ${((performance.now() - began) / 1000).toFixed(1)} s; ${String(resent)} sent again`,
);

const postgres = await startEmbeddedPostgres(dataDir, () => undefined);
const client = new pg.Client({ connectionString: postgres.url });
await client.connect();
let counts = await count(client);
for (let tries = 0; tries < 600 && (counts.waiting > 0 || counts.results < reports); tries += 1) {
  await pause(100);
  counts = await count(client);
}
console.table(counts);
await client.end();
const stopped = new Promise((done) => server?.once('exit', done));
server?.kill('SIGTERM');
await stopped;
rmSync(dataDir, { recursive: true, force: true });
const { profiles, versions, results, cases, patients, revisions, waiting, letters } = counts;
const once = [profiles, versions, results, cases, patients].every((number) => number === reports);
const passed = once && revisions === 2 * reports && waiting === 0 && letters === 0;
console.log(
  passed
    ? `PASSED: exactly ${String(reports)} profiles and cases, each event's effect once.`
    : 'FAILED: the counts above are not what was sent.',
);
process.exit(passed ? 0 : 1);
