import type { Problem } from '@consilium/kernel';
import type { Criterion } from '../../language/criterion.js';
import type { Trial } from '../../language/trial.js';
import { importCtml } from './import-ctml.js';
import { genes, tumourTypes } from './names.fixture.js';
import { readCtmlText } from './read-ctml-text.js';

export const references = { genes, tumourTypes };

export const importDocument = (document: unknown) =>
  importCtml(document, { retrievedOn: '2026-11-23', references });

export const ctmlOf = (match: unknown): Readonly<Record<string, unknown>> => ({
  nct_id: 'NCT00000001',
  long_title: 'A trial made for a test',
  status: 'Open to Accrual',
  treatment_list: { step: [{ step_code: '1', arm: [{ arm_code: 'A', arm_suspended: 'N', match }] }] },
});

const describeProblems = (problems: readonly Problem[]): string =>
  problems.map(({ place, message, remedy }) => `${place}: ${message} ${remedy}`).join('\n');

export function importedOf(document: unknown): {
  readonly trial: Trial;
  readonly remarks: readonly string[];
} {
  const result = importDocument(document);
  if (!result.ok) throw new Error(describeProblems(result.error));
  return result.value;
}

/** The only arm's criterion, without the fragments it was read from. */
export function criterionOf(...match: readonly unknown[]): Criterion {
  const criterion = importedOf(ctmlOf(match)).trial.arms[0]?.eligibility;
  if (criterion === undefined) throw new Error('The arm has no criterion.');
  return withoutText(criterion);
}

export const genomic = (keys: Readonly<Record<string, unknown>>): Criterion => criterionOf({ genomic: keys });
export const clinical = (keys: Readonly<Record<string, unknown>>): Criterion =>
  criterionOf({ clinical: keys });

export function problemsOf(...match: readonly unknown[]): readonly Problem[] {
  const result = importDocument(ctmlOf(match));
  return result.ok ? [] : result.error;
}

export function withoutText(criterion: Criterion): Criterion {
  const { text: _text, ...rest } = criterion;
  if ('all' in rest) return { all: rest.all.map(withoutText) };
  if ('any' in rest) return { any: rest.any.map(withoutText) };
  if ('not' in rest) return { not: withoutText(rest.not) };
  return rest;
}

/** A CTML text read and imported. */
export function importedText(text: string): ReturnType<typeof importedOf> {
  const read = readCtmlText(text);
  if (!read.ok) throw new Error(describeProblems(read.error));
  return importedOf(read.value);
}
