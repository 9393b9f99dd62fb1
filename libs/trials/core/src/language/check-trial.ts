import { fail, isDay, succeed, type Problem, type Result } from '@consilium/kernel';
import { checkCriterion } from './check-criterion.js';
import { describeSchemaErrors } from './describe-schema-errors.js';
import { membersOfTrial, validateTrialShape } from './schema-of-leaf.js';
import type { Trial, TrialsRelease } from './trial.js';
import type { TrialReferences } from './trial-references.js';

/**
 * Takes a trial as it comes from outside, or says everything that is wrong with it by place. A trial with one bad
 * criterion is no trial: it never stands without that criterion.
 */
export function checkTrial(
  document: unknown,
  references: TrialReferences,
): Result<Trial, readonly Problem[]> {
  if (!hasShape(document)) return fail(describeSchemaErrors(validateTrialShape.errors, '', membersOfTrial));
  const problems = [
    ...checkTree(document.eligibility, '/eligibility', references),
    ...document.arms.flatMap((arm, at) => [
      ...checkTree(arm.eligibility, `/arms/${String(at)}/eligibility`, references),
      ...(arm.cohorts ?? []).flatMap((cohort, place) =>
        checkTree(cohort.eligibility, `/arms/${String(at)}/cohorts/${String(place)}/eligibility`, references),
      ),
      ...duplicates(
        (arm.cohorts ?? []).map(({ id }) => id),
        `/arms/${String(at)}/cohorts`,
      ),
    ]),
    ...duplicates(
      document.arms.map(({ id }) => id),
      '/arms',
    ),
    ...(document.arms.length === 0 ? [problem('/arms', 'is empty.', 'Give at least one arm.')] : []),
    ...[
      ['/statusOn', document.statusOn] as const,
      ['/source/retrievedOn', document.source.retrievedOn] as const,
    ].flatMap(([place, date]) =>
      isDay(date) ? [] : [problem(place, `${date} is no date.`, 'Write it as 2026-11-23.')],
    ),
  ];
  return problems.length === 0 ? succeed(document) : fail(problems);
}

const problem = (place: string, message: string, remedy: string): Problem => ({
  code: 'TRIALS.TRIAL',
  place,
  message,
  remedy,
});

/** The criteria are looked at by themselves: until then the shape is only that of what is around them. */
const hasShape = (document: unknown): document is Trial => validateTrialShape(document);

const checkTree = (tree: unknown, place: string, references: TrialReferences): readonly Problem[] =>
  tree === undefined ? [] : checkCriterion(tree, place, references);

const duplicates = (ids: readonly string[], place: string): readonly Problem[] =>
  ids
    .filter((id, at) => ids.indexOf(id) !== at)
    .map((id) => problem(place, `${id} stands twice.`, 'Give each its own id.'));

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A set of trials as a whole: with one bad trial it is not published, and all that is wrong is told. */
export function checkTrialsRelease(
  document: unknown,
  references: TrialReferences,
): Result<TrialsRelease, readonly Problem[]> {
  if (!isObject(document))
    return fail([problem('', 'is no release.', 'Give name, source, publishedOn, title, trials.')]);
  const { name, source, publishedOn, title, note, trials } = document;
  const missing = Object.entries({ name, source, publishedOn, title }).filter(
    ([, value]) => typeof value !== 'string',
  );
  if (!Array.isArray(trials) || missing.length > 0)
    return fail([
      ...missing.map(([member]) => problem(`/${member}`, 'is missing or no text.', 'Add it.')),
      ...(Array.isArray(trials) ? [] : [problem('/trials', 'is no list.', 'Give a list of trials.')]),
    ]);
  const checked = trials.map((trial: unknown) => checkTrial(trial, references));
  const good = checked.flatMap((one) => (one.ok ? [one.value] : []));
  const problems = [
    ...checked.flatMap((one, at) =>
      one.ok ? [] : one.error.map((each) => ({ ...each, place: `/trials/${String(at)}${each.place}` })),
    ),
    ...duplicates(
      good.map(({ id }) => id),
      '/trials',
    ),
  ];
  if (problems.length > 0) return fail(problems);
  return succeed({
    name: String(name),
    source: String(source),
    publishedOn: String(publishedOn),
    title: String(title),
    ...(typeof note === 'string' ? { note } : {}),
    trials: good,
  });
}
