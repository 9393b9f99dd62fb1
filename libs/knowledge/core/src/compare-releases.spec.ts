import { describe, expect, it } from '@jest/globals';
import { compareReleases } from './compare-releases.js';
import type { KnowledgeRelease, PredictiveItem } from './evidence.js';
import { rankingLevel, type SourceGrade } from './source-grade.js';

const item = (id: string, statement = 'It works.'): PredictiveItem => ({
  id,
  profile: { smallVariant: { gene: 'BRAF' } },
  tumourTypes: ['MEL'],
  therapy: { drugs: ['dabrafenib'] },
  direction: 'sensitive',
  level: 'A',
  statement,
  citations: [],
});
const release = (...evidence: PredictiveItem[]): KnowledgeRelease => ({
  name: 'a-2026.01',
  publishedOn: '2026-01-01',
  title: 'A',
  evidence,
  drugs: [],
  genes: [],
});

describe(compareReleases.name, () => {
  it('names what is new, gone and different, by member', () => {
    const before = release(item('A'), item('B'), item('C'));
    const after = { ...release(item('A'), item('B', 'It works well.'), item('D')), title: 'B' };
    const { added, removed, changed, unchanged, otherParts } = compareReleases(before, after);
    expect([added, removed].map((list) => list.map(({ id }) => id))).toEqual([['D'], ['C']]);
    expect(changed.map(({ id, members }) => [id, members])).toEqual([['B', ['statement']]]);
    expect([unchanged, otherParts]).toEqual([1, ['title']]);
  });

  it('finds nothing between a release and itself', () => {
    const one = release(item('A'), item('B'));
    expect(compareReleases(one, one)).toMatchObject({ added: [], removed: [], changed: [], otherParts: [] });
  });
});

describe(rankingLevel.name, () => {
  it.each<[SourceGrade, string]>([
    [{ scale: 'CIViC', level: 'A' }, 'B'],
    [{ scale: 'CIViC', level: 'B' }, 'B'],
    [{ scale: 'CIViC', level: 'C' }, 'D'],
    [{ scale: 'CIViC', level: 'E' }, 'D'],
    [{ scale: 'OncoKB', level: '1' }, 'B'],
    [{ scale: 'OncoKB', level: '3B' }, 'D'],
    [{ scale: 'OncoKB', level: 'R2' }, 'D'],
    [{ scale: 'MOAlmanac', level: 'Guideline' }, 'B'],
    [{ scale: 'MOAlmanac', level: 'Inferential' }, 'D'],
    [{ scale: 'ESCAT', level: 'II-B' }, 'B'],
    [{ scale: 'ESCAT', level: 'III-A' }, 'D'],
    [{ scale: 'ZPM', level: 'm1B' }, 'B'],
    [{ scale: 'AMP', level: 'A' }, 'A'],
  ])('%o ranks as %s: never A by another scale', (grade, level) => {
    expect(rankingLevel(grade)).toBe(level);
  });
});
