import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import { Composer, LineCounter, Parser, type Document } from 'yaml';
import { ctmlProblem } from './reading.js';

/** Characters. The largest published CTML files have some 60,000. */
export const longestCtmlText = 4_000_000;
/** Levels of lists and mappings in each other; a match tree uses about a dozen. */
export const deepestCtml = 80;
/** Uses of YAML aliases in all: a few may be written by hand, a bomb needs many. */
const mostAliases = 50;

/**
 * Reads YAML or JSON text (JSON is YAML). Problems name line and column. A value that begins with `!` without quotes is
 * a YAML tag and would lose its meaning; it is refused, not read as an empty text.
 */
export function readCtmlText(text: string): Result<unknown, readonly Problem[]> {
  if (text.length > longestCtmlText) {
    const message = `The text has ${String(text.length)} characters; at most ${String(longestCtmlText)} are read.`;
    return fail([ctmlProblem('TOO_LARGE', '', message, 'Give one trial to a file.')]);
  }
  const lines = new LineCounter();
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  if (tokens.some((token) => isDeeper(token, deepestCtml))) {
    const message = `Lists and mappings lie in each other more than ${String(deepestCtml)} levels deep.`;
    return fail([ctmlProblem('TOO_DEEP', '', message, 'No match tree needs that; check the file.')]);
  }
  const documents = [...new Composer({ prettyErrors: false, uniqueKeys: true }).compose(tokens)];
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `line ${String(line)}, column ${String(col)}`;
  };
  const [document, second] = documents;
  if (document === undefined)
    return fail([ctmlProblem('EMPTY', '', 'The text is empty.', 'Give a trial in YAML or JSON.')]);
  if (second !== undefined) {
    const message = 'The text holds several YAML documents.';
    return fail([ctmlProblem('UNREADABLE', place(second.range[0]), message, 'Give one trial to a file.')]);
  }
  return valueOf(document, place);
}

function valueOf(document: Document.Parsed, place: (offset: number) => string) {
  const problems = [
    ...document.errors.map(({ message, pos }) =>
      ctmlProblem('UNREADABLE', place(pos[0]), `${message}.`, 'Quote values that begin with > < ! or *.'),
    ),
    ...document.warnings.map(({ message, pos }) => {
      const tag = /!\S*/.exec(message)?.[0] ?? '!';
      const remedy = `Write it in quotes: '${tag}'.`;
      return ctmlProblem('UNREADABLE', place(pos[0]), `«${tag}» without quotes is a YAML tag.`, remedy);
    }),
  ];
  if (problems.length > 0) return fail(problems);
  try {
    const value: unknown = document.toJS({ maxAliasCount: mostAliases });
    return succeed(value);
  } catch (error) {
    // `yaml` tells of too many aliases, and of an alias without its anchor, by throwing.
    if (!(error instanceof ReferenceError)) throw error;
    return fail([ctmlProblem('UNREADABLE', '', `${error.message}.`, 'Write the values out.')]);
  }
}

/** Without recursion, so that a deep text cannot exhaust the stack before it is refused. */
function isDeeper(root: unknown, most: number): boolean {
  const open: { readonly token: unknown; readonly depth: number }[] = [{ token: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (depth > most) return true;
    if (typeof token !== 'object' || token === null) continue;
    if ('value' in token) open.push({ token: token.value, depth });
    if ('items' in token && Array.isArray(token.items)) {
      for (const item of token.items as readonly unknown[]) {
        if (typeof item !== 'object' || item === null) continue;
        if ('key' in item) open.push({ token: item.key, depth: depth + 1 });
        if ('value' in item) open.push({ token: item.value, depth: depth + 1 });
      }
    }
  }
  return false;
}
