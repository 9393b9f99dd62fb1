import { existsSync, readFileSync } from 'node:fs';
import { describeProblem, type Problem } from '@consilium/kernel';
import { draftStates } from '@consilium/trials-core';
import { CommandFault } from './command-fault.js';
import { ask, call, connect } from './connection.js';
import { printTable } from './print-table.js';

interface Json {
  readonly json?: boolean;
}

interface Imported {
  readonly drafts?: readonly {
    readonly draft: string;
    readonly trial: string;
    readonly version: number;
    readonly outcome: string;
    readonly unstructured: number;
    readonly problems: readonly Problem[];
  }[];
  readonly remarks?: readonly string[];
  readonly problems?: readonly Problem[];
  readonly message?: string;
}

/** True when every trial of every file was taken. */
export async function importTrials(files: readonly string[], { json }: Json): Promise<boolean> {
  const missing = files.filter((file) => !existsSync(file));
  if (missing.length > 0) throw new CommandFault(`There is no such file: ${missing.join(', ')}.`);
  const connection = connect('curator');
  const outcomes: (Imported & { readonly file: string })[] = [];
  for (const file of files) {
    const response = await call(connection, '/trials/drafts', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: readFileSync(file),
    });
    const answer = (await response.json()) as Imported;
    if (!response.ok && answer.problems === undefined)
      throw new CommandFault(`${file}: ${answer.message ?? 'was not taken.'}`);
    outcomes.push({ file, ...answer });
  }
  if (json === true) console.log(JSON.stringify(outcomes, null, 2));
  else for (const outcome of outcomes) print(outcome);
  return outcomes.every(({ problems = [] }) => problems.length === 0);
}

function print({
  file,
  drafts = [],
  remarks = [],
  problems = [],
}: Imported & { readonly file: string }): void {
  for (const problem of problems) console.log(`${file}: ${describeProblem(problem)}`);
  for (const { draft, trial, version, outcome, unstructured, problems: open } of drafts) {
    const text = unstructured === 0 ? '' : `, ${String(unstructured)} criteria still text`;
    console.log(`${trial}  ${outcome}, version ${String(version)}${text}  (draft ${draft})`);
    for (const problem of open) console.log(`  ${describeProblem(problem)}`);
  }
  for (const remark of remarks) console.log(`  ${remark}`);
}

interface Summary {
  readonly id: string;
  readonly trial: string | null;
  readonly title: string | null;
  readonly version: number;
  readonly state: string;
  readonly problemCount: number;
  readonly unstructuredCount: number;
  readonly exampleCount: number;
}

export async function listTrialDrafts({
  state,
  json,
}: Json & { readonly state?: readonly string[] }): Promise<void> {
  const unknown = state?.find((one) => !draftStates.some((known) => known === one));
  if (unknown !== undefined)
    throw new CommandFault(`${unknown} is no state of a draft. Known: ${draftStates.join(', ')}.`);
  const { trialDrafts } = await ask<{ trialDrafts: Summary[] }>(
    connect('curator'),
    `query ($states: [TrialDraftState!]) { trialDrafts(states: $states) {
       id trial title version state problemCount unstructuredCount exampleCount } }`,
    { states: state?.map((one) => one.toUpperCase().replace('-', '_')) ?? null },
  );
  if (json === true) {
    console.log(JSON.stringify(trialDrafts, null, 2));
    return;
  }
  printTable(
    ['trial', 'state', 'version', 'problems', 'still text', 'examples', 'draft', 'title'],
    trialDrafts.map((one) => [
      one.trial ?? '(unreadable)',
      one.state.toLowerCase().replace('_', '-'),
      String(one.version),
      String(one.problemCount),
      String(one.unstructuredCount),
      String(one.exampleCount),
      one.id,
      one.title ?? '',
    ]),
  );
}

interface Release {
  readonly contentHash: string;
  readonly name: string;
  readonly source: string;
  readonly publishedOn: string;
  readonly trials: number;
  readonly active: boolean;
}

const releases = async (): Promise<readonly Release[]> => {
  const { trialsReleases } = await ask<{ trialsReleases: Release[] }>(
    connect('curator'),
    `{ trialsReleases { contentHash name source publishedOn trials active } }`,
    {},
  );
  return trialsReleases;
};

export async function listTrialsReleases({ json }: Json): Promise<void> {
  const found = await releases();
  if (json === true) {
    console.log(JSON.stringify(found, null, 2));
    return;
  }
  printTable(
    ['release', 'source', 'published', 'trials', 'in use', 'hash'],
    found.map(({ name, source, publishedOn, trials, active, contentHash }) => [
      name,
      source,
      publishedOn,
      String(trials),
      active ? 'yes' : 'no',
      contentHash.slice(0, 12),
    ]),
  );
}

export async function activateTrials(named: string): Promise<void> {
  const found = (await releases()).filter(
    ({ name, contentHash }) => name === named || (named.length >= 6 && contentHash.startsWith(named)),
  );
  const [only] = found;
  if (only === undefined)
    throw new CommandFault(`There is no release ${named}. See \`consilium trials list\`.`);
  if (found.length > 1) throw new CommandFault(`${named} means several releases: give its hash.`);
  const { activateTrials: changed } = await ask<{ activateTrials: boolean }>(
    connect('curator'),
    `mutation ($hash: ID!) { activateTrials(contentHash: $hash) }`,
    { hash: only.contentHash },
  );
  console.log(
    changed
      ? `${only.name} is in use now; every patient is matched anew.`
      : `${only.name} was in use already.`,
  );
}

export async function deactivateTrials(source: string): Promise<void> {
  const { deactivateTrials: changed } = await ask<{ deactivateTrials: boolean }>(
    connect('curator'),
    `mutation ($source: String!) { deactivateTrials(source: $source) }`,
    { source },
  );
  console.log(
    changed ? `${source} is out of use now.` : `${source} was not in use, or is the product's own.`,
  );
}
