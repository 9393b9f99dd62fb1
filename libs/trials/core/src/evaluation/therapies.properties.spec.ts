import { describe, expect, it } from '@jest/globals';
import type { ClinicalFacts, Medication, TherapyCourse } from '@consilium/clinical';
import fc from 'fast-check';
import { dateOf, dayOf, type Day } from '../calendar.js';
import type {
  LinesCriterion,
  MedicationCriterion,
  PriorTherapyCriterion,
  SteroidCriterion,
  WashoutCriterion,
} from '../language/clinical-criterion.js';
import { evaluateLines } from './evaluate-lines.js';
import { evaluateMedication } from './evaluate-medication.js';
import { evaluatePriorTherapy } from './evaluate-prior-therapy.js';
import { evaluateSteroids } from './evaluate-steroids.js';
import { evaluateWashout } from './evaluate-washout.js';
import type { Judged } from './judged.js';
import { asking, factsWith, recordedOn, today } from './therapies.fixture.js';

const recorded = dayOf(recordedOn);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
type Given<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };
/** Without the members that are undefined, as facts come in. */
const given = <T extends object>(value: T): Given<T> =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Given<T>;

const someDrugs = fc.subarray(['carboplatin', 'pemetrexed', 'pembrolizumab', 'erlotinib', 'xyz-1'], {
  maxLength: 2,
});

/** A course with whole dates, and how much of each is known. */
const dated = fc
  .record({
    start: fc.integer({ min: recorded - 500, max: recorded }),
    length: fc.integer({ min: 0, max: 200 }),
    progression: maybe(fc.integer({ min: 0, max: 300 })),
    ongoing: fc.boolean(),
    drugs: someDrugs,
    type: fc.constantFrom(
      'systemic' as const,
      'systemic' as const,
      'surgery' as const,
      'radiotherapy' as const,
    ),
    setting: maybe(fc.constantFrom('advanced' as const, 'adjuvant' as const, 'maintenance' as const)),
    line: maybe(fc.integer({ min: 1, max: 3 })),
    outcome: maybe(fc.constantFrom('progressed' as const, 'completed' as const, 'responded' as const)),
    bestResponse: maybe(fc.constantFrom('PR' as const, 'PD' as const)),
    kept: fc.array(fc.constantFrom(4, 7, 10), { minLength: 3, maxLength: 3 }),
  })
  .map(({ start, length, progression, ongoing, kept, setting, line, ...rest }) => {
    const ended = rest.type === 'surgery' ? start : start + length;
    const whole: TherapyCourse = given({
      ...rest,
      startedOn: dateOf(start),
      ...(ongoing && rest.outcome !== 'completed' && rest.type !== 'surgery'
        ? { ongoing }
        : { endedOn: dateOf(rest.outcome === 'completed' ? Math.min(ended, recorded) : ended) }),
      ...(progression === undefined ? {} : { progressedOn: dateOf(start + progression) }),
      ...(setting === undefined || setting === 'advanced' ? { setting, line } : { setting }),
    });
    const cut = (date: string | undefined, at: number) => date?.slice(0, kept[at]);
    const partial: TherapyCourse = given({
      ...whole,
      startedOn: cut(whole.startedOn, 0),
      endedOn: cut(whole.endedOn, 1),
      progressedOn: cut(whole.progressedOn, 2),
    });
    return { whole, partial };
  });

const taken = fc
  .record({
    drug: fc.constantFrom('prednisolone', 'clarithromycin', 'paracetamol', 'xyz-1'),
    prednisoneMgPerDay: maybe(fc.constantFrom(4, 8, 12)),
    route: maybe(fc.constantFrom('systemic' as const, 'inhaled' as const)),
    start: fc.integer({ min: recorded - 200, max: recorded }),
    length: maybe(fc.integer({ min: 0, max: 90 })),
    kept: fc.array(fc.constantFrom(4, 7, 10), { minLength: 2, maxLength: 2 }),
  })
  .map(({ start, length, kept, ...rest }) => {
    const whole: Medication = given({
      ...rest,
      startedOn: dateOf(start),
      endedOn: length === undefined ? undefined : dateOf(start + length),
    });
    const cut = (date: string | undefined, at: number) => date?.slice(0, kept[at]);
    const partial: Medication = given({
      ...whole,
      startedOn: cut(whole.startedOn, 0),
      endedOn: cut(whole.endedOn, 1),
    });
    return { whole, partial };
  });

const days = fc.constantFrom(0, 14, 28, 90);
const meant = {
  drugs: maybe(fc.constant(['erlotinib'])),
  classes: maybe(fc.constantFrom(['chemotherapy'], ['PD-1 antibody'])),
};
const priorTherapy: fc.Arbitrary<PriorTherapyCriterion> = fc
  .record({
    ...meant,
    settings: maybe(fc.constant(['advanced' as const])),
    mostRecent: maybe(fc.boolean()),
    outcomes: maybe(fc.constantFrom(['progressed' as const], ['completed' as const])),
    bestResponses: maybe(fc.constant(['PR' as const])),
    progressed: maybe(fc.constantFrom('on' as const, 'on-or-after' as const, { withinDaysOfEnd: 60 })),
    withinDays: maybe(days),
    endedDaysAgo: maybe(days),
    atLeast: maybe(fc.constantFrom(1, 2)),
  })
  .map(given);
const washout: fc.Arbitrary<WashoutCriterion> = fc
  .record({
    ...meant,
    days: maybe(days),
    halfLives: maybe(fc.constantFrom(2, 5)),
    whichever: maybe(fc.constantFrom('longer' as const, 'shorter' as const)),
  })
  .map(given);
const lines: fc.Arbitrary<LinesCriterion> = fc
  .record({
    ...meant,
    atLeast: maybe(fc.constantFrom(1, 2)),
    atMost: maybe(fc.constantFrom(0, 1, 2)),
    settings: maybe(fc.constantFrom(['adjuvant' as const], ['advanced' as const, 'maintenance' as const])),
  })
  .map(given);
const medication: fc.Arbitrary<MedicationCriterion> = fc
  .record({ classes: fc.constant(['CYP3A4-strong-inhibitor']), withinDays: maybe(days) })
  .map(given);
const steroids: fc.Arbitrary<SteroidCriterion> = fc
  .record({ aboveMgPerDay: fc.constant(10), withinDays: maybe(days) })
  .map(given);

type Ask = (facts: ClinicalFacts, on?: string) => Judged;
/** Any of the questions, bound to a criterion. */
const anyAsk: fc.Arbitrary<Ask> = fc.oneof(
  priorTherapy.map(
    (one): Ask =>
      (facts, on) =>
        asking(evaluatePriorTherapy)(one, facts, on),
  ),
  washout.map(
    (one): Ask =>
      (facts, on) =>
        asking(evaluateWashout)(one, facts, on),
  ),
  lines.map(
    (one): Ask =>
      (facts, on) =>
        asking(evaluateLines)(one, facts, on),
  ),
  medication.map(
    (one): Ask =>
      (facts, on) =>
        asking(evaluateMedication)(one, facts, on),
  ),
  steroids.map(
    (one): Ask =>
      (facts, on) =>
        asking(evaluateSteroids)(one, facts, on),
  ),
);

const patient = fc.record({
  courses: fc.array(dated, { maxLength: 4 }),
  medicines: fc.array(taken, { maxLength: 3 }),
  completeOn: maybe(fc.integer({ min: recorded - 60, max: recorded }).map(dateOf)),
});
type Patient = typeof patient extends fc.Arbitrary<infer T> ? T : never;
const factsOf = ({ courses, medicines, completeOn }: Patient, as: 'whole' | 'partial'): ClinicalFacts => {
  const complete = completeOn === undefined ? {} : { completeOn };
  return factsWith({
    therapies: { entries: courses.map((one) => one[as]), ...complete },
    medication: { entries: medicines.map((one) => one[as]), ...complete },
  });
};
const anyDay = fc.integer({ min: recorded - 100, max: recorded + 200 });
const runs = { numRuns: 1_000 };

describe('Therapies and medication over time', () => {
  it('never settle by a partial date what the whole date contradicts', () => {
    fc.assert(
      fc.property(anyAsk, patient, anyDay, (ask, one, on) => {
        const known = ask(factsOf(one, 'partial'), dateOf(on)).answer;
        const real = ask(factsOf(one, 'whole'), dateOf(on)).answer;
        expect([real, 'unknown']).toContain(known);
      }),
      runs,
    );
  });

  it('answer alike in whatever order the entries stand', () => {
    fc.assert(
      fc.property(anyAsk, patient, anyDay, (ask, one, on) => {
        const turned = {
          ...one,
          courses: [...one.courses].reverse(),
          medicines: [...one.medicines].reverse(),
        };
        const { answer, holdsUntil } = ask(factsOf(one, 'partial'), dateOf(on));
        const other = ask(factsOf(turned, 'partial'), dateOf(on));
        expect([other.answer, other.holdsUntil]).toEqual([answer, holdsUntil]);
      }),
      runs,
    );
  });

  it('answer the same up to the day they name, and otherwise on the next', () => {
    fc.assert(
      fc.property(
        anyAsk,
        patient,
        anyDay,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (ask, one, on, share) => {
          const facts = factsOf(one, 'partial');
          const at = (day: Day) => ask(facts, dateOf(day)).answer;
          const { answer, holdsUntil } = ask(facts, dateOf(on));
          const last = holdsUntil ?? on + 3_000;
          expect(last).toBeGreaterThanOrEqual(on);
          expect([at(on + Math.floor((last - on) * share)), at(last)]).toEqual([answer, answer]);
          if (holdsUntil !== undefined) expect(at(holdsUntil + 1)).not.toBe(answer);
        },
      ),
      runs,
    );
  });

  it('name the first day on which the answer has turned, where the list stays complete', () => {
    fc.assert(
      fc.property(anyAsk, patient, (ask, one) => {
        const complete = { ...one, completeOn: today };
        const judged = ask(factsOf(complete, 'partial'));
        const { change } = judged.reasons();
        if (change?.kind !== 'on-date') return;
        const day = dayOf(change.from);
        const at = (asked: Day) =>
          ask(factsOf({ ...one, completeOn: dateOf(asked) }, 'partial'), dateOf(asked)).answer;
        const turned = judged.answer === 'met' ? 'not-met' : 'met';
        expect([at(day), at(day - 1)]).toEqual([turned, expect.not.stringMatching(`^${turned}$`)]);
      }),
      runs,
    );
  });

  it('ask something wherever they are open', () => {
    fc.assert(
      fc.property(anyAsk, patient, anyDay, (ask, one, on) => {
        const judged = ask(factsOf(one, 'partial'), dateOf(on));
        expect(judged.reasons().missing.length > 0).toBe(judged.answer === 'unknown');
      }),
      runs,
    );
  });
});

describe('Prior therapy', () => {
  it('is never undone by another course that is asked for', () => {
    fc.assert(
      fc.property(priorTherapy, patient, dated, (criterion, one, added) => {
        const ask = asking(evaluatePriorTherapy);
        const { mostRecent: _any, ...alone } = criterion;
        const found = ask(alone, factsOf({ ...one, courses: [added] }, 'whole')).answer === 'met';
        fc.pre(criterion.mostRecent !== true || found);
        const before = ask(criterion, factsOf(one, 'whole')).answer;
        const after = ask(criterion, factsOf({ ...one, courses: [...one.courses, added] }, 'whole')).answer;
        if (before === 'met') expect(after).not.toBe('not-met');
      }),
      runs,
    );
  });
});

describe('Washout', () => {
  it('once met is never undone by time alone', () => {
    fc.assert(
      fc.property(washout, patient, fc.nat(400), fc.nat(400), (criterion, one, first, more) => {
        const facts = factsOf(one, 'partial');
        const at = (day: Day) => asking(evaluateWashout)(criterion, facts, dateOf(day)).answer;
        if (at(recorded + first) === 'met') expect(at(recorded + first + more)).not.toBe('not-met');
      }),
      runs,
    );
  });
});
