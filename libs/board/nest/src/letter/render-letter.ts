import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Letter } from '@consilium/board-core';
import { letterFormats, type LetterFormat } from './letter-format.js';
import type { LetterBytes } from './letter.store.js';
import { renderHtml } from './render-html.js';
import { renderJson } from './render-json.js';
import { renderPdf } from './render-pdf.js';

const render: Readonly<Record<LetterFormat, (letter: Letter) => Buffer | Promise<Buffer>>> = {
  'pdf-a4': (letter) => renderPdf(letter, 'a4'),
  'pdf-letter': (letter) => renderPdf(letter, 'letter'),
  html: (letter) => Buffer.from(renderHtml(letter)),
  json: (letter) => Buffer.from(renderJson(letter)),
};

/** A letter in one of its forms. */
export const renderAs = async (letter: Letter, format: LetterFormat): Promise<Buffer> =>
  render[format](letter);

/** A letter in all its forms, all of one object. */
export async function renderLetter(letter: Letter): Promise<readonly LetterBytes[]> {
  const made: LetterBytes[] = [];
  for (const format of letterFormats) {
    // Each takes a while: others are served between them.
    await setImmediate();
    const bytes = await renderAs(letter, format);
    made.push({ format, bytes, sha256: createHash('sha256').update(bytes).digest('hex') });
  }
  return made;
}
