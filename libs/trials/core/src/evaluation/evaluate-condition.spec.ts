import { describe, expect, it } from '@jest/globals';
import type { Condition } from '@consilium/clinical';
import type { AutoimmuneCriterion, ConditionCriterion } from '../language/clinical-criterion.js';
import { evaluateAutoimmuneDisease } from './evaluate-autoimmune-disease.js';
import { evaluateCondition } from './evaluate-condition.js';
import { asking, changeOf, held, keysOf, whole } from './history.fixture.js';

const ask = asking(evaluateCondition);
const askAutoimmune = asking(evaluateAutoimmuneDisease);
const having = (...entries: readonly Condition[]) => ({ conditions: { entries, completeOn: whole } });
const disease = (name: string, more: Partial<Condition> = {}): Condition => ({
  name,
  kind: 'comorbidity',
  state: 'active',
  ...more,
});
const event = (name: string, more: Partial<Condition> = {}): Condition =>
  disease(name, { kind: 'event', state: 'resolved', ...more });

describe('a condition', () => {
  it('is absent where the list was taken whole, and open where it was not', () => {
    const criterion = { names: ['cirrhosis'] };
    expect(held(ask(criterion, having()))).toBe('not-met always');
    const open = ask(criterion, { conditions: { entries: [disease('asthma')] } });
    expect([open.answer, keysOf(open)]).toEqual(['unknown', ['ask:conditions']]);
    expect(ask(criterion).answer).toBe('unknown');
    expect(held(ask(criterion, { conditions: { entries: [], completeOn: '2026-12-01' } }))).toBe(
      'unknown until 2026-11-30',
    );
  });

  it.each<[string, Condition, ConditionCriterion, string]>([
    ['by name', disease('cirrhosis'), { names: ['cirrhosis'] }, 'met always'],
    ['by a synonym', disease('Liver cirrhosis'), { names: ['cirrhosis'] }, 'met always'],
    [
      'by a broader name',
      disease('ulcerative colitis'),
      { names: ['inflammatory bowel disease'] },
      'met always',
    ],
    [
      'not by a narrower one',
      disease('inflammatory bowel disease'),
      { names: ['ulcerative colitis'] },
      'unknown always',
    ],
    ['another', disease('asthma'), { names: ['cirrhosis'] }, 'not-met always'],
    [
      'in the state asked for',
      disease('cirrhosis'),
      { names: ['cirrhosis'], states: ['active'] },
      'met always',
    ],
    ['in another', event('seizure'), { names: ['seizure'], states: ['active'] }, 'not-met always'],
    [
      'resolved only later',
      disease('pneumonitis', { state: 'resolved', endedOn: '2026-12-05' }),
      { names: ['pneumonitis'], states: ['active'] },
      'unknown until 2026-12-04',
    ],
    [
      'of a grade',
      disease('heart failure', { grade: 3 }),
      { names: ['heart failure'], gradeAtLeast: 3 },
      'met always',
    ],
    [
      'of a lesser grade',
      disease('heart failure', { grade: 2 }),
      { names: ['heart failure'], gradeAtLeast: 3 },
      'not-met always',
    ],
    [
      'of no grade',
      disease('heart failure'),
      { names: ['heart failure'], gradeAtLeast: 3 },
      'unknown always',
    ],
    [
      'begun later',
      disease('asthma', { since: '2026-12-05' }),
      { names: ['asthma'] },
      'not-met until 2026-12-04',
    ],
    [
      'begun at some day of the year of the record',
      disease('asthma', { since: '2026' }),
      { names: ['asthma'] },
      'met always',
    ],
    [
      'controlled is not uncontrolled',
      disease('hypertension', { state: 'controlled' }),
      { names: ['uncontrolled hypertension'] },
      'not-met always',
    ],
    ['active may be', disease('hypertension'), { names: ['uncontrolled hypertension'] }, 'unknown always'],
    [
      'controlled today says nothing of half a year',
      disease('hypertension', { state: 'controlled' }),
      { names: ['uncontrolled hypertension'], withinDays: 180 },
      'unknown always',
    ],
    ['a name nobody knows', disease('zebra disease'), { names: ['cirrhosis'] }, 'unknown always'],
    ['asked by a name nobody knows', disease('asthma'), { names: ['zebra disease'] }, 'unknown always'],
    ['both', disease('Zebra disease '), { names: ['zebra disease'] }, 'met always'],
  ])('%s', (_, entry, criterion, expected) => {
    expect(held(ask(criterion, having(entry)))).toBe(expected);
  });

  it.each<[string, Condition, string, string | undefined]>([
    ['180 days ago', event('stroke', { since: '2026-05-27' }), 'met until 2026-11-23', '2026-11-24'],
    ['181 days ago', event('stroke', { since: '2026-05-26' }), 'not-met always', 'possible'],
    [
      'in a month all of which is within',
      event('stroke', { since: '2026-06' }),
      'met until 2026-11-28',
      '2026-12-28',
    ],
    [
      'in a month partly within',
      event('stroke', { since: '2026-05' }),
      'unknown until 2026-11-27',
      undefined,
    ],
    ['undated', event('stroke'), 'unknown until 2027-05-19', undefined],
    ['still active', event('stroke', { state: 'active', since: '2020' }), 'unknown always', undefined],
    ['a disease that goes on', disease('stroke', { since: '2020' }), 'met always', 'possible'],
    [
      'a disease that ended',
      disease('stroke', { state: 'resolved', endedOn: '2026-01-01' }),
      'not-met always',
      'possible',
    ],
    [
      'one that ended before it began',
      disease('stroke', { state: 'resolved', since: '2026-10-01', endedOn: '2026-01-01' }),
      'unknown always',
      undefined,
    ],
    [
      'one that ended in the year in which it began',
      disease('stroke', { state: 'resolved', since: '2026-06-01', endedOn: '2026' }),
      'met until 2026-11-28',
      '2027-05-20',
    ],
    [
      'a disease that ended nobody knows when',
      disease('stroke', { state: 'resolved', since: '2020-01-01' }),
      'unknown until 2027-05-19',
      undefined,
    ],
    [
      'a disease that ends later',
      disease('stroke', { endedOn: '2026-12-05' }),
      'met until 2027-06-03',
      '2027-06-04',
    ],
  ])('within 180 days: %s', (_, entry, expected, change) => {
    const judged = ask({ names: ['stroke'], withinDays: 180 }, having(entry));
    expect([held(judged), changeOf(judged)]).toEqual([expected, change]);
  });

  it('tells no day where the state stands against it as well', () => {
    const judged = ask(
      { names: ['stroke'], states: ['active'], withinDays: 180 },
      having(event('stroke', { since: '2026-10-01' })),
    );
    expect([held(judged), changeOf(judged)]).toEqual(['not-met always', 'possible']);
  });

  it('asks about what is unclear, and for the list where it is not whole', () => {
    const entries = [disease('inflammatory bowel disease')];
    const criterion = { names: ['ulcerative colitis'] };
    expect(keysOf(ask(criterion, having(...entries)))).toEqual(['ask:condition:inflammatory bowel disease']);
    expect(keysOf(ask(criterion, { conditions: { entries } }))).toEqual([
      'ask:condition:inflammatory bowel disease',
      'ask:conditions',
    ]);
  });
});

describe('autoimmune disease', () => {
  const immune = (name: string, more: Partial<Condition> = {}) =>
    disease(name, { kind: 'autoimmune', ...more });

  it.each<[string, Condition | undefined, AutoimmuneCriterion, string]>([
    ['none on a whole list', undefined, {}, 'not-met always'],
    ['by what the record calls it', immune('zebra disease'), {}, 'met always'],
    ['by what the table calls it', disease('psoriasis'), {}, 'met always'],
    ['another disease is none', disease('asthma'), {}, 'not-met always'],
    ['an exception', immune('vitiligo'), { except: ['vitiligo'] }, 'not-met always'],
    ['not an exception', immune('psoriasis'), { except: ['vitiligo'] }, 'met always'],
    [
      'perhaps an exception',
      immune('autoimmune thyroiditis'),
      { except: ['hypothyroidism'] },
      'unknown always',
    ],
    [
      'in another state',
      immune('psoriasis', { state: 'resolved' }),
      { states: ['active'] },
      'not-met always',
    ],
    [
      'treated now',
      immune('psoriasis', { systemicTreatment: 'current' }),
      { systemicTreatmentWithinDays: 730 },
      'met always',
    ],
    [
      'never treated',
      immune('psoriasis', { systemicTreatment: 'never' }),
      { systemicTreatmentWithinDays: 730 },
      'not-met always',
    ],
    ['treatment not stated', immune('psoriasis'), { systemicTreatmentWithinDays: 730 }, 'unknown always'],
    [
      'treatment past, nobody knows when',
      immune('psoriasis', { systemicTreatment: 'past' }),
      { systemicTreatmentWithinDays: 730 },
      'unknown until 2028-11-19',
    ],
    [
      'treated within',
      immune('psoriasis', { systemicTreatment: 'past', systemicTreatmentEndedOn: '2026-11-20' }),
      { systemicTreatmentWithinDays: 14 },
      'met until 2026-12-04',
    ],
    [
      'treated before',
      immune('psoriasis', { systemicTreatment: 'past', systemicTreatmentEndedOn: '2026-11-08' }),
      { systemicTreatmentWithinDays: 14 },
      'not-met always',
    ],
    [
      'treatment that ends only later goes on',
      immune('psoriasis', { systemicTreatment: 'past', systemicTreatmentEndedOn: '2026-12-05' }),
      { systemicTreatmentWithinDays: 14 },
      'met until 2026-12-19',
    ],
  ])('%s', (_, entry, criterion, expected) => {
    expect(held(askAutoimmune(criterion, having(...(entry === undefined ? [] : [entry]))))).toBe(expected);
  });
});
