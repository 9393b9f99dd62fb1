import { canonicalJson } from '@consilium/kernel';
import type { Criterion, Leaf, LeafKind } from '../language/criterion.js';
import type { Trial } from '../language/trial.js';
import { kindOf, questionOf, type LeafQuestion } from './evaluators.js';
import { foldCriterion } from './parts-of.js';

/** A node with its leaves by number. Equal nodes are the same object, so that each is answered once per patient. */
export type Node =
  | { readonly op: 'leaf'; readonly id: number; readonly leaf: number }
  | { readonly op: 'atLeast'; readonly id: number; readonly count: number; readonly parts: readonly Node[] }
  | { readonly op: 'not'; readonly id: number; readonly part: Node };

/** One cohort (or an arm without cohorts) as a conjunction of nodes. */
export interface CompiledCohort {
  readonly trial: string;
  readonly arm: string;
  readonly cohort?: string;
}

/**
 * All conjunctions as one tree, laid out flat and read from the first step to the last. Conjunctions that begin alike
 * share their beginning: where a step's node is not met, everything below it is ruled out at once.
 */
export interface Steps {
  /** Number of each step's node. */
  readonly nodes: Int32Array;
  readonly depths: Int32Array;
  /** The first step that does not lie below. */
  readonly after: Int32Array;
  /** Numbers of the cohorts whose conjunction ends with the step. */
  readonly cohorts: readonly (readonly number[] | undefined)[];
}

export interface CompiledTrials {
  readonly leaves: readonly LeafQuestion[];
  /** By number of the leaf: the same text for the same question, whatever trial asks it. */
  readonly questions: readonly string[];
  /** By number. */
  readonly nodes: readonly Node[];
  /** By trial id, then as the trial lists them. */
  readonly cohorts: readonly CompiledCohort[];
  readonly steps: Steps;
}

/** Stands where a trial gives no criteria at all, so that it is never taken for open to everyone. */
export const criteriaNotGiven: Criterion = {
  unstructured: { text: 'The source gives no eligibility criteria.', list: 'not-stated' },
};

/** The criteria of each cohort of a trial: the trial's, the arm's and its own. */
export const criteriaOf = (
  trial: Trial,
): readonly (CompiledCohort & { readonly criteria: readonly Criterion[] })[] =>
  trial.arms.flatMap((arm) => {
    const given = (own: Criterion | undefined): readonly Criterion[] => {
      const criteria = [trial.eligibility, arm.eligibility, own].filter((one) => one !== undefined);
      return criteria.length === 0 ? [criteriaNotGiven] : criteria;
    };
    const place = { trial: trial.id, arm: arm.id };
    return arm.cohorts === undefined || arm.cohorts.length === 0
      ? [{ ...place, criteria: given(undefined) }]
      : arm.cohorts.map((cohort) => ({ ...place, cohort: cohort.id, criteria: given(cohort.eligibility) }));
  });

/** Compiles trials for asking them of many patients. The order in which they are given has no effect. */
export function compileTrials(trials: readonly Trial[]): CompiledTrials {
  const table = newTable();
  const cohorts = [...trials]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(criteriaOf)
    .map(({ criteria, ...cohort }) => ({
      cohort,
      conjuncts: [...new Set(criteria.flatMap((one) => conjunctsOf(one)).map((one) => table.node(one)))],
    }));
  const uses = new Map<Node, number>();
  for (const { conjuncts } of cohorts)
    for (const node of conjuncts) uses.set(node, (uses.get(node) ?? 0) + 1);
  const before = (a: Node, b: Node): number =>
    table.rank(a) - table.rank(b) || (uses.get(b) ?? 0) - (uses.get(a) ?? 0) || a.id - b.id;
  const root = newBranches();
  cohorts.forEach(({ conjuncts }, number) => {
    let here = root;
    const ordered = conjuncts.sort(before);
    ordered.forEach((node, index) => {
      let branch = here.get(node);
      if (branch === undefined) here.set(node, (branch = { cohorts: [], branches: newBranches() }));
      if (index === ordered.length - 1) branch.cohorts.push(number);
      here = branch.branches;
    });
  });
  return {
    leaves: table.leaves,
    questions: table.questions,
    nodes: table.nodes(),
    cohorts: cohorts.map(({ cohort }) => cohort),
    steps: layOut(root),
  };
}

type Branches = Map<Node, { readonly cohorts: number[]; readonly branches: Branches }>;
const newBranches = (): Branches => new Map();

function layOut(root: Branches): Steps {
  const nodes: number[] = [];
  const depths: number[] = [];
  const after: number[] = [];
  const cohorts: (readonly number[] | undefined)[] = [];
  const visit = (branches: Branches, depth: number): void => {
    for (const [node, branch] of branches) {
      const step = nodes.length;
      nodes.push(node.id);
      depths.push(depth);
      after.push(0);
      cohorts.push(branch.cohorts.length === 0 ? undefined : branch.cohorts);
      visit(branch.branches, depth + 1);
      after[step] = nodes.length;
    }
  };
  visit(root, 0);
  return {
    nodes: Int32Array.from(nodes),
    depths: Int32Array.from(depths),
    after: Int32Array.from(after),
    cohorts,
  };
}

const conjunctsOf = (criterion: Criterion): readonly Criterion[] =>
  'all' in criterion ? criterion.all.flatMap(conjunctsOf) : [criterion];

function newTable() {
  const leaves: LeafQuestion[] = [];
  const questions: string[] = [];
  const nodes = new Map<string, Node>();
  const ranks = new Map<Node, number>();
  const keep = (key: string, rank: number, make: (id: number) => Node): Node => {
    let node = nodes.get(key);
    if (node === undefined) {
      node = make(nodes.size);
      nodes.set(key, node);
      ranks.set(node, rank);
    }
    return node;
  };
  const rank = (node: Node): number => ranks.get(node) ?? lastRank;
  const leafNode = (leaf: Leaf): Node => {
    const kind = kindOf(leaf);
    // Neither the source's words nor the id are part of the question.
    const { id: _id, text: _text, ...asked } = leaf as Leaf & { id?: string; text?: string };
    const question = canonicalJson(asked);
    return keep(question, rankOf(kind), (id) => {
      leaves.push(questionOf(leaf));
      questions.push(question);
      return { op: 'leaf', id, leaf: leaves.length - 1 };
    });
  };
  const node = (criterion: Criterion): Node =>
    foldCriterion(criterion, {
      leaf: leafNode,
      composite: ({ kind, parts, count }) => {
        const compiled = parts.map(node);
        const key = compiled.map(({ id }) => String(id)).join(',');
        const worst = Math.max(0, ...compiled.map(rank));
        const [only] = compiled;
        if (kind === 'not' && only !== undefined) {
          // What must not be there is seldom there: it rules out few.
          return keep(`not ${key}`, Math.min(worst + 2, lastRank), (id) => ({ op: 'not', id, part: only }));
        }
        return keep(`${String(count)} of ${key}`, worst, (id) => ({
          op: 'atLeast',
          id,
          count,
          parts: compiled,
        }));
      },
    });
  return { leaves, questions, node, rank, nodes: () => [...nodes.values()] };
}

/** What rules out most patients at least cost comes first. */
const rankOf = (kind: LeafKind): number => ranksByKind[kind] ?? 4;
const lastRank = 9;
const ranksByKind: Partial<Record<LeafKind, number>> = {
  tumourType: 0,
  smallVariant: 1,
  fusion: 1,
  exonSkipping: 1,
  copyNumber: 1,
  rearrangement: 1,
  hla: 1,
  biomarker: 1,
  observation: 2,
  signature: 2,
  receptor: 2,
  sex: 3,
  wildType: 3,
  age: 3,
  stage: 3,
  performance: 3,
  unstructured: lastRank,
};
