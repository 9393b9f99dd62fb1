import { fork } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startConsilium, type Running } from 'consilium-app';
import pg from 'pg';
import { readConfig } from '@consilium/platform-config';
import { Database } from '@consilium/platform-persistence';
import { startEmptyApi } from './graphql/empty-api.js';
import type { Answered, Load } from './graphql/load.js';
import { makeManyCases } from './graphql/many-cases.js';
import { workOnCase } from './graphql/worked-case.js';

const samples = fileURLToPath(new URL('../../test/samples/', import.meta.url));
const templates = ['nci-h1975', 'colo-829', 'colorectal-braf', 'colorectal-msi-high', 'ovarian-brca1'];
const hospital = 'university-hospital';
const seconds = 8;
/** Of other work in the same process: not of the query that is counted. */
const inTheBackground = /messaging\.outbox|audit\.waiting|audit\.seal|jobs\.job|pg_try_advisory/;

const casePage = `query ($id: ID!) {
  case(id: $id) {
    id patient revision updatedAt diagnosis { code name }
    work { state version presentation urgent plan completeness
      tasks { id title owner dueOn isDone } issues { severity path message owner }
      referral { reason question guidelineStatus diagnoses { code isMain } } }
    profiles { id status issuedAt smallVariantCount
      smallVariants { gene proteinChange codingChange vaf origin consequence }
      copyNumberAlterations { gene state copies } structuralVariants { kind fivePrimeGene threePrimeGene }
      biomarkers { kind state value unit } }
    interpretations { profileId state }
    therapyOptions { drugs group direction level rank explanation { facts sentences release } }
    recommendation { items { id kind priority drugs gate gateReasons rationale references } signed { version } }
    lateData { what } reminders { timer level } comments { text } attachments { name }
    journal { version step by at }
  }
}`;
const listPage = `query {
  cases(first: 50) { pageInfo { hasNextPage endCursor }
    edges { node { id patient updatedAt diagnosis { code name } work { state urgent completeness } reminders { level } } } }
}`;

/** The case page and the list of cases among `cases` of them (default 100,000), beside an empty query in the same run. */
export async function benchGraphql(cases = 100_000): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'consilium-bench-'));
  chmodSync(dataDir, 0o755);
  const running = await startConsilium({
    ...readConfig({ CONSILIUM_DATA_DIR: dataDir, CONSILIUM_LOG_LEVEL: 'error' }),
    port: 0,
  });
  const owner = await Database.connect(running.ownerUrl, [], { poolSize: 1 });
  const empty = await startEmptyApi();
  try {
    const ids = await prepare(running, owner, cases);
    const token = running.users.find(({ role }) => role === 'coordinator')?.token ?? '';
    const of = (query: string, variables: readonly object[]) => ({
      url: `${running.url}/graphql`,
      token,
      query,
      variables,
    });
    const page = of(
      casePage,
      ids.map((id) => ({ id })),
    );
    console.log(`${cases.toLocaleString('en')} cases, ${process.version}, asked from a process of its own`);
    for (const [name, load] of [
      ['case page', page],
      ['list of 50', of(listPage, [{}])],
    ] as const)
      console.log(`${name.padEnd(14)} ${String(await statementsOf(load))} statements`);
    const scans = await scansOf(owner);
    for (const atOnce of [1, 20]) {
      const floor = await measure({
        url: empty.url,
        token: '',
        query: '{ nothing }',
        variables: [{}],
        atOnce,
        seconds,
      });
      tell('empty query', atOnce, floor);
      for (const [name, load] of [
        ['case page', page],
        ['list of 50', of(listPage, [{}])],
      ] as const)
        tell(name, atOnce, await measure({ ...load, atOnce, seconds }), floor);
    }
    const after = await scansOf(owner);
    const scanned = [...after]
      .filter(([table, count]) => count > (scans.get(table) ?? 0))
      .map(([table]) => table);
    console.log(`read from end to end: ${scanned.length === 0 ? 'no table of cases' : scanned.join(', ')}`);
  } finally {
    await empty.stop();
    await owner.close();
    await running.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function prepare(running: Running, owner: Database, cases: number): Promise<readonly string[]> {
  for (const name of templates) {
    const lab = running.users.find(({ role }) => role === 'lab')?.token ?? '';
    const answer = await fetch(`${running.url}/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${lab}`, 'content-type': 'application/cloudevents+json' },
      body: readFileSync(join(samples, `${name}.report.json`)),
    });
    if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`);
  }
  const results = async (): Promise<number> => {
    const rows: { count: number }[] = await running.database.transaction('every-hospital', (tx) =>
      tx.query(`SELECT count(*)::int FROM board.case_result`),
    );
    return rows[0]?.count ?? 0;
  };
  while ((await results()) < templates.length) await new Promise((resolve) => setTimeout(resolve, 50));
  await workOnCase(running);
  const ids = await makeManyCases(owner, { cases, hospital });
  await owner.source.query(`VACUUM ANALYZE`);
  return ids;
}

/** What the service asks the database for one query, its frame included. */
async function statementsOf(load: Omit<Load, 'atOnce' | 'seconds'>): Promise<number> {
  const runner = pg.Client.prototype as unknown as { query: (...given: unknown[]) => unknown };
  const original = runner.query;
  const body = JSON.stringify({ query: load.query, variables: load.variables[0] });
  const ask = () =>
    fetch(load.url, {
      method: 'POST',
      headers: { authorization: `Bearer ${load.token}`, 'content-type': 'application/json' },
      body,
    }).then((answer) => answer.text());
  await ask();
  let counted = 0;
  runner.query = function (this: unknown, ...given: unknown[]) {
    if (!inTheBackground.test(JSON.stringify(given[0]))) counted += 1;
    return original.apply(this, given);
  };
  await ask();
  runner.query = original;
  return counted;
}

/** How often each table of cases was read from end to end. */
async function scansOf(owner: Database): Promise<ReadonlyMap<string, number>> {
  // Written by each session when it rests, and seen then.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const rows: { name: string; scans: string }[] = await owner.source.query(
    `SELECT relname AS name, seq_scan AS scans FROM pg_stat_user_tables
     WHERE schemaname = 'board' AND n_live_tup > 1000 ORDER BY 1`,
  );
  return new Map(rows.map(({ name, scans }) => [name, Number(scans)]));
}

const measure = (load: Load): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const asking = fork(fileURLToPath(new URL('./graphql/load.js', import.meta.url)));
    asking.once('message', (answered: Answered) => {
      resolve(answered);
    });
    asking.once('exit', (code) => {
      reject(new Error(`Asking ended with ${String(code)}.`));
    });
    asking.send(load);
  });

function tell(
  name: string,
  atOnce: number,
  { perSecond, p50, p99, bytes }: Answered,
  floor?: Answered,
): void {
  const ratio = floor === undefined ? '' : `  ${(perSecond / floor.perSecond).toFixed(3)} of the empty query`;
  console.log(
    `${name.padEnd(14)} ${String(atOnce).padStart(2)} at once  ${perSecond.toFixed(0).padStart(6)} /s  p50 ${p50.toFixed(1).padStart(6)} ms  p99 ${p99.toFixed(1).padStart(6)} ms  ${(bytes / 1024).toFixed(1).padStart(6)} kB${ratio}`,
  );
}
