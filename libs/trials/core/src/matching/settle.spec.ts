import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Answer } from '@consilium/clinical';
import type { Change } from '../evaluation/judged.js';
import type { Effort } from '../evaluation/question.js';
import type { CriterionAnswer } from './evaluate-criterion.js';
import { findBlockers, recoveryOf } from './find-blockers.js';
import { allOf, anyOf, atLeastOf } from './kleene.js';
import { costOf, settlingSets } from './settle.js';

const leaf = (id: string, answer: Answer, effort: Effort = 'lab', change?: Change): CriterionAnswer => ({
  id,
  kind: 'age',
  answer,
  facts: [],
  missing: answer === 'unknown' ? [{ key: id, effort, text: id }] : [],
  parts: [],
  ...(change === undefined ? {} : { change }),
});
const node = (kind: 'all' | 'any', parts: readonly CriterionAnswer[]): CriterionAnswer => ({
  id: kind,
  kind,
  answer: (kind === 'all' ? allOf : anyOf)(parts.map(({ answer }) => answer)),
  facts: [],
  missing: [],
  parts,
  count: kind === 'all' ? parts.length : 1,
});
const atLeast = (count: number, parts: readonly CriterionAnswer[]): CriterionAnswer => ({
  ...node('any', parts),
  kind: 'atLeast',
  answer: atLeastOf(
    count,
    parts.map(({ answer }) => answer),
  ),
  count,
});
const not = (part: CriterionAnswer): CriterionAnswer => ({
  ...node('all', [part]),
  kind: 'not',
  answer: part.answer === 'met' ? 'not-met' : part.answer === 'not-met' ? 'met' : 'unknown',
  count: 0,
});
const keys = (criteria: readonly CriterionAnswer[]) =>
  settlingSets(criteria).map((set) => set.map(({ key }) => key));

describe(settlingSets.name, () => {
  it.each<[string, readonly CriterionAnswer[], readonly (readonly string[])[]]>([
    ['nothing is needed where all is met', [leaf('a', 'met')], [[]]],
    [
      'nothing helps where something known stands against it',
      [leaf('a', 'not-met'), leaf('b', 'unknown')],
      [],
    ],
    [
      'every open criterion of a conjunction is needed',
      [leaf('a', 'unknown'), leaf('b', 'unknown')],
      [['a', 'b']],
    ],
    [
      'any one suffices where any does',
      [node('any', [leaf('a', 'unknown'), leaf('b', 'unknown')])],
      [['a'], ['b']],
    ],
    [
      'the cheaper alternative comes first',
      [node('any', [leaf('a', 'unknown', 'biopsy'), leaf('b', 'unknown', 'ask')])],
      [['b'], ['a']],
    ],
    [
      'a set that holds another is left out',
      [node('any', [leaf('a', 'unknown'), node('all', [leaf('a', 'unknown'), leaf('b', 'unknown')])])],
      [['a']],
    ],
    [
      'two of three',
      [atLeast(2, [leaf('a', 'unknown'), leaf('b', 'met'), leaf('c', 'unknown')])],
      [['a'], ['c']],
    ],
    [
      'to keep one of two from being met, both must not be',
      [not(node('any', [leaf('a', 'unknown'), leaf('b', 'unknown')]))],
      [['a', 'b']],
    ],
    [
      'to keep a conjunction from being met, one suffices',
      [not(node('all', [leaf('a', 'unknown'), leaf('b', 'unknown')]))],
      [['a'], ['b']],
    ],
  ])('%s', (_, criteria, expected) => {
    expect(keys(criteria)).toEqual(expected);
  });

  it('counts a panel once, however many genes it looks at', () => {
    const panel = (gene: string) =>
      ({ key: `alteration:small-variant:${gene}`, effort: 'panel', text: gene }) as const;
    expect(costOf([panel('EGFR'), panel('KRAS')])).toBe(costOf([panel('EGFR')]));
  });

  const tree: fc.Arbitrary<CriterionAnswer> = fc.letrec<{ node: CriterionAnswer }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      fc
        .record({
          id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
          answer: fc.constantFrom<Answer>('met', 'not-met', 'unknown', 'unknown'),
        })
        // The same question has one answer.
        .map(({ id, answer }) => leaf(`${id} ${answer}`, answer)),
      fc
        .record({
          kind: fc.constantFrom('all' as const, 'any' as const),
          parts: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
        })
        .map(({ kind, parts }) => node(kind, parts)),
      tie('node').map(not),
    ),
  })).node;

  it('gives sets that do make it met when all of them are answered in its favour, for trees without negation', () => {
    const settle = (one: CriterionAnswer, known: ReadonlySet<string>): Answer =>
      one.parts.length === 0
        ? one.answer === 'unknown' && known.has(one.id)
          ? 'met'
          : one.answer
        : (one.kind === 'all' ? allOf : anyOf)(one.parts.map((part) => settle(part, known)));
    const hasNot = (one: CriterionAnswer): boolean => one.kind === 'not' || one.parts.some(hasNot);
    fc.assert(
      fc.property(
        tree.filter((one) => !hasNot(one) && one.answer === 'unknown'),
        (one) => {
          const sets = settlingSets([one]);
          expect(sets.length).toBeGreaterThan(0);
          for (const set of sets) {
            const known = new Set(set.map(({ key }) => key));
            expect(settle(one, known)).toBe('met');
            for (const key of known)
              expect(settle(one, new Set([...known].filter((other) => other !== key)))).not.toBe('met');
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('finds a way for whatever is open, and none for what is not', () => {
    fc.assert(
      fc.property(tree, (one) => {
        const sets = settlingSets([one]);
        if (one.answer === 'met') expect(sets).toEqual([[]]);
        if (one.answer === 'not-met') expect(sets).toEqual([]);
        if (one.answer === 'unknown')
          expect(sets.every((set) => set.length > 0) && sets.length > 0).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe(findBlockers.name, () => {
  const fixed: Change = { kind: 'fixed' };
  const soon: Change = { kind: 'on-date', from: '2026-12-03' };
  const later: Change = { kind: 'on-date', from: '2027-01-10' };

  it.each<[string, readonly CriterionAnswer[], readonly string[]]>([
    ['none where nothing is not met', [leaf('a', 'unknown'), leaf('b', 'met')], []],
    ['each of a conjunction', [leaf('a', 'not-met'), leaf('b', 'met'), leaf('c', 'not-met')], ['a', 'c']],
    [
      'of alternatives the one that is nearest',
      [node('any', [node('all', [leaf('a', 'not-met'), leaf('b', 'not-met')]), leaf('c', 'not-met')])],
      ['c'],
    ],
    [
      'of equals the one that can change',
      [node('any', [leaf('a', 'not-met', 'lab', fixed), leaf('b', 'not-met', 'lab', soon)])],
      ['b'],
    ],
    ['what is met and must not be', [not(node('any', [leaf('a', 'met'), leaf('b', 'met')]))], ['a', 'b']],
    ['one of what must not hold together', [not(node('all', [leaf('a', 'met'), leaf('b', 'met')]))], ['a']],
    [
      'as many as are lacking',
      [atLeast(2, [leaf('a', 'not-met'), leaf('b', 'met'), leaf('c', 'not-met')])],
      ['a'],
    ],
  ])('%s', (_, criteria, expected) => {
    expect(findBlockers(criteria).map(({ criterion }) => criterion.id)).toEqual(expected);
  });

  it.each([
    [[soon, later], { kind: 'on-date', from: '2027-01-10' }],
    [[soon, fixed], { kind: 'no' }],
    [[soon, { kind: 'possible', how: 'x' } as const], { kind: 'possible' }],
  ])('%j recovers %j', (changes, expected) => {
    const blockers = findBlockers(
      changes.map((change, index) => leaf(String(index), 'not-met', 'lab', change)),
    );
    expect(recoveryOf(blockers)).toEqual(expected);
  });
});
