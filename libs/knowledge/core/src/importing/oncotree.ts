import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import type { RowPlace } from './imported-row.js';
import { JsonMembers, notTheDocument, readJsonList } from './json-members.js';

/** One row of the table of tumour types. */
export interface TumourTypeRow {
  readonly code: string;
  /** Empty for the root. */
  readonly parent: string;
  readonly name: string;
  /** Retired codes that led to this one, sorted. */
  readonly formerly: readonly string[];
}

export interface OncoTreeTable {
  /** Parents before their children. */
  readonly rows: readonly TumourTypeRow[];
  readonly skipped: readonly { readonly place: RowPlace; readonly skipped: string }[];
}

const root = 'TISSUE';

/**
 * A version of OncoTree as its interface answers it: the tree (`/api/tumorTypes/tree`, children within their parent)
 * or the list (`/api/tumorTypes`). Refused whole where a code stands twice, lies in a circle or hangs on no parent; a
 * node that cannot be read is left out together with what lies below it.
 */
export function importOncoTree(file: string, json: unknown): Result<OncoTreeTable, readonly Problem[]> {
  const gathered = Array.isArray(json) ? fromList(file, json) : fromTree(file, json);
  if (!gathered.ok) return gathered;
  const { rows, skipped } = gathered.value;
  const problems = checkRows(file, rows, skipped.length > 0);
  return problems.length === 0 ? gathered : fail(problems);
}

type Node = TumourTypeRow & { readonly place: RowPlace };
type Skipped = { readonly place: RowPlace; readonly skipped: string };
type Gathered = Result<
  { readonly rows: readonly TumourTypeRow[]; readonly skipped: readonly Skipped[] },
  readonly Problem[]
>;

function fromTree(file: string, json: unknown): Gathered {
  const whole = JsonMembers.of({ tree: json });
  const top = whole.children('tree').find(([key]) => key === root)?.[1];
  if (top === undefined) return fail([notTheDocument(file, whole.fault ?? `The root ${root} is missing.`)]);
  const rows: TumourTypeRow[] = [];
  const skipped: Skipped[] = [];
  const walk = (node: JsonMembers, parent: string, path: string): void => {
    const counted: RowPlace = { file, row: rows.length + skipped.length + 1 };
    const { place, ...read } = readNode(node, counted);
    const children = node.children('children');
    const fault =
      node.fault ?? (read.parent === parent ? undefined : `its parent is ${parent}, not ${read.parent}`);
    if (fault !== undefined) {
      skipped.push({ place, skipped: `${path}: ${fault}; it and what lies below it are left out.` });
      return;
    }
    rows.push(read);
    for (const [key, child] of children) walk(child, read.code, `${path}/${key}`);
  };
  walk(top, '', `/${root}`);
  return succeed({ rows, skipped });
}

function fromList(file: string, json: unknown): Gathered {
  const elements = readJsonList(file, json, ['code', 'name', 'parent']);
  if (!elements.ok) return elements;
  const nodes: Node[] = [];
  const skipped: Skipped[] = [];
  for (const [index, element] of elements.value.entries()) {
    const node = JsonMembers.of(element);
    const place: RowPlace = { file, row: index + 1 };
    const read = readNode(node, place);
    if (node.fault === undefined) nodes.push(read);
    else skipped.push({ place, skipped: `${node.fault}.` });
  }
  // What hung on a node that was left out goes with it.
  const codes = new Set(nodes.map(({ code }) => code));
  const dropped = (node: Node): boolean =>
    skipped.length > 0 && node.parent !== '' && !codes.has(node.parent);
  let rest = nodes;
  for (let orphans = rest.filter(dropped); orphans.length > 0; orphans = rest.filter(dropped)) {
    for (const { code, parent, place } of orphans) {
      codes.delete(code);
      skipped.push({ place, skipped: `${code}: its parent ${parent} was left out.` });
    }
    rest = rest.filter(({ code }) => codes.has(code));
  }
  return succeed({ rows: rest.map(({ place: _, ...row }) => row), skipped });
}

function readNode(node: JsonMembers, place: RowPlace): Node {
  const code = node.text('code');
  const former = ['history', 'revocations', 'precursors'].flatMap((key) => node.optionalTexts(key));
  return {
    code,
    parent: node.optionalText('parent'),
    name: node.text('name'),
    formerly: [...new Set(former.filter((old) => old !== ''))].sort(),
    place: code === '' ? place : { ...place, id: code },
  };
}

function checkRows(file: string, rows: readonly TumourTypeRow[], partial: boolean): readonly Problem[] {
  const parents = new Map<string, string>();
  for (const { code, parent } of rows) {
    if (parents.has(code)) return [unsound(file, `The code ${code} stands twice.`)];
    parents.set(code, parent);
  }
  if (parents.get(root) !== '') return [unsound(file, `The root ${root} is missing.`)];
  if (parents.size < 2 && !partial) return [unsound(file, 'The tree holds nothing but its root.')];
  for (const { code } of rows) {
    const seen = new Set<string>();
    for (let above = code; above !== ''; above = parents.get(above) ?? '') {
      if (seen.has(above)) return [unsound(file, `${code} lies in a circle.`)];
      if (!parents.has(above))
        return [unsound(file, `The parent ${above} above ${code} is not in the tree.`)];
      seen.add(above);
    }
    if (code !== root && !seen.has(root)) return [unsound(file, `${code} does not hang on ${root}.`)];
  }
  return [];
}

const unsound = (file: string, message: string): Problem => ({
  code: 'KNOWLEDGE.UNSOUND_TREE',
  place: file,
  message,
  remedy: 'Give a version of OncoTree as oncotree.mskcc.org publishes it.',
});

/** The table as `readTumourTypes` of the clinical library reads it. */
export const writeTumourTypes = (rows: readonly TumourTypeRow[], comments: readonly string[]): string =>
  [
    ...comments.map((comment) => `# ${comment}`),
    'code\tparent\tname\tformerly',
    ...rows.map(({ code, parent, name, formerly }) => [code, parent, name, formerly.join('|')].join('\t')),
    '',
  ].join('\n');
