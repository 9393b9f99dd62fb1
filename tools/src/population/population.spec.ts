import { describe, expect, it } from '@jest/globals';
import { loadBuiltInRelease } from '@consilium/knowledge-nest';
import { loadGeneCatalogue } from '@consilium/platform-reference';
import { checkClinicalFacts, checkTrial } from '@consilium/trials-core';
import { loadEligibilityReferences } from '@consilium/trials-nest';
import { newPopulation, patientAt } from './patient-at.js';
import { syntheticTrials } from './synthetic-trials.js';
import { tumours } from './tumours.js';

const release = loadBuiltInRelease();
const references = loadEligibilityReferences(release);
const population = newPopulation(
  1,
  '2026-11-23',
  release.genes.map(({ symbol }) => symbol),
);
const size = 20_000;
const patients = Array.from({ length: size }, (_, number) => patientAt(population, number));
const codeOf = (patient: (typeof patients)[number]): string => patient.facts?.diagnoses?.[0]?.code ?? '';

/** Four standard deviations of a share seen in `count` draws. */
const slack = (share: number, count: number): number => 4 * Math.sqrt((share * (1 - share)) / count);

describe('the synthetic population', () => {
  it('gives the same patient for the same number, and others for others', () => {
    expect(patientAt(population, 17)).toEqual(patients[17]);
    expect(patientAt({ ...population, seed: 2 }, 17)).not.toEqual(patients[17]);
  });

  it('has tumours in the shares of its table', () => {
    const total = tumours.reduce((sum, { weight }) => sum + weight, 0);
    for (const { code, weight } of tumours) {
      const seen = patients.filter((patient) => codeOf(patient) === code).length / size;
      expect(Math.abs(seen - weight / total)).toBeLessThan(slack(weight / total, size));
    }
  });

  it.each<[string, string, string, number]>([
    ['LUAD', 'KRAS', 'G12C', 0.13],
    ['SKCM', 'BRAF', 'V600E', 0.38],
    ['IDC', 'PIK3CA', 'H1047R', 0.14],
    ['PAAD', 'KRAS', 'G12D', 0.38],
  ])('has in %s %s %s as often as it says', (code, gene, proteinChange, share) => {
    const tested = patients.filter((patient) => codeOf(patient) === code && patient.profiles.length > 0);
    const found = tested.filter(({ profiles }) =>
      profiles.some(({ smallVariants }) =>
        smallVariants.some((one) => one.gene === gene && one.proteinChange === proteinChange),
      ),
    );
    expect(Math.abs(found.length / tested.length - share)).toBeLessThan(slack(share, tested.length));
  });

  it('knows of tumours and facts only what the product knows', () => {
    for (const { code } of tumours) expect(references.tumourTypes.isDiagnosis(code)).toBe(true);
    const refused = patients.slice(0, 500).flatMap(({ facts }) => {
      const checked = checkClinicalFacts(facts);
      return checked.ok ? [] : checked.error;
    });
    expect(refused).toEqual([]);
  });

  it('meets trials that pass their check', () => {
    const named = { ...references, genes: loadGeneCatalogue(), conditions: references.conditions.names };
    const trials = syntheticTrials(1, 300, []);
    expect(trials).toHaveLength(300);
    const refused = trials.flatMap((trial) => {
      const checked = checkTrial(trial, named);
      return checked.ok ? [] : checked.error;
    });
    expect(refused).toEqual([]);
  });
});
