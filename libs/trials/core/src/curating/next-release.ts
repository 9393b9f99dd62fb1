import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import type { Trial, TrialsRelease } from '../language/trial.js';
import { localSource } from '../language/trials-in-use.js';
import { notIn, type TrialDraft } from './draft.js';

export interface AboutRelease {
  readonly name: string;
  /** ISO date. */
  readonly publishedOn: string;
}

export interface ApprovedTrial {
  readonly draft: TrialDraft;
  /** What the draft's document says, as it passed its check. */
  readonly trial: Trial;
}

/** The installation's own trials as they were in use, with the approved ones added, or in place of those of their id. */
export function nextRelease(
  previous: TrialsRelease | undefined,
  approved: readonly ApprovedTrial[],
  about: AboutRelease,
): Result<TrialsRelease, readonly Problem[]> {
  const ids = approved.map(({ trial }) => trial.id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  const problems = [
    ...(approved.length === 0
      ? [problem('/drafts', 'No draft is named.', 'Name at least one approved draft.')]
      : []),
    ...approved.flatMap(({ draft }, at) =>
      draft.state === 'approved'
        ? []
        : [
            {
              ...notIn(draft, 'approved', 'A second person approves it first.'),
              place: `/drafts/${String(at)}`,
            },
          ],
    ),
    ...twice.map((id) => problem('/drafts', `${id} stands in two drafts.`, 'Publish one of them.')),
    ...aboutProblems(previous, about),
  ];
  if (problems.length > 0) return fail(problems);
  const kept = (previous?.trials ?? []).filter(({ id }) => !ids.includes(id));
  return succeed(releaseOf([...kept, ...approved.map(({ trial }) => trial)], about));
}

/** The installation's own trials without one of them. Another source's trial of that id, if there is one, then counts. */
export function releaseWithout(
  previous: TrialsRelease | undefined,
  trial: string,
  about: AboutRelease & { readonly reason: string },
): Result<TrialsRelease, readonly Problem[]> {
  const problems = [
    ...(previous?.trials.some(({ id }) => id === trial) === true
      ? []
      : [
          problem(
            '/trial',
            `${trial} is not in the local release in use.`,
            'Name a trial that this installation has published.',
          ),
        ]),
    ...(about.reason.trim().length < 10 || about.reason.includes('\0')
      ? [problem('/reason', 'The reason is missing or too short.', 'Say in a sentence why it is withdrawn.')]
      : []),
    ...aboutProblems(previous, about),
  ];
  if (problems.length > 0) return fail(problems);
  const kept = (previous?.trials ?? []).filter(({ id }) => id !== trial);
  return succeed({ ...releaseOf(kept, about), note: `${trial} was withdrawn: ${about.reason.trim()}` });
}

const releaseOf = (trials: readonly Trial[], { name, publishedOn }: AboutRelease): TrialsRelease => ({
  name,
  source: localSource,
  publishedOn,
  title: 'Trials that this installation has curated',
  trials: [...trials].sort((a, b) => (a.id < b.id ? -1 : 1)),
});

function aboutProblems(previous: TrialsRelease | undefined, { name }: AboutRelease): readonly Problem[] {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(name))
    return [
      problem('/name', 'is no name of a release.', 'Letters, digits, dot, dash: for instance local-2026.11.'),
    ];
  return previous?.name === name
    ? [problem('/name', `${name} is the release in use.`, 'Give the next release a name of its own.')]
    : [];
}

const problem = (place: string, message: string, remedy: string): Problem => ({
  code: 'TRIALS.RELEASE',
  place,
  message,
  remedy,
});
