import type { Criterion } from '../../language/criterion.js';
import { allOf, anyOf } from './fragment.js';
import { isList, isMapping, normalKey, placed } from './read-members.js';
import { readClinical } from './read-clinical.js';
import { readGenomic } from './read-genomic.js';
import { readPriorTreatment } from './read-prior-treatment.js';
import { closest } from './closest.js';
import { below, didYouMean, type Reading } from './reading.js';
import { deepestCtml } from './read-ctml-text.js';

/**
 * A `match` list: all of its nodes. Undefined where there is none or a node was refused; an empty list is told of and
 * asks nothing.
 */
export function readMatch(value: unknown, place: string, reading: Reading): Criterion | undefined {
  if (value === undefined) return undefined;
  const nodes = placed(value, place);
  if (nodes.length === 0) {
    reading.remark(`${place}: the match is empty and asks nothing.`);
    return undefined;
  }
  return joinAll(nodes, 0, reading);
}

type Placed = ReturnType<typeof placed>;

function joinAll(nodes: Placed, depth: number, reading: Reading): Criterion | undefined {
  const parts = nodes.map((node) => readNode(node.value, node.place, depth, reading));
  const read = parts.filter((part) => part !== undefined);
  return read.length < parts.length ? undefined : allOf(read);
}

const nodeKinds = ['and', 'or', 'genomic', 'clinical', 'prior_treatment'] as const;
type NodeKind = (typeof nodeKinds)[number];

function readNode(value: unknown, place: string, depth: number, reading: Reading): Criterion | undefined {
  if (depth > deepestCtml) {
    const message = `The match tree is more than ${String(deepestCtml)} levels deep, or leads back into itself.`;
    reading.refuse('TOO_DEEP', place, message, 'Write it flatter.');
    return;
  }
  if (!isMapping(value)) {
    const message = `Where a node of the match tree is expected stands ${isList(value) ? 'a list' : `«${String(value)}»`}.`;
    reading.refuse('WRONG_TYPE', place, message, 'Give and, or, genomic or clinical.');
    return;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) {
    reading.refuse('EMPTY', place, 'A node of the match tree is empty.', 'Remove it.');
    return;
  }
  if (entries.length > 1)
    reading.remark(
      `${place}: ${entries.map(([key]) => key).join(', ')} stand in one node and were joined by and.`,
    );
  const parts = entries.map(([key, content]) => {
    const at = below(place, key);
    const kind = nodeKindOf(key);
    if (kind !== undefined) return readKind(kind, content, at, depth, reading);
    const remedy = `Known are ${nodeKinds.join(', ')}.${didYouMean(closest(key, nodeKinds))}`;
    reading.refuse('UNKNOWN_KEY', at, `«${key}» is no node of a match tree.`, remedy);
  });
  const read = parts.filter((part) => part !== undefined);
  return read.length < parts.length ? undefined : allOf(read);
}

/** The second engine takes `and_1` and `or_2` as well, since a mapping can hold a key only once. */
function nodeKindOf(spelling: string): NodeKind | undefined {
  const key = normalKey(spelling)
    .replace(/^(and|or)_?\d+$/, '$1')
    .replace(/^prior_treatments$/, 'prior_treatment');
  return nodeKinds.find((kind) => kind === key);
}

function readKind(
  kind: NodeKind,
  value: unknown,
  place: string,
  depth: number,
  reading: Reading,
): Criterion | undefined {
  switch (kind) {
    case 'genomic':
      return readLeaves(value, place, readGenomic, reading);
    case 'clinical':
      return readLeaves(value, place, readClinical, reading);
    case 'prior_treatment':
      return readLeaves(value, place, readPriorTreatment, reading);
    case 'and':
    case 'or': {
      const nodes = placed(value, place);
      if (nodes.length === 0) {
        reading.refuse('EMPTY', place, `«${kind}» joins nothing.`, 'Give its parts, or remove it.');
        return;
      }
      if (kind === 'and') return joinAll(nodes, depth + 1, reading);
      const parts = nodes.map((node) => readNode(node.value, node.place, depth + 1, reading));
      const read = parts.filter((part) => part !== undefined);
      return read.length < parts.length ? undefined : anyOf(read);
    }
  }
}

/** A leaf's body is one mapping; a list of one is taken as that, of several it would not say how they are joined. */
function readLeaves(
  value: unknown,
  place: string,
  read: (value: unknown, place: string, reading: Reading) => Criterion | undefined,
  reading: Reading,
): Criterion | undefined {
  if (!isList(value)) return read(value, place, reading);
  if (value.length === 1) return read(value[0], below(place, 0), reading);
  const message = `A leaf holds a list of ${String(value.length)} criteria.`;
  reading.refuse('WRONG_TYPE', place, message, 'Join them by and or by or.');
}
