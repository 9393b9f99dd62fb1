import DataLoader from 'dataloader';
import { loaderOf, type GraphqlContext } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import { findWaiting } from '@consilium/platform-jobs';
import type { Database } from '@consilium/platform-persistence';
import { letterQueue, readLetterKey } from './letter-job.js';
import { letterFormats, type LetterFormat } from './letter-format.js';
import { LetterStateName, type LetterType } from './letter.types.js';
import { listLetters, type KeptLetter, type LetterPlace } from './letter.store.js';

/** Two statements for the letters of all versions of all cases of a page, by the keys of their jobs. */
export const lettersLoader = (
  context: GraphqlContext,
  database: Database,
  asker: Principal,
): DataLoader<string, LetterType[]> =>
  loaderOf(
    context,
    'board.letters',
    () =>
      new DataLoader(async (keys: readonly string[]) => {
        const places = keys.map(readLetterKey);
        const { kept, waiting } = await database.transaction(asker, async (tx) => ({
          kept: await listLetters(tx, [...new Set(places.map(({ caseId }) => caseId))]),
          waiting: await findWaiting(tx, letterQueue, keys),
        }));
        return places.map((place, index) => {
          const isWaiting = waiting.has(keys[index] ?? '');
          const made = kept.filter(
            ({ caseId, version }) => caseId === place.caseId && version === place.version,
          );
          return letterFormats.map((format) => presentLetter(place, format, made, isWaiting));
        });
      }),
  );

function presentLetter(
  { caseId, version }: LetterPlace,
  format: LetterFormat,
  made: readonly KeptLetter[],
  isWaiting: boolean,
): LetterType {
  const url = `/cases/${caseId}/letters/${String(version)}/${format}`;
  const letter = made.find((one) => one.format === format);
  return letter === undefined
    ? { format, state: isWaiting ? LetterStateName.PENDING : LetterStateName.FAILED, url }
    : { format, state: LetterStateName.READY, url, sha256: letter.sha256, bytes: letter.size };
}
