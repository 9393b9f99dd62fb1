import { chainBeginning, nextHash } from './chain-hash.js';
import type { ChainStart, NotedSeal } from './chain-start.js';
import type { SealedRow } from './journal-row.js';
import { isErased, subjectIsWhole } from './subject-digest.js';

export type ChainFault =
  /** The entry is not what was sealed. */
  | 'entry-altered'
  | 'entry-missing'
  /** The entry has no seal and does not wait for one: put in past the service, or its seal was removed. */
  | 'entry-unsealed'
  | 'seal-altered'
  | 'seal-missing'
  /** The seal fits elsewhere or nowhere: put in, or moved. */
  | 'seal-misplaced'
  /** Nothing here fits: several rows were altered or moved. */
  | 'chain-broken'
  /** The chain holds, but is not the one that was noted. */
  | 'chain-made-anew';

/** Where the journal first does not hold. */
export interface BrokenPlace {
  readonly fault: ChainFault;
  /** Number of the seal. */
  readonly seal?: number;
  readonly entryId?: string;
  readonly at?: string;
}

interface Suspect {
  readonly row: SealedRow;
  readonly previous: string;
  readonly computed: string;
}

/** Follows the chain seal by seal. What broke it shows only at the seal after, so a suspect waits for the next. */
export class ChainCheck {
  checked = 0;
  erased = 0;
  head: NotedSeal | undefined;
  private expected: number;
  private previous: string;
  private beforePrevious: string | undefined;
  private last: SealedRow | undefined;
  private suspect: Suspect | undefined;
  private readonly lostStart: boolean;

  constructor(
    start: ChainStart,
    private readonly noted: NotedSeal | undefined,
  ) {
    this.expected = start.number;
    this.previous = start.previous ?? chainBeginning;
    this.lostStart = start.previous === undefined;
  }

  take(row: SealedRow): BrokenPlace | undefined {
    if (this.lostStart) return { fault: 'seal-missing', seal: this.expected - 1 };
    if (this.suspect !== undefined) return diagnose(this.suspect, row);
    if (row.number !== this.expected) return { fault: 'seal-missing', seal: this.expected };
    const { entry } = row;
    if (entry === undefined) return { fault: 'entry-missing', seal: row.number, entryId: row.entryId };
    const computed = nextHash(this.previous, entry);
    if (computed !== row.hash) return this.doubt(row, computed);
    if (!subjectIsWhole(entry)) return placeOf('entry-altered', row);
    if (this.noted?.number === row.number && computed !== this.noted.hash)
      return placeOf('chain-made-anew', row);
    this.checked += 1;
    if (isErased(entry)) this.erased += 1;
    this.head = { number: row.number, hash: row.hash };
    this.beforePrevious = this.previous;
    this.previous = row.hash;
    this.last = row;
    this.expected += 1;
    return undefined;
  }

  /** After the last seal. */
  end(): BrokenPlace | undefined {
    if (this.suspect !== undefined) return placeOf('entry-altered', this.suspect.row);
    if (this.lostStart) return { fault: 'seal-missing', seal: this.expected - 1 };
    if (this.noted !== undefined && this.noted.number >= this.expected)
      return { fault: 'seal-missing', seal: this.expected };
    return undefined;
  }

  private doubt(row: SealedRow, computed: string): BrokenPlace | undefined {
    if (this.last !== undefined && this.beforePrevious !== undefined && follows(this.beforePrevious, row)) {
      this.checked -= 1;
      this.head = { number: this.last.number - 1, hash: this.beforePrevious };
      return placeOf('seal-misplaced', this.last);
    }
    this.suspect = { row, previous: this.previous, computed };
    return undefined;
  }
}

function diagnose({ row, previous, computed }: Suspect, next: SealedRow): BrokenPlace {
  if (next.number !== row.number + 1 || follows(row.hash, next)) return placeOf('entry-altered', row);
  if (follows(computed, next)) return placeOf('seal-altered', row);
  return placeOf(follows(previous, next) ? 'seal-misplaced' : 'chain-broken', row);
}

const follows = (previous: string, { entry, hash }: SealedRow): boolean =>
  entry !== undefined && nextHash(previous, entry) === hash;

const placeOf = (fault: ChainFault, { number, entryId, entry }: SealedRow): BrokenPlace => ({
  fault,
  seal: number,
  entryId,
  ...(entry === undefined ? {} : { at: entry.at }),
});
