import { describe, expect, it } from '@jest/globals';
import { checkClinicalFacts } from './check-clinical-facts.js';

const facts = (more: object) => ({
  patient: 'P',
  hospital: 'h',
  version: 1,
  recordedAt: '2026-11-20T09:00:00Z',
  ...more,
});

describe('clinical facts of a file', () => {
  it.each([['1961'], ['1961-04'], ['1960-02-29']])('may be born on %s', (birthDate) => {
    expect(checkClinicalFacts(facts({ birthDate })).ok).toBe(true);
  });

  it.each<[string, object, string]>([
    ['30 February', { birthDate: '1961-02-30' }, '/birthDate'],
    ['29 February of a common year', { birthDate: '1961-02-29' }, '/birthDate'],
    ['month 13', { birthDate: '1961-13' }, '/birthDate'],
    ['an instant of no day', { recordedAt: '2026-02-30T09:00:00Z' }, '/recordedAt'],
    [
      'a day deep inside',
      { performance: [{ scale: 'ECOG', value: 1, on: '2026-11-31' }] },
      '/performance/0/on',
    ],
  ])('are refused with %s, by place', (_, more, place) => {
    const checked = checkClinicalFacts(facts(more));
    expect(checked).toMatchObject({ ok: false, error: [{ place, remedy: expect.stringMatching(/./) }] });
  });

  it('are refused with a misspelt member, and the right one is named', () => {
    expect(checkClinicalFacts(facts({ birthDay: '1961' }))).toMatchObject({
      ok: false,
      error: [{ place: '/birthDay', remedy: expect.stringContaining('birthDate') }],
    });
  });
});
