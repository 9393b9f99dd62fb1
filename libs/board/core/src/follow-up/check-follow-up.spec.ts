import { describe, expect, it } from '@jest/globals';
import { story, take, told, type Told } from '../case/told-case.fixture.js';
import type { CloseReason } from '../case/case-step.js';
import type { FollowUpEntry } from './follow-up.js';

const at = '2027-06-01T12:00:00Z';
const followed = told(story);
const entered = (...entries: readonly FollowUpEntry[]) =>
  entries.reduce((record, entry) => {
    const next = take(record, ['ada', 'referrer', { kind: 'follow-up', entry }], { at });
    if ('remedy' in next) throw new Error(next.message);
    return next;
  }, followed);
const start: FollowUpEntry = { kind: 'therapy-start', on: '2026-12-01', item: 'one' };
const stop = (on: string): FollowUpEntry => ({
  kind: 'therapy-stop',
  on,
  item: 'one',
  fulfilment: 'partial',
  reason: 'Progress',
});
const missed = (on: string): FollowUpEntry => ({ kind: 'missed', on });

describe('a follow-up', () => {
  it('takes what can be', () => {
    const { followUp } = entered(
      { kind: 'claim', on: '2026-11-24', payer: 'Health insurance', item: 'one' },
      { kind: 'claim-answer', on: '2026-11-30', item: 'one', answer: 'refused', reason: 'Off-label' },
      start,
      {
        kind: 'visit',
        on: '2027-01-12',
        ecog: 1,
        response: 'PR',
        criteria: 'RECIST 1.1',
        toxicities: [{ term: 'Diarrhea', grade: 2 }],
      },
      { kind: 'reported', on: '2027-01-12', instrument: 'EQ-5D-5L', score: 0.8 },
      { kind: 'progression', on: '2027-04-01' },
      stop('2027-04-02'),
      { kind: 'death', on: '2027-05-01' },
    );
    expect(followUp).toHaveLength(8);
  });

  it.each<[string, readonly FollowUpEntry[], FollowUpEntry, string, string]>([
    [
      'a negative progression-free survival',
      [start],
      { kind: 'progression', on: '2026-11-30' },
      'IMPOSSIBLE_VALUE',
      'negative progression-free',
    ],
    ['a stop before the start', [start], stop('2026-11-30'), 'IMPOSSIBLE_VALUE', 'no start before'],
    ['a stop without a start', [], stop('2026-12-30'), 'IMPOSSIBLE_VALUE', 'no start before'],
    ['a start of what was not signed', [], { ...start, item: 'two' }, 'NO_SUCH_ITEM', 'no item'],
    ['a start before the signature', [], { ...start, on: '2026-11-22' }, 'DATE_TOO_EARLY', 'came first'],
    ['a start of tomorrow', [], { ...start, on: '2027-06-02' }, 'DATE_IN_FUTURE', 'future'],
    ['30 February', [], { ...start, on: '2027-02-30' }, 'NO_DATE', 'no date'],
    ['an ECOG of 5 in a visit', [], { kind: 'visit', on: '2027-01-01', ecog: 5 }, 'IMPOSSIBLE_VALUE', 'ECOG'],
    [
      'an ECOG of one and a half',
      [],
      { kind: 'visit', on: '2027-01-01', ecog: 1.5 },
      'IMPOSSIBLE_VALUE',
      'ECOG',
    ],
    [
      'a response without criteria',
      [],
      { kind: 'visit', on: '2027-01-01', ecog: 1, response: 'PR' },
      'IMPOSSIBLE_VALUE',
      'missing',
    ],
    [
      'toxicity of grade 6',
      [],
      { kind: 'visit', on: '2027-01-01', ecog: 1, toxicities: [{ term: 'Rash', grade: 6 }] },
      'IMPOSSIBLE_VALUE',
      'CTCAE',
    ],
    [
      'an answer before the claim',
      [],
      { kind: 'claim-answer', on: '2026-12-01', item: 'one', answer: 'granted' },
      'IMPOSSIBLE_VALUE',
      'no claim',
    ],
    [
      'a refused claim without the reason',
      [{ kind: 'claim', on: '2026-11-24', payer: 'Insurance', item: 'one' }],
      { kind: 'claim-answer', on: '2026-12-01', item: 'one', answer: 'refused' },
      'NO_REASON',
      'missing',
    ],
    [
      'a visit after death',
      [{ kind: 'death', on: '2027-01-01' }],
      { kind: 'visit', on: '2027-01-02', ecog: 1 },
      'IMPOSSIBLE_VALUE',
      'death',
    ],
    [
      'a death before the last visit',
      [{ kind: 'visit', on: '2027-01-02', ecog: 1 }],
      { kind: 'death', on: '2027-01-01' },
      'IMPOSSIBLE_VALUE',
      'before what was recorded',
    ],
    [
      'a score that is no number',
      [],
      { kind: 'reported', on: '2027-01-01', instrument: 'EQ-5D', score: Number.NaN },
      'IMPOSSIBLE_VALUE',
      'number',
    ],
  ])('refuses %s', (_, before, entry, code, message) => {
    const step: Told = ['ada', 'referrer', { kind: 'follow-up', entry }];
    expect(take(entered(...before), step, { at })).toMatchObject({
      code: `BOARD.${code}`,
      message: expect.stringContaining(message),
    });
  });

  it('strikes out an entry made in error, unless another rests on it', () => {
    const record = entered(start, stop('2027-01-01'), missed('2027-02-01'));
    const versions = record.followUp.map(({ version }) => version);
    const strike = (entry: number, reason = 'of another patient'): Told => [
      'ada',
      'referrer',
      { kind: 'strike-entry', entry, reason },
    ];
    const codeOf = (told: Told) => {
      const taken = take(record, told, { at });
      return 'remedy' in taken ? taken.code : taken.followUp.map(({ kind }) => kind);
    };
    expect(codeOf(strike(versions[0] ?? 0))).toBe('BOARD.ENTRY_NEEDED');
    expect(codeOf(strike(versions[1] ?? 0))).toEqual(['therapy-start', 'missed']);
    expect(codeOf(strike(versions[1] ?? 0, ''))).toBe('BOARD.NO_REASON');
    expect(codeOf(strike(1))).toBe('BOARD.NO_SUCH_ENTRY');
  });

  it.each<[CloseReason, readonly FollowUpEntry[], boolean]>([
    ['death', [], false],
    ['death', [{ kind: 'death', on: '2027-01-01' }], true],
    ['end-of-therapy', [start], false],
    ['end-of-therapy', [start, stop('2027-01-01')], true],
    ['lost-to-follow-up', [missed('2027-01-01'), missed('2027-02-01')], false],
    ['lost-to-follow-up', [missed('2027-01-01'), missed('2027-02-01'), missed('2027-03-01')], true],
    ['complete', [], false],
    ['complete', [{ kind: 'visit', on: '2027-01-01', ecog: 0 }], true],
  ])('is closed by %s only where it shows that: after %j %s', (because, entries, closes) => {
    const closed = take(entered(...entries), ['ben', 'coordinator', { kind: 'close', because }], { at });
    expect('remedy' in closed).toBe(!closes);
  });
});
