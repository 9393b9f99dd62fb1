import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describeProblem } from '@consilium/kernel';
import { compareReleases, type FileReport, type IdentifiedRelease } from '@consilium/knowledge-core';
import {
  hashOfRelease,
  importReference,
  importSource,
  importSources,
  loadBuiltInRelease,
  loadImportReferences,
  referenceSources,
  ReleaseFolder,
  type ImportOutcome,
  type ReferenceSource,
} from '@consilium/knowledge-nest';
import { CommandFault } from './command-fault.js';
import { ask, call, connect } from './connection.js';
import { printTable } from './print-table.js';

const shortHash = (hash: string): string => hash.slice(0, 12);

const folderPath = (): string =>
  join(resolve(process.env['CONSILIUM_DATA_DIR'] ?? '.consilium'), 'knowledge');

/** The product's own release and what was imported on this machine. */
export function releasesHere(): readonly (Omit<IdentifiedRelease, 'release'> & { readonly name: string })[] {
  const own = loadBuiltInRelease();
  return [{ name: own.name, contentHash: hashOfRelease(own) }, ...new ReleaseFolder(folderPath()).list()];
}

/** By name, or by the beginning of its hash. */
export function findRelease(named: string): IdentifiedRelease {
  const found = releasesHere().filter(
    ({ name, contentHash }) => name === named || (named.length >= 6 && contentHash.startsWith(named)),
  );
  const [only] = found;
  if (only === undefined) {
    throw new CommandFault(`There is no release ${named} here. See \`consilium knowledge list\`.`);
  }
  if (found.length > 1) {
    throw new CommandFault(
      `${named} means several releases: ${found.map(({ contentHash }) => shortHash(contentHash)).join(', ')}.`,
    );
  }
  const own = loadBuiltInRelease();
  if (hashOfRelease(own) === only.contentHash) return { release: own, contentHash: only.contentHash };
  const release = new ReleaseFolder(folderPath()).read(only.contentHash);
  if (release === undefined) throw new CommandFault(`The release ${named} is gone.`);
  return release;
}

interface ServerRelease {
  readonly contentHash: string;
  readonly name: string;
  readonly active: boolean;
  readonly statements: number;
}

/** Releases on this machine, and on the server where one answers. */
export async function listReleases({ json }: { readonly json?: boolean }): Promise<void> {
  const server = await serverReleases();
  const here = releasesHere();
  const hashes = [...new Set([...here, ...server].map(({ contentHash }) => contentHash))];
  const rows = hashes.map((contentHash) => {
    const onServer = server.find((one) => one.contentHash === contentHash);
    const local = here.find((one) => one.contentHash === contentHash);
    return {
      name: (onServer ?? local)?.name ?? '',
      contentHash,
      statements:
        onServer?.statements ?? (local === undefined ? 0 : findRelease(contentHash).release.evidence.length),
      here: local !== undefined,
      active: onServer?.active ?? false,
    };
  });
  if (json === true) {
    console.log(JSON.stringify(rows, null, 2));
    return;
  }
  printTable(
    ['release', 'hash', 'statements', 'here', 'active on the server'],
    rows.map(({ name, contentHash, statements, here: local, active }) => [
      name,
      shortHash(contentHash),
      String(statements),
      local ? 'yes' : 'no',
      active ? 'yes' : 'no',
    ]),
  );
}

async function serverReleases(): Promise<readonly ServerRelease[]> {
  try {
    const { knowledgeReleases } = await ask<{ knowledgeReleases: ServerRelease[] }>(
      connect('curator'),
      `{ knowledgeReleases { contentHash name active statements } }`,
      {},
    );
    return knowledgeReleases;
  } catch (fault) {
    // Everything but activating works without a server.
    if (fault instanceof CommandFault) return [];
    throw fault;
  }
}

export function compare(from: string, to: string, { json }: { readonly json?: boolean }): void {
  const [before, after] = [findRelease(from), findRelease(to)];
  const result = compareReleases(before.release, after.release);
  if (json === true) {
    console.log(JSON.stringify(result, null, 2));
    return;
  }
  const { added, removed, changed, unchanged, otherParts } = result;
  console.log(
    `${String(added.length)} added, ${String(removed.length)} removed, ${String(changed.length)} changed, ${String(unchanged)} the same.`,
  );
  for (const { id, statement } of added) console.log(`+ ${id}  ${firstWords(statement)}`);
  for (const { id, statement } of removed) console.log(`- ${id}  ${firstWords(statement)}`);
  for (const { id, members } of changed) console.log(`~ ${id}  ${members.join(', ')}`);
  if (otherParts.length > 0) console.log(`Also different: ${otherParts.join(', ')}.`);
}

const firstWords = (text: string): string => (text.length > 100 ? `${text.slice(0, 99)}…` : text);

export interface ImportOptions {
  readonly json?: boolean;
  readonly report?: string;
  readonly out?: string;
}

/** True when every file was read and every row taken or accounted for. */
export async function importKnowledge(
  source: string,
  files: readonly string[],
  options: ImportOptions,
): Promise<boolean> {
  const missing = files.filter((file) => !existsSync(file));
  if (missing.length > 0) throw new CommandFault(`There is no such file: ${missing.join(', ')}.`);
  const reference = referenceSources.find((one) => one === source);
  if (reference !== undefined) return importTable(reference, files, options);
  const known = importSources.find((one) => one === source);
  if (known === undefined) {
    const all = [...importSources, ...referenceSources].join(', ');
    throw new CommandFault(`${source} is not a source that can be imported. Known: ${all}.`);
  }
  if (files.length === 0 && (known === 'civic' || known === 'moalmanac')) {
    throw new CommandFault(`Name the files of ${known}.`);
  }
  const token = process.env['CONSILIUM_ONCOKB_TOKEN'];
  const outcome = await importSource(
    { source: known, paths: files, ...(token === undefined ? {} : { oncoKbToken: token }) },
    loadImportReferences(),
    loadBuiltInRelease(),
  ).catch((fault: unknown) => {
    const why = fault instanceof Error ? fault.message : '';
    throw new CommandFault(`${known} cannot be asked: ${why}`);
  });
  const stored =
    outcome.release === undefined ? undefined : new ReleaseFolder(folderPath()).write(outcome.release);
  const report = options.report ?? (stored === undefined ? undefined : reportFile(stored.contentHash));
  if (report !== undefined) writeFileSync(report, `${JSON.stringify(outcome.files, null, 1)}\n`);
  if (options.json === true) {
    const { release, files: read, problems } = outcome;
    const counts = read.map(withoutRemarks);
    console.log(
      JSON.stringify({ release: release?.name, ...stored, files: counts, problems, report }, null, 2),
    );
  } else {
    printOutcome(outcome, stored, report);
  }
  return outcome.problems.length === 0;
}

/** A table of the product's vocabulary, written for a person to compare and review. */
async function importTable(
  source: ReferenceSource,
  files: readonly string[],
  { out, json }: ImportOptions,
): Promise<boolean> {
  const [file] = files;
  if (file === undefined || files.length > 1) throw new CommandFault(`Name the one file of ${source}.`);
  const table = await importReference(source, file);
  if (!table.ok) {
    for (const problem of table.error) console.log(describeProblem(problem));
    return false;
  }
  const { text, rows, skipped } = table.value;
  if (out === undefined && json !== true) console.log(text);
  if (out !== undefined) writeFileSync(out, text);
  const summary = { rows, skipped: skipped.length, written: out };
  if (json === true) console.log(JSON.stringify({ ...summary, reasons: skipped }, null, 2));
  else console.error(`${String(rows)} rows, ${String(skipped.length)} skipped.`);
  return true;
}

const reportFile = (contentHash: string): string =>
  join(folderPath(), `${shortHash(contentHash)}.import.json`);

const withoutRemarks = ({ remarks: _, ...counts }: FileReport) => counts;

function printOutcome(
  { release, files, problems }: ImportOutcome,
  stored: { readonly contentHash: string; readonly known: boolean } | undefined,
  report: string | undefined,
): void {
  printTable(
    ['file', 'rows', 'taken', 'with a note', 'repeated', 'superseded', 'skipped'],
    files.map((file) => [
      file.file,
      ...[file.rows, file.taken, file.changed, file.repeated, file.superseded, file.skipped].map(String),
    ]),
  );
  for (const problem of problems) console.log(describeProblem(problem));
  for (const [reason, count] of reasonsFor(files, 'skipped'))
    console.log(`skipped ${String(count)}: ${reason}`);
  if (release === undefined || stored === undefined) {
    console.log('Nothing could be taken: no release was made.');
    return;
  }
  const state = stored.known ? 'was here already: nothing changed' : 'is new';
  console.log(`\n${release.name} ${shortHash(stored.contentHash)} ${state}.`);
  console.log(`${String(release.evidence.length)} statements, ${String(release.terms?.length ?? 0)} names.`);
  if (report !== undefined) console.log(`What became of each row: ${report}`);
  console.log(`Use it: consilium knowledge activate ${shortHash(stored.contentHash)}`);
}

function reasonsFor(files: readonly FileReport[], outcome: string): readonly [string, number][] {
  const counts = new Map<string, number>();
  for (const { remarks } of files) {
    for (const remark of remarks) {
      if (remark.outcome !== outcome) continue;
      for (const reason of remark.reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** Sends a release to the server where it does not have it, and makes it the active one of its source. */
export async function activateRelease(named: string): Promise<void> {
  const connection = connect('curator');
  const known = (await serverReleases()).filter(
    ({ name, contentHash }) => name === named || (named.length >= 6 && contentHash.startsWith(named)),
  );
  let contentHash = known.length === 1 ? known[0]?.contentHash : undefined;
  if (contentHash === undefined) {
    const { release } = findRelease(named);
    const response = await call(connection, '/knowledge/releases', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(release),
    });
    const answer = (await response.json()) as { contentHash?: string; message?: string };
    if (answer.contentHash === undefined)
      throw new CommandFault(answer.message ?? 'The release was not taken.');
    contentHash = answer.contentHash;
  }
  const { activateKnowledge } = await ask<{ activateKnowledge: boolean }>(
    connection,
    `mutation ($hash: ID!) { activateKnowledge(contentHash: $hash) }`,
    { hash: contentHash },
  );
  console.log(
    activateKnowledge
      ? `${named} is active now; every case is being interpreted anew.`
      : `${named} was active already.`,
  );
}

export async function deactivateSource(source: string): Promise<void> {
  const { deactivateKnowledge } = await ask<{ deactivateKnowledge: boolean }>(
    connect('curator'),
    `mutation ($source: String!) { deactivateKnowledge(source: $source) }`,
    { source },
  );
  console.log(deactivateKnowledge ? `${source} is out of use now.` : `${source} was not in use.`);
}
