import { describe, expect, it } from '@jest/globals';
import type { PredictiveItem } from '@consilium/knowledge-core';
import { findDisagreements } from './find-disagreements.js';
import { findTherapyOptions } from './find-therapy-options.js';
import { indexKnowledge } from './index-knowledge.js';
import { judgeStatements } from './judge-statements.js';
import { evidence, items, profileOf, releaseOf, tumourTypes, variant } from './samples.fixture.js';

const outside = (id: string, more: Partial<PredictiveItem>): PredictiveItem =>
  evidence({
    ...items.melanoma,
    id: `CIViC ${id}`,
    level: 'B',
    grade: { scale: 'CIViC', level: 'B', stars: 3 },
    reviewedOn: '2023-01-09',
    ...more,
  });
const profile = profileOf({ diagnosis: 'MEL', smallVariants: [variant('BRAF', 'V600E')] });
const judged = (...others: readonly PredictiveItem[]) => {
  const index = indexKnowledge([
    releaseOf(items.melanoma),
    { ...releaseOf(...others), name: 'civic-2026.05' },
  ]);
  return { index, statements: judgeStatements(profile, index, tumourTypes) };
};
const disagreements = (...others: readonly PredictiveItem[]) =>
  findDisagreements(judged(...others).statements);

describe(findDisagreements.name, () => {
  it('names both sides of a contradiction, with the grade of each in its own scale', () => {
    const [one] = disagreements(outside('EID1', { direction: 'resistant' }));
    expect(one).toMatchObject({
      subject: 'dabrafenib + trametinib',
      reasons: ['direction'],
      sides: [
        {
          claim: 'resistant',
          items: [{ id: 'CIViC EID1', source: 'CIViC', grade: 'CIViC level B, 3 of 5 stars' }],
        },
        { claim: 'sensitive', items: [{ id: 'MEL-1', source: 'Consilium', grade: 'level A' }] },
      ],
    });
  });

  it('does not take «does not support» for the contrary', () => {
    expect(disagreements(outside('EID1', { support: 'does-not-support' }))[0]?.reasons).toEqual([
      'not-supported',
    ]);
    expect(disagreements(outside('EID1', { direction: 'resistant', support: 'does-not-support' }))).toEqual(
      [],
    );
  });

  it('says when the statements were made for different tumours, or in different years', () => {
    const [one] = disagreements(
      outside('EID1', { direction: 'resistant', tumourTypes: 'SOLID', disease: { name: 'Cancer' } }),
      outside('EID2', { direction: 'resistant', reviewedOn: '2015-01-01' }),
    );
    expect(one?.reasons).toEqual(['direction', 'tumour-mapping', 'date']);
  });

  it('is silent where statements agree, or one is for another tumour', () => {
    expect(disagreements(outside('EID1', {}))).toEqual([]);
    expect(disagreements(outside('EID1', { direction: 'resistant', tumourTypes: ['COADREAD'] }))).toEqual([]);
  });
});

describe('a statement graded elsewhere', () => {
  it('cautions against an approved therapy, and does not take it away', () => {
    const { index, statements } = judged(outside('EID1', { direction: 'resistant' }));
    const { options, withheld } = findTherapyOptions(profile, statements, index, tumourTypes);
    expect(options.map(({ drugs }) => drugs)).toEqual([['dabrafenib', 'trametinib']]);
    expect(options[0]?.explanation.join(' ')).toMatch(/Caution: .*CIViC EID1, CIViC level B/);
    expect(withheld).toEqual([]);
  });

  it.each([
    ['flagged', { status: 'flagged' }],
    ['retracted', { status: 'retracted' }],
    ['not supported', { support: 'does-not-support' }],
  ] as const)('%s by its source: offers nothing and is still there', (_, more) => {
    const { index, statements } = judged(outside('EID1', { ...more, therapy: { drugs: ['osimertinib'] } }));
    const { options } = findTherapyOptions(profile, statements, index, tumourTypes);
    expect(options.flatMap(({ drugs }) => drugs)).not.toContain('osimertinib');
    expect(statements.map(({ item }) => item.id)).toContain('CIViC EID1');
  });

  it('names alternatives as an option each, and never as a combination', () => {
    const { index, statements } = judged(
      outside('EID1', { therapy: { drugs: ['osimertinib', 'cetuximab'], given: 'as-alternatives' } }),
    );
    const { options } = findTherapyOptions(profile, statements, index, tumourTypes);
    expect(options.map(({ drugs }) => drugs.join(' + '))).toEqual([
      'dabrafenib + trametinib',
      'cetuximab',
      'osimertinib',
    ]);
  });
});

describe('grades of other scales in this tumour', () => {
  const graded = (more: Partial<PredictiveItem>) => {
    const statement = outside('EID1', { therapy: { drugs: ['osimertinib'] }, ...more });
    const { index, statements } = judged(statement);
    const { options } = findTherapyOptions(profile, statements, index, tumourTypes);
    const option = options.find(({ drugs }) => drugs.includes('osimertinib'));
    return option === undefined ? undefined : [option.level, option.evidence[0]?.grade];
  };
  const oncoKb = (level: '1' | '4') => ({ scale: 'OncoKB', level }) as const;

  it.each<[string, Partial<PredictiveItem>, unknown]>([
    [
      'OncoKB 1 of another solid tumour is 3B here',
      { grade: oncoKb('1'), tumourTypes: ['LUAD'] },
      ['C', 'OncoKB level 3B'],
    ],
    ['OncoKB 1 of a liquid tumour is nothing', { grade: oncoKb('1'), tumourTypes: ['AML'] }, undefined],
    ['OncoKB 4 is not carried over', { grade: oncoKb('4'), level: 'D', tumourTypes: ['LUAD'] }, undefined],
    ['OncoKB 1 of this tumour stays', { grade: oncoKb('1') }, ['B', 'OncoKB level 1']],
    [
      'weak for this tumour counts',
      { level: 'D', grade: { scale: 'CIViC', level: 'D' } },
      ['D', 'CIViC level D'],
    ],
    [
      'weak for any tumour does not',
      { level: 'D', grade: { scale: 'CIViC', level: 'D' }, tumourTypes: 'ANY' },
      undefined,
    ],
  ])('%s', (_, more, expected) => {
    expect(graded(more)).toEqual(expected);
  });
});
