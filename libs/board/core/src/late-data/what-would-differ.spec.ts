import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { item } from '../case/told-case.fixture.js';
import {
  nothingDecided,
  type GateOutcome,
  type RecommendationItem,
} from '../recommendation/recommendation.js';
import type { BoardView } from './board-view.js';
import { whatWouldDiffer } from './what-would-differ.js';

const gate = (outcome: GateOutcome, ...reasons: string[]) => ({
  outcome,
  drugs: ['capecitabine'],
  reasons,
  at: '2026-11-23T10:00:00Z',
});
const seen: BoardView = {
  reports: [{ profileId: 'p', reportId: 'R-1', version: 1, status: 'final' }],
  statements: [{ group: 'options', drugs: ['capecitabine'], level: 'A' }],
  releases: ['basis 2026-11'],
  factsVersion: 1,
  matches: [{ trial: 'NCT00000001', verdict: 'eligible' }],
  gates: { one: gate('ok') },
};
const differ = (now: BoardView, ...items: RecommendationItem[]) =>
  whatWouldDiffer({ ...nothingDecided, items }, seen, now);
const amended = [{ profileId: 'p', reportId: 'R-1', version: 2, status: 'amended' }];

describe(whatWouldDiffer, () => {
  it.each<[string, BoardView, RecommendationItem, object[]]>([
    ['nothing where nothing changed', seen, item, []],
    [
      'an amended report, and that nothing speaks for the drug any more, because of it',
      { ...seen, reports: amended, statements: [] },
      item,
      [
        { about: 'report', text: 'Report R-1 is amended in version 2; the board saw version 1.' },
        {
          about: 'meaning',
          item: 'one',
          text: 'capecitabine: nothing is said of it; the board saw: spoken for at level A.',
          because: ['Report R-1 is amended in version 2; the board saw version 1.'],
        },
      ],
    ],
    [
      'another level under another release',
      {
        ...seen,
        statements: [{ group: 'options', drugs: ['capecitabine'], level: 'C' }],
        releases: ['basis 2026-12'],
      },
      item,
      [
        {
          text: 'capecitabine: spoken for at level C; the board saw: spoken for at level A.',
          because: ['The knowledge in use is basis 2026-12; the board saw basis 2026-11.'],
        },
      ],
    ],
    [
      'that the safety gate stops it now',
      { ...seen, factsVersion: 2, gates: { one: gate('avoid', 'DPYD: poor metabolizer.') } },
      item,
      [
        {
          about: 'safety',
          text: 'The safety gate says avoid of capecitabine; it said ok. DPYD: poor metabolizer.',
          because: ['The clinical facts of the patient have changed.'],
        },
      ],
    ],
    [
      'a recommended trial that has closed',
      { ...seen, matches: [] },
      { ...item, kind: 'trial', drugs: [], trial: { id: 'NCT00000001' } },
      [
        {
          about: 'trial',
          text: 'Trial NCT00000001: no match stands; the board saw: eligible.',
          because: ['The trial itself has changed or closed.'],
        },
      ],
    ],
    [
      'a report that came since',
      {
        ...seen,
        reports: [...seen.reports, { profileId: 'q', reportId: 'R-2', version: 1, status: 'final' }],
      },
      item,
      [{ about: 'report', text: 'Report R-2 has come since (final).' }],
    ],
    [
      'a strong option that nobody saw, and no weak one',
      {
        ...seen,
        statements: [
          ...seen.statements,
          { group: 'options', drugs: ['osimertinib'], level: 'A' },
          { group: 'options', drugs: ['dasatinib'], level: 'D' },
          { group: 'possible', drugs: ['afatinib'], level: 'A' },
        ],
      },
      item,
      [{ about: 'meaning', text: 'osimertinib: spoken for at level A; the board did not see it.' }],
    ],
    [
      'what is said of one drug of a combination',
      {
        ...seen,
        statements: [...seen.statements, { group: 'avoid', drugs: ['tucatinib'], level: 'B' }],
      },
      { ...item, kind: 'combination', drugs: ['tucatinib', 'capecitabine'] },
      [{ item: 'one', text: 'tucatinib: spoken against at level B; the board saw: nothing is said of it.' }],
    ],
  ])('tells %s', (_, now, recommended, expected) => {
    const found = differ(now, recommended);
    expect(found).toHaveLength(expected.length);
    expect(found).toMatchObject(expected);
  });

  it('tells nothing of a view against itself, whatever is recommended', () => {
    const view = fc.record({
      reports: fc.constant(seen.reports),
      statements: fc.array(
        fc.record({
          group: fc.constantFrom('options' as const, 'avoid' as const, 'possible' as const),
          drugs: fc.subarray(['a', 'b', 'c']),
          level: fc.constantFrom('A', 'B', 'C'),
        }),
      ),
      releases: fc.subarray(['x', 'y']),
      gates: fc.constant(seen.gates),
    });
    const drugs = fc.subarray(['a', 'b', 'c'], { minLength: 1 });
    fc.assert(
      fc.property(view, drugs, fc.boolean(), (one, given, reversed) => {
        const statements = reversed ? [...one.statements].reverse() : one.statements;
        const recommendation = { ...nothingDecided, items: [{ ...item, drugs: given }] };
        const told = whatWouldDiffer(recommendation, one, { ...one, statements });
        // An option beside what is recommended was seen as well.
        expect(told).toEqual([]);
      }),
    );
  });
});
