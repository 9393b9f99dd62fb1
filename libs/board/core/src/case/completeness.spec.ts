import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ClinicalFacts } from '@consilium/clinical';
import { checkCompleteness, completenessOf, severities, type CompletenessInput } from './completeness.js';
import { referral } from './told-case.fixture.js';

const facts: ClinicalFacts = {
  patient: 'P',
  hospital: 'h',
  version: 1,
  recordedAt: '2026-11-20T09:00:00Z',
  birthDate: '1961',
  stage: { value: { group: 'IV' }, on: '2026-11-01' },
  performance: [{ scale: 'ECOG', value: 1, on: '2026-11-20' }],
  therapies: { completeOn: '2026-11-20', entries: [] },
  medication: { completeOn: '2026-11-20', entries: [] },
  conditions: { completeOn: '2026-11-20', entries: [] },
};
const whole: CompletenessInput = {
  referral: { ...referral, guidelineStatus: 'exhausted', familyHistory: 'none', tissueAvailable: true },
  facts,
  finalReports: 1,
  preliminaryReports: 0,
};
const without = (name: keyof ClinicalFacts): CompletenessInput => {
  const { [name]: _left, ...rest } = facts;
  return { ...whole, facts: rest as ClinicalFacts };
};
const found = (input: CompletenessInput): readonly string[] =>
  checkCompleteness(input).map(({ severity, path, owner }) => `${severity} ${path} ${owner}`);

describe('what a board needs to know', () => {
  it.each<[string, CompletenessInput, readonly string[]]>([
    ['everything', whole, []],
    ['no stage', without('stage'), ['error /facts/stage referrer']],
    ['no performance status', without('performance'), ['error /facts/performance referrer']],
    ['no therapies', without('therapies'), ['error /facts/therapies referrer']],
    [
      'therapies that were never taken whole',
      { ...whole, facts: { ...facts, therapies: { entries: [] } } },
      ['error /facts/therapies referrer'],
    ],
    ['no medicines', without('medication'), ['error /facts/medication referrer']],
    ['no report', { ...whole, finalReports: 0 }, ['error /profiles lab']],
    ['a preliminary report beside', { ...whole, preliminaryReports: 1 }, ['warning /profiles lab']],
    [
      'a question of blanks',
      { ...whole, referral: { ...referral, ...whole.referral, question: '  ' } },
      ['fatal /referral/question referrer'],
    ],
    [
      'a guideline status that nobody knows',
      { ...whole, referral: { ...referral, ...whole.referral, guidelineStatus: 'unknown' } },
      ['warning /referral/guidelineStatus referrer'],
    ],
  ])('with %s', (_, input, issues) => {
    expect(found(input)).toEqual(issues);
  });

  it('is told the gravest first, each with who owes it', () => {
    const issues = checkCompleteness({ finalReports: 0, preliminaryReports: 0 });
    const grades = issues.map(({ severity }) => severities.indexOf(severity));
    expect(grades).toEqual([...grades].sort((a, b) => b - a));
    expect(issues.filter(({ severity }) => severity === 'fatal')).toHaveLength(4);
    expect(completenessOf(issues)).toBeLessThan(0.1);
    expect(completenessOf([])).toBe(1);
  });

  it('never grows by learning more', () => {
    const names = Object.keys(facts).filter(
      (name) => !['patient', 'hospital', 'version', 'recordedAt'].includes(name),
    );
    const known = fc.subarray(names).map((some) => ({
      ...whole,
      facts: Object.fromEntries(
        Object.entries(facts).filter(([name]) => !names.includes(name) || some.includes(name)),
      ) as unknown as ClinicalFacts,
    }));
    fc.assert(
      fc.property(known, (input) => {
        expect(checkCompleteness(input).length).toBeGreaterThanOrEqual(checkCompleteness(whole).length);
        for (const issue of checkCompleteness(whole)) expect(checkCompleteness(input)).toContainEqual(issue);
      }),
    );
  });
});
