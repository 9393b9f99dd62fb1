import { describe, expect, it } from '@jest/globals';
import type { TherapyCourse } from '@consilium/clinical';
import type { LinesCriterion } from '../language/clinical-criterion.js';
import { countLines } from './count-lines.js';
import { therapiesOf } from './dated-entries.js';
import { evaluateLines } from './evaluate-lines.js';
import { asking, drugs, factsWith, keysOf, systemic, today } from './therapies.fixture.js';
import { dayOf } from '../calendar.js';

const ask = asking(evaluateLines);
const listed = (courses: readonly Partial<TherapyCourse>[], completeOn?: string) =>
  factsWith({
    therapies: { entries: courses.map(systemic), ...(completeOn === undefined ? {} : { completeOn }) },
  });
const count = (courses: readonly Partial<TherapyCourse>[], criterion: LinesCriterion = {}) => {
  const list = therapiesOf(listed(courses, today));
  if (list === undefined) throw new Error('No list.');
  const { least, most } = countLines(list, criterion, drugs, dayOf(today), true);
  return [least, most];
};

const first = { setting: 'advanced', startedOn: '2024-01', endedOn: '2024-06' } as const;
const second = { setting: 'advanced', startedOn: '2025-01', endedOn: '2025-06' } as const;

describe('Lines of therapy', () => {
  it.each<readonly [string, readonly Partial<TherapyCourse>[], readonly number[]]>([
    ['nothing', [], [0, 0]],
    ['the highest number', [{ line: 1 }, { line: 3 }], [3, 3]],
    ['a number given twice once', [{ line: 1 }, { line: 1 }], [1, 1]],
    ['courses one after another', [first, second], [2, 2]],
    ['courses that overlap as one or two', [first, { ...second, startedOn: '2024-03' }], [1, 2]],
    ['courses without dates as one or two', [{ setting: 'advanced' }, { setting: 'advanced' }], [1, 2]],
    [
      'a course after progression as another',
      [{ ...first, endedOn: '2025-12', progressedOn: '2024-05' }, second],
      [2, 2],
    ],
    ['a course without setting as perhaps one', [first, { startedOn: '2025' }], [1, 2]],
    ['a course beside numbers as perhaps one', [{ line: 2 }, second], [2, 3]],
    ['neither adjuvant nor neoadjuvant', [{ setting: 'adjuvant' }, { setting: 'neoadjuvant' }], [0, 0]],
    ['maintenance with its line', [first, { setting: 'maintenance' }], [1, 1]],
    ['maintenance alone as perhaps a line', [{ setting: 'maintenance' }], [0, 1]],
    ['neither radiotherapy nor surgery', [{ type: 'radiotherapy' }, { type: 'surgery' }], [0, 0]],
    ['cell therapy without a number as perhaps one', [{ type: 'cell-therapy' }], [0, 1]],
    ['cell therapy by its number', [{ type: 'cell-therapy', line: 3 }], [3, 3]],
    ['nothing that has not begun', [{ line: 1, startedOn: '2027' }], [0, 0]],
  ])('counts %s', (_name, courses, lines) => {
    expect(count(courses)).toEqual(lines);
  });

  it.each<readonly [string, LinesCriterion, readonly Partial<TherapyCourse>[], readonly number[]]>([
    [
      'of a class',
      { classes: ['chemotherapy'] },
      [{ line: 1 }, { line: 2, drugs: ['pembrolizumab'] }],
      [1, 1],
    ],
    ['whose lower numbers are not recorded', { classes: ['chemotherapy'] }, [{ line: 3 }], [1, 3]],
    ['of a drug that is not known', { classes: ['EGFR TKI'] }, [{ line: 1, drugs: ['xyz'] }], [0, 1]],
    ['for other settings', { settings: ['adjuvant'] }, [{ setting: 'adjuvant' }, { line: 1 }], [1, 1]],
    [
      'before and after surgery as one or two',
      { settings: ['adjuvant', 'neoadjuvant'] },
      [{ setting: 'adjuvant' }, { setting: 'neoadjuvant' }],
      [1, 2],
    ],
    [
      'for all settings',
      { settings: ['advanced', 'adjuvant'] },
      [{ setting: 'adjuvant' }, { line: 2 }],
      [3, 3],
    ],
  ])('counts lines %s', (_name, criterion, courses, lines) => {
    expect(count(courses, criterion)).toEqual(lines);
  });

  it.each<readonly [string, LinesCriterion, readonly Partial<TherapyCourse>[], string | undefined, string]>([
    ['enough, though the list is not whole', { atLeast: 1 }, [{ line: 1 }], undefined, 'met'],
    ['too many, though the list is not whole', { atMost: 1 }, [{ line: 2 }], undefined, 'not-met'],
    ['perhaps more than are listed', { atMost: 1 }, [{ line: 1 }], undefined, 'unknown'],
    ['no more than are listed', { atMost: 1 }, [{ line: 1 }], today, 'met'],
    ['none', { atMost: 0 }, [], today, 'met'],
    ['too few', { atLeast: 2 }, [{ line: 1 }], today, 'not-met'],
    ['one or two', { atLeast: 2 }, [first, { startedOn: '2025' }], today, 'unknown'],
    [
      'one or two, where either will do',
      { atMost: 2, atLeast: 1 },
      [first, { startedOn: '2025' }],
      today,
      'met',
    ],
  ])('answers for %s', (_name, criterion, courses, complete, answer) => {
    expect(ask(criterion, listed(courses, complete)).answer).toBe(answer);
  });

  it('asks which lines the courses were, and for the history', () => {
    expect(keysOf(ask({ atLeast: 2 }, listed([first, { startedOn: '2025' }], today)))).toEqual([
      'ask:therapy-lines',
    ]);
    expect(keysOf(ask({ atLeast: 2 }, listed([{ line: 1 }])))).toEqual(['ask:therapy-history']);
    expect(keysOf(ask({ atLeast: 2 }, factsWith({})))).toEqual(['ask:therapy-history']);
  });

  it('says that too many lines are for ever and too few are not', () => {
    expect(ask({ atMost: 1 }, listed([{ line: 2 }])).reasons().change).toEqual({ kind: 'fixed' });
    expect(ask({ atLeast: 2 }, listed([{ line: 1 }], today)).reasons().change?.kind).toBe('possible');
  });
});
