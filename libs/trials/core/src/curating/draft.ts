import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import type { DraftCheck } from './check-draft.js';
import type { ExampleOutcome } from './check-examples.js';
import type { KeptProposal } from './draft-proposal.js';
import type { TrialExample } from './trial-example.js';

export const draftStates = ['draft', 'in-review', 'approved', 'rejected', 'published'] as const;
export type DraftState = (typeof draftStates)[number];

/** By a person's id; `at` is an ISO instant. */
export interface DraftReview {
  readonly by: string;
  readonly at: string;
  readonly decision: 'approved' | 'rejected';
  readonly reason?: string;
}

/** A trial while people work at it. It is the whole installation's: no hospital, and no patient of any. */
export interface TrialDraft {
  readonly id: string;
  /** From 1; counts every change of document or examples. */
  readonly version: number;
  readonly state: DraftState;
  /** YAML or JSON as it was last saved, whether or not it can be read. */
  readonly text: string;
  /** What the text says; undefined where it cannot be read. */
  readonly document: unknown;
  /** Ids of all who changed it since it was begun or last published. */
  readonly authors: readonly string[];
  readonly examples: readonly TrialExample[];
  readonly proposals: readonly KeptProposal[];
  readonly submitted?: { readonly by: string; readonly at: string };
  readonly review?: DraftReview;
  /** Hash of the release it was last published with. */
  readonly publishedIn?: string;
}

export type DraftChange =
  { readonly text: string; readonly document: unknown } | { readonly examples: readonly TrialExample[] };

/**
 * Whatever was decided is open again: the decision was about other content. Those who wrote what was published before
 * count no longer, since a second person has answered for that.
 */
export function changeDraft(draft: TrialDraft, change: DraftChange, by: string): TrialDraft {
  const { review: _review, submitted: _submitted, ...kept } = draft;
  const authors = draft.state === 'published' ? [] : draft.authors;
  return {
    ...kept,
    ...change,
    version: draft.version + 1,
    state: 'draft',
    authors: authors.includes(by) ? authors : [...authors, by],
  };
}

/** Fails where somebody else has changed the draft since it was read. */
export function expectVersion(draft: TrialDraft, expected: number | undefined): Result<TrialDraft, Problem> {
  return expected === undefined || expected === draft.version
    ? succeed(draft)
    : fail({
        code: 'TRIALS.DRAFT_CONFLICT',
        place: '',
        message: `The draft is at version ${String(draft.version)}; your change rests on version ${String(expected)}.`,
        remedy: 'Read the draft again, bring your change into it, and save with its version.',
      });
}

/** Only what holds by itself goes to a second person: a sound trial, and every example where it belongs. */
export function submitDraft(
  draft: TrialDraft,
  submitted: { readonly by: string; readonly at: string },
  check: DraftCheck,
  outcomes: readonly ExampleOutcome[],
): Result<TrialDraft, readonly Problem[]> {
  if (draft.state !== 'draft') return fail([notIn(draft, 'draft', 'Change it first; then submit it.')]);
  const problems = soundness(draft, check, outcomes);
  return problems.length === 0 ? succeed({ ...draft, state: 'in-review', submitted }) : fail(problems);
}

/** What keeps a draft from being relied upon; asked again when it is published, since tables may have changed. */
export function soundness(
  draft: TrialDraft,
  check: DraftCheck,
  outcomes: readonly ExampleOutcome[],
): readonly Problem[] {
  return [
    ...check.problems,
    ...(draft.examples.length === 0
      ? [
          {
            code: 'TRIALS.NO_EXAMPLE',
            place: '/examples',
            message: 'The draft has no example patient.',
            remedy: 'Save at least one, with the verdict you expect.',
          },
        ]
      : []),
    ...outcomes.flatMap((outcome, at) => (outcome.asExpected ? [] : [failing(outcome, at)])),
  ];
}

function failing({ name, cohorts }: ExampleOutcome, at: number): Problem {
  const wrong = cohorts
    .filter(({ expected, actual }) => expected !== actual)
    .map(({ arm, cohort, expected, actual, deciding }) => {
      const place = cohort === undefined ? arm : `${arm}/${cohort}`;
      const because = deciding.map((one) => `${one.place} is ${one.answer}`).join(', ');
      return actual === undefined
        ? `the trial has no ${place}`
        : `${place} is ${actual}, not ${expected}${because === '' ? '' : ` (${because})`}`;
    });
  return {
    code: 'TRIALS.EXAMPLE_FAILS',
    place: `/examples/${String(at)}`,
    message: `«${name}»: ${wrong.join('; ')}.`,
    remedy: 'Correct the criteria, or what the example expects.',
  };
}

/** A second person decides about what was submitted. */
export function reviewDraft(draft: TrialDraft, review: DraftReview): Result<TrialDraft, Problem> {
  if (draft.state !== 'in-review') return fail(notIn(draft, 'in-review', 'Its author submits it first.'));
  if (draft.authors.includes(review.by)) {
    return fail({
      code: 'TRIALS.SAME_REVIEWER',
      place: '',
      message: 'Whoever changed a draft cannot review it.',
      remedy: 'Ask a second person to review it.',
    });
  }
  if (review.decision === 'rejected' && (review.reason ?? '').trim().length < 10) {
    return fail({
      code: 'TRIALS.NO_REASON',
      place: '/reason',
      message: 'The reason is missing or too short.',
      remedy: 'Say in a sentence what its authors have to change.',
    });
  }
  return succeed({ ...draft, state: review.decision, review });
}

export const publishDraft = (draft: TrialDraft, contentHash: string): TrialDraft => ({
  ...draft,
  state: 'published',
  publishedIn: contentHash,
});

export const notIn = ({ state }: TrialDraft, wanted: DraftState, remedy: string): Problem => ({
  code: 'TRIALS.DRAFT_STATE',
  place: '',
  message: `The draft is ${state}, not ${wanted}.`,
  remedy,
});
