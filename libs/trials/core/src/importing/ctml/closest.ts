const mostSuggestions = 3;
const leastLikeness = 0.6;

/** Up to three of the candidates that a misspelt or shortened text most likely means, likeliest first. */
export function closest(text: string, candidates: Iterable<string>): readonly string[] {
  const wanted = text.toLowerCase();
  return [...new Set(candidates)]
    .map((candidate) => ({ candidate, likeness: likeness(wanted, candidate.toLowerCase()) }))
    .filter((one) => one.likeness >= leastLikeness)
    .sort((a, b) => b.likeness - a.likeness || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, mostSuggestions)
    .map(({ candidate }) => candidate);
}

/** By letters, or by words where one text leaves words out that the other has. */
const likeness = (a: string, b: string): number => Math.max(byLetters(a, b), byWords(a, b));

const wordsOf = (text: string): readonly string[] => text.split(/[^a-z0-9]+/).filter((word) => word !== '');

function byWords(a: string, b: string): number {
  const [wordsA, wordsB] = [wordsOf(a), wordsOf(b)];
  const shared = wordsA.filter((word) => wordsB.includes(word)).length;
  if (shared === 0) return 0;
  // Of equally contained names the shorter is the nearer.
  return (0.8 * shared) / wordsA.length + (0.1 * shared) / wordsB.length;
}

/** 1 for equal texts, less for each letter to be changed (Levenshtein). */
function byLetters(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (longest === 0 || longest > 120) return 0;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change);
    }
    row = next;
  }
  return 1 - (row[b.length] ?? longest) / longest;
}
