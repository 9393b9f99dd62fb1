import { describe, expect, it } from '@jest/globals';
import type { TherapyCourse } from '@consilium/clinical';
import { dateOf } from '../calendar.js';
import type { PriorTherapyCriterion } from '../language/clinical-criterion.js';
import { evaluatePriorTherapy } from './evaluate-prior-therapy.js';
import { asking, factsWith, keysOf, systemic, today } from './therapies.fixture.js';

const ask = asking(evaluatePriorTherapy);
const listed = (courses: readonly Partial<TherapyCourse>[], completeOn?: string) =>
  factsWith({
    therapies: { entries: courses.map(systemic), ...(completeOn === undefined ? {} : { completeOn }) },
  });

const pembrolizumab = { drugs: ['pembrolizumab'], startedOn: '2025-01-10', endedOn: '2025-09-01' } as const;
const platinum = { drugs: ['carboplatin'], startedOn: '2024-01-10', endedOn: '2024-06-01' } as const;

type Row = readonly [
  name: string,
  criterion: PriorTherapyCriterion,
  courses: readonly Partial<TherapyCourse>[],
  complete: string | undefined,
  answer: string,
];

describe('Prior therapy', () => {
  it.each<Row>([
    [
      'is found by name though the list is not complete',
      { drugs: ['carboplatin'] },
      [platinum],
      undefined,
      'met',
    ],
    ['is found by another name', { drugs: ['pembrolizumab'] }, [{ drugs: ['Keytruda'] }], undefined, 'met'],
    [
      'is found by a broader class',
      { classes: ['immune checkpoint inhibitor'] },
      [pembrolizumab],
      undefined,
      'met',
    ],
    [
      'is found by the class of an unnamed drug',
      { classes: ['immune checkpoint inhibitor'] },
      [{ drugs: [], classes: ['PD-1 antibody'] }],
      undefined,
      'met',
    ],
    [
      'may be another class of an unnamed drug',
      { classes: ['EGFR TKI'] },
      [{ drugs: [], classes: ['PD-1 antibody'] }],
      today,
      'unknown',
    ],
    [
      'may be an unnamed drug beside named ones',
      { classes: ['EGFR TKI'] },
      [{ drugs: ['pemetrexed'], classes: ['PD-1 antibody'] }],
      today,
      'unknown',
    ],
    [
      'is not a class that says what the named drug is',
      { classes: ['EGFR TKI'] },
      [{ drugs: ['pembrolizumab'], classes: ['PD-1 antibody'] }],
      today,
      'not-met',
    ],
    [
      'may be a drug that is not known',
      { classes: ['EGFR TKI'] },
      [{ drugs: ['xyz-123'] }],
      today,
      'unknown',
    ],
    ['may be a course that names no drug', { drugs: ['erlotinib'] }, [{ drugs: [] }], today, 'unknown'],
    ['is not surgery', { drugs: ['erlotinib'] }, [{ type: 'surgery', drugs: [] }], today, 'not-met'],
    [
      'is not there in a complete list',
      { classes: ['EGFR TKI'] },
      [platinum, pembrolizumab],
      '2025-12-01',
      'not-met',
    ],
    ['is open in a list that was never whole', { classes: ['EGFR TKI'] }, [platinum], undefined, 'unknown'],
    ['asks for the setting', { settings: ['adjuvant'] }, [platinum], today, 'unknown'],
    [
      'takes a line for advanced disease',
      { settings: ['adjuvant'] },
      [{ ...platinum, line: 1 }],
      today,
      'not-met',
    ],
    [
      'asks for the site',
      { types: ['radiotherapy'], sites: ['brain'] },
      [{ type: 'radiotherapy', drugs: [] }],
      today,
      'unknown',
    ],
    [
      'counts courses',
      { classes: ['chemotherapy'], atLeast: 2 },
      [platinum, { drugs: ['pemetrexed'] }],
      undefined,
      'met',
    ],
    ['counts too few', { classes: ['chemotherapy'], atLeast: 2 }, [platinum], today, 'not-met'],
    [
      'counts what may be',
      { classes: ['chemotherapy'], atLeast: 2 },
      [platinum, { drugs: ['xyz'] }],
      today,
      'unknown',
    ],
    ['is not yet begun', { drugs: ['carboplatin'] }, [{ startedOn: '2026-12-01' }], today, 'not-met'],
    [
      'has begun by the day it was recorded',
      { drugs: ['carboplatin'] },
      [{ startedOn: '2026-11' }],
      today,
      'met',
    ],
  ])('%s', (_name, criterion, courses, complete, answer) => {
    expect(ask(criterion, listed(courses, complete)).answer).toBe(answer);
  });

  it.each<Row>([
    ['ended on the first day', { withinDays: 28 }, [{ endedOn: '2026-10-26' }], undefined, 'met'],
    ['ended the day before', { withinDays: 28 }, [{ endedOn: '2026-10-25' }], today, 'not-met'],
    ['ended in a month that reaches in', { withinDays: 28 }, [{ endedOn: '2026-10' }], today, 'unknown'],
    ['goes on', { withinDays: 1 }, [{ startedOn: '2025', ongoing: true }], undefined, 'met'],
    ['has no end', { withinDays: 28 }, [{ startedOn: '2025' }], today, 'unknown'],
    [
      'has no end and was completed long before',
      { endedDaysAgo: 3 },
      [{ startedOn: '2025', outcome: 'completed' }],
      today,
      'met',
    ],
    ['is not in a list of 30 days ago', { withinDays: 90 }, [platinum], '2026-10-24', 'not-met'],
    ['is not in a list older than that', { withinDays: 90 }, [platinum], '2026-10-23', 'unknown'],
    ['ended long enough ago', { endedDaysAgo: 28 }, [{ endedOn: '2026-10-26' }], undefined, 'met'],
    ['ended too lately', { endedDaysAgo: 28 }, [{ endedOn: '2026-10-27' }], today, 'not-met'],
    [
      'is surgery of one day',
      { types: ['surgery'], withinDays: 28 },
      [{ type: 'surgery', drugs: [], startedOn: '2026-10-01' }],
      today,
      'not-met',
    ],
    [
      'is recorded as ended and as going on',
      { endedDaysAgo: 28 },
      [{ endedOn: '2026-01-01', ongoing: true }],
      today,
      'unknown',
    ],
  ])('judges time: a course that %s', (_name, criterion, courses, complete, answer) => {
    expect(ask(criterion, listed(courses, complete)).answer).toBe(answer);
  });

  it.each<Row>([
    ['by date', { drugs: ['pembrolizumab'], mostRecent: true }, [pembrolizumab, platinum], today, 'met'],
    [
      'not by date',
      { drugs: ['carboplatin'], mostRecent: true },
      [pembrolizumab, platinum],
      today,
      'not-met',
    ],
    [
      'by line',
      { drugs: ['carboplatin'], mostRecent: true },
      [{ drugs: ['pembrolizumab'], line: 1 }, { line: 2 }],
      today,
      'met',
    ],
    [
      'in a list that is old',
      { drugs: ['pembrolizumab'], mostRecent: true },
      [pembrolizumab],
      '2026-01-01',
      'unknown',
    ],
    ['without dates', { drugs: ['carboplatin'], mostRecent: true }, [pembrolizumab, {}], today, 'unknown'],
    [
      'beside later surgery',
      { drugs: ['carboplatin'], mostRecent: true },
      [platinum, { type: 'surgery', drugs: [], startedOn: '2026' }],
      today,
      'met',
    ],
  ])('finds the most recent one %s', (_name, criterion, courses, complete, answer) => {
    expect(ask(criterion, listed(courses, complete)).answer).toBe(answer);
  });

  it.each<readonly [string, PriorTherapyCriterion, readonly Partial<TherapyCourse>[], readonly string[]]>([
    ['a drug to be looked up', { classes: ['EGFR TKI'] }, [{ drugs: ['xyz-1'] }], ['drug-class:xyz-1']],
    ['the setting', { settings: ['adjuvant'] }, [{}], ['ask:therapy-setting:carboplatin']],
    ['the last dose', { withinDays: 20 }, [{ startedOn: '2026' }], ['ask:last-dose:carboplatin']],
    ['the response', { bestResponses: ['CR'] }, [{}], ['ask:therapy-response:carboplatin']],
    ['the outcome', { outcomes: ['progressed'] }, [{}], ['ask:therapy-outcome:carboplatin']],
  ])('asks for %s', (_name, criterion, courses, keys) => {
    expect(keysOf(ask(criterion, listed(courses, today)))).toEqual(keys);
  });

  it('asks for the history where it was never taken', () => {
    expect(keysOf(ask({ drugs: ['carboplatin'] }, factsWith({})))).toEqual(['ask:therapy-history']);
    expect(keysOf(ask({ drugs: ['erlotinib'] }, listed([platinum])))).toEqual(['ask:therapy-history']);
  });

  it('asks a person for a blinded drug, and the tables for any other', () => {
    const effortOf = (drug: string) =>
      ask({ classes: ['EGFR TKI'] }, listed([{ drugs: [drug] }], today)).reasons().missing[0]?.effort;
    expect([effortOf('blinded study drug'), effortOf('xyz-1')]).toEqual(['ask', 'curate']);
  });

  it('names the day on which a window passes', () => {
    const judged = ask({ withinDays: 28 }, listed([{ endedOn: '2026-11-01' }], today));
    expect(judged.reasons().change).toEqual({ kind: 'on-date', from: '2026-11-30' });
    expect(judged.holdsUntil === undefined ? undefined : dateOf(judged.holdsUntil)).toBe('2026-11-29');
  });

  it('names the day on which a therapy ended long enough ago', () => {
    const { change } = ask({ endedDaysAgo: 28 }, listed([{ endedOn: '2026-11-01' }], today)).reasons();
    expect(change).toEqual({ kind: 'on-date', from: '2026-11-29' });
  });

  it('holds what was had for fixed, and names the day of the list that lacks it', () => {
    expect(ask({ drugs: ['carboplatin'] }, listed([platinum])).reasons().change).toEqual({ kind: 'fixed' });
    const { facts, change } = ask({ drugs: ['erlotinib'] }, listed([platinum], '2026-01-05')).reasons();
    expect(change?.kind).toBe('possible');
    expect(facts[0]?.on).toBe('2026-01-05');
  });
});
