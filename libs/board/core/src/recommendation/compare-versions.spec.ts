import { describe, expect, it } from '@jest/globals';
import { item } from '../case/told-case.fixture.js';
import { compareVersions } from './compare-versions.js';
import { nothingDecided, type Recommendation, type RecommendationItem } from './recommendation.js';

const of = (...items: readonly RecommendationItem[]): Recommendation => ({ ...nothingDecided, items });

describe('an amendment', () => {
  it.each<[string, Recommendation, Recommendation, readonly object[]]>([
    ['nothing', of(item), of(item), []],
    [
      'another drug and dose of evidence',
      of(item),
      of({
        ...item,
        drugs: ['trifluridine'],
        evidence: [{ scale: 'ESCAT', level: 'I-A', source: 'PMID:2' }],
      }),
      [
        { change: 'changed', item: 'one', member: 'drugs', before: 'capecitabine', after: 'trifluridine' },
        {
          change: 'changed',
          item: 'one',
          member: 'evidence',
          before: 'AMP A (label)',
          after: 'ESCAT I-A (PMID:2)',
        },
      ],
    ],
    [
      'a trial in its place',
      of(item),
      of({ ...item, id: 'two', kind: 'trial', drugs: [], trial: { id: 'NCT00000001', cohort: 'A' } }),
      [
        { change: 'dropped', item: 'one', before: 'therapy capecitabine' },
        { change: 'added', item: 'two', after: 'trial NCT00000001 A' },
      ],
    ],
    [
      'nothing any more, with the reason',
      of(item),
      { ...nothingDecided, none: 'no-access' },
      [
        { change: 'changed', member: 'none', before: '', after: 'no-access' },
        { change: 'dropped', item: 'one', before: 'therapy capecitabine' },
      ],
    ],
  ])('tells %s', (_, before, after, changes) => {
    expect(compareVersions(before, after)).toEqual(changes);
  });
});
