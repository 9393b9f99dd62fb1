import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeLetter, type Letter, type LetterSignature, type LetterSource } from '@consilium/board-core';

const file = join(import.meta.dirname, '../../../../../test/samples/letters/lung.frozen.json');
const { source, signature } = JSON.parse(readFileSync(file, 'utf8')) as {
  source: LetterSource;
  signature: LetterSignature;
};

/** The letter of the sample, of whatever else was frozen. */
export const letterOf = (given: Partial<LetterSource> = {}): Letter =>
  composeLetter({ ...source, ...given }, signature);

export const frozen = source;
