const mostSuggestions = 3;
const furthest = 2;

/** Up to three values whose keys differ from `text` by at most two letters, nearest first. */
export function nearest(text: string, known: ReadonlyMap<string, string>): readonly string[] {
  if (text.length < 3 || text.length > 40) return [];
  const found: { value: string; distance: number }[] = [];
  for (const [key, value] of known) {
    if (Math.abs(key.length - text.length) > furthest) continue;
    const distance = editDistance(text, key);
    if (distance <= furthest) found.push({ value, distance });
  }
  return found
    .sort((a, b) => a.distance - b.distance || (a.value < b.value ? -1 : 1))
    .slice(0, mostSuggestions)
    .map(({ value }) => value);
}

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change);
    }
    row = next;
  }
  return row[b.length] ?? Infinity;
}
