import { describe, expect, it } from '@jest/globals';
import type { ConsentStatus } from '@consilium/clinical';
import { evaluatePregnancy } from './evaluate-pregnancy.js';
import {
  evaluateConsent,
  evaluateContraception,
  evaluateLanguage,
  evaluateResidence,
  evaluateUnstructured,
} from './evaluate-willingness.js';
import { asking, changeOf, held, keysOf, type Facts } from './history.fixture.js';

const october = '2026-10-01';

describe('pregnancy', () => {
  const ask = asking(evaluatePregnancy);
  const stated = (value: NonNullable<Facts['pregnancy']>['value'], on: string, sex?: 'male'): Facts => ({
    sex: sex ?? 'female',
    pregnancy: { value, on },
  });

  it.each<[string, Facts, readonly ('pregnant' | 'breastfeeding')[], string]>([
    ['a man', { sex: 'male' }, ['pregnant'], 'not-met always'],
    ['a man of whom it is stated', stated('pregnant', october, 'male'), ['pregnant'], 'met always'],
    ['a woman of whom nothing is stated', { sex: 'female' }, ['pregnant'], 'unknown always'],
    ['nobody knows the sex', {}, ['pregnant'], 'unknown always'],
    [
      'past childbearing',
      stated('not-of-childbearing-potential', '2010-01-01'),
      ['pregnant', 'breastfeeding'],
      'not-met always',
    ],
    ['pregnant', stated('pregnant', october), ['pregnant'], 'met always'],
    [
      'pregnant says nothing of breast-feeding',
      stated('pregnant', october),
      ['breastfeeding'],
      'unknown always',
    ],
    [
      'breast-feeding says nothing of pregnancy',
      stated('breastfeeding', october),
      ['pregnant'],
      'unknown always',
    ],
    ['either suffices', stated('breastfeeding', october), ['pregnant', 'breastfeeding'], 'met always'],
    ['a test of 28 days ago', stated('neither', '2026-10-26'), ['pregnant'], 'not-met until 2026-11-23'],
    ['a test of 29 days ago', stated('neither', '2026-10-25'), ['pregnant'], 'unknown always'],
    ['breast-feeding takes no test', stated('neither', '2026-10-25'), ['breastfeeding'], 'not-met always'],
    ['a test yet to come', stated('neither', '2026-12-05'), ['pregnant'], 'unknown until 2026-12-04'],
  ])('%s', (_, facts, states, expected) => {
    expect(held(ask({ states }, facts))).toBe(expected);
  });

  it('asks for what would settle it', () => {
    expect(keysOf(ask({ states: ['pregnant', 'breastfeeding'] }, { sex: 'female' }))).toEqual([
      'lab:pregnancy-test',
      'ask:breastfeeding',
    ]);
    expect(keysOf(ask({ states: ['pregnant', 'breastfeeding'] }, stated('neither', '2026-01-01')))).toEqual([
      'lab:pregnancy-test',
    ]);
    expect(changeOf(ask({ states: ['pregnant'] }, { sex: 'male' }))).toBe('fixed');
  });
});

describe('contraception', () => {
  const ask = asking(evaluateContraception);
  it.each<[string, Facts, string]>([
    ['agreed', { contraception: { value: 'agreed', on: october } }, 'met always'],
    ['not needed', { contraception: { value: 'not-needed', on: october } }, 'met always'],
    ['declined', { contraception: { value: 'declined', on: october } }, 'not-met always'],
    ['not stated', { sex: 'male' }, 'unknown always'],
    [
      'past childbearing',
      { pregnancy: { value: 'not-of-childbearing-potential', on: october } },
      'met always',
    ],
    [
      'past childbearing only later',
      { pregnancy: { value: 'not-of-childbearing-potential', on: '2026-12-05' } },
      'unknown until 2026-12-04',
    ],
    [
      'agreed only later',
      { contraception: { value: 'agreed', on: '2026-12-05' } },
      'unknown until 2026-12-04',
    ],
  ])('%s', (_, facts, expected) => {
    expect(held(ask('agreed', facts))).toBe(expected);
  });
});

describe('consent', () => {
  const ask = asking(evaluateConsent);
  const said = (answer: ConsentStatus['answer'], on: string): ConsentStatus => ({ to: 'biopsy', answer, on });

  it.each<[string, readonly ConsentStatus[], string]>([
    ['given', [said('given', october)], 'met always'],
    ['declined', [said('declined', october)], 'not-met always'],
    ['not asked', [said('not-asked', october)], 'unknown always'],
    ['to something else', [{ ...said('given', october), to: 'trial' }], 'unknown always'],
    ['the newest counts', [said('declined', '2026-01-01'), said('given', october)], 'met always'],
    ['two answers of one day', [said('declined', october), said('given', october)], 'unknown always'],
    [
      'given only later',
      [said('declined', october), said('given', '2026-12-05')],
      'not-met until 2026-12-04',
    ],
  ])('%s', (_, consents, expected) => {
    for (const order of [consents, [...consents].reverse()])
      expect(held(ask({ to: 'biopsy' }, { consents: order }))).toBe(expected);
  });

  it('is asked for where it is open', () => {
    expect(keysOf(ask({ to: 'biopsy' }))).toEqual(['ask:consent:biopsy']);
  });
});

describe('residence and language', () => {
  const residence = asking(evaluateResidence);
  const language = asking(evaluateLanguage);

  it.each([
    ['DE', october, 'met always'],
    ['FR', october, 'not-met always'],
    ['DE', '2026-12-05', 'unknown until 2026-12-04'],
  ])('living in %s as of %s, Germany or Austria asked, is %s', (country, on, expected) => {
    const facts = { residence: { value: { country }, on } };
    expect(held(residence({ countries: ['DE', 'AT'] }, facts))).toBe(expected);
  });

  it.each([
    [['tr', 'de'], october, 'met always'],
    [['tr'], october, 'not-met always'],
    [['de'], '2026-12-05', 'unknown until 2026-12-04'],
  ])('speaking %j as of %s, German asked, is %s', (value, on, expected) => {
    expect(held(language({ anyOf: ['de'] }, { languages: { value, on } }))).toBe(expected);
  });

  it('are asked for where nobody stated them', () => {
    expect(keysOf(residence({ countries: ['DE'] }))).toEqual(['ask:residence']);
    expect(keysOf(language({ anyOf: ['de'] }))).toEqual(['ask:languages']);
  });
});

describe('unstructured text', () => {
  const ask = asking(evaluateUnstructured);

  it('is unknown, and waits for a curator under the same key however it is set', () => {
    const [one, other] = ['As the  investigator\n judges.', ' as the investigator judges. '].map((text) =>
      ask({ text, list: 'exclusion' }),
    );
    expect([one?.answer, other?.answer]).toEqual(['unknown', 'unknown']);
    const [question] = one?.reasons().missing ?? [];
    expect(question).toMatchObject({ key: 'criterion:as the investigator judges.', effort: 'curate' });
    expect(other?.reasons().missing[0]?.key).toBe(question?.key);
  });

  it('has another key for another text, however late they differ', () => {
    const keyOf = (end: string) =>
      ask({ text: `${'word '.repeat(100)}${end}`, list: 'inclusion' }).reasons().missing[0]?.key;
    expect(keyOf('once')).not.toBe(keyOf('twice'));
    expect(keyOf('Once ')).toBe(keyOf('once'));
  });
});
