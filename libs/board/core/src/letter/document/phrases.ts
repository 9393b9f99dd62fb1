import type { LetterKnowledge } from '../letter.js';
import type { LetterWords } from '../words/english.js';
import { cleanLine } from './clean-text.js';
import type { LetterBlock, LetterEntry, LetterParagraph } from './letter-document.js';

/** How long the text of a cell may be. */
const cellAtMost = 320;

/** A text for the cell of a table; one that would make its row as high as a page is cut. */
export function cell(words: LetterWords, text: string, atMost = cellAtMost): string {
  const clean = cleanLine(text);
  // By code points, so that none is cut in two.
  const characters = clean.length > atMost ? Array.from(clean) : [];
  return characters.length > atMost
    ? `${characters.slice(0, atMost).join('')}${words.cut(characters.length)}`
    : clean;
}

export const paragraph = (text: string, lead?: string): LetterParagraph => ({
  kind: 'paragraph',
  text: cleanLine(text),
  ...(lead === undefined ? {} : { lead }),
});

/** One paragraph for each of a text's own; its lead-in stands before the first. */
export const paragraphs = (text: string, lead: string): readonly LetterBlock[] =>
  text
    .split(/\r\n?|\n/)
    .filter((part, index) => index === 0 || part.trim() !== '')
    .map((part, index) => paragraph(part, index === 0 ? lead : undefined));

export const entry = (text: string, lead?: string): LetterEntry => ({
  text: cleanLine(text),
  ...(lead === undefined ? {} : { lead: cleanLine(lead) }),
});

/** Parts with a separator, without those that are not there. */
export const joined = (separator: string, ...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(separator);

export const percent = (share: number): string => `${String(Math.round(share * 1000) / 10)} %`;

/** `2026-11-23 12:00 UTC`. */
export const instant = (at: string): string =>
  at.endsWith('Z') ? `${at.slice(0, 10)} ${at.slice(11, 16)} UTC` : at;

export const dashed = (code: string): string => code.replaceAll('-', ' ');

export const knowledgeLine = (words: LetterWords, knowledge: readonly LetterKnowledge[]): string =>
  knowledge.length === 0
    ? words.stamp.noKnowledge
    : knowledge
        .map(({ name, hash, evaluatedOn }) =>
          cleanLine(`${name} (${hash.slice(0, 12)}), ${words.stamp.asOf(evaluatedOn)}`),
        )
        .join('; ');
