import { efforts, type Effort, type Question } from '../evaluation/question.js';
import type { CriterionAnswer } from './evaluate-criterion.js';

/** Questions of which all must be answered in the patient's favour; none stands twice. By key. */
export type QuestionSet = readonly Question[];

/** More alternatives than these help nobody, and their number grows with every branch. */
const mostSets = 24;

/**
 * The smallest sets of questions whose favourable answers make all criteria met, cheapest first. None where something
 * that is known stands against it; one empty set where all is met already. Sets that hold another set are left out.
 */
export const settlingSets = (criteria: readonly CriterionAnswer[]): readonly QuestionSet[] =>
  together(criteria.map((criterion) => setsFor(criterion, true)));

/** Sets that make one node met (or, wanted the other way, not met). */
function setsFor(node: CriterionAnswer, wantMet: boolean): readonly QuestionSet[] {
  if (node.answer === (wantMet ? 'met' : 'not-met')) return [[]];
  if (node.answer !== 'unknown') return [];
  const { kind, parts, count = 0 } = node;
  switch (kind) {
    case 'not':
      return together(parts.map((part) => setsFor(part, !wantMet)));
    case 'all':
    case 'any':
    case 'atLeast':
      // At most count − 1 met is as much as at least (parts − count + 1) not met.
      return choose(
        parts.map((part) => setsFor(part, wantMet)),
        wantMet ? count : parts.length - count + 1,
      );
    default:
      // Where nothing is named that would settle it, nothing does.
      return node.missing.length === 0 ? [] : prune([union(node.missing, [])]);
  }
}

/** Every part at once. */
const together = (parts: readonly (readonly QuestionSet[])[]): readonly QuestionSet[] =>
  choose(parts, parts.length);

/** Any `count` of the parts. */
function choose(parts: readonly (readonly QuestionSet[])[], count: number): readonly QuestionSet[] {
  /** By number of parts taken so far. */
  let taken: readonly (readonly QuestionSet[])[] = [[[]]];
  parts.forEach((alternatives, index) => {
    const left = parts.length - index - 1;
    const next: (QuestionSet[] | undefined)[] = [];
    taken.forEach((sets, number) => {
      // What can no longer reach `count` is not carried on.
      if (number + left >= count) (next[number] ??= []).push(...sets);
      if (number < count) {
        (next[number + 1] ??= []).push(
          ...sets.flatMap((set) => alternatives.map((alternative) => union(set, alternative))),
        );
      }
    });
    taken = Array.from(next, (sets) => prune(sets ?? []));
  });
  return prune(taken[count] ?? []);
}

const union = (a: QuestionSet, b: QuestionSet): QuestionSet => [
  ...new Map([...a, ...b].map((question) => [question.key, question])).values(),
];

/** Without sets that hold another one, cheapest first, no more than anyone reads. */
function prune(sets: readonly QuestionSet[]): readonly QuestionSet[] {
  const ordered = sets
    .map((set) => [...set].sort(byKey))
    .map((set) => ({ set, keys: new Set(set.map(({ key }) => key)), cost: costOf(set), name: nameOf(set) }))
    .sort((a, b) => a.cost - b.cost || a.keys.size - b.keys.size || (a.name < b.name ? -1 : 1));
  const kept: typeof ordered = [];
  for (const candidate of ordered) {
    if (kept.some(({ keys }) => isWithin(keys, candidate.keys))) continue;
    kept.push(candidate);
    if (kept.length === mostSets) break;
  }
  return kept.map(({ set }) => set);
}

const byKey = (a: Question, b: Question): number => (a.key < b.key ? -1 : 1);
const nameOf = (set: QuestionSet): string => set.map(({ key }) => key).join('\n');
const isWithin = (part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean =>
  part.size <= whole.size && [...part].every((key) => whole.has(key));

/** Rough and ours, only to put what is easy before what is hard: asking is 1, another biopsy 60. */
const costs: Readonly<Record<Effort, number>> = {
  wait: 1,
  ask: 1,
  curate: 2,
  lab: 3,
  imaging: 8,
  stain: 10,
  panel: 20,
  biopsy: 60,
};

/** One act may answer several questions: a panel looks at many genes at once. */
export const actOf = ({ key, effort, on }: Question): string => {
  if (effort !== 'panel') return on === undefined ? key : `${key} ${on}`;
  if (key.includes('germline')) return 'act:germline-panel';
  return key.includes('structural-variant') ? 'act:rna-panel' : 'act:dna-panel';
};

export function costOf(set: QuestionSet): number {
  const acts = new Map(set.map((question) => [actOf(question), question]));
  return [...acts.values()].reduce((sum, { effort }) => sum + costs[effort], 0);
}

/** Hardest first, so that a reader sees what a set comes down to. */
export const hardestOf = (set: QuestionSet): Effort | undefined =>
  [...efforts].reverse().find((effort) => set.some((question) => question.effort === effort));
