import { describe, expect, it } from '@jest/globals';
import { story, type Told } from '../case/told-case.fixture.js';
import type { JournalEntry } from '../case/journal.js';
import { qualityFigures, type CaseHistory } from './quality-figures.js';

/** A history of steps, `hours` apart, from 2026-11-01. */
function history(steps: readonly Told[], hours: number, reports: readonly string[] = []): CaseHistory {
  const journal = steps.map(([by, role, step], at): JournalEntry => ({
    version: at + 1,
    step,
    by,
    role,
    at: new Date(Date.UTC(2026, 10, 1) + at * hours * 3_600_000).toISOString(),
    snapshot: '',
  }));
  return { caseId: 'c', journal, reports, completeness: [] };
}
const upTo = (kind: string): readonly Told[] =>
  story.slice(0, story.findIndex(([, , step]) => step.kind === kind) + 1);
const withdrawn: readonly Told[] = [
  ...upTo('refer'),
  ['ada', 'referrer', { kind: 'withdraw', reason: 'moved' }],
];
const none: readonly Told[] = [
  ...upTo('open'),
  ['elif', 'chair', { kind: 'recommend-none', because: 'no-actionable-finding' }],
  ['elif', 'chair', { kind: 'recommend' }],
  ['elif', 'chair', { kind: 'sign', contentHash: 'h' }],
];
const refused: readonly Told[] = [
  ...story.slice(0, -1),
  [
    'ada',
    'referrer',
    { kind: 'decide', decision: { on: '2026-11-20', answer: 'none', because: 'payer-refused' } },
  ],
];
const treated: readonly Told[] = [
  ...story,
  ['ada', 'referrer', { kind: 'follow-up', entry: { kind: 'therapy-start', on: '2026-11-30', item: 'one' } }],
];

const struck: readonly Told[] = [
  ...treated,
  ['ada', 'referrer', { kind: 'strike-entry', entry: treated.length, reason: 'another patient' }],
];

describe('quality figures', () => {
  it('do not count what was struck out', () => {
    const figures = qualityFigures([history(struck, 1)]);
    expect(figures).toMatchObject({ treated: 0, lost: { 'not-started': ['c'] } });
    expect(figures.turnaround.find(({ to }) => to === 'start of therapy')?.cases).toBe(0);
  });

  it('say how much was known when cases were opened', () => {
    const opened = { ...history(upTo('open'), 1), completeness: [0.8] };
    const figures = qualityFigures([opened, { ...opened, completeness: [0.6, 1] }]);
    expect(figures).toMatchObject({ opened: 2, completeness: 0.8 });
    expect(qualityFigures([history(upTo('refer'), 1)])).not.toHaveProperty('completeness');
  });

  it('say how long a case is discussed', () => {
    expect(qualityFigures([], [4, 8, 30]).discussion).toEqual({ median: 8, p90: 30 });
    expect(qualityFigures([])).not.toHaveProperty('discussion');
  });

  it('lose every patient to one cause, and none twice', () => {
    const figures = qualityFigures(
      [withdrawn, none, refused, treated, story, upTo('sign'), upTo('communicate'), upTo('triage')].map(
        (steps) => history(steps, 1),
      ),
    );
    expect(figures).toMatchObject({
      cases: 8,
      decided: 6,
      withRecommendation: 5,
      treated: 1,
      byLevel: { 'AMP A': 5 },
    });
    const lost = Object.entries(figures.lost).map(([cause, ids]) => [cause, ids.length] as const);
    expect(Object.fromEntries(lost)).toEqual({
      withdrawn: 1,
      'none: no-actionable-finding': 1,
      'not-given: payer-refused': 1,
      'not-started': 1,
      'not-communicated': 1,
      'no-decision-yet': 1,
      'not-yet-decided': 1,
    });
    expect(lost.reduce((sum, [, cases]) => sum + cases, figures.treated)).toBe(figures.cases);
  });

  it('measure each part of the way by median and ninth decile', () => {
    const histories = [1, 2, 3, 4, 5, 6, 7, 8, 9, 24].map((hours) =>
      history(story, hours, ['2026-11-01T00:00:00Z']),
    );
    const { turnaround } = qualityFigures(histories);
    // Referral is the second step and the opening the ninth: seven intervals.
    expect(turnaround[0]).toEqual({
      from: 'referral',
      to: 'board',
      cases: 10,
      median: (5 * 7) / 24,
      p90: (9 * 7) / 24,
    });
    expect(turnaround.find(({ to }) => to === 'start of therapy')).toEqual({
      from: 'board',
      to: 'start of therapy',
      cases: 0,
    });
  });

  it('count postponements by reason', () => {
    const postponed: readonly Told[] = [
      ...upTo('schedule'),
      ['ben', 'coordinator', { kind: 'postpone', because: 'no-quorum' }],
    ];
    expect(qualityFigures([history(postponed, 1), history(postponed, 2)]).postponed).toEqual({
      times: 2,
      because: { 'no-quorum': 2 },
    });
  });

  it('of no case are empty, and no number that is none', () => {
    expect(qualityFigures([])).toMatchObject({ cases: 0, lost: {}, treated: 0 });
    for (const { median } of qualityFigures([]).turnaround) expect(median).toBeUndefined();
  });
});
