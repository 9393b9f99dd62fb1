import type { NewJob } from '@consilium/platform-jobs';
import type { LetterPlace } from './letter.store.js';

export const letterQueue = 'board.make-letter';

export const letterKey = ({ caseId, version }: LetterPlace): string => `${caseId}:${String(version)}`;

export const readLetterKey = (key: string): LetterPlace => {
  const [caseId = '', version] = key.split(':');
  return { caseId, version: Number(version) };
};

/** Asks for the letter of a version of a recommendation. */
export const letterJob = (hospital: string, place: LetterPlace): NewJob => ({
  queue: letterQueue,
  key: letterKey(place),
  hospital,
  payload: { case: place.caseId, version: String(place.version) },
});
