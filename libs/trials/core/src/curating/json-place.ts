/** The steps of a JSON pointer. */
export const stepsOf = (place: string): readonly string[] =>
  place
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** Undefined where there is nothing at the place. */
export function valueAt(document: unknown, place: string): unknown {
  let value = document;
  for (const step of stepsOf(place)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = new Map<string, unknown>(Object.entries(value)).get(step);
  }
  return value;
}

/** The document with another value at a place that exists. */
export function replaceAt(document: unknown, steps: readonly string[], value: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (Array.isArray(document))
    return document.map((entry: unknown, at) =>
      String(at) === step ? replaceAt(entry, rest, value) : entry,
    );
  if (typeof document !== 'object' || document === null) return document;
  return Object.fromEntries(
    Object.entries(document).map(([key, entry]) => [
      key,
      key === step ? replaceAt(entry, rest, value) : entry,
    ]),
  );
}
