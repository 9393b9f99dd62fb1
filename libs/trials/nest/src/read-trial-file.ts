import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import {
  checkTrial,
  importCtml,
  importRegistryStudy,
  readCtmlText,
  readStudyReadings,
  type Trial,
  type TrialReferences,
} from '@consilium/trials-core';

export interface ReadTrials {
  readonly trials: readonly Trial[];
  /** What was read otherwise than spelled, or left to a person. */
  readonly remarks: readonly string[];
  /** Trials of the file that could not be taken; the others were. */
  readonly problems: readonly Problem[];
}

export interface TrialFileOptions {
  /** ISO date: as of when the file says what it says. */
  readonly retrievedOn: string;
  readonly references: TrialReferences;
}

/**
 * Reads a file of trials by what it is: our own YAML or JSON, CTML, or studies of ClinicalTrials.gov (JSON or XML). A
 * trial with a problem is left out and told; the others of the file are read.
 */
export function readTrialFile(text: string, options: TrialFileOptions): ReadTrials {
  if (/^\s*</.test(text) || /"protocolSection"/.test(text)) return readRegistry(text, options);
  const document = readCtmlText(text);
  if (!document.ok) return { trials: [], remarks: [], problems: document.error };
  const documents = Array.isArray(document.value) ? document.value : [document.value];
  const read = documents.map((one: unknown, at) => {
    const taken = readOne(one, options);
    // In a list, a place begins with the trial it is in.
    return taken.ok || !Array.isArray(document.value)
      ? taken
      : fail(taken.error.map((each) => ({ ...each, place: `/${String(at)}${each.place}` })));
  });
  return {
    trials: read.flatMap((one) => (one.ok ? [one.value.trial] : [])),
    remarks: read.flatMap((one) => (one.ok ? one.value.remarks : [])),
    problems: read.flatMap((one) => (one.ok ? [] : one.error)),
  };
}

function readOne(
  document: unknown,
  { retrievedOn, references }: TrialFileOptions,
): Result<{ readonly trial: Trial; readonly remarks: readonly string[] }, readonly Problem[]> {
  if (isCtml(document)) return importCtml(document, { retrievedOn, references });
  const trial = checkTrial(document, references);
  return trial.ok ? succeed({ trial: trial.value, remarks: [] }) : fail(trial.error);
}

const ctmlMembers = ['treatment_list', 'protocol_no', 'nct_id', 'match'];

const isCtml = (document: unknown): boolean =>
  typeof document === 'object' && document !== null && ctmlMembers.some((member) => member in document);

function readRegistry(text: string, { retrievedOn }: TrialFileOptions): ReadTrials {
  const readings = readStudyReadings(text);
  if (!readings.ok) return { trials: [], remarks: [], problems: readings.error };
  const studies = readings.value.flatMap((reading) => (reading.ok ? [reading.value] : []));
  const imported = studies.map((study) => importRegistryStudy(study, { retrievedOn }));
  return {
    trials: imported.map(({ trial }) => trial),
    remarks: imported.map(
      ({ trial, report }) =>
        `${trial.id}: ${String(report.structured)} criteria structured, ${String(report.fromFields)} from fields, ${String(report.unstructured)} kept as text, ${String(report.lost)} lost`,
    ),
    problems: readings.value.flatMap((reading) => (reading.ok ? [] : [reading.error])),
  };
}
