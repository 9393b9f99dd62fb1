import type { AuditEntry } from './audit-entry.js';
import { chainBeginning, nextHash } from './chain-hash.js';
import type { JournalRow } from './journal-row.js';
import { subjectDigest } from './subject-digest.js';

export interface Seal {
  readonly number: number;
  readonly entryId: string;
  readonly hash: string;
}

/** The tables of the journal, to be tampered with. */
export interface Journal {
  readonly entries: readonly AuditEntry[];
  readonly seals: readonly Seal[];
  readonly waiting: readonly string[];
}

const salt = '07'.repeat(16);

export function entryOf(id: number, given: Partial<AuditEntry> = {}): AuditEntry {
  const subject = `P-${String(id)}`;
  return {
    id: String(id),
    at: `2026-11-23T10:00:${String(id % 60).padStart(2, '0')}.000000Z`,
    actor: 'dev:chair',
    role: 'chair',
    hospital: 'university-hospital',
    subject,
    subjectSalt: salt,
    subjectDigest: subjectDigest(salt, subject),
    action: 'read',
    operation: 'case',
    target: { case: [`c-${String(id)}`] },
    reason: null,
    correlation: null,
    ...given,
  };
}

/** A journal of so many entries, all sealed, in the order of their ids. */
export function journalOf(count: number): Journal {
  const entries = Array.from({ length: count }, (_, at) => entryOf(at + 1));
  let hash = chainBeginning;
  const seals = entries.map((entry, at) => {
    hash = nextHash(hash, entry);
    return { number: at + 1, entryId: entry.id, hash };
  });
  return { entries, seals, waiting: [] };
}

/** What the database would give of it, in small pages. */
export async function* pagesOf({ entries, seals, waiting }: Journal): AsyncGenerator<readonly JournalRow[]> {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const sealed = [...seals]
    .sort((a, b) => a.number - b.number)
    .map((seal) => ({ ...seal, entry: byId.get(seal.entryId) }));
  for (let at = 0; at < sealed.length; at += 3) yield await Promise.resolve(sealed.slice(at, at + 3));
  const named = new Set(seals.map(({ entryId }) => entryId));
  yield entries
    .filter(({ id }) => !named.has(id))
    .map(({ id, at }) => ({ entryId: id, at, ageSeconds: 2, waiting: waiting.includes(id) }));
}

/** The list with one item in another's place. */
export const replaced = <T>(list: readonly T[], at: number, make: (item: T) => T): readonly T[] =>
  list.map((item, place) => (place === at ? make(item) : item));
