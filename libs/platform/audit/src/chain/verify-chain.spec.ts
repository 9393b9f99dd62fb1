import { describe, expect, it } from '@jest/globals';
import { chainBeginning, nextHash } from './chain-hash.js';
import { entryOf, journalOf, pagesOf, replaced, type Journal, type Seal } from './journal.fixture.js';
import { verifyChain } from './verify-chain.js';

const five = journalOf(5);
const verify = (journal: Journal) => verifyChain(pagesOf(journal));
const garbage = '01'.repeat(32);
const withSeals = (seals: readonly Seal[]): Journal => ({ ...five, seals });
const renumbered = (seals: readonly Omit<Seal, 'number'>[]): readonly Seal[] =>
  seals.map((seal, at) => ({ ...seal, number: at + 1 }));
const [s1, s2, s3, s4, s5] = five.seals as [Seal, Seal, Seal, Seal, Seal];

describe(verifyChain.name, () => {
  it('finds an intact journal intact, and tells its head', async () => {
    expect(await verify(five)).toEqual({
      intact: true,
      checked: 5,
      erased: 0,
      waiting: { count: 0, oldestSeconds: 0 },
      head: { number: 5, hash: s5.hash },
    });
    expect(await verify({ entries: [], seals: [], waiting: [] })).toMatchObject({ intact: true, checked: 0 });
  });

  it.each<[string, Journal, object]>([
    [
      'an altered entry',
      { ...five, entries: replaced(five.entries, 2, (one) => ({ ...one, actor: 'somebody else' })) },
      { fault: 'entry-altered', seal: 3, entryId: '3', at: '2026-11-23T10:00:03.000000Z' },
    ],
    [
      'an altered last entry',
      { ...five, entries: replaced(five.entries, 4, (one) => ({ ...one, action: 'change' })) },
      { fault: 'entry-altered', seal: 5 },
    ],
    [
      'another patient under the same digest',
      { ...five, entries: replaced(five.entries, 2, (one) => ({ ...one, subject: 'P-9' })) },
      { fault: 'entry-altered', seal: 3 },
    ],
    [
      'a patient taken out without the salt',
      { ...five, entries: replaced(five.entries, 2, (one) => ({ ...one, subject: null })) },
      { fault: 'entry-altered', seal: 3 },
    ],
    [
      'a target of another kind that reads alike',
      { ...five, entries: replaced(five.entries, 2, (one) => ({ ...one, target: [['case', ['c-3']]] })) },
      { fault: 'entry-altered', seal: 3 },
    ],
    [
      'a missing entry',
      { ...five, entries: five.entries.filter(({ id }) => id !== '3') },
      { fault: 'entry-missing', seal: 3, entryId: '3' },
    ],
    ['a missing seal', withSeals([s1, s2, s4, s5]), { fault: 'seal-missing', seal: 3 }],
    ['a missing first seal', withSeals([s2, s3, s4, s5]), { fault: 'seal-missing', seal: 1 }],
    ['a missing last seal', withSeals([s1, s2, s3, s4]), { fault: 'entry-unsealed', entryId: '5' }],
    [
      'a missing entry whose seal is missing too',
      { ...withSeals([s1, s2, s4, s5]), entries: five.entries.filter(({ id }) => id !== '3') },
      { fault: 'seal-missing', seal: 3 },
    ],
    [
      'an altered seal',
      withSeals([s1, s2, { ...s3, hash: garbage }, s4, s5]),
      { fault: 'seal-altered', seal: 3, entryId: '3' },
    ],
    [
      'two neighbours in each other’s place',
      withSeals(renumbered([s1, s3, s2, s4, s5])),
      { fault: 'seal-misplaced', seal: 2, entryId: '3' },
    ],
    [
      'two seals far apart in each other’s place',
      withSeals(renumbered([s1, s5, s3, s4, s2])),
      { fault: 'chain-broken', seal: 2 },
    ],
    [
      'an entry without a seal in the middle',
      { ...five, entries: [...five.entries, entryOf(77)] },
      { fault: 'entry-unsealed', entryId: '77' },
    ],
    [
      'an entry with a seal of its own, the rest moved up',
      {
        ...five,
        entries: [...five.entries, entryOf(77)],
        seals: renumbered([s1, s2, { entryId: '77', hash: nextHash(s2.hash, entryOf(77)) }, s3, s4, s5]),
      },
      { fault: 'seal-misplaced', seal: 3, entryId: '77' },
    ],
    [
      'an entry with a seal that fits nowhere',
      {
        ...five,
        entries: [...five.entries, entryOf(77)],
        seals: renumbered([s1, s2, { entryId: '77', hash: garbage }, s3, s4, s5]),
      },
      { fault: 'seal-misplaced', seal: 3, entryId: '77' },
    ],
  ])('finds %s', async (_, journal, broken) => {
    const report = await verify(journal);
    expect(report).toMatchObject({ intact: false, broken });
  });

  it('counts entries in line for their seal, which break nothing', async () => {
    const journal = { ...five, entries: [...five.entries, entryOf(6), entryOf(7)], waiting: ['6', '7'] };
    expect(await verify(journal)).toMatchObject({ intact: true, waiting: { count: 2, oldestSeconds: 2 } });
  });

  it('holds when a patient was erased, and counts it', async () => {
    const erased = replaced(five.entries, 2, (one) => ({ ...one, subject: null, subjectSalt: null }));
    expect(await verify({ ...five, entries: erased })).toMatchObject({ intact: true, erased: 1 });
  });

  it('begins at a later seal, on the word of the one before', async () => {
    const later = { ...five, seals: [s4, s5] };
    const rest = (previous: string | undefined) =>
      verifyChain(pagesOf({ ...later, entries: five.entries.slice(3) }), { number: 4, previous });
    expect(await rest(s3.hash)).toMatchObject({ intact: true, checked: 2 });
    expect(await rest(chainBeginning)).toMatchObject({ broken: { fault: 'entry-altered', seal: 4 } });
    expect(await rest(undefined)).toMatchObject({ broken: { fault: 'seal-missing', seal: 3 } });
  });

  it('finds against a noted seal what the chain alone cannot show: made anew, or cut off', async () => {
    const noted = { number: 4, hash: s4.hash };
    const against = (journal: Journal) => verifyChain(pagesOf(journal), undefined, noted);
    expect(await against(five)).toMatchObject({ intact: true });
    const entries = replaced(five.entries, 1, (one) => ({ ...one, actor: 'somebody else' }));
    let hash = chainBeginning;
    const anew = {
      ...five,
      entries,
      seals: five.seals.map((seal, at) => {
        hash = nextHash(hash, entries[at] ?? entryOf(0));
        return { ...seal, hash };
      }),
    };
    expect(await verify(anew)).toMatchObject({ intact: true });
    expect(await against(anew)).toMatchObject({ broken: { fault: 'chain-made-anew', seal: 4 } });
    const cut = journalOf(3);
    expect(await verify(cut)).toMatchObject({ intact: true });
    expect(await against(cut)).toMatchObject({ broken: { fault: 'seal-missing', seal: 4 } });
  });
});
