import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import type { MolecularProfile, PatientFacts } from '@consilium/clinical';
import { validateEvent, type LabSequencingReportV1 } from '@consilium/contracts';
import { buildProfile } from '@consilium/genomics-core';
import { readAttachments, type NamedAttachment } from '@consilium/genomics-nest';
import { indexKnowledge, interpretProfile, type ProfileInterpretation } from '@consilium/interpretation-core';
import { describeProblem, type Problem } from '@consilium/kernel';
import { loadGeneCatalogue, loadTumourTypes } from '@consilium/platform-reference';
import { CommandFault } from './command-fault.js';
import { findRelease, releasesHere } from './knowledge.js';
import { printInterpretation } from './print-interpretation.js';
import { describeFile, parseJson, reportOfFile, type FileOptions } from './report-of-file.js';

export interface InterpretOptions extends FileOptions {
  readonly json?: boolean;
  readonly release?: readonly string[];
  readonly facts?: string;
}

/** Bytes a file may unpack to. */
const unpackedLimit = 2048 * 1024 * 1024;

interface Interpreted {
  readonly file: string;
  readonly profile?: MolecularProfile;
  readonly interpretation?: ProfileInterpretation;
  readonly problems?: readonly Problem[];
}

/** Interprets reports, VCF and MAF files with no server; true when every one could be read. */
export async function interpret(files: readonly string[], options: InterpretOptions): Promise<boolean> {
  const names =
    options.release ??
    releasesHere()
      .slice(0, 1)
      .map(({ contentHash }) => contentHash);
  const releases = names.map(findRelease);
  const index = indexKnowledge(releases.map(({ release }) => release));
  const tumourTypes = loadTumourTypes();
  const patient = options.facts === undefined ? undefined : readFacts(options.facts);
  const results: Interpreted[] = [];
  for (const file of files) {
    const built = await profileOf(file, options);
    results.push(
      'problems' in built
        ? { file, problems: built.problems }
        : {
            file,
            profile: built.profile,
            interpretation: interpretProfile(
              built.profile,
              index,
              tumourTypes,
              patient === undefined ? {} : { patient },
            ),
          },
    );
  }
  if (options.json === true) {
    const used = releases.map(({ release: { name }, contentHash }) => ({ name, contentHash }));
    console.log(JSON.stringify({ releases: used, results }, null, 2));
  } else {
    for (const { file, profile, interpretation, problems = [] } of results) {
      for (const problem of problems) console.log(`${file}: ${describeProblem(problem)}`);
      if (profile !== undefined && interpretation !== undefined)
        printInterpretation(file, profile, interpretation);
    }
  }
  return results.every(({ problems }) => problems === undefined);
}

type Built = { readonly profile: MolecularProfile } | { readonly problems: readonly Problem[] };

async function profileOf(file: string, options: FileOptions): Promise<Built> {
  if (!existsSync(file)) throw new CommandFault(`${file}: there is no such file.`);
  return file.endsWith('.json')
    ? profileOfReport(reportIn(file))
    : profileOfReport(await attachedReport(file, options), file);
}

/** The profile a report makes; `attached` is the file beside it, where it has one. */
export async function profileOfReport(document: unknown, attached?: string): Promise<Built> {
  const valid = validateEvent('lab.sequencing-report.v1', document);
  if (!valid.ok) return { problems: valid.error };
  const genes = loadGeneCatalogue();
  const open = (_: NamedAttachment) =>
    Promise.resolve(attached === undefined ? undefined : createReadStream(attached));
  const findings = await readAttachments({ open, genes, unpackedLimit }, valid.value);
  if (!findings.ok) return { problems: findings.error };
  const { hospital, laboratory, reportId } = valid.value;
  // Nothing is stored here: the report's own name serves, and the same file gives the same bytes.
  const profileId = [hospital, laboratory, reportId].join('/');
  const context = { genes, tumourTypes: loadTumourTypes(), now: new Date(), profileId };
  const profile = buildProfile(valid.value, findings.value, context);
  return profile.ok ? { profile: profile.value } : { problems: profile.error };
}

/** A report, or the whole event that carries one. */
function reportIn(file: string): unknown {
  const document = parseJson(file, readFileSync(file, 'utf8'));
  return typeof document === 'object' && document !== null && 'specversion' in document && 'data' in document
    ? document.data
    : document;
}

async function attachedReport(file: string, options: FileOptions): Promise<LabSequencingReportV1> {
  const described = describeFile(file, options);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) hash.update(chunk);
  return reportOfFile(described, hash.digest('hex'), options);
}

function readFacts(file: string): PatientFacts {
  if (!existsSync(file)) throw new CommandFault(`${file}: there is no such file.`);
  const facts = parseJson(file, readFileSync(file, 'utf8'));
  const known = [
    'priorTherapies',
    'medication',
    'sex',
    'age',
    'ageAtDiagnosis',
    'familyHistory',
    'transfusedRecently',
  ];
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) {
    throw new CommandFault(`${file}: give an object with any of ${known.join(', ')}.`);
  }
  const strange = Object.keys(facts).filter((member) => !known.includes(member));
  // A misspelt member would silently count as not stated.
  if (strange.length > 0) {
    throw new CommandFault(`${file}: ${strange.join(', ')} is not known. Known: ${known.join(', ')}.`);
  }
  return facts;
}
