import { describe, expect, it } from '@jest/globals';
import type { Biomarker } from '@consilium/clinical';
import type { BiomarkerRule } from '@consilium/knowledge-core';
import { doubtsAbout, otherwiseByRule } from './doubt-marker.js';

const tmbRule: BiomarkerRule = { marker: 'TMB', unit: 'mut/Mb', cutOff: 10, notes: [], source: 's' };
const msiRule: BiomarkerRule = { marker: 'MSI', notes: [], source: 's' };
const tmb = (state: Biomarker['state'], value: number, more: Partial<Biomarker> = {}): Biomarker => ({
  kind: 'TMB',
  state,
  value,
  unit: 'mut/Mb',
  ...more,
});
const doubts = (one: Biomarker, rule = tmbRule, all: readonly Biomarker[] = [one]): number =>
  doubtsAbout(one, rule, all).length;

describe(doubtsAbout.name, () => {
  it.each<[string, Biomarker, number]>([
    ['a state that follows from the cut-off', tmb('positive', 10), 0],
    ['a state that contradicts it', tmb('negative', 10), 1],
    ['a state that contradicts the cut-off of the laboratory', tmb('positive', 12, { cutoff: 16 }), 1],
    ['a unit of another scale', tmb('positive', 50, { unit: '%' }), 1],
    ['a value that is no number', tmb('positive', Number.NaN), 0],
    ['a failed test, whatever the value', tmb('failed', 50), 0],
  ])('%s', (_, one, expected) => {
    expect(doubts(one)).toBe(expected);
  });

  // NCI workshops 1997 and 2002 (PMID 9823339, 14970275): high is 2 of 5 loci, or 30 % of more than five.
  it.each<[string, Biomarker['state'], number]>([
    ['2/5', 'positive', 0],
    ['1/5', 'positive', 1],
    ['1 of 5', 'negative', 0],
    ['2 of 5', 'negative', 1],
    ['3/10', 'positive', 0],
    ['2/10', 'positive', 1],
    ['2/7', 'negative', 0],
    ['2/3', 'negative', 0],
    ['BAT25, BAT26', 'positive', 0],
  ])('MSI by PCR, %s reported %s: %d', (result, state, expected) => {
    expect(doubts({ kind: 'MSI', state, method: 'PCR, pentaplex', result }, msiRule)).toBe(expected);
  });

  it('reads no loci out of a sequencing result', () => {
    expect(doubts({ kind: 'MSI', state: 'positive', method: 'NGS', result: '1/5' }, msiRule)).toBe(0);
  });

  it('sees results that disagree, but not two clones of PD-L1', () => {
    const msi = (state: Biomarker['state']): Biomarker => ({ kind: 'MSI', state });
    expect(doubts(msi('positive'), msiRule, [msi('positive'), msi('negative')])).toBe(1);
    expect(doubts(msi('positive'), msiRule, [msi('positive'), msi('failed')])).toBe(0);
    const stained = (clone: string, state: Biomarker['state']): Biomarker => ({
      kind: 'PD-L1',
      state,
      scoring: 'TPS',
      clone,
    });
    const rule: BiomarkerRule = { marker: 'PD-L1', notes: [], source: 's' };
    const both = [stained('22C3', 'positive'), stained('SP142', 'negative')];
    expect(doubts(stained('22C3', 'positive'), rule, both)).toBe(0);
  });
});

describe(otherwiseByRule.name, () => {
  it("says where the rule's cut-off gives another answer than the laboratory's", () => {
    expect(otherwiseByRule(tmb('negative', 12, { cutoff: 16 }), tmbRule)).toMatch(/it would be positive/);
    expect(otherwiseByRule(tmb('positive', 8, { cutoff: 7 }), tmbRule)).toMatch(/it would be negative/);
    expect(otherwiseByRule(tmb('positive', 20, { cutoff: 16 }), tmbRule)).toBeUndefined();
    expect(otherwiseByRule(tmb('negative', 12), tmbRule)).toBeUndefined();
  });
});
