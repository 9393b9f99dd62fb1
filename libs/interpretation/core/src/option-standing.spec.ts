import { describe, expect, it } from '@jest/globals';
import type { PatientFacts } from '@consilium/clinical';
import { indexKnowledge } from './index-knowledge.js';
import { interpretTherapies } from './interpret-profile.js';
import { lineOf } from './option-standing.js';
import { evidence, items, profileOf, releaseOf, tumourTypes, variant } from './samples.fixture.js';

describe(lineOf.name, () => {
  // Settings as the built-in release words them.
  it.each([
    ['Unresectable or metastatic disease.', undefined],
    ['Unresectable or metastatic disease not treated with a BRAF inhibitor before.', 'first'],
    ['Metastatic disease, first line.', 'first'],
    ['Metastatic disease that progressed after a fluoropyrimidine.', 'later'],
    ['Adults with recurrent disease after prior systemic therapy.', 'later'],
    ['Adjuvant, after complete resection with lymph node involvement.', 'adjuvant'],
    ['First line, or after progression.', undefined],
    [undefined, undefined],
  ])('%s: %s', (setting, line) => {
    expect(lineOf(setting)).toBe(line);
  });
});

describe('the order of options', () => {
  const label = [{ kind: 'label', agency: 'FDA', year: 2020 }] as const;
  const combination = { ...items.melanoma, citations: label };
  const mono = { ...items.melanomaMono, citations: label };
  const index = indexKnowledge([releaseOf(combination, mono, items.agnostic)]);
  const profile = profileOf({ diagnosis: 'MEL', smallVariants: [variant('BRAF', 'V600E')] });
  const order = (patient?: PatientFacts) =>
    interpretTherapies(profile, index, tumourTypes, patient === undefined ? {} : { patient }).options;

  it('puts what failed before last, and says so', () => {
    const [first, last] = order({
      priorTherapies: [{ drugs: ['Dabrafenib', 'Trametinib'], outcome: 'progressed' }],
    });
    expect(first?.drugs).toEqual(['dabrafenib', 'trametinib']);
    expect(last?.drugs).toEqual(['dabrafenib']);
    // Both were part of what failed: the combination and its single drug.
    expect(first?.standing.failedBefore).toMatch(/the disease progressed/);
    expect(last?.standing.failedBefore).toMatch(/the disease progressed/);
  });

  it('lets what went well stay where it is', () => {
    const [first] = order({ priorTherapies: [{ drugs: ['dabrafenib'], outcome: 'responded' }] });
    expect(first?.standing.failedBefore).toBeUndefined();
  });

  it('puts the standard of care before stronger words from elsewhere', () => {
    const standard = { ...mono, level: 'A' as const };
    const trial = evidence({
      ...items.melanoma,
      id: 'TRIAL-1',
      level: 'A',
      citations: [{ kind: 'pmid', id: '1' }],
    });
    const both = indexKnowledge([releaseOf(standard, trial)]);
    expect(
      interpretTherapies(profile, both, tumourTypes).options.map(({ standing }) => standing.standard),
    ).toEqual([true, false]);
  });

  it('says what decided, in one sentence', () => {
    expect(order()[0]?.explanation.find((sentence) => sentence.startsWith('Place 1'))).toMatch(
      /^Place 1 of 2, by: standard of care in this tumour; level A;/,
    );
  });
});
