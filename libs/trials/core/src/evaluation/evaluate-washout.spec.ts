import { describe, expect, it } from '@jest/globals';
import type { TherapyCourse } from '@consilium/clinical';
import type { WashoutCriterion } from '../language/clinical-criterion.js';
import { evaluateWashout } from './evaluate-washout.js';
import { asking, factsWith, keysOf, systemic, today } from './therapies.fixture.js';

const ask = asking(evaluateWashout);
const listed = (courses: readonly Partial<TherapyCourse>[], completeOn: string = today) =>
  factsWith({
    therapies: { entries: courses.map(systemic), completeOn },
  });
const ofPd1: WashoutCriterion = { classes: ['PD-1 antibody'], days: 28 };
const pd1 = (endedOn: string): Partial<TherapyCourse> => ({
  drugs: ['pembrolizumab'],
  startedOn: '2025-01-01',
  endedOn,
});

describe('Washout', () => {
  it.each<readonly [string, WashoutCriterion, readonly Partial<TherapyCourse>[], string]>([
    ['is met on the last day', ofPd1, [pd1('2026-10-26')], 'met'],
    ['is not met the day before', ofPd1, [pd1('2026-10-27')], 'not-met'],
    ['is open where the month may reach in', ofPd1, [pd1('2026-10')], 'unknown'],
    ['is met where the whole month lies before', ofPd1, [pd1('2026-09')], 'met'],
    ['is not met while it goes on', ofPd1, [{ drugs: ['pembrolizumab'], ongoing: true }], 'not-met'],
    ['is open without an end', ofPd1, [{ drugs: ['pembrolizumab'], startedOn: '2025' }], 'unknown'],
    ['is met without such a therapy', ofPd1, [{ ongoing: true }], 'met'],
    ['is open for a drug that is not known', ofPd1, [{ drugs: ['xyz'], ongoing: true }], 'unknown'],
    ['does not ask what a drug long past was', ofPd1, [{ drugs: ['xyz'], endedOn: '2025' }], 'met'],
    ['is not met with one course of two', ofPd1, [pd1('2025'), pd1('2026-11-20')], 'not-met'],
    [
      'counts half-lives',
      { drugs: ['erlotinib'], halfLives: 5 },
      [{ drugs: ['erlotinib'], endedOn: '2026-11-15' }],
      'met',
    ],
    [
      'rounds half-lives up to days',
      { drugs: ['erlotinib'], halfLives: 5 },
      [{ drugs: ['erlotinib'], endedOn: '2026-11-16' }],
      'not-met',
    ],
    [
      'does not round what is whole',
      { drugs: ['ibrutinib'], halfLives: 5 },
      [{ drugs: ['ibrutinib'], endedOn: '2026-11-02' }],
      'met',
    ],
    ['takes the longer by default', { ...ofPd1, halfLives: 5 }, [pd1('2026-08-06')], 'not-met'],
    ['takes the longer on its day', { ...ofPd1, halfLives: 5 }, [pd1('2026-08-05')], 'met'],
    [
      'takes the shorter where asked',
      { ...ofPd1, halfLives: 5, whichever: 'shorter' },
      [pd1('2026-10-26')],
      'met',
    ],
    [
      'is open without a half-life',
      { drugs: ['carboplatin'], halfLives: 5 },
      [{ endedOn: '2026-11-20' }],
      'unknown',
    ],
    [
      'is settled by days where both must pass',
      { drugs: ['carboplatin'], days: 21, halfLives: 5 },
      [{ endedOn: '2026-11-20' }],
      'not-met',
    ],
    [
      'is open beyond the days where both must pass',
      { drugs: ['carboplatin'], days: 21, halfLives: 5 },
      [{ endedOn: '2026-01-20' }],
      'unknown',
    ],
    [
      'is settled by days where one suffices',
      { drugs: ['carboplatin'], days: 21, halfLives: 5, whichever: 'shorter' },
      [{ endedOn: '2026-11-02' }],
      'met',
    ],
    [
      'is open before the days where one suffices',
      { drugs: ['carboplatin'], days: 21, halfLives: 5, whichever: 'shorter' },
      [{ endedOn: '2026-11-20' }],
      'unknown',
    ],
    [
      'waits for every drug of a regimen',
      { types: ['systemic'], halfLives: 5 },
      [{ drugs: ['erlotinib', 'pembrolizumab'], endedOn: '2026-11-01' }],
      'not-met',
    ],
    [
      'is open for one drug of a regimen',
      { types: ['systemic'], halfLives: 5 },
      [{ drugs: ['erlotinib', 'carboplatin'], endedOn: '2026-11-01' }],
      'unknown',
    ],
    [
      'knows no half-life of an unnamed drug',
      { classes: ['PD-1 antibody'], halfLives: 5 },
      [{ drugs: [], classes: ['PD-1 antibody'], endedOn: '2025' }],
      'unknown',
    ],
    [
      'knows no half-lives of radiotherapy',
      { types: ['radiotherapy'], days: 14, halfLives: 5 },
      [{ type: 'radiotherapy', drugs: [], endedOn: '2026-11-09' }],
      'met',
    ],
    [
      'leaves what has not begun',
      ofPd1,
      [{ drugs: ['pembrolizumab'], startedOn: '2026-12-01', ongoing: true }],
      'met',
    ],
  ])('%s', (_name, criterion, courses, answer) => {
    expect(ask(criterion, listed(courses)).answer).toBe(answer);
  });

  it.each([
    ['never whole', factsWith({ therapies: { entries: [] } }), 'unknown'],
    ['not there', factsWith({}), 'unknown'],
    ['30 days old', listed([], '2026-10-24'), 'met'],
    ['31 days old', listed([], '2026-10-23'), 'unknown'],
    ['old, and holds a recent dose', listed([pd1('2026-11-20')], '2026-01-01'), 'not-met'],
  ])('judges a list that is %s', (_name, facts, answer) => {
    expect(ask(ofPd1, facts).answer).toBe(answer);
  });

  it('names the first day on which all that is listed is washed out', () => {
    const courses = [pd1('2026-11-01'), { drugs: ['pembrolizumab'], endedOn: '2026-11-10' }];
    expect(ask(ofPd1, listed(courses)).reasons().change).toEqual({ kind: 'on-date', from: '2026-12-08' });
  });

  it('names no day while a drug goes on, but says what must be stopped', () => {
    const { change } = ask(ofPd1, listed([{ drugs: ['pembrolizumab'], ongoing: true }])).reasons();
    expect(change).toMatchObject({ kind: 'possible', how: expect.stringContaining('pembrolizumab') });
  });

  it.each<readonly [string, WashoutCriterion, readonly Partial<TherapyCourse>[], readonly string[]]>([
    ['the last dose', ofPd1, [pd1('2026-10')], ['ask:last-dose:pembrolizumab']],
    [
      'a half-life',
      { drugs: ['carboplatin'], halfLives: 5 },
      [{ endedOn: '2026-11-20' }],
      ['drug-half-life:carboplatin'],
    ],
    ['a drug', ofPd1, [{ drugs: ['xyz'], endedOn: '2026-11-20' }], ['drug-class:xyz']],
  ])('asks for %s', (_name, criterion, courses, keys) => {
    expect(keysOf(ask(criterion, listed(courses)))).toEqual(keys);
  });

  it('says from when a date that is known in part no longer matters', () => {
    const [question] = ask(ofPd1, listed([pd1('2026-10')])).reasons().missing;
    expect(question?.on).toBe('2026-11-28');
    expect(ask(ofPd1, listed([pd1('2026-10')]), '2026-11-28').answer).toBe('met');
    expect(ask(ofPd1, listed([pd1('2026-10')]), '2026-11-27').answer).toBe('unknown');
  });
});
