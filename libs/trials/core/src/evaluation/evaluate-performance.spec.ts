import { describe, expect, it } from '@jest/globals';
import type { PerformanceStatus } from '@consilium/clinical';
import fc from 'fast-check';
import { dateOf, dayOf } from '../calendar.js';
import type { PerformanceCriterion } from '../language/clinical-criterion.js';
import type { EligibilityReferences } from './eligibility-references.js';
import { evaluatePerformance } from './evaluate-performance.js';

const noReferences = (): never => {
  throw new Error('Performance status needs no references.');
};
const references: EligibilityReferences = {
  get tumourTypes() {
    return noReferences();
  },
  get genes() {
    return noReferences();
  },
  get conditions() {
    return noReferences();
  },
  get drugs() {
    return noReferences();
  },
};

const today = '2026-03-31';
const judge = (criterion: PerformanceCriterion, performance: readonly PerformanceStatus[], on = today) =>
  evaluatePerformance(
    criterion,
    {
      patient: 'p',
      hospital: 'h',
      profiles: [],
      facts: {
        patient: 'p',
        hospital: 'h',
        version: 1,
        recordedAt: '2026-01-01T00:00:00Z',
        performance,
      },
    },
    dayOf(on),
    references,
  );

const grade = (scale: PerformanceStatus['scale'], value: number, on = '2026-03-25'): PerformanceStatus => ({
  scale,
  value,
  on,
});

describe('performance status', () => {
  const ecog1 = { scale: 'ECOG', atMost: 1 } as const;
  const karnofsky70 = { scale: 'Karnofsky', atLeast: 70 } as const;

  it.each<readonly [string, PerformanceCriterion, readonly PerformanceStatus[], string]>([
    ['at the bound', ecog1, [grade('ECOG', 1)], 'met'],
    ['beyond the bound', ecog1, [grade('ECOG', 2)], 'not-met'],
    ['none', ecog1, [], 'unknown'],
    ['the newest', ecog1, [grade('ECOG', 2, '2026-03-01'), grade('ECOG', 1)], 'met'],
    ['not that of a later date', ecog1, [grade('ECOG', 1), grade('ECOG', 3, '2026-04-01')], 'met'],
    ['Karnofsky 70 for ECOG', ecog1, [grade('Karnofsky', 70)], 'met'],
    ['Karnofsky 60 for ECOG', ecog1, [grade('Karnofsky', 60)], 'not-met'],
    ['ECOG 1 for Karnofsky 70', karnofsky70, [grade('ECOG', 1)], 'met'],
    ['ECOG 2 for Karnofsky 70', karnofsky70, [grade('ECOG', 2)], 'not-met'],
    ['ECOG 1 for Karnofsky 80', { scale: 'Karnofsky', atLeast: 80 }, [grade('ECOG', 1)], 'unknown'],
    ['Lansky for Lansky', { scale: 'Lansky', atLeast: 60 }, [grade('Lansky', 60)], 'met'],
    ['Lansky for Karnofsky', karnofsky70, [grade('Lansky', 90)], 'unknown'],
    ['ECOG for Lansky', { scale: 'Lansky', atLeast: 60 }, [grade('ECOG', 0)], 'unknown'],
    ['the scale asked before another', ecog1, [grade('ECOG', 1), grade('Karnofsky', 50)], 'met'],
    ['two of a day that agree', ecog1, [grade('ECOG', 0), grade('ECOG', 1)], 'met'],
    ['two of a day that contradict', ecog1, [grade('ECOG', 1), grade('ECOG', 2)], 'unknown'],
    ['ECOG 7', ecog1, [grade('ECOG', 7)], 'unknown'],
    ['ECOG 1.5', { scale: 'ECOG', atMost: 2 }, [grade('ECOG', 1.5)], 'unknown'],
    ['Karnofsky 85', karnofsky70, [grade('Karnofsky', 85)], 'unknown'],
  ])('counts %s', (_, criterion, performance, answer) => {
    expect(judge(criterion, performance).answer).toBe(answer);
  });

  it('counts to the last day it is recent enough, then no more', () => {
    const criterion = { ...ecog1, withinDays: 14 };
    const statuses = [grade('ECOG', 1, '2026-03-17')];
    const judged = judge(criterion, statuses);
    expect([judged.answer, judged.holdsUntil]).toEqual(['met', dayOf('2026-03-31')]);
    const later = judge(criterion, statuses, '2026-04-01');
    expect(later.answer).toBe('unknown');
    expect(later.reasons().missing.map(({ key, text }) => [key, text])).toEqual([
      ['ask:performance-status', expect.stringContaining('2026-03-17, 15 days old')],
    ]);
  });

  it('says that a grade was converted, from what', () => {
    expect(judge(karnofsky70, [{ ...grade('ECOG', 1), source: 'letter' }]).reasons().facts).toEqual([
      {
        text: 'ECOG performance status',
        value: '1 (Karnofsky 70 to 80 by the ECOG-ACRIN table)',
        on: '2026-03-25',
        source: 'letter',
      },
    ]);
  });

  it('names a grade the scale does not have', () => {
    expect(judge(ecog1, [grade('ECOG', 7)]).reasons().missing[0]?.text).toContain('ECOG has no grade 7');
  });

  it('may change', () => {
    expect(judge(ecog1, [grade('ECOG', 2)]).reasons().change?.kind).toBe('possible');
  });

  const status = fc
    .tuple(
      fc.constantFrom('ECOG' as const, 'Karnofsky' as const, 'Lansky' as const),
      fc.integer({ min: 0, max: 10 }),
      fc.integer({ min: -20, max: 5 }),
    )
    .map(([scale, value, offset]) =>
      grade(scale, scale === 'ECOG' ? value % 7 : value * 10, dateOf(dayOf(today) + offset)),
    );
  const criterion = fc
    .tuple(
      fc.constantFrom('ECOG' as const, 'Karnofsky' as const, 'Lansky' as const),
      fc.nat(10),
      fc.constantFrom({}, { withinDays: 7 }),
    )
    .map(([scale, bound, within]): PerformanceCriterion =>
      scale === 'ECOG' ? { scale, atMost: bound % 5, ...within } : { scale, atLeast: bound * 10, ...within },
    );

  it('does not depend on the order of the list', () => {
    const lists = fc.array(status, { maxLength: 6 });
    fc.assert(
      fc.property(criterion, lists, (asked, list) => {
        const [forth, back] = [judge(asked, list), judge(asked, [...list].reverse())];
        expect([back.answer, back.holdsUntil]).toEqual([forth.answer, forth.holdsUntil]);
      }),
    );
  });

  it('holds as long as it says', () => {
    fc.assert(
      fc.property(criterion, fc.array(status, { maxLength: 6 }), fc.nat(30), (asked, list, later) => {
        const judged = judge(asked, list);
        const then = Math.min(dayOf(today) + later, judged.holdsUntil ?? Infinity);
        expect(judge(asked, list, dateOf(then)).answer).toBe(judged.answer);
      }),
    );
  });

  it('never turns a better grade against the patient', () => {
    fc.assert(
      fc.property(criterion, fc.nat(4), (asked, ecog) => {
        const [better, worse] = [
          judge(asked, [grade('ECOG', ecog)]),
          judge(asked, [grade('ECOG', ecog + 1)]),
        ];
        if (worse.answer === 'met') expect(better.answer).toBe('met');
        if (better.answer === 'not-met') expect(worse.answer).toBe('not-met');
      }),
    );
  });
});
