import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describeProblem, isDay, type Problem } from '@consilium/kernel';
import { loadBuiltInRelease } from '@consilium/knowledge-nest';
import { loadGeneCatalogue } from '@consilium/platform-reference';
import {
  explainTrial,
  unlockList,
  type PatientRecord,
  type Trial,
  type TrialExplanation,
  type Unlock,
} from '@consilium/trials-core';
import { loadBuiltInTrials, loadEligibilityReferences, readTrialFile } from '@consilium/trials-nest';
import { CommandFault } from './command-fault.js';
import { printMatches } from './print-matches.js';
import { readPatients } from './read-patients.js';

export interface MatchOptions {
  readonly patient: readonly string[];
  readonly trials?: readonly string[];
  readonly on?: string;
  readonly all?: boolean;
  readonly json?: boolean;
}

export interface MatchedPatient {
  readonly patient: string;
  readonly hospital: string;
  readonly trials: readonly TrialExplanation[];
  readonly unlock: readonly Unlock[];
}

interface FileProblem {
  readonly file: string;
  readonly problem: Problem;
}

/**
 * Matches patients to trials here, with no server and no database; true when every file could be read. The same files
 * and date give the same bytes.
 */
export async function match(options: MatchOptions): Promise<boolean> {
  const on = options.on ?? new Date().toISOString().slice(0, 10);
  if (!isDay(on)) throw new CommandFault(`--on ${on}: give a date as 2026-11-23.`);
  const references = loadEligibilityReferences(loadBuiltInRelease());
  const { trials, remarks, problems } = readTrials(options.trials, on, {
    ...references,
    genes: loadGeneCatalogue(),
    conditions: references.conditions.names,
  });
  const patients = await readPatients(options.patient);
  const matched = patients.records.map((record) => matchOne(record, trials, on, references));
  const refused = [...problems, ...patients.problems];
  if (options.json === true) {
    const shown = matched.map((one) => ({ ...one, trials: one.trials.filter(isShown(options)) }));
    console.log(
      JSON.stringify({ on, trials: trials.length, patients: shown, remarks, problems: refused }, null, 2),
    );
  } else {
    for (const { file, problem } of refused) console.log(`${file}: ${describeProblem(problem)}`);
    const byId = new Map(trials.map((trial) => [trial.id, trial]));
    for (const one of matched) printMatches(one, byId, on, options.all === true);
  }
  return refused.length === 0;
}

const isShown =
  ({ all }: MatchOptions) =>
  ({ verdict }: TrialExplanation): boolean =>
    all === true || verdict !== 'not-eligible';

function matchOne(
  record: PatientRecord,
  trials: readonly Trial[],
  on: string,
  references: Parameters<typeof explainTrial>[3],
): MatchedPatient {
  const explained = trials.map((trial) => explainTrial(trial, record, on, references));
  return {
    patient: record.patient,
    hospital: record.hospital,
    trials: explained,
    unlock: unlockList(explained),
  };
}

function readTrials(
  names: readonly string[] | undefined,
  on: string,
  references: Parameters<typeof loadBuiltInTrials>[0],
): {
  readonly trials: readonly Trial[];
  readonly remarks: readonly string[];
  readonly problems: readonly FileProblem[];
} {
  if (names === undefined || names.length === 0)
    return { trials: loadBuiltInTrials(references).trials, remarks: [], problems: [] };
  const read = names
    .flatMap(filesIn)
    .map((file) => ({ file, ...readTrialFile(textOf(file), { retrievedOn: on, references }) }));
  const trials = new Map(read.flatMap((one) => one.trials).map((trial) => [trial.id, trial]));
  return {
    trials: [...trials.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    remarks: read.flatMap(({ remarks }) => remarks),
    problems: read.flatMap(({ file, problems }) => problems.map((problem) => ({ file, problem }))),
  };
}

/** A folder stands for the files of trials in it. */
function filesIn(name: string): readonly string[] {
  if (!existsSync(name)) throw new CommandFault(`${name}: there is no such file.`);
  if (!statSync(name).isDirectory()) return [name];
  return readdirSync(name)
    .sort()
    .map((file) => join(name, file))
    .flatMap((file) => (statSync(file).isDirectory() ? filesIn(file) : [file]))
    .filter((file) => /\.(ya?ml|json|xml)(\.gz)?$/.test(file) && !file.endsWith('release.yaml'));
}

/** More than any registry file of one study; a list of thousands is better cut. */
const longestFile = 256 * 1024 * 1024;

function textOf(file: string): string {
  if (statSync(file).size > longestFile) throw new CommandFault(`${file}: larger than 256 MB. Split it.`);
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes, { maxOutputLength: longestFile }) : bytes).toString(
    'utf8',
  );
}
