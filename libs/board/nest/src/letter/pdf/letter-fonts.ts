import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const load = (name: string): Buffer => readFileSync(require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));

/** Faces of the letter; a document embeds of each the signs it uses. */
export const faces = { body: 'DejaVuSansCondensed', bold: 'DejaVuSansCondensed-Bold' } as const;
export type Face = keyof typeof faces;

let loaded: Readonly<Record<Face, Buffer>> | undefined;

/** The files of the faces, read once. */
export const fontFiles = (): Readonly<Record<Face, Buffer>> =>
  (loaded ??= { body: load(faces.body), bold: load(faces.bold) });

/** How long a run without a place to break may be: breaking it by measure takes time with the square of its length. */
const runAtMost = 120;

/**
 * A text as the faces can write it: a sign they do not have is written as its number, so that none is lost, and very long
 * runs get places to break.
 */
export function writable(text: string, hasSign: (codePoint: number) => boolean): string {
  const written = Array.from(text, (sign) => {
    const codePoint = sign.codePointAt(0) ?? 0;
    const isPlain = sign === '\n' || (codePoint <= 0xffff && hasSign(codePoint));
    return isPlain ? sign : `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
  }).join('');
  return written.replaceAll(longRun, '$&\u200B');
}

const longRun = new RegExp(`\\S{${String(runAtMost)}}(?=\\S)`, 'g');
