import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ClinicalFacts, Condition, Metastasis, OtherCancer } from '@consilium/clinical';
import { dateOf, dayOf, rangeOf } from '../calendar.js';
import type { Leaf } from '../language/criterion.js';
import { questionOf } from '../matching/evaluators.js';
import { factsOf, recordedOn, references, type Facts } from './history.fixture.js';

const runs = { numRuns: 2000 };

const date = fc.constantFrom(
  ...['2020', '2023-11', '2025-11-23', '2026', '2026-05', '2026-05-27', '2026-10-26', '2026-11'],
  ...['2026-11-19', '2026-11-30', '2026-12'],
);
const day = fc.constantFrom('2025-11-01', '2026-10-26', '2026-11-19', '2026-11-23', '2026-11-30');
const states = fc.constantFrom('active', 'controlled', 'resolved');

const condition: fc.Arbitrary<Condition> = fc.record(
  {
    name: fc.constantFrom(
      'stroke',
      'ischaemic stroke',
      'hypertension',
      'psoriasis',
      'asthma',
      'zebra disease',
    ),
    kind: fc.constantFrom('comorbidity', 'autoimmune', 'event'),
    state: states,
    since: date,
    endedOn: date,
    grade: fc.integer({ min: 1, max: 4 }),
    systemicTreatment: fc.constantFrom('never', 'past', 'current'),
    systemicTreatmentEndedOn: date,
  },
  { requiredKeys: ['name', 'kind', 'state'] },
);
const metastasis: fc.Arbitrary<Metastasis> = fc.record(
  {
    site: fc.constantFrom('brain', 'liver', 'visceral', 'other', 'bone'),
    state: fc.constantFrom('active', 'treated', 'untreated-asymptomatic'),
    foundOn: date,
    treatedOn: date,
    stableSince: date,
  },
  { requiredKeys: ['site'] },
);
const cancer: fc.Arbitrary<OtherCancer> = fc.record(
  {
    name: fc.constantFrom('melanoma', 'basal cell carcinoma', 'non-melanoma skin cancer', 'zebra tumour'),
    state: fc.constantFrom('active', 'in-remission', 'cured'),
    diagnosedOn: date,
    diseaseFreeSince: date,
  },
  { requiredKeys: ['name', 'state'] },
);
const listOf = <T>(entry: fc.Arbitrary<T>) =>
  fc.record({ entries: fc.array(entry, { maxLength: 3 }), completeOn: day }, { requiredKeys: ['entries'] });

const facts: fc.Arbitrary<Facts> = fc.record(
  {
    sex: fc.constantFrom('female', 'male'),
    diagnoses: fc
      .record(
        { code: fc.constantFrom('LUAD', 'NSCLC', 'LUNG', 'MEL'), diagnosedOn: date },
        { requiredKeys: ['code'] },
      )
      .map((one) => [one]),
    conditions: listOf(condition),
    metastases: listOf(metastasis),
    otherCancers: listOf(cancer),
    infections: fc.array(
      fc.record({
        agent: fc.constantFrom('HIV', 'HBV'),
        state: fc.constantFrom('active', 'past', 'none', 'pending', 'not-tested'),
        on: day,
      }),
      { maxLength: 3 },
    ),
    receptors: fc.array(
      fc.record({
        receptor: fc.constantFrom('ER', 'HER2'),
        state: fc.constantFrom('positive', 'negative', 'equivocal', 'pending'),
        on: day,
      }),
      { maxLength: 3 },
    ),
    consents: fc.array(
      fc.record({
        to: fc.constant('trial'),
        answer: fc.constantFrom('given', 'declined', 'not-asked'),
        on: day,
      }),
      { maxLength: 3 },
    ),
    pregnancy: fc.record({
      value: fc.constantFrom('pregnant', 'breastfeeding', 'neither', 'not-of-childbearing-potential'),
      on: day,
    }),
    contraception: fc.record({ value: fc.constantFrom('agreed', 'declined', 'not-needed'), on: day }),
    stage: fc.record({ value: fc.record({ group: fc.constantFrom('III', 'IVA') }), on: day }),
  },
  { requiredKeys: [] },
);

const closing: readonly Leaf[] = [
  { condition: { names: ['stroke'] } },
  { condition: { names: ['arterial thromboembolism'], withinDays: 180 } },
  { condition: { names: ['asthma', 'uncontrolled hypertension'], states: ['active', 'controlled'] } },
  { condition: { names: ['stroke', 'psoriasis'], states: ['resolved'], withinDays: 28, gradeAtLeast: 2 } },
  { autoimmuneDisease: {} },
  { autoimmuneDisease: { except: ['psoriasis'], states: ['active'] } },
  { autoimmuneDisease: { systemicTreatmentWithinDays: 14 } },
  { metastases: {} },
  { metastases: { sites: ['visceral'] } },
  { metastases: { sites: ['brain', 'liver'], states: ['active', 'untreated-asymptomatic'] } },
  { metastases: { sites: ['brain'], states: ['treated'], stableForDays: 28 } },
  { otherCancer: { withinYears: 3, except: ['basal cell carcinoma of skin'] } },
  { otherCancer: { states: ['cured'] } },
];
const leaves: readonly Leaf[] = [
  ...closing,
  { tumourType: { within: ['LUAD'] } },
  { histology: { gradeAtLeast: 2 } },
  { stage: { groups: ['IV'] } },
  { infection: { agents: ['HIV', 'HBV'], states: ['active'] } },
  { receptor: { receptor: 'HER2', states: ['positive'] } },
  { consent: { to: 'trial' } },
  { pregnancy: { states: ['pregnant'] } },
  { pregnancy: { states: ['pregnant', 'breastfeeding'] } },
  { contraception: 'agreed' },
];
const leaf = fc.constantFrom(...leaves);

const ask = (one: Leaf, known: ClinicalFacts, on: number) =>
  questionOf(one).ask({ patient: 'p', hospital: 'h', facts: known, profiles: [] }, on, references);
const asked = fc.integer({ min: dayOf('2026-10-01'), max: dayOf('2027-02-01') });

describe('what the record tells', () => {
  it('does not depend on the order of its lists', () => {
    const turned = <T>(list: { readonly entries: readonly T[] } | undefined) =>
      list === undefined ? {} : { ...list, entries: list.entries.toReversed() };
    fc.assert(
      fc.property(leaf, facts, asked, (one, some, on) => {
        const there = factsOf(some);
        const back = factsOf({
          ...some,
          ...(some.conditions && { conditions: { ...some.conditions, ...turned(some.conditions) } }),
          ...(some.metastases && { metastases: { ...some.metastases, ...turned(some.metastases) } }),
          ...(some.otherCancers && { otherCancers: { ...some.otherCancers, ...turned(some.otherCancers) } }),
          ...(some.infections && { infections: some.infections.toReversed() }),
          ...(some.receptors && { receptors: some.receptors.toReversed() }),
          ...(some.consents && { consents: some.consents.toReversed() }),
        });
        const [first, second] = [there, back].map((known) => ask(one, known, on));
        expect([second?.answer, second?.holdsUntil]).toEqual([first?.answer, first?.holdsUntil]);
        expect(second?.reasons().missing).toEqual(first?.reasons().missing);
      }),
      runs,
    );
  });

  it('rules nothing in or out more when a list is taken whole, but for what is not on it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...closing), facts, asked, day, (one, some, on, completeOn) => {
        const { conditions, metastases, otherCancers } = some;
        const open = factsOf({
          ...some,
          conditions: { entries: conditions?.entries ?? [] },
          metastases: { entries: metastases?.entries ?? [] },
          otherCancers: { entries: otherCancers?.entries ?? [] },
        });
        const whole = factsOf({
          ...open,
          conditions: { entries: [], ...open.conditions, completeOn },
          metastases: { entries: [], ...open.metastases, completeOn },
          otherCancers: { entries: [], ...open.otherCancers, completeOn },
        });
        const before = ask(one, open, on).answer;
        const after = ask(one, whole, on).answer;
        // An open world never excludes.
        expect(before).not.toBe('not-met');
        if (before === 'met') expect(after).toBe('met');
        if (dayOf(completeOn) > on) expect(after).toBe(before);
      }),
      runs,
    );
  });

  it('holds exactly until the day it says, and turns on the day it names', () => {
    fc.assert(
      fc.property(leaf, facts, asked, fc.integer({ min: 1, max: 1500 }), (one, some, on, later) => {
        const known = factsOf(some);
        const judged = ask(one, known, on);
        const last = judged.holdsUntil ?? Infinity;
        expect(last).toBeGreaterThanOrEqual(on);
        for (const sample of [on + 1, on + later, last])
          if (sample <= last && sample < Infinity) expect(ask(one, known, sample).answer).toBe(judged.answer);
        if (last < Infinity) expect(ask(one, known, last + 1).answer).not.toBe(judged.answer);
        const { change, missing } = judged.reasons();
        if (change?.kind === 'on-date')
          expect(ask(one, known, dayOf(change.from)).answer).toBe(
            judged.answer === 'met' ? 'not-met' : 'met',
          );
        if (judged.answer === 'unknown') expect(missing.length).toBeGreaterThan(0);
        for (const { on: from } of missing)
          if (from !== undefined) expect(ask(one, known, dayOf(from)).answer).not.toBe('unknown');
      }),
      runs,
    );
  });

  it('gives no answer of a partial date that one of its days would contradict', () => {
    const complete = (known: ClinicalFacts, pick: number): ClinicalFacts => {
      const exact = (text: string): string => {
        const { first, last } = rangeOf(text);
        // What is on record had happened by then.
        const end = Math.max(first, Math.min(last, dayOf(recordedOn)));
        return dateOf(first + (pick % (end - first + 1)));
      };
      const dated = <T extends object>(entry: T): T => {
        const copy: T = { ...entry };
        for (const [key, value] of Object.entries(entry))
          if (typeof value === 'string' && /^\d{4}(-\d{2}){0,2}$/.test(value))
            Object.assign(copy, { [key]: exact(value) });
        return copy;
      };
      const list = <T extends object>(one: { readonly entries: readonly T[] }) => one.entries.map(dated);
      return {
        ...known,
        ...(known.diagnoses && { diagnoses: known.diagnoses.map(dated) }),
        ...(known.conditions && { conditions: { ...known.conditions, entries: list(known.conditions) } }),
        ...(known.metastases && { metastases: { ...known.metastases, entries: list(known.metastases) } }),
        ...(known.otherCancers && {
          otherCancers: { ...known.otherCancers, entries: list(known.otherCancers) },
        }),
      };
    };
    const isSound = ({ conditions }: ClinicalFacts): boolean =>
      (conditions?.entries ?? []).every(
        ({ since, endedOn }) => since === undefined || endedOn === undefined || since <= endedOn,
      );
    fc.assert(
      fc.property(leaf, facts, asked, fc.nat({ max: 400 }), (one, some, on, pick) => {
        const known = factsOf(some);
        const exact = complete(known, pick);
        fc.pre(isSound(exact));
        const { answer } = ask(one, known, on);
        if (answer !== 'unknown') expect(ask(one, exact, on).answer).toBe(answer);
      }),
      runs,
    );
  });
});
