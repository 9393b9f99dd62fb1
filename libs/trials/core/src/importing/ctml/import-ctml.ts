import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import type { Criterion } from '../../language/criterion.js';
import type { Arm, Trial } from '../../language/trial.js';
import { allOf } from './fragment.js';
import { isList, readMembers, type Member } from './read-members.js';
import { readFreeText } from './read-free-text.js';
import { readMatch } from './read-match.js';
import { readTreatment } from './read-treatment.js';
import { readTrialFacts } from './read-trial-facts.js';
import { startReading, type CtmlReferences, type Reading } from './reading.js';
import { trialVocabulary } from './trial-vocabulary.js';

export interface CtmlOptions {
  /** ISO date. */
  readonly retrievedOn: string;
  readonly references: CtmlReferences;
}

export interface ImportedCtml {
  readonly trial: Trial;
  /** What was read otherwise than it is spelled, left open, or left out, for the curator. */
  readonly remarks: readonly string[];
}

/**
 * Reads one trial in MatchMiner's Clinical Trial Markup Language, as both of its engines and their forks write it. Every
 * key is known, or the trial is refused with the place and the nearest key; a trial with a problem is no trial. What
 * our language cannot express stays beside the rest as an unstructured criterion, which is never known.
 */
export function importCtml(
  document: unknown,
  { retrievedOn, references }: CtmlOptions,
): Result<ImportedCtml, readonly Problem[]> {
  const reading = startReading(references);
  const trial = readTrial(document, retrievedOn, reading);
  return trial === undefined || reading.problems.length > 0
    ? fail(reading.problems)
    : succeed({ trial, remarks: reading.remarks });
}

function readTrial(document: unknown, retrievedOn: string, reading: Reading): Trial | undefined {
  const root = isList(document) && document.length === 1 ? document[0] : document;
  if (isList(root)) {
    const message = `The document is a list of ${String(root.length)} trials.`;
    reading.refuse('WRONG_TYPE', '', message, 'Give each trial by itself.');
    return;
  }
  const members = readMembers(root, '', trialVocabulary, reading);
  if (members === undefined) return undefined;
  const facts = readTrialFacts(members, retrievedOn, reading);
  const eligibility = readEligibility(members, reading);
  const treated = readTreatment(members.get('treatment_list'), eligibility, reading);
  const arms = treated.length > 0 ? treated : wholeTrial(members, reading);
  if (facts === undefined || arms === undefined) return undefined;
  return { ...facts, ...(eligibility === undefined ? {} : { eligibility }), arms };
}

/** What holds for every arm: the match at the top, and the requirements given as text. */
function readEligibility(members: ReadonlyMap<string, Member>, reading: Reading): Criterion | undefined {
  const match = readMatch(members.get('match')?.value, '/match', reading);
  const texts = ['prior_treatment_requirements', 'additional_criteria_requirements'].flatMap((key) =>
    readFreeText(members.get(key)?.value, `/${key}`, reading),
  );
  const parts = [...(match === undefined ? [] : [match]), ...texts];
  return parts.length === 0 ? undefined : allOf(parts);
}

function wholeTrial(members: ReadonlyMap<string, Member>, reading: Reading): readonly Arm[] | undefined {
  if (members.get('match') === undefined) {
    const message = 'The trial has neither a treatment_list with arms nor a match.';
    reading.refuse('MISSING', '', message, 'Give treatment_list.step with its arms.');
    return;
  }
  reading.remark('The trial has no arms; its match was read as that of one arm.');
  return [{ id: 'all', name: 'All participants' }];
}
