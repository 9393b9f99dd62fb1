import { closest } from './closest.js';
import { below, didYouMean, listed, type Reading } from './reading.js';

/** One member of a CTML mapping under the vocabulary's own key, at its place in the document. */
export interface Member {
  readonly key: string;
  /** As the document spells it. */
  readonly spelling: string;
  readonly value: unknown;
  readonly place: string;
}

/** Keys of one kind of mapping; `aliases` lead from other spellings in use to the key they mean. */
export interface Vocabulary {
  /** What the mapping is, for messages: `a genomic criterion`. */
  readonly of: string;
  readonly keys: readonly string[];
  readonly aliases?: Readonly<Record<string, string>>;
  /** Other keys that carry nothing here and are passed over. */
  readonly passedOver?: (key: string) => boolean;
}

export const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** A list, or a single thing given in place of one. Absent and null are no things. */
export const asList = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : isList(value) ? value : [value];

/** A list's members with their places; a single thing stands at the place itself. */
export const placed = (
  value: unknown,
  place: string,
): readonly { readonly value: unknown; readonly place: string }[] =>
  asList(value).map((item, index) => ({
    value: item,
    place: isList(value) ? below(place, index) : place,
  }));

/** `HUGO_SYMBOL`, `hugo-symbol`, `hugoSymbol` and `Hugo Symbol` are the same key. */
export const normalKey = (key: string): string =>
  key
    .trim()
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');

/** The members under their own keys. An unknown key is a problem that names the nearest known one. */
export function readMembers(
  value: unknown,
  place: string,
  vocabulary: Vocabulary,
  reading: Reading,
): ReadonlyMap<string, Member> | undefined {
  const { of, keys, aliases = {}, passedOver } = vocabulary;
  if (!isMapping(value)) {
    const what = isList(value) ? 'a list' : value === null ? 'nothing' : `«${JSON.stringify(value)}»`;
    reading.refuse('WRONG_TYPE', place, `Where ${of} is expected stands ${what}.`, 'Give key and value.');
    return;
  }
  const members = new Map<string, Member>();
  let wrong = false;
  for (const [spelling, content] of Object.entries(value)) {
    const at = below(place, spelling);
    const key = keyFor(spelling, keys, aliases);
    if (key === undefined) {
      if (passedOver?.(spelling) === true) continue;
      wrong = true;
      const known = [...keys, ...Object.keys(aliases)];
      const remedy = `${didYouMean(closest(normalKey(spelling), known)).trim()} Known keys: ${listed([...keys])}.`;
      reading.refuse('UNKNOWN_KEY', at, `«${spelling}» is no key of ${of}.`, remedy.trim());
    } else if (members.has(key)) {
      wrong = true;
      const first = members.get(key)?.spelling ?? key;
      const message = `«${first}» and «${spelling}» mean the same key.`;
      reading.refuse('CONTRADICTION', at, message, 'Leave one of them.');
    } else {
      if (normalKey(spelling) !== key) reading.remark(`The key «${spelling}» was read as ${key}.`);
      members.set(key, { key, spelling, value: content, place: at });
    }
  }
  return wrong ? undefined : members;
}

function keyFor(
  spelling: string,
  keys: readonly string[],
  aliases: Readonly<Record<string, string>>,
): string | undefined {
  for (const form of [spelling, normalKey(spelling), spelling.trim().toLowerCase()]) {
    if (keys.includes(form)) return form;
    if (Object.hasOwn(aliases, form)) return aliases[form];
  }
  return undefined;
}

/** What a member says, without its `!`; any of the texts. */
export interface Said {
  readonly texts: readonly string[];
  readonly negated: boolean;
}

/** A text, number or Boolean, or a list of them that is negated whole or not at all. */
export function readSaid({ key, value, place }: Member, reading: Reading): Said | undefined {
  const items = placed(value, place).map((item) => ({ ...item, said: sayingOf(item.value) }));
  if (items.length === 0) {
    reading.refuse('EMPTY', place, `${key} is empty.`, 'Give a value or leave the key out.');
    return;
  }
  let wrong = false;
  for (const { said, place: at } of items) {
    if (said === undefined) {
      wrong = true;
      reading.refuse(
        'WRONG_TYPE',
        at,
        `${key} is no text, number or Boolean.`,
        'Give a single value or a list of them.',
      );
    } else if (said.text === '') {
      wrong = true;
      reading.refuse('EMPTY', at, `${key} is empty.`, 'Give a value or leave the key out.');
    }
  }
  const said = items.flatMap((item) => item.said ?? []);
  const negated = said.some((one) => one.negated);
  if (!wrong && negated && said.some((one) => !one.negated)) {
    const message = `${key} names values that are meant beside values that are not («!»).`;
    reading.refuse('CONTRADICTION', place, message, 'Give two criteria, joined by and or by or.');
    return;
  }
  return wrong ? undefined : { texts: said.map(({ text }) => text), negated };
}

function sayingOf(value: unknown): { readonly text: string; readonly negated: boolean } | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return { text: String(value), negated: false };
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text.startsWith('!') ? { text: text.slice(1).trim(), negated: true } : { text, negated: false };
}

/** Looks a value up in a table whose keys are in lower case; `_`, `-` and spaces count as the same. */
export function lookUp<T>(text: string, table: Readonly<Record<string, T>>): T | undefined {
  const key = foldValue(text);
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

export const foldValue = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .trim();

/** Notes a value that is not of the vocabulary, with what is accepted. */
export const refuseValue = (
  { key, place }: Member,
  text: string,
  accepted: readonly string[],
  reading: Reading,
): void => {
  reading.refuse(
    'UNKNOWN_VALUE',
    place,
    `«${text}» is no value of ${key}.`,
    `${didYouMean(closest(text, accepted)).trim()} Accepted: ${listed([...accepted])}.`.trim(),
  );
};
