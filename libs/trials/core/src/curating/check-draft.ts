import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import { readCtmlText } from '../importing/ctml/read-ctml-text.js';
import { checkTrial } from '../language/check-trial.js';
import type { Criterion, UnstructuredCriterion } from '../language/criterion.js';
import type { Trial } from '../language/trial.js';
import type { TrialReferences } from '../language/trial-references.js';
import { foldCriterion } from '../matching/parts-of.js';

/** A criterion nobody has structured yet; the draft's answer to it is unknown. */
export interface UnstructuredPlace {
  /** JSON pointer into the document. */
  readonly place: string;
  readonly text: string;
  readonly list: UnstructuredCriterion['unstructured']['list'];
}

export interface DraftCheck {
  /** By place; none where there is a trial. */
  readonly problems: readonly Problem[];
  readonly trial?: Trial;
  /** Allowed, and named so that nobody overlooks them. */
  readonly unstructured: readonly UnstructuredPlace[];
}

/** Reads a draft's text as plain JSON values. Problems name line and column. */
export function readDraftText(text: string): Result<unknown, readonly Problem[]> {
  const read = readCtmlText(text);
  if (!read.ok) return fail(read.error.map((one) => ({ ...one, code: one.code.replace('CTML_', 'DRAFT_') })));
  const written = writeJson(read.value);
  if (written === undefined)
    return fail([
      unreadable('The text is no tree of values.', 'Write the values out where they are needed.'),
    ]);
  if (unwritable.test(written))
    return fail([unreadable('A text holds a NUL character or half a character.', 'Take it out.')]);
  const plain: unknown = JSON.parse(written);
  return succeed(plain);
}

/** Undefined where a value contains itself (by an alias), or there is none. */
function writeJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

/** What no database keeps: the escapes of NUL and of lone surrogates. */
const unwritable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/;

const unreadable = (message: string, remedy: string): Problem => ({
  code: 'TRIALS.DRAFT_UNREADABLE',
  place: '',
  message,
  remedy,
});

/** All that is wrong with a draft's document, and what nobody has structured yet. */
export function checkDraft(text: string, references: TrialReferences): DraftCheck {
  const document = readDraftText(text);
  if (!document.ok) return { problems: document.error, unstructured: [] };
  const checked = checkTrial(document.value, references);
  if (!checked.ok) return { problems: checked.error, unstructured: [] };
  const { value: trial } = checked;
  return isTrialId(trial.id)
    ? { problems: [], trial, unstructured: unstructuredIn(trial) }
    : { problems: [badTrialId], unstructured: [] };
}

/** A draft is known by the id of its trial. */
export const isTrialId = (id: string): boolean => id.trim() !== '' && id.length <= 100;

export const badTrialId: Problem = {
  code: 'TRIALS.TRIAL',
  place: '/id',
  message: 'is empty, or longer than 100 characters.',
  remedy: "Give the registry's number, or a short one of your own.",
};

/** The trees of a trial with their places. */
export const treesOf = (
  trial: Trial,
): readonly { readonly place: string; readonly criterion: Criterion }[] => [
  ...tree('/eligibility', trial.eligibility),
  ...trial.arms.flatMap((arm, at) => [
    ...tree(`/arms/${String(at)}/eligibility`, arm.eligibility),
    ...(arm.cohorts ?? []).flatMap((cohort, index) =>
      tree(`/arms/${String(at)}/cohorts/${String(index)}/eligibility`, cohort.eligibility),
    ),
  ]),
];

const tree = (place: string, criterion: Criterion | undefined) =>
  criterion === undefined ? [] : [{ place, criterion }];

export const unstructuredIn = (trial: Trial): readonly UnstructuredPlace[] =>
  treesOf(trial).flatMap(({ place, criterion }) => unstructuredBelow(criterion, place));

function unstructuredBelow(criterion: Criterion, place: string): readonly UnstructuredPlace[] {
  return foldCriterion<readonly UnstructuredPlace[]>(criterion, {
    leaf: (leaf) => ('unstructured' in leaf ? [{ place, ...leaf.unstructured }] : []),
    composite: ({ kind, parts }) =>
      parts.flatMap((part, at) => unstructuredBelow(part, placeOfPart(place, kind, at))),
  });
}

/** Where a part of a composite stands in the document. */
export const placeOfPart = (place: string, kind: 'all' | 'any' | 'not' | 'atLeast', at: number): string =>
  kind === 'not'
    ? `${place}/not`
    : kind === 'atLeast'
      ? `${place}/atLeast/of/${String(at)}`
      : `${place}/${kind}/${String(at)}`;
