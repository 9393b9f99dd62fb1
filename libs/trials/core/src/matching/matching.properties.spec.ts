import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { negate } from '@consilium/clinical';
import { canonicalJson } from '@consilium/kernel';
import { dateOf, dayOf } from '../calendar.js';
import type { PatientRecord } from '../evaluation/patient-record.js';
import type { Criterion } from '../language/criterion.js';
import type { Trial } from '../language/trial.js';
import { compileTrials } from './compile-trials.js';
import { createAsker } from './create-asker.js';
import { evaluateCriterion } from './evaluate-criterion.js';
import { criterion, patients, references, today, trials } from './example-patients.fixture.js';
import { explainTrial } from './explain-trial.js';
import { createMatcher } from './match-patient.js';
import { createStandingMatches } from './standing-matches.js';

const runs = { numRuns: 500 };
const answer = (one: Criterion, patient: PatientRecord, on = today) =>
  evaluateCriterion(one, patient, on, references).answer;
const patient = patients('p');
const trialList = fc.tuple(trials('NCT00000001'), trials('NCT00000002'), trials('NCT00000003'));

describe('the logic of criteria', () => {
  it('keeps De Morgan’s laws, and a double negation is none', () => {
    fc.assert(
      fc.property(criterion, criterion, patient, (a, b, one) => {
        expect(answer({ not: { all: [a, b] } }, one)).toBe(answer({ any: [{ not: a }, { not: b }] }, one));
        expect(answer({ not: { any: [a, b] } }, one)).toBe(answer({ all: [{ not: a }, { not: b }] }, one));
        expect(answer({ not: { not: a } }, one)).toBe(answer(a, one));
        expect(answer({ not: a }, one)).toBe(negate(answer(a, one)));
      }),
      runs,
    );
  });

  it('is Kleene’s: all and any are the two ends of at least, and unknown decides nothing by itself', () => {
    fc.assert(
      fc.property(fc.array(criterion, { minLength: 1, maxLength: 4 }), patient, (of, one) => {
        expect(answer({ atLeast: { count: of.length, of } }, one)).toBe(answer({ all: of }, one));
        expect(answer({ atLeast: { count: 1, of } }, one)).toBe(answer({ any: of }, one));
        const [first] = of;
        if (first === undefined) return;
        expect(answer({ all: [first, first] }, one)).toBe(answer(first, one));
        const excluded = answer({ any: [first, { not: first }] }, one);
        expect(excluded).toBe(answer(first, one) === 'unknown' ? 'unknown' : 'met');
      }),
      runs,
    );
  });

  it('does not depend on the order in which criteria are written', () => {
    fc.assert(
      fc.property(fc.array(criterion, { minLength: 1, maxLength: 4 }), patient, (of, one) => {
        for (const kind of ['all', 'any'] as const) {
          const [there, back] = [of, of.toReversed()].map((parts) =>
            answer(kind === 'all' ? { all: parts } : { any: parts }, one),
          );
          expect(there).toBe(back);
        }
      }),
      runs,
    );
  });

  it('gives the same bytes for the same inputs', () => {
    fc.assert(
      fc.property(criterion, patient, (one, who) => {
        const twice = [one, structuredClone(one)].map((tree) =>
          canonicalJson(evaluateCriterion(tree, structuredClone(who), today, references)),
        );
        expect(twice[0]).toBe(twice[1]);
      }),
      runs,
    );
  });

  it('never turns met into not met when a biomarker that was unknown becomes known in its favour', () => {
    const wanted: Criterion = {
      all: [{ biomarker: { kind: 'TMB', states: ['positive'] } }, { smallVariant: { gene: 'EGFR' } }],
    };
    fc.assert(
      fc.property(patient, (one) => {
        const known: PatientRecord = {
          ...one,
          profiles: one.profiles.map((profile) => ({
            ...profile,
            biomarkers: [{ kind: 'TMB', state: 'positive' }],
          })),
        };
        if (answer(wanted, one) === 'met') expect(answer(wanted, known)).toBe('met');
      }),
      runs,
    );
  });
});

describe('how long an answer holds', () => {
  it('is not overstated: until that day the answer is the same', () => {
    fc.assert(
      fc.property(trialList, patient, (list, one) => {
        const matcher = createMatcher(compileTrials(list), references);
        const first = matcher.match(one, today);
        const last = first.holdsUntil === undefined ? dayOf(today) + 400 : dayOf(first.holdsUntil);
        for (const day of [dayOf(today) + 1, dayOf(today) + 7, dayOf(today) + 40, last])
          if (day <= last) expect(matcher.match(one, dateOf(day)).matches).toEqual(first.matches);
      }),
      runs,
    );
  });
});

describe('the indexed matcher', () => {
  const verdictOf = (trial: Trial, one: PatientRecord, on: string) =>
    explainTrial(trial, one, on, references).cohorts.map(({ arm, cohort, verdict }) => ({
      arm,
      cohort,
      verdict,
    }));

  it('says of every cohort what the whole evaluation says', () => {
    fc.assert(
      fc.property(trialList, patient, (list, one) => {
        const { matches } = createMatcher(compileTrials(list), references).match(one, today);
        const full = list.flatMap((trial) =>
          verdictOf(trial, one, today)
            .filter(({ verdict }) => verdict !== 'not-eligible')
            .map((cohort) => ({ trial: trial.id, ...cohort })),
        );
        expect(matches.map(({ trial, arm, cohort, verdict }) => ({ trial, arm, cohort, verdict }))).toEqual(
          full,
        );
      }),
      runs,
    );
  });

  it('agrees with the plain evaluator on each criterion', () => {
    const ask = createAsker(references);
    fc.assert(
      fc.property(criterion, patient, (tree, one) => {
        expect(ask(tree, one, dayOf(today))).toBe(answer(tree, one));
      }),
      runs,
    );
  });

  it('does not depend on the order of trials', () => {
    fc.assert(
      fc.property(trialList, patient, (list, one) => {
        const [there, back] = [list, list.toReversed()].map((some) =>
          createMatcher(compileTrials(some), references).match(one, today),
        );
        expect(there?.matches).toEqual(back?.matches);
      }),
      runs,
    );
  });

  it('tells near misses by the number of criteria that stand against them', () => {
    fc.assert(
      fc.property(trialList, patient, (list, one) => {
        const matcher = createMatcher(compileTrials(list), references);
        const near = matcher.match(one, today, 2).matches;
        expect(near.filter(({ distance }) => distance === 0)).toEqual(matcher.match(one, today).matches);
        for (const { verdict, distance } of near) expect(verdict === 'not-eligible').toBe(distance > 0);
      }),
      runs,
    );
  });
});

describe('matches that stand', () => {
  const step = fc.oneof(
    fc.record({ patient: fc.constantFrom('a', 'b', 'c').chain((id) => patients(id)) }),
    fc.record({ leaves: fc.constantFrom('a', 'b', 'c') }),
    fc.record({
      trial: fc.constantFrom('NCT00000001', 'NCT00000002', 'NCT00000003').chain((id) => trials(id)),
    }),
    fc.record({ closed: fc.constantFrom('NCT00000001', 'NCT00000002') }),
    fc.record({ days: fc.integer({ min: -20, max: 60 }) }),
  );

  it('are byte for byte what a whole evaluation gives, after any changes of patients, trials and date', () => {
    fc.assert(
      fc.property(trialList, patients('a'), fc.array(step, { maxLength: 12 }), (list, first, steps) => {
        const standing = createStandingMatches(list, [first], today, references);
        const people = new Map([[first.patient, first]]);
        const offered = new Map(list.map((trial) => [trial.id, trial]));
        let on = today;
        for (const one of steps) {
          if ('patient' in one) {
            people.set(one.patient.patient, one.patient);
            standing.setPatient(one.patient);
          } else if ('leaves' in one) {
            people.delete(one.leaves);
            standing.removePatient('h', one.leaves);
          } else if ('trial' in one) {
            offered.set(one.trial.id, one.trial);
            standing.setTrial(one.trial);
          } else if ('closed' in one) {
            offered.delete(one.closed);
            standing.removeTrial(one.closed);
          } else {
            on = dateOf(dayOf(on) + one.days);
            standing.setDate(on);
          }
        }
        const matcher = createMatcher(compileTrials([...offered.values()]), references);
        for (const [id, record] of people) {
          const whole = matcher.match(record, on).matches;
          expect(canonicalJson(standing.matchesOf('h', id))).toBe(canonicalJson(whole));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('ask nobody whose diagnosis the changed trial does not admit, and nobody whom time changes nothing for', () => {
    const melanoma: PatientRecord = {
      patient: 'm',
      hospital: 'h',
      profiles: [],
      facts: {
        patient: 'm',
        hospital: 'h',
        version: 1,
        recordedAt: '2026-01-01T00:00:00Z',
        diagnoses: [{ code: 'MEL' }],
      },
    };
    const trial: Trial = {
      id: 'NCT00000009',
      title: 'Lung',
      status: 'open',
      statusOn: today,
      source: { kind: 'local', reference: 'x', retrievedOn: today },
      eligibility: { tumourType: { within: ['NSCLC'] } },
      arms: [{ id: 'A', name: 'A' }],
    };
    const standing = createStandingMatches([trial], [melanoma], today, references);
    const before = standing.asked();
    standing.setTrial({ ...trial, title: 'Lung cancer' });
    standing.setDate('2027-11-23');
    expect(standing.asked()).toBe(before);
  });
});
