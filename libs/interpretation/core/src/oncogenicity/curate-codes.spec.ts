import { describe, expect, it } from '@jest/globals';
import type { SmallVariant } from '@consilium/clinical';
import type { CancerGene } from '@consilium/knowledge-core';
import { assessOncogenicity } from './assess-oncogenicity.js';
import { curateCodes, type CuratedCode } from './curate-codes.js';
import type { OncogenicityCode } from './oncogenicity-codes.js';

const variant = (proteinChange: string): SmallVariant => ({ gene: 'GENE', proteinChange, origin: 'somatic' });
const oncogene: CancerGene = {
  symbol: 'GENE',
  role: 'oncogene',
  hotspots: ['V600E'],
  recurrence: [{ residue: 'V600', samples: 60, changes: { V600E: 50 } }],
};
const suppressor: CancerGene = { symbol: 'GENE', role: 'tumour-suppressor', nmdEscapeFrom: 900 };
const curate = (code: OncogenicityCode, applies = true, by = 'chen'): CuratedCode => ({
  code,
  applies,
  reason: 'Read.',
  by,
});

describe(curateCodes.name, () => {
  it('lets curators decide what the data leave open, with reason and name', () => {
    const input = { variant: variant('R950*'), gene: suppressor };
    expect(assessOncogenicity(input).points).toBe(0);
    expect(
      assessOncogenicity({ ...input, curated: [curate('null_variant_in_suppressor')] }).codes,
    ).toMatchObject([{ origin: 'curated', points: 8, reason: 'Read. (chen)' }]);
  });

  it('lets them take away what the data gave, after which exclusions are weighed anew', () => {
    const input = { variant: variant('V600E'), gene: oncogene };
    const labels = (curated: readonly CuratedCode[]) =>
      assessOncogenicity({ ...input, curated }).codes.map(({ label }) => label);
    expect(labels([])).toEqual(['OS1']);
    expect(labels([curate('established_same_change', false)])).toEqual(['OS3']);
  });

  it('leaves a code open on which they contradict each other', () => {
    const curated = [curate('functional_damaging'), curate('functional_damaging', false, 'rossi')];
    for (const order of [curated, [...curated].reverse()]) {
      const { points, notAssessed, cautions } = assessOncogenicity({
        variant: variant('A1C'),
        curated: order,
      });
      expect(points).toBe(0);
      expect(notAssessed.map(({ code }) => code)).toContain('functional_damaging');
      expect(cautions.join(' ')).toMatch(/contradict/);
    }
  });

  it.each([{ reason: ' ' }, { by: '' }])('does not count a code with %o', (missing) => {
    const curated = [{ ...curate('functional_damaging'), ...missing }];
    expect(assessOncogenicity({ variant: variant('A1C'), curated }).points).toBe(0);
  });
});
