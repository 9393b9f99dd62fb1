export const conditionKinds = [
  'comorbidity',
  'autoimmune',
  'event',
  'toxicity',
  'allergy',
  'cancer',
] as const;
export type ConditionKind = (typeof conditionKinds)[number];

/** Names of diseases with what is broader than each. */
export interface ConditionTable {
  /** The name itself and everything broader; undefined for a name that is not in the table. */
  namesOf(name: string): ReadonlySet<string> | undefined;
  /** The name itself and everything narrower; undefined for a name that is not in the table. */
  narrowerOf(name: string): ReadonlySet<string> | undefined;
  kindOf(name: string): ConditionKind | undefined;
  readonly names: ReadonlySet<string>;
}

interface Row {
  readonly kind: ConditionKind;
  readonly broader: readonly string[];
}

/**
 * Reads the table of `data/conditions.tsv`: name, kind, broader names and synonyms joined by `|`; `#` begins a comment.
 * Throws on a name that stands twice, an unknown kind or broader name, or a circle, naming it.
 */
export function readConditions(tsv: string): ConditionTable {
  const rows = new Map<string, Row>();
  const canonical = new Map<string, string>();
  const claim = (text: string, name: string): void => {
    if (canonical.has(text)) throw new Error(`Conditions: «${text}» stands twice.`);
    canonical.set(text, name);
  };
  for (const line of tsv.split('\n')) {
    if (line === '' || line.startsWith('#') || line.startsWith('name\t')) continue;
    const [name = '', kind = '', broader = '', synonyms = ''] = line.split('\t');
    if (!isKind(kind)) throw new Error(`Conditions: «${kind}» of «${name}» is no kind.`);
    rows.set(name, { kind, broader: listed(broader) });
    for (const text of [name, ...listed(synonyms)]) claim(text, name);
  }
  const expanded = new Map([...rows.keys()].map((name) => [name, expand(name, rows, [])]));
  const narrower = new Map<string, Set<string>>([...rows.keys()].map((name) => [name, new Set<string>()]));
  for (const [name, wider] of expanded) for (const one of wider) narrower.get(one)?.add(name);
  const find = (name: string): string | undefined => canonical.get(name.trim().toLowerCase());
  return {
    namesOf(name) {
      const found = find(name);
      return found === undefined ? undefined : expanded.get(found);
    },
    narrowerOf(name) {
      const found = find(name);
      return found === undefined ? undefined : narrower.get(found);
    },
    kindOf(name) {
      const found = find(name);
      return found === undefined ? undefined : rows.get(found)?.kind;
    },
    names: new Set(canonical.keys()),
  };
}

const listed = (text: string): readonly string[] => (text === '' ? [] : text.split('|'));
const isKind = (text: string): text is ConditionKind => conditionKinds.some((kind) => kind === text);

function expand(name: string, rows: ReadonlyMap<string, Row>, path: readonly string[]): ReadonlySet<string> {
  const row = rows.get(name);
  if (row === undefined)
    throw new Error(`Conditions: «${name}», broader than «${path.at(-1) ?? ''}», is not in the table.`);
  if (path.includes(name)) throw new Error(`Conditions: «${name}» lies in a circle.`);
  return new Set([name, ...row.broader.flatMap((wider) => [...expand(wider, rows, [...path, name])])]);
}
