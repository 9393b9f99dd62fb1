import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDevelopmentIdentity, personHolder } from '@consilium/platform-identity';
import { Database, startEmbeddedPostgres, type Scope } from '@consilium/platform-persistence';
import { askOften, askOnce, type Asked, type Rate } from './graphql/ask-often.js';
import { caseList, casePage, emptyQuery } from './graphql/case-queries.js';
import { explain } from './graphql/explain.js';
import { fillCases } from './graphql/fill-cases.js';
import { makeTemplates } from './graphql/make-templates.js';
import type { Statement } from './graphql/serve-cases.js';
import { ServerProcess } from './graphql/server-process.js';

const seconds = 10;
const users = 20;
const hospital = 'university-hospital';

/**
 * Case pages over HTTP beside an empty query of the same NestJS and Apollo, and beside a bare program that sends the same
 * statements and writes as many bytes, in the same run. Servers, database and load
 * are processes of their own and share the machine.
 */
export async function benchGraphql(count = 100_000): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'consilium-bench-'));
  chmodSync(dataDir, 0o755);
  const postgres = await startEmbeddedPostgres(dataDir, () => undefined);
  const owner = await Database.connect(postgres.ownerUrl, [], { poolSize: 2 });
  const database = await Database.connect(postgres.url, [], { poolSize: 2 });
  const { verifier, users: people } = await createDevelopmentIdentity(dataDir, false);
  const empty = await ServerProcess.start('./serve-empty.js', [], { NODE_ENV: 'production' });
  const cases = await ServerProcess.start('./serve-cases.js', people, {
    NODE_ENV: 'production',
    CONSILIUM_ISSUER: verifier.issuer,
    CONSILIUM_AUDIENCE: verifier.audience,
    CONSILIUM_JWKS: JSON.stringify(verifier.jwks),
    CONSILIUM_DATA_DIR: dataDir,
    CONSILIUM_DATABASE_URL: postgres.url,
    CONSILIUM_DATABASE_OWNER_URL: postgres.ownerUrl,
    CONSILIUM_LOG_LEVEL: 'error',
  });
  const bare = await ServerProcess.start('./serve-statements.js', [], {
    NODE_ENV: 'production',
    CONSILIUM_DATABASE_URL: postgres.url,
  });
  try {
    await makeTemplates(cases);
    const began = performance.now();
    await fillCases(owner, count);
    const made = ((performance.now() - began) / 1000).toFixed(0);
    console.log(
      `${count.toLocaleString('en')} cases made in ${made} s. ${process.version}. Load: a process beside the server.`,
    );
    const everybody = { hospitals: [hospital] };
    const treating = { ...everybody, holders: [personHolder(`dev:referrer:${hospital}`)] };
    const page = await pagesOf(database, everybody, cases.tokenOf('molecular-pathologist', hospital));
    const ownPage = await pagesOf(database, treating, cases.tokenOf('referrer', hospital));
    const list = listOf(cases.tokenOf('molecular-pathologist', hospital));
    const ownList = listOf(cases.tokenOf('referrer', hospital));
    const nothing = (): Asked => ({ body: JSON.stringify({ query: emptyQuery }) });
    for (const [what, scope, asked] of [
      ['case page', everybody, page()],
      ['list of 50', everybody, list()],
      ['case page, to who treats the patient', treating, ownPage()],
      ['list of 50, to who treats them', treating, ownList()],
    ] as const)
      await tellPlans({ cases, database, scope }, what, asked);
    await bare.hand(await pageAlone(cases, page()));
    for (const [url, next] of [
      [empty.url, nothing],
      [bare.url, nothing],
      [cases.url, page],
      [cases.url, list],
      [cases.url, ownPage],
    ] as const)
      await askOften(url, next, users, seconds / 2);
    for (const atOnce of [1, users]) {
      const before = await askOften(empty.url, nothing, atOnce, seconds / 2);
      const alone = await askOften(bare.url, nothing, atOnce, seconds / 2);
      const pages = await askOften(cases.url, page, atOnce, seconds);
      const lists = await askOften(cases.url, list, atOnce, seconds);
      const own = await askOften(cases.url, ownPage, atOnce, seconds);
      const ownLists = await askOften(cases.url, ownList, atOnce, seconds);
      const after = await askOften(empty.url, nothing, atOnce, seconds / 2);
      const floor = (before.perSecond + after.perSecond) / 2;
      tell(`empty query, ${String(atOnce)} at once`, before, before.perSecond / floor);
      tell(`  its statements alone, ${String(atOnce)} at once`, alone, alone.perSecond / floor);
      tell(`case page, ${String(atOnce)} at once`, pages, pages.perSecond / floor);
      tell(`list of 50, ${String(atOnce)} at once`, lists, lists.perSecond / floor);
      tell(`  page, who treats, ${String(atOnce)} at once`, own, own.perSecond / floor);
      tell(`  list, who treats, ${String(atOnce)} at once`, ownLists, ownLists.perSecond / floor);
      tell(`empty query, ${String(atOnce)} at once`, after, after.perSecond / floor);
    }
  } finally {
    await cases.stop();
    await bare.stop();
    await empty.stop();
    await owner.close();
    await database.close();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Asks for the page of any of the cases that a scope sees. */
async function pagesOf(database: Database, scope: Scope, token: string): Promise<() => Asked> {
  const rows: { id: string }[] = await database.transaction(scope, (tx) =>
    tx.query(`SELECT id FROM board.case_file WHERE patient ~ '^P-[0-9]+$'`),
  );
  return () => {
    const id = rows[Math.floor(Math.random() * rows.length)]?.id;
    return { token, body: JSON.stringify({ query: casePage, variables: { id } }) };
  };
}

/** The statements and the bytes of a page. What else the server asks meanwhile is left out. */
async function pageAlone(
  cases: ServerProcess,
  asked: Asked,
): Promise<{ statements: Statement[]; bytes: number }> {
  await askOnce(cases.url, asked);
  let bytes = 0;
  const heard = await cases.statementsOf(async () => {
    bytes = (await askOnce(cases.url, asked)).length;
  });
  return { statements: heard.filter(isOfRequest), bytes };
}

const listOf = (token: string) => (): Asked => ({
  token,
  body: JSON.stringify({ query: caseList, variables: {} }),
});

/** Statements of one request, and the plans of those that read or write rows. */
async function tellPlans(
  {
    cases,
    database,
    scope,
  }: { readonly cases: ServerProcess; readonly database: Database; readonly scope: Scope },
  what: string,
  asked: Asked,
): Promise<void> {
  await askOnce(cases.url, asked);
  const all = await cases.statementsOf(() => askOnce(cases.url, asked));
  const heard = all.filter(isOfRequest);
  console.log(`${what}: ${String(heard.length)} statements`);
  for (const { text } of heard) console.log(`    ${text.replace(/\s+/g, ' ').trim().slice(0, 90)}`);
  for (const { statement, scanned, lines } of await explain(database, scope, heard))
    if (scanned.length > 0)
      console.log(`  SCANS ${scanned.join(', ')}: ${statement}\n    ${lines.join('\n    ')}`);
}

/** Told apart from what runs in the background. */
const isOfRequest = ({ text }: Statement): boolean =>
  !/messaging\.|audit\.seal|FROM audit\.waiting|trials\.|FROM interpretation|genomics\./.test(text);

function tell(what: string, { perSecond, p50, p99, bytes }: Rate, ratio: number): void {
  console.log(
    `${what.padEnd(28)} ${perSecond.toFixed(0).padStart(6)}/s  ${ratio.toFixed(2).padStart(5)} of empty  p50 ${p50.toFixed(1).padStart(6)} ms  p99 ${p99.toFixed(1).padStart(6)} ms  ${String(bytes)} bytes`,
  );
}
