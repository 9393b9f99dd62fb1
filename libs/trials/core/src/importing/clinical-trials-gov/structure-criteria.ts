import type { Criterion } from '../../language/criterion.js';
import type { CriteriaList } from './criteria-heading.js';
import { readGroupHeader, type Grouping } from './group-headers.js';
import type { StatedList } from './rules/rule.js';
import type { CriterionItem } from './split-criteria.js';
import { structureSentence } from './structure-sentence.js';

/** What became of one item of the text. */
export interface ItemOutcome {
  readonly item: CriterionItem;
  /** `group`: the line above entries that were read one by one; `within`: kept with the text of the item above it. */
  readonly outcome: 'structured' | 'unstructured' | 'group' | 'within';
  readonly rule?: string;
}

export interface StructuredText {
  /** One for each item or group that stands for itself, in the text's order. */
  readonly criteria: readonly Criterion[];
  readonly outcomes: readonly ItemOutcome[];
}

/** Structures what is certain; keeps everything else, in the source's words, as a question for a person. */
export function structureCriteria(text: string, items: readonly CriterionItem[]): StructuredText {
  const criteria: Criterion[] = [];
  const outcomes: ItemOutcome[] = [];
  for (const section of sectionsOf(items)) {
    const context: Context = { text, outcomes, doubtful: false };
    const nodes = nest(section);
    nodes.forEach((node, at) => {
      criteria.push(structureNode(node, nodes, at, context));
    });
  }
  return { criteria, outcomes };
}

interface Node {
  readonly item: CriterionItem;
  readonly children: Node[];
}

interface Context {
  readonly text: string;
  readonly outcomes: ItemOutcome[];
  /** An open header came before: what follows on its level may be its entries. */
  doubtful: boolean;
}

function sectionsOf(items: readonly CriterionItem[]): readonly (readonly CriterionItem[])[] {
  const sections: CriterionItem[][] = [[]];
  for (const item of items) {
    if (item.kind === 'heading') sections.push([]);
    if (item.kind === 'criterion') sections.at(-1)?.push(item);
  }
  return sections;
}

function nest(items: readonly CriterionItem[]): readonly Node[] {
  const roots: Node[] = [];
  const path: Node[] = [];
  for (const item of items) {
    while (path.length > 0 && (path.at(-1)?.item.depth ?? 0) >= item.depth) path.pop();
    const node: Node = { item, children: [] };
    (path.at(-1)?.children ?? roots).push(node);
    path.push(node);
  }
  return roots;
}

function structureNode(node: Node, siblings: readonly Node[], at: number, context: Context): Criterion {
  const { item, children } = node;
  const list = statedList(item.list);
  if (list === undefined || item.partial || context.doubtful || isJoined(siblings, at, list))
    return keep(node, context);
  const opens = /[:：]\s*$/u.test(item.text);
  const header = opens || children.length > 0 ? readGroupHeader(item.text, list) : undefined;
  if (children.length > 0)
    return header === undefined ? keep(node, context) : readGroup(node, header, context);
  if (opens) {
    // Its entries may be the items that follow on the same level: to read them one by one must mean the same.
    if (header === undefined || header === 'one-required') context.doubtful = true;
    return keep(node, context);
  }
  const read = structureSentence(item.text, list);
  if (read === undefined) return keep(node, context);
  context.outcomes.push({ item, outcome: 'structured', rule: read.rule });
  return { ...read.criterion, text: item.text };
}

function readGroup(node: Node, grouping: Grouping, context: Context): Criterion {
  if (grouping === 'one-required') return readChoice(node, context);
  context.outcomes.push({ item: node.item, outcome: 'group' });
  const inner: Context = { ...context, doubtful: false };
  const all = node.children.map((child, at) => structureNode(child, node.children, at, inner));
  return { all, text: node.item.text };
}

/** One of the entries is enough, so that every one must be certain. */
function readChoice(node: Node, context: Context): Criterion {
  const read = node.children.map(({ item, children }) =>
    children.length > 0
      ? undefined
      : structureSentence(item.text.replace(/[;,.]?\s+(?:or|OR)\s*$/u, ''), 'inclusion'),
  );
  const any: Criterion[] = [];
  const outcomes: ItemOutcome[] = [];
  node.children.forEach(({ item }, at) => {
    const one = read[at];
    if (one === undefined) return;
    any.push({ ...one.criterion, text: item.text });
    outcomes.push({ item, outcome: 'structured', rule: one.rule });
  });
  if (any.length < read.length) return keep(node, context);
  context.outcomes.push({ item: node.item, outcome: 'group' }, ...outcomes);
  return { any, text: node.item.text };
}

/** The item with all below it, as the source has it. */
function keep(node: Node, { text, outcomes }: Context): Criterion {
  const { item } = node;
  const below = descendantsOf(node);
  outcomes.push({ item, outcome: 'unstructured' });
  for (const each of below) outcomes.push({ item: each, outcome: 'within' });
  const end = below.at(-1)?.end ?? item.end;
  return { unstructured: { text: text.slice(item.start, end), list: item.list } };
}

const descendantsOf = ({ children }: Node): readonly CriterionItem[] =>
  children.flatMap((child) => [child.item, ...descendantsOf(child)]);

const statedList = (list: CriteriaList): StatedList | undefined => (list === 'not-stated' ? undefined : list);

/**
 * Whether an entry is part of a sentence with the one before or behind it. An «and» between requirements and an «or» between
 * exclusions join nothing that reading one by one would not.
 */
function isJoined(siblings: readonly Node[], at: number, list: StatedList): boolean {
  const own = siblings[at]?.item.text ?? '';
  const next = siblings[at + 1]?.item.text ?? '';
  const before = siblings[at - 1]?.item.text ?? '';
  const harmless = list === 'inclusion' ? 'and' : 'or';
  return (
    (endsOpen.test(own) && !endsWith(own, harmless)) ||
    (endsOpen.test(before) && !endsWith(before, harmless)) ||
    startsOpen.test(own) ||
    startsOpen.test(next)
  );
}

const endsOpen =
  /(?:^|[\s,;])(?:or|and|and\/or|either|unless|except|with|of|if|but|than|for|to|the|in|by)[\s,;]*$/iu;
const endsWith = (text: string, word: string): boolean =>
  new RegExp(`[\\s,;]${word}[\\s,;]*$`, 'iu').test(text);
/** A remark on the entry before may take from it what it says. */
const startsOpen =
  /^[\s(*]*(?:or|and\/or|unless|except|exceptions?|but|however|note|nb|n\.b|provided|if|otherwise|where|only|this|these|those|for (?:patients|subjects|participants) with)\b/iu;
