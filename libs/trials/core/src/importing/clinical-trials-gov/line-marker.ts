/** What opens a line of a list: bullets, numbers, letters, with the registry's escapes (`\\-`, `1\\.`). */
const bullet = /^\\?(?:[•·●○▪■◦‣⁃➢✓]\s*|[*\-–—o]\s+|[*\-–—]$)/u;
const number = /^(?:\d{1,2} ?\\?[.)]|\(\d{1,2}\\?\)|[①-⑳])(?:\s+|(?=[A-Za-z(])|$)/u;
const letter =
  /^(?:[A-Za-z]|[ivx]{2,4})\\?[.)](?:\s+|(?=[A-Z])|$)|^\((?:[a-z]|[ivx]{2,4})\\?\)(?:\s+|(?=[A-Z]))/u;

/** Characters of the marker that opens the line (`* 1\\. ` counts as one), 0 where there is none. */
export function markerLength(line: string): number {
  const first = lengthOf(line, bullet) || lengthOf(line, number) || lengthOf(line, letter);
  if (first === 0) return 0;
  const rest = line.slice(first);
  return first + (lengthOf(line, bullet) > 0 ? lengthOf(rest, number) || lengthOf(rest, letter) : 0);
}

const lengthOf = (line: string, pattern: RegExp): number => pattern.exec(line)?.[0].length ?? 0;
