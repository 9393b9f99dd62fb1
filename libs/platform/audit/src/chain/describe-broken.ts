import type { ChainFault } from './chain-check.js';

const restore =
  'Keep the database as it is, compare the place with a backup, and find out who works with the rights of the owner.';

const told: Readonly<Record<ChainFault, readonly [what: string, remedy: string]>> = {
  'entry-altered': ['The entry is not what was sealed.', restore],
  'entry-missing': ['The entry that this seal names is gone.', restore],
  'entry-unsealed': [
    'The entry has no seal and does not wait for one: it was put in past the service, or its seal was removed.',
    restore,
  ],
  'seal-altered': ['The seal itself was altered; its entry is what was written.', restore],
  'seal-missing': ['The seal with this number is gone.', restore],
  'seal-misplaced': ['The seal does not belong here: it was put in, or moved.', restore],
  'chain-broken': [
    'Neither entry nor seal fits what is around it: several rows were altered or moved.',
    restore,
  ],
  'chain-made-anew': [
    'The seal is not the one that was noted: the chain was made anew, here or before.',
    'Verify against an older note to find where the new chain begins, and compare with a backup.',
  ],
};

/** What is wrong, for the person who has to do something about it, and what that is. */
export function describeBroken(fault: ChainFault): { readonly message: string; readonly remedy: string } {
  const [message, remedy] = told[fault];
  return { message, remedy };
}
