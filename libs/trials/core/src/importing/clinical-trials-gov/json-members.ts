/** Reading of documents whose shape is not known: what is not there, or is something else, is absent. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a path of member names. */
export function memberAt(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const name of path) found = isObject(found) && Object.hasOwn(found, name) ? found[name] : undefined;
  return found;
}

/** Text that says something, white space around it taken away. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = memberAt(value, ...path);
  const text = typeof found === 'string' ? found.trim() : undefined;
  return text === '' ? undefined : text;
}

/** A list; one thing alone counts as a list of it, as XML gives it. */
export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = memberAt(value, ...path);
  if (found === undefined || found === null) return [];
  return Array.isArray(found) ? found : [found];
}

export const textsAt = (value: unknown, ...path: readonly string[]): readonly string[] =>
  listAt(value, ...path).flatMap((item) =>
    typeof item === 'string' && item.trim() !== '' ? [item.trim()] : [],
  );

/** Leaves out what is undefined, as `exactOptionalPropertyTypes` wants it. */
export const optional = <K extends string, T>(
  key: K,
  value: T | undefined,
): Readonly<Partial<Record<K, T>>> => {
  const member: Partial<Record<K, T>> = {};
  if (value !== undefined) member[key] = value;
  return member;
};
