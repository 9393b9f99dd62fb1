import { createHash } from 'node:crypto';
import { composeLetter } from '@consilium/board-core';
import { canonicalJson } from '@consilium/kernel';
import type { Database, Scope } from '@consilium/platform-persistence';
import { findWork } from '../casework/case-work.store.js';
import { findFrozen } from '../recommendation/frozen-case.js';
import type { LetterBytes, LetterPlace } from './letter.store.js';
import { renderLetter } from './render-letter.js';

/** Makes the letter of a signed version in all its forms, of what its signature froze. */
export async function makeLetter(
  database: Database,
  scope: Scope,
  { caseId, version }: LetterPlace,
): Promise<readonly LetterBytes[]> {
  const { signed, frozen } = await database.transaction(scope, async (tx) => {
    const [record] = await findWork(tx, [caseId]);
    const found = record?.signed.find((one) => one.version === version);
    return { signed: found, frozen: found === undefined ? undefined : await findFrozen(tx, found) };
  });
  if (signed === undefined || frozen === undefined)
    throw new Error(`Nothing is frozen of version ${String(version)} of case ${caseId}.`);
  const hash = createHash('sha256').update(canonicalJson(frozen)).digest('hex');
  if (hash !== signed.contentHash)
    throw new Error(`What is kept of version ${String(version)} of case ${caseId} is not what was signed.`);
  return renderLetter(composeLetter(frozen, signed));
}
