import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AuditEntry } from './audit-entry.js';
import { nextHash } from './chain-hash.js';
import { entryOf, journalOf, pagesOf, replaced, type Journal, type Seal } from './journal.fixture.js';
import { verifyChain } from './verify-chain.js';

const longest = 12;
/** A journal, and two different places in its middle. */
const places = fc
  .integer({ min: 4, max: longest })
  .chain((length) =>
    fc.record({
      journal: fc.constant(journalOf(length)),
      at: fc.integer({ min: 1, max: length - 2 }),
      other: fc.integer({ min: 0, max: length - 1 }),
    }),
  )
  .filter(({ at, other }) => at !== other);
const word = fc.string({ minLength: 1, maxLength: 5 });
const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((given) => Buffer.from(given).toString('hex'));

/** Another value for any member of an entry. */
const changes: fc.Arbitrary<Partial<AuditEntry>> = fc.oneof(
  ...(
    ['at', 'actor', 'role', 'hospital', 'action', 'operation', 'reason', 'correlation', 'subject'] as const
  ).map((member) => word.map((text) => ({ [member]: `altered ${text}` }))),
  bytes(16).map((subjectSalt) => ({ subjectSalt })),
  bytes(32).map((subjectDigest) => ({ subjectDigest })),
  fc.constantFrom({ subject: null }, { subjectSalt: null }, { subjectDigest: null }),
  fc.dictionary(word, fc.array(word)).map((target) => ({ target })),
  fc.constantFrom({ target: null }, { target: [] }, { target: 'c' }, { target: { case: 'c-1' } }),
);

const check = (journal: Journal) => verifyChain(pagesOf(journal));
const numbered = (seals: readonly Seal[]): readonly Seal[] =>
  seals.map((seal, at) => ({ ...seal, number: at + 1 }));
const without = <T>(list: readonly T[], at: number): readonly T[] => list.filter((_, place) => place !== at);
const inserted = <T>(list: readonly T[], at: number, item: T): readonly T[] => [
  ...list.slice(0, at),
  item,
  ...list.slice(at),
];
const hold = <T>(arbitrary: fc.Arbitrary<T>, holds: (given: T) => Promise<void>) =>
  fc.assert(fc.asyncProperty(arbitrary, holds), { numRuns: 300 });

describe('any single thing done to a sealed journal is found where it was done', () => {
  it('an entry changed', () =>
    hold(fc.tuple(places, changes), async ([{ journal, at }, change]) => {
      const report = await check({
        ...journal,
        entries: replaced(journal.entries, at, (one) => ({ ...one, ...change })),
      });
      expect(report).toMatchObject({ checked: at, broken: { fault: 'entry-altered', seal: at + 1 } });
    }));

  it('an entry taken out', () =>
    hold(places, async ({ journal, at }) => {
      const report = await check({ ...journal, entries: without(journal.entries, at) });
      expect(report).toMatchObject({
        broken: { fault: 'entry-missing', seal: at + 1, entryId: String(at + 1) },
      });
    }));

  it('a seal changed or taken out, or its number moved up', () =>
    hold(fc.tuple(places, bytes(32)), async ([{ journal, at }, hash]) => {
      const { seals } = journal;
      expect(
        await check({ ...journal, seals: replaced(seals, at, (one) => ({ ...one, hash })) }),
      ).toMatchObject({
        broken: { fault: 'seal-altered', seal: at + 1 },
      });
      expect(await check({ ...journal, seals: without(seals, at) })).toMatchObject({
        broken: { fault: 'seal-missing', seal: at + 1 },
      });
      const moved = replaced(seals, at, (one) => ({ ...one, number: one.number + longest }));
      expect(await check({ ...journal, seals: moved })).toMatchObject({
        broken: { fault: 'seal-missing', seal: at + 1 },
      });
    }));

  it('an entry taken out with its seal, and the rest moved down', () =>
    hold(places, async ({ journal, at }) => {
      const seals = numbered(without(journal.seals, at));
      const report = await check({ ...journal, seals, entries: without(journal.entries, at) });
      expect(report).toMatchObject({ checked: at, broken: { seal: at + 1 } });
    }));

  it('two entries, or two seals, in each other’s place', () =>
    hold(places, async ({ journal, at, other }) => {
      const first = Math.min(at, other);
      const swapped = <T>(list: readonly T[], exchange: (into: T, from: T) => T): readonly T[] =>
        list.map((item, place) => {
          const from = list[place === at ? other : place === other ? at : place];
          return from === undefined ? item : exchange(item, from);
        });
      const entries = swapped(journal.entries, ({ id }, from) => ({ ...from, id }));
      const seals = swapped(journal.seals, ({ number }, from) => ({ ...from, number }));
      const hashes = swapped(journal.seals, (seal, { hash }) => ({ ...seal, hash }));
      for (const tampered of [
        { ...journal, entries },
        { ...journal, seals },
        { ...journal, seals: hashes },
      ])
        expect(await check(tampered)).toMatchObject({ checked: first, broken: { seal: first + 1 } });
    }));

  it('an entry put in, with no seal, with a fitting one and with any other', () =>
    hold(fc.tuple(places, bytes(32)), async ([{ journal, at }, any]) => {
      const strange = entryOf(1000);
      const entries = inserted(journal.entries, at, strange);
      expect(await check({ ...journal, entries })).toMatchObject({
        broken: { fault: 'entry-unsealed', entryId: '1000' },
      });
      const fitting = nextHash(journal.seals[at - 1]?.hash ?? any, strange);
      for (const hash of [fitting, any]) {
        const seals = numbered(inserted(journal.seals, at, { number: 0, entryId: '1000', hash }));
        expect(await check({ ...journal, entries, seals })).toMatchObject({
          checked: at,
          broken: { fault: 'seal-misplaced', seal: at + 1, entryId: '1000' },
        });
      }
    }));
});
