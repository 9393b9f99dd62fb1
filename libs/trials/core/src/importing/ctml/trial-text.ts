import { isMapping, type Member, asList } from './read-members.js';

/** The texts in a value: a text or number, or a list of them; what is empty is none. */
export const textsIn = (value: unknown): readonly string[] =>
  asList(value).flatMap((item) =>
    (typeof item === 'string' && item.trim() !== '') || typeof item === 'number' || typeof item === 'boolean'
      ? [String(item).trim()]
      : [],
  );

export const textIn = (members: ReadonlyMap<string, Member>, key: string): string | undefined =>
  textsIn(members.get(key)?.value)[0];

/** The mappings in `{drug: [{…}]}`: CTML wraps its lists so; without the wrapping they mean the same. */
export function entriesIn(value: unknown, key: string): readonly Readonly<Record<string, unknown>>[] {
  const inner = isMapping(value) && key in value ? value[key] : value;
  return asList(inner).filter(isMapping);
}

/** Texts of one member over such a list. */
export const namesIn = (value: unknown, list: string, name: string): readonly string[] =>
  entriesIn(value, list).flatMap((entry) => textsIn(entry[name]));
