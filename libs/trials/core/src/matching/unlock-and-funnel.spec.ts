import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ClinicalFacts } from '@consilium/clinical';
import type { PatientRecord } from '../evaluation/patient-record.js';
import type { Criterion } from '../language/criterion.js';
import type { Trial } from '../language/trial.js';
import { patients, references, today, trials } from './example-patients.fixture.js';
import { explainTrial } from './explain-trial.js';
import { createFunnel } from './feasibility.js';
import { unlockList } from './unlock-list.js';

const patient = (facts: Partial<ClinicalFacts>): PatientRecord => ({
  patient: 'p',
  hospital: 'h',
  profiles: [],
  facts: { patient: 'p', hospital: 'h', version: 1, recordedAt: `${today}T00:00:00Z`, ...facts },
});
const trialOf = (id: string, ...all: readonly Criterion[]): Trial => ({
  id,
  title: id,
  status: 'open',
  statusOn: today,
  source: { kind: 'local', reference: id, retrievedOn: today },
  eligibility: { all },
  arms: [{ id: 'A', name: 'A' }],
});
const platelets: Criterion = {
  measurement: { test: 'platelets', atLeast: 100, unit: '10*9/L', withinDays: 14 },
};
const ecog: Criterion = { performance: { scale: 'ECOG', atMost: 1 } };
const washout: Criterion = { washout: { classes: ['EGFR TKI'], days: 14 } };
const lung: Criterion = { tumourType: { within: ['NSCLC'] } };

const explained = (one: PatientRecord, list: readonly Trial[]) =>
  unlockList(list.map((trial) => explainTrial(trial, one, today, references)));

describe(unlockList.name, () => {
  const one = patient({
    diagnoses: [{ code: 'LUAD' }],
    therapies: {
      completeOn: '2026-11-22',
      entries: [{ type: 'systemic', drugs: ['osimertinib'], startedOn: '2025-01-01', endedOn: '2026-11-19' }],
    },
  });
  const list = [
    trialOf('NCT1', lung, platelets),
    trialOf('NCT2', lung, platelets),
    trialOf('NCT3', lung, platelets, ecog),
    trialOf('NCT4', lung, washout),
    trialOf('NCT5', { tumourType: { within: ['MEL'] } }),
  ];

  it('puts first the one thing that opens most trials, and names the day that opens others', () => {
    const unlocks = explained(one, list);
    expect(unlocks.map(({ act, opens, helps }) => ({ act, opens, helps }))).toEqual([
      { act: 'lab:platelets', opens: ['NCT1', 'NCT2'], helps: ['NCT3'] },
      { act: 'date:2026-12-03', opens: ['NCT4'], helps: [] },
      expect.objectContaining({ opens: [], helps: ['NCT3'] }),
    ]);
  });

  it('tells the truth: what it says opens a trial does, answered in the patient’s favour', () => {
    const known = patient({
      ...one.facts,
      measurements: [{ test: 'platelets', state: 'final', value: 200, unit: '10*9/L', on: today }],
    });
    const opened = explained(one, list).find(({ act }) => act === 'lab:platelets')?.opens ?? [];
    for (const id of opened) {
      const trial = list.find((other) => other.id === id);
      expect(trial && explainTrial(trial, known, today, references).verdict).toBe('eligible');
    }
    const late = list.find(({ id }) => id === 'NCT4');
    expect(late && explainTrial(late, one, '2026-12-02', references).verdict).toBe('not-eligible');
    expect(late && explainTrial(late, one, '2026-12-03', references).verdict).toBe('eligible');
  });

  it('is empty for who has died', () => {
    expect(explained(patient({ deceasedOn: '2026-01-01' }), list)).toEqual([]);
  });
});

describe(createFunnel.name, () => {
  it('counts who is lost at each criterion, and who only there', () => {
    const funnel = createFunnel(trialOf('NCT1', lung, ecog, platelets), today, references);
    const ecogOf = (value: number) => ({ performance: [{ scale: 'ECOG' as const, value, on: today }] });
    const enough = (value: number) => ({
      measurements: [
        { test: 'platelets' as const, state: 'final' as const, value, unit: '10*9/L', on: today },
      ],
    });
    for (const one of [
      patient({ diagnoses: [{ code: 'LUAD' }], ...ecogOf(0), ...enough(150) }),
      patient({ diagnoses: [{ code: 'LUAD' }], ...ecogOf(3), ...enough(150) }),
      patient({ diagnoses: [{ code: 'LUAD' }], ...ecogOf(3), ...enough(50) }),
      patient({ diagnoses: [{ code: 'LUAD' }] }),
      patient({ diagnoses: [{ code: 'MEL' }], ...ecogOf(0), ...enough(150) }),
      patient({ diagnoses: [{ code: 'LUAD' }], deceasedOn: '2026-01-01' }),
    ])
      funnel.add(one);
    const [cohort] = funnel.result();
    expect(cohort).toMatchObject({ asked: 5, eligible: 1, possible: 1, notEligible: 3 });
    expect(
      cohort?.steps.map(({ lost, left, lostOnlyHere, unknown }) => [lost, left, lostOnlyHere, unknown]),
    ).toEqual([
      [1, 4, 1, 0],
      [2, 2, 1, 1],
      [0, 2, 0, 1],
    ]);
  });

  it('agrees with the explanation of each patient, and its steps add up', () => {
    fc.assert(
      fc.property(trials('NCT1'), fc.array(patients('p'), { maxLength: 6 }), (trial, people) => {
        const funnel = createFunnel(trial, today, references);
        for (const one of people) funnel.add(one);
        funnel.result().forEach((cohort, index) => {
          const verdicts = people.map(
            (one) => explainTrial(trial, one, today, references).cohorts[index]?.verdict,
          );
          const count = (verdict: string) => verdicts.filter((other) => other === verdict).length;
          expect([cohort.eligible, cohort.possible, cohort.notEligible]).toEqual([
            count('eligible'),
            count('possible'),
            count('not-eligible'),
          ]);
          const lost = cohort.steps.reduce((sum, step) => sum + step.lost, 0);
          expect(lost).toBe(cohort.notEligible);
          for (const { met, notMet, unknown } of cohort.steps)
            expect(met + notMet + unknown).toBe(cohort.asked);
        });
      }),
      { numRuns: 300 },
    );
  });
});
