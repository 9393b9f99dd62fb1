import { validateEvent } from '@consilium/contracts';
import type { ClinicalFacts, MolecularProfile } from '@consilium/clinical';
import { fail, isDay, succeed, type Problem, type Result } from '@consilium/kernel';
import {
  checkClinicalFacts,
  readDraftText,
  type ExpectedVerdict,
  type PatientRecord,
  type TrialExample,
  type Verdict,
} from '@consilium/trials-core';

/** An example as a curator writes it. */
export interface ExampleInput {
  readonly name: string;
  readonly on: string;
  /** YAML or JSON with `facts` and `profiles`. */
  readonly record: string;
  readonly expected: readonly {
    readonly arm: string;
    readonly cohort?: string | null;
    readonly verdict: string;
  }[];
}

export const verdicts: readonly Verdict[] = ['eligible', 'possible', 'not-eligible'];
/** More than anyone reads; each is evaluated whenever the draft is tested. */
const mostExamples = 200;
/** Stands in every example for who and where. */
const nobody = 'example';

/** Takes examples, filling in what an invented patient does not need to say; or says by place what is wrong. */
export function readExamples(
  inputs: readonly ExampleInput[],
): Result<readonly TrialExample[], readonly Problem[]> {
  if (inputs.length > mostExamples)
    return fail([problem('/examples', 'are too many.', `At most ${String(mostExamples)}.`)]);
  const names = inputs.map(({ name }) => name);
  const read = inputs.map((input, at) =>
    readOne(input, `/examples/${String(at)}`, names.indexOf(input.name) < at),
  );
  const problems = read.flatMap((one) => (one.ok ? [] : one.error));
  return problems.length > 0 ? fail(problems) : succeed(read.flatMap((one) => (one.ok ? [one.value] : [])));
}

function readOne(
  { name, on, record, expected }: ExampleInput,
  place: string,
  twice: boolean,
): Result<TrialExample, readonly Problem[]> {
  const wanted = expected.flatMap(({ arm, cohort, verdict }): ExpectedVerdict[] => {
    const known = verdicts.find((one) => one === verdict);
    return known === undefined
      ? []
      : [{ arm, ...(typeof cohort === 'string' ? { cohort } : {}), verdict: known }];
  });
  const problems = [
    ...(name.trim() === '' || name.length > 200 || twice
      ? [problem(`${place}/name`, 'is missing, too long, or used twice.', 'Give each example its own name.')]
      : []),
    ...(isDay(on) ? [] : [problem(`${place}/on`, `${on} is no date.`, 'Write it as 2026-11-23.')]),
    ...(expected.length === 0
      ? [problem(`${place}/expected`, 'is empty.', 'Say what you expect of at least one cohort or arm.')]
      : []),
    ...(wanted.length < expected.length
      ? [problem(`${place}/expected`, 'has an unknown verdict.', `Use one of: ${verdicts.join(', ')}.`)]
      : []),
  ];
  if (problems.length > 0) return fail(problems);
  const patient = readRecord(record, on);
  if (patient.ok) return succeed({ name, on, record: patient.value, expected: wanted });
  return fail(patient.error.map((one) => ({ ...one, place: `${place}/record${one.place}` })));
}

function readRecord(text: string, on: string): Result<PatientRecord, readonly Problem[]> {
  const document = readDraftText(text);
  if (!document.ok) return fail(document.error.map((one) => ({ ...one, place: `, ${one.place}` })));
  if (!isObject(document.value)) return fail([problem('', 'is no object.', membersWanted)]);
  const { facts, profiles = [], ...others } = document.value;
  const strange = Object.keys(others);
  if (strange.length > 0 || !Array.isArray(profiles))
    return fail([
      problem(strange[0] === undefined ? '/profiles' : `/${strange[0]}`, 'is not taken.', membersWanted),
    ]);
  const at = `${on}T00:00:00Z`;
  const readFacts = facts === undefined ? succeed(undefined) : factsOf(facts, at);
  const readProfiles = profiles.map((one: unknown, index) =>
    profileOf(one, at, `/profiles/${String(index)}`),
  );
  const problems = [
    ...(readFacts.ok ? [] : readFacts.error),
    ...readProfiles.flatMap((one) => (one.ok ? [] : one.error)),
    ...impossibleDates(document.value, ''),
  ];
  if (problems.length > 0) return fail(problems);
  return succeed({
    patient: nobody,
    hospital: nobody,
    ...(readFacts.ok && readFacts.value !== undefined ? { facts: readFacts.value } : {}),
    profiles: readProfiles.flatMap((one) => (one.ok ? [one.value] : [])),
  });
}

const membersWanted = 'Give an object with `facts` (clinical facts) and `profiles` (a list), either or both.';

function factsOf(given: unknown, at: string): Result<ClinicalFacts, readonly Problem[]> {
  if (!isObject(given)) return fail([problem('/facts', 'is no object.', membersWanted)]);
  const real = realPatient(given, '/facts');
  if (real !== undefined) return fail([real]);
  const facts = checkClinicalFacts({
    version: 1,
    recordedAt: at,
    ...given,
    patient: nobody,
    hospital: nobody,
  });
  return facts.ok ? facts : fail(facts.error.map((one) => ({ ...one, place: `/facts${one.place}` })));
}

function profileOf(given: unknown, at: string, place: string): Result<MolecularProfile, readonly Problem[]> {
  if (!isObject(given))
    return fail([problem(place, 'is no object.', 'Give diagnosis, assay and what was found.')]);
  const real = realPatient(given, place);
  if (real !== undefined) return fail([real]);
  const profile = {
    id: '00000000-0000-4000-8000-000000000000',
    reportId: nobody,
    version: 1,
    status: 'final',
    issuedAt: at,
    laboratory: nobody,
    specimen: { id: nobody, site: 'unknown', type: 'ffpe' },
    smallVariants: [],
    copyNumberAlterations: [],
    structuralVariants: [],
    biomarkers: [],
    recordCounts: [],
    remarks: [],
    ...given,
    patient: nobody,
    hospital: nobody,
  };
  const checked = validateEvent('molecular.profile.v1', { profile, smallVariantCount: 0 });
  return checked.ok
    ? succeed(checked.value.profile)
    : fail(checked.error.map((one) => ({ ...one, place: `${place}${one.place.replace(/^\/profile/, '')}` })));
}

/** Drafts are for the whole installation to see: nobody's data may get into them by being pasted. */
function realPatient(given: Readonly<Record<string, unknown>>, place: string): Problem | undefined {
  const named = ['patient', 'hospital'].find(
    (member) => given[member] !== undefined && given[member] !== nobody,
  );
  return named === undefined
    ? undefined
    : {
        code: 'TRIALS.REAL_PATIENT',
        place: `${place}/${named}`,
        message: 'names somebody: examples are invented patients.',
        remedy: 'Leave patient and hospital out, and invent the facts; never paste those of a patient.',
      };
}

/** Evaluation relies on every date being one. */
function impossibleDates(value: unknown, place: string): readonly Problem[] {
  if (typeof value === 'string') {
    const [, day] = /^(\d{4}-\d{2}-\d{2})(?:$|T)/.exec(value) ?? [];
    return day === undefined || isDay(day)
      ? []
      : [problem(place, `${day} is no date.`, 'Write it as 2026-11-23.')];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => impossibleDates(member, `${place}/${key}`));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const problem = (place: string, message: string, remedy: string): Problem => ({
  code: 'TRIALS.EXAMPLE',
  place,
  message,
  remedy,
});
