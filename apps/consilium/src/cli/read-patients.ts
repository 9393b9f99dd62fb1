import { existsSync, readFileSync } from 'node:fs';
import type { ClinicalFacts, MolecularProfile } from '@consilium/clinical';
import type { Problem } from '@consilium/kernel';
import { assembleRecord, checkClinicalFacts, type PatientRecord } from '@consilium/trials-core';
import { CommandFault } from './command-fault.js';
import { profileOfReport } from './interpret.js';
import { parseJson } from './report-of-file.js';

export interface ReadPatients {
  /** One per patient and hospital, by name. */
  readonly records: readonly PatientRecord[];
  readonly problems: readonly { readonly file: string; readonly problem: Problem }[];
}

type Part = { readonly profile: MolecularProfile } | { readonly facts: ClinicalFacts };

/**
 * Reads what is known of patients: sequencing reports and clinical facts, as data or whole CloudEvents, in any order.
 * Files of the same patient and hospital are put together; of facts the highest version counts, of a report too.
 */
export async function readPatients(files: readonly string[]): Promise<ReadPatients> {
  const problems: { file: string; problem: Problem }[] = [];
  const parts: Part[] = [];
  for (const file of files) {
    if (!existsSync(file)) throw new CommandFault(`${file}: there is no such file.`);
    const part = await readPart(dataOf(parseJson(file, readFileSync(file, 'utf8'))));
    if ('problems' in part) problems.push(...part.problems.map((problem) => ({ file, problem })));
    else parts.push(part);
  }
  const records = new Map<string, PatientRecord>();
  for (const part of parts) {
    const { patient, hospital } = 'facts' in part ? part.facts : part.profile;
    const key = JSON.stringify([hospital, patient]);
    records.set(key, add(records.get(key) ?? { patient, hospital, profiles: [] }, part));
  }
  return {
    records: [...records].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => assembleRecord(record)),
    problems,
  };
}

const dataOf = (document: unknown): unknown =>
  typeof document === 'object' && document !== null && 'specversion' in document && 'data' in document
    ? document.data
    : document;

async function readPart(data: unknown): Promise<Part | { readonly problems: readonly Problem[] }> {
  if (isReport(data)) return profileOfReport(data);
  const facts = checkClinicalFacts(data);
  return facts.ok ? { facts: facts.value } : { problems: facts.error };
}

/** Only a sequencing report has an assay. */
const isReport = (data: unknown): boolean => typeof data === 'object' && data !== null && 'assay' in data;

/** The highest version stands, whatever the order of the files. */
function add(record: PatientRecord, part: Part): PatientRecord {
  if ('facts' in part) {
    const newer = record.facts === undefined || part.facts.version > record.facts.version;
    return newer ? { ...record, facts: part.facts } : record;
  }
  const { profile } = part;
  const same = record.profiles.find(
    ({ reportId, laboratory }) => reportId === profile.reportId && laboratory === profile.laboratory,
  );
  if (same !== undefined && same.version >= profile.version) return record;
  return { ...record, profiles: [...record.profiles.filter((one) => one !== same), profile] };
}
