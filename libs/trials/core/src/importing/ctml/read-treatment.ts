import type { Criterion } from '../../language/criterion.js';
import type { Arm, Cohort } from '../../language/trial.js';
import { allOf } from './fragment.js';
import { findContradictions } from './find-contradiction.js';
import { lookUp, placed, readMembers, refuseValue, type Member } from './read-members.js';
import { readFreeText } from './read-free-text.js';
import { readMatch } from './read-match.js';
import { below, type Reading } from './reading.js';
import { armVocabulary, levelVocabulary, stepVocabulary } from './trial-vocabulary.js';
import { textIn, textsIn } from './trial-text.js';
import { yesOrNo } from './genomic-vocabulary.js';

/**
 * `treatment_list`: the arms of all steps, each joined by the match of its step, with the dose levels as cohorts. `given`
 * holds for all of them and is needed to see what contradicts it.
 */
export function readTreatment(
  list: Member | undefined,
  given: Criterion | undefined,
  reading: Reading,
): readonly Arm[] {
  if (list === undefined || list.value === null) return [];
  const members = readMembers(list.value, list.place, { of: 'treatment_list', keys: ['step'] }, reading);
  const step = members?.get('step');
  const steps = step === undefined ? [] : placed(step.value, step.place);
  const used = new Set<string>();
  return steps.flatMap((one, index) =>
    readStep(one, steps.length > 1 ? index : undefined, { used, given, reading }),
  );
}

interface Treatment {
  readonly used: Set<string>;
  readonly given: Criterion | undefined;
  readonly reading: Reading;
}
interface Placed {
  readonly value: unknown;
  readonly place: string;
}

function readStep({ value, place }: Placed, index: number | undefined, treatment: Treatment): readonly Arm[] {
  const { reading, used } = treatment;
  const step = readMembers(value, place, stepVocabulary, reading);
  if (step === undefined) return [];
  const match = readMatch(step.get('match')?.value, below(place, 'match'), reading);
  const code = textIn(step, 'step_code');
  const prefix = index === undefined ? '' : `${code ?? String(index + 1)}/`;
  const arm = step.get('arm');
  const arms = arm === undefined ? [] : placed(arm.value, arm.place);
  if (arms.length > 0) return arms.flatMap((one, at) => readArm(one, { match, prefix, at }, treatment));
  if (match === undefined) return [];
  checkTogether([treatment.given, match], place, reading);
  return [{ id: unique(`step ${code ?? '1'}`, used), name: `Step ${code ?? '1'}`, eligibility: match }];
}

interface OfStep {
  readonly match: Criterion | undefined;
  readonly prefix: string;
  readonly at: number;
}

function readArm(
  { value, place }: Placed,
  step: OfStep,
  { used, given, reading }: Treatment,
): readonly Arm[] {
  const arm = readMembers(value, place, armVocabulary, reading);
  if (arm === undefined) return [];
  const own = readMatch(arm.get('match')?.value, below(place, 'match'), reading);
  const texts = [
    'arm_eligibility',
    'arm_additional_criteria_not_captured',
    'prior_treatment_requirements',
  ].flatMap((key) => readFreeText(arm.get(key)?.value, below(place, key), reading));
  const parts = [step.match, own, ...texts].filter((part) => part !== undefined);
  const code = textIn(arm, 'arm_code') ?? textIn(arm, 'arm_internal_id') ?? String(step.at + 1);
  const level = arm.get('dose_level');
  const levels = level === undefined ? [] : placed(level.value, level.place);
  const ids = new Set<string>();
  const cohorts = levels.flatMap((one, at) => readLevel(one, at, ids, [given, ...parts], reading));
  checkTogether([given, ...parts], place, reading);
  const drugs = drugsOf(arm.get('drugs')?.value);
  return [
    {
      id: unique(`${step.prefix}${code}`, used),
      name: nameOf(code, [textIn(arm, 'arm_description'), textIn(arm, 'arm_info')]),
      ...(isSuspended(arm.get('arm_suspended'), reading) ? { status: 'suspended' as const } : {}),
      ...(drugs.length === 0 ? {} : { drugs }),
      ...(parts.length === 0 ? {} : { eligibility: allOf(parts) }),
      ...(cohorts.length === 0 ? {} : { cohorts }),
    },
  ];
}

function readLevel(
  { value, place }: Placed,
  at: number,
  ids: Set<string>,
  above: readonly (Criterion | undefined)[],
  reading: Reading,
): readonly Cohort[] {
  const level = readMembers(value, place, levelVocabulary, reading);
  if (level === undefined) return [];
  const match = readMatch(level.get('match')?.value, below(place, 'match'), reading);
  if (match !== undefined) checkTogether([...above, match], place, reading);
  const code = textIn(level, 'level_code') ?? textIn(level, 'level_internal_id') ?? String(at + 1);
  return [
    {
      id: unique(code, ids),
      name: nameOf(code, [textIn(level, 'level_description')]),
      ...(isSuspended(level.get('level_suspended'), reading) ? { status: 'suspended' as const } : {}),
      ...(match === undefined ? {} : { eligibility: match }),
    },
  ];
}

/** Refuses criteria that nobody can meet together, and tells of branches that nobody can take. */
function checkTogether(criteria: readonly (Criterion | undefined)[], place: string, reading: Reading): void {
  const { whole, branches } = findContradictions(criteria.filter((one) => one !== undefined));
  if (whole !== undefined)
    reading.refuse(
      'CONTRADICTION',
      place,
      `Nobody can meet these criteria: ${whole}.`,
      'Correct one of them; criteria of trial, step and arm hold together.',
    );
  for (const branch of branches)
    reading.remark(`${place}: nobody can meet one of the alternatives: ${branch}.`);
}

function isSuspended(member: Member | undefined, reading: Reading): boolean {
  const text = member === undefined ? undefined : textsIn(member.value)[0];
  if (member === undefined || text === undefined) return false;
  const said = lookUp(text, yesOrNo);
  if (said === undefined) refuseValue(member, text, ['Y', 'N'], reading);
  return said === true;
}

const nameOf = (code: string, descriptions: readonly (string | undefined)[]): string =>
  [
    ...new Set([
      code,
      ...descriptions.flatMap((text) => (text === undefined ? [] : [text.replaceAll(/\s+/g, ' ')])),
    ]),
  ].join(': ');

function unique(id: string, used: Set<string>): string {
  let candidate = id;
  for (let count = 2; used.has(candidate); count += 1) candidate = `${id} (${String(count)})`;
  used.add(candidate);
  return candidate;
}

/** OncoKB's curation tool lists an arm's drugs, those given together in a list of their own. */
const drugsOf = (value: unknown): readonly string[] => [
  ...new Set(namesIn(value, 0).map((name) => name.trim().toLowerCase())),
];

function namesIn(value: unknown, depth: number): readonly string[] {
  if (depth > 4 || typeof value !== 'object' || value === null)
    return typeof value === 'string' ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => namesIn(item, depth + 1));
  if ('name' in value) return typeof value.name === 'string' ? [value.name] : [];
  return 'drug_name' in value && typeof value.drug_name === 'string' ? [value.drug_name] : [];
}
