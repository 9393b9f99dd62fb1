import { chainBeginning } from './chain-hash.js';
import { ChainCheck, type BrokenPlace } from './chain-check.js';
import type { ChainStart, NotedSeal } from './chain-start.js';
import type { JournalRow, UnsealedRow } from './journal-row.js';

export interface ChainReport {
  readonly intact: boolean;
  /** Seals that hold, from the first that was checked. */
  readonly checked: number;
  /** Entries whose patient was erased. */
  readonly erased: number;
  /** Entries in line for their seal. */
  readonly waiting: { readonly count: number; readonly oldestSeconds: number };
  /** The last seal that holds. */
  readonly head?: NotedSeal;
  readonly broken?: BrokenPlace;
}

export const wholeChain: ChainStart = { number: 1, previous: chainBeginning };

/**
 * Walks the journal, sealed rows by number, then entries without a seal, and stops at the first place that does not
 * hold. What it cannot find is a chain that somebody with the owner's rights made anew from some seal to the end, or cut
 * short at the end: for that a seal noted elsewhere (`noted`) must still be there.
 */
export async function verifyChain(
  pages: AsyncIterable<readonly JournalRow[]>,
  start: ChainStart = wholeChain,
  noted?: NotedSeal,
  tell: (checked: number) => void = () => undefined,
): Promise<ChainReport> {
  const check = new ChainCheck(start, noted);
  const waiting = { count: 0, oldestSeconds: 0 };
  const report = (broken?: BrokenPlace): ChainReport => ({
    intact: broken === undefined,
    checked: check.checked,
    erased: check.erased,
    waiting,
    ...(check.head === undefined ? {} : { head: check.head }),
    ...(broken === undefined ? {} : { broken }),
  });
  let chainEnded = false;
  for await (const page of pages) {
    for (const row of page) {
      if ('number' in row) {
        const broken = check.take(row);
        if (broken !== undefined) return report(broken);
        continue;
      }
      if (!chainEnded) {
        const broken = check.end();
        if (broken !== undefined) return report(broken);
        chainEnded = true;
      }
      if (!row.waiting) return report(withoutSeal(row));
      waiting.count += 1;
      waiting.oldestSeconds = Math.max(waiting.oldestSeconds, row.ageSeconds);
    }
    tell(check.checked);
  }
  return report(chainEnded ? undefined : check.end());
}

const withoutSeal = ({ entryId, at }: UnsealedRow): BrokenPlace => ({ fault: 'entry-unsealed', entryId, at });
