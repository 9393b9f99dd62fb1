import { canonicalJson, type Problem } from '@consilium/kernel';
import { foldCriterion } from '../matching/parts-of.js';
import { checkLeaf } from './check-leaf.js';
import { compositeKinds, type Criterion, type LeafKind } from './criterion.js';
import { describeSchemaErrors, suggest } from './describe-schema-errors.js';
import { isLeafKind, knownLeafKinds, membersOfLeaf, validatorOfLeaf } from './schema-of-leaf.js';
import type { TrialReferences } from './trial-references.js';

/** Deeper than anyone reads, and more than any protocol has. */
const deepest = 64;
const mostNodes = 5_000;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What is wrong with a tree of criteria, each with its place; none: it is a `Criterion`. A tree that circles, that
 * contradicts itself, or that asks what nobody can answer is refused as a whole.
 */
export function checkCriterion(
  document: unknown,
  place: string,
  references: TrialReferences,
): readonly Problem[] {
  const walk: Walk = { references, problems: [], above: new Set(), ids: new Set(), nodes: 0 };
  checkNode(document, place, walk);
  if (walk.problems.length === 0) checkContradictions(document as Criterion, place, walk);
  return walk.problems;
}

interface Walk {
  readonly references: TrialReferences;
  readonly problems: Problem[];
  /** The nodes this one lies in. */
  readonly above: Set<object>;
  readonly ids: Set<string>;
  nodes: number;
}

const problem = (walk: Walk, code: string, place: string, message: string, remedy: string): void => {
  walk.problems.push({ code: `TRIALS.${code}`, place, message, remedy });
};

function checkNode(node: unknown, place: string, walk: Walk): void {
  walk.nodes += 1;
  if (!isObject(node)) {
    problem(walk, 'SHAPE', place, 'is no criterion.', 'Give an object with one condition.');
    return;
  }
  if (walk.above.has(node)) {
    problem(walk, 'CIRCLE', place, 'contains itself.', 'Write the criterion out where it is needed.');
    return;
  }
  if (walk.above.size >= deepest || walk.nodes > mostNodes) {
    problem(
      walk,
      'TOO_LARGE',
      place,
      'is nested too deeply, or the tree is too large.',
      `At most ${String(deepest)} levels and ${String(mostNodes)} criteria.`,
    );
    return;
  }
  const kinds = Object.keys(node).filter((key) => key !== 'id' && key !== 'text');
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    const said = kind === undefined ? 'has no condition.' : `has several conditions: ${kinds.join(', ')}.`;
    problem(walk, 'CONDITION', place, said, 'Give exactly one; join several by all or any.');
    return;
  }
  checkStated(node, place, walk);
  walk.above.add(node);
  if (compositeKinds.some((one) => one === kind)) checkComposite(kind, node[kind], place, walk);
  else if (isLeafKind(kind)) {
    const at = `${place}/${kind}`;
    if (isCriterion(node, kind)) walk.problems.push(...checkLeaf(node, at, walk.references));
    else walk.problems.push(...describeSchemaErrors(validatorOfLeaf(kind).errors, at, membersOfLeaf(kind)));
  } else {
    const known = [...compositeKinds, ...knownLeafKinds];
    problem(
      walk,
      'UNKNOWN_CRITERION',
      `${place}/${kind}`,
      'is no criterion that is known.',
      suggest(kind, known),
    );
  }
  walk.above.delete(node);
}

/** The walk looks at one node; the leaf's body is all there is to it. */
const isCriterion = (
  node: Readonly<Record<string, unknown>>,
  kind: LeafKind,
): node is Criterion & typeof node => validatorOfLeaf(kind)(node[kind]);

function checkStated({ id, text }: Readonly<Record<string, unknown>>, place: string, walk: Walk): void {
  if (text !== undefined && typeof text !== 'string')
    problem(walk, 'SHAPE', `${place}/text`, 'is no text.', 'Give the words of the source.');
  if (id === undefined) return;
  if (typeof id !== 'string') {
    problem(walk, 'SHAPE', `${place}/id`, 'is no text.', 'Give a short name.');
    return;
  }
  if (walk.ids.has(id))
    problem(walk, 'DUPLICATE', `${place}/id`, `${id} stands twice.`, 'Give each criterion its own.');
  walk.ids.add(id);
}

function checkComposite(kind: string, body: unknown, place: string, walk: Walk): void {
  const at = `${place}/${kind}`;
  if (kind === 'not') {
    checkNode(body, at, walk);
    return;
  }
  const parts = kind === 'atLeast' && isObject(body) ? body['of'] : body;
  const below = kind === 'atLeast' ? `${at}/of` : at;
  if (!Array.isArray(parts) || parts.length === 0) {
    problem(walk, 'EMPTY', below, 'holds no criteria.', 'Give a list of at least one, or leave it out.');
    return;
  }
  if (kind === 'atLeast') {
    const count = isObject(body) ? body['count'] : undefined;
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 1 || count > parts.length)
      problem(
        walk,
        'COUNT',
        `${at}/count`,
        'is no number of the parts.',
        `Give a whole number from 1 to ${String(parts.length)}.`,
      );
  }
  parts.forEach((part: unknown, index) => {
    checkNode(part, `${below}/${String(index)}`, walk);
  });
}

/** A question asked both ways of one conjunction can never hold; of one disjunction it always does, or nobody knows. */
function checkContradictions(criterion: Criterion, place: string, walk: Walk): void {
  foldCriterion(criterion, {
    leaf: () => undefined,
    composite: ({ kind, parts }) => {
      const flat = kind === 'all' ? parts.flatMap(conjuncts) : parts;
      if (kind === 'all' || kind === 'any') {
        const asked = new Set(flat.filter((part) => !('not' in part)).map(keyOf));
        const denied = flat.find((part) => 'not' in part && asked.has(keyOf(part.not)));
        if (denied !== undefined)
          problem(
            walk,
            'CONTRADICTION',
            `${place}/${kind}`,
            kind === 'all'
              ? 'asks the same to hold and not to hold.'
              : 'always holds: it asks the same both ways.',
            'Take one of the two out.',
          );
      }
      parts.forEach((part, index) => {
        checkContradictions(
          part,
          kind === 'not' ? `${place}/not` : `${place}/${kind}/${String(index)}`,
          walk,
        );
      });
    },
  });
}

const conjuncts = (criterion: Criterion): readonly Criterion[] =>
  'all' in criterion ? criterion.all.flatMap(conjuncts) : [criterion];

function keyOf(criterion: Criterion): string {
  const { id: _id, text: _text, ...asked } = criterion;
  return canonicalJson(asked);
}
