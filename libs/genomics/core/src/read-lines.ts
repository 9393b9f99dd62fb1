import { refuse } from './genomics.errors.js';

/** No record of one patient is longer; a longer one is no text file of variants. */
const longestLine = 8 * 1024 * 1024;

export interface Line {
  readonly text: string;
  /** 1-based. */
  readonly number: number;
  /** False for a last line without a line feed: it may have been cut. */
  readonly ended: boolean;
}

/**
 * Lines of a text that comes in chunks of any size, as many at once as a chunk completes; a carriage return before the
 * line feed is dropped.
 */
export async function* readLines(
  file: string,
  chunks: AsyncIterable<string>,
): AsyncGenerator<readonly Line[]> {
  let rest = '';
  let number = 0;
  for await (const chunk of chunks) {
    const text = rest + chunk;
    const lines: Line[] = [];
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      number += 1;
      lines.push({ text: text.slice(from, text[end - 1] === '\r' ? end - 1 : end), number, ended: true });
      from = end + 1;
    }
    yield lines;
    rest = text.slice(from);
    if (rest.length > longestLine) {
      refuse(
        'GENOMICS.LINE_TOO_LONG',
        `${file}, line ${String(number + 1)}`,
        'the line does not end.',
        'Send a text file with one record per line.',
      );
    }
  }
  if (rest !== '') yield [{ text: rest, number: number + 1, ended: false }];
}
