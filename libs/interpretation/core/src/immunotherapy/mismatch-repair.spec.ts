import { describe, expect, it } from '@jest/globals';
import type { Biomarker, MolecularProfile } from '@consilium/clinical';
import { indexCancerGenes } from '../cancer-genes.js';
import { assay, profileOf, tumourTypes, variant } from '../samples.fixture.js';
import { lostProteins, workUpMismatchRepair } from './mismatch-repair.js';

const lostAs = (result: string): Biomarker => ({ kind: 'MMR', state: 'positive', method: 'IHC', result });
const genes = indexCancerGenes([{ symbol: 'MSH2', role: 'tumour-suppressor' }]);
const remarks = (more: Partial<MolecularProfile>): string =>
  workUpMismatchRepair(profileOf({ diagnosis: 'COAD', ...more }), genes, tumourTypes).join(' ');

describe(lostProteins.name, () => {
  it.each<[string, readonly string[] | undefined]>([
    ['MLH1, PMS2', ['MLH1', 'PMS2']],
    ['MLH1, PMS2 lost', ['MLH1', 'PMS2']],
    ['MLH1 and PMS2 lost, MSH2 and MSH6 retained', ['MLH1', 'PMS2']],
    ['loss of MSH6; MLH1, PMS2 and MSH2 intact', ['MSH6']],
    ['MLH1, PMS2, MSH2, MSH6 stained', undefined],
    ['no loss of MLH1', undefined],
    ['MLH1 retained', undefined],
    ['deficient', undefined],
    ['', undefined],
  ])('%s: %j', (result, lost) => {
    expect(lostProteins(profileOf({ biomarkers: [lostAs(result)] }))).toEqual(lost);
  });

  it('reads them from the method where the laboratory wrote them there', () => {
    const method = 'IHC: loss of MLH1 and PMS2, MSH2 and MSH6 retained (mismatch repair deficient)';
    const biomarkers: Biomarker[] = [{ kind: 'MMR', state: 'positive', method }];
    expect(lostProteins(profileOf({ biomarkers }))).toEqual(['MLH1', 'PMS2']);
  });
});

// ESMO 2019 (PMID 31056702): loss of MLH1 asks for BRAF V600E or methylation; of the others for the germline.
describe(workUpMismatchRepair.name, () => {
  it.each<[string, Partial<MolecularProfile>, RegExp]>([
    ['MSH2 and MSH6', { biomarkers: [lostAs('MSH2, MSH6')] }, /offer testing of MSH2, MSH6 and EPCAM/],
    ['PMS2 alone', { biomarkers: [lostAs('PMS2')] }, /offer testing of PMS2 and MLH1/],
    [
      'MLH1, BRAF not covered',
      { biomarkers: [lostAs('MLH1, PMS2')], assay: { ...assay, genes: ['KRAS'] } },
      /test BRAF V600E or methylation of the MLH1 promoter before a Lynch work-up/,
    ],
    [
      'MLH1, BRAF covered and not found',
      { biomarkers: [lostAs('MLH1, PMS2')] },
      /test methylation of the MLH1 promoter before/,
    ],
    [
      'MLH1 with BRAF V600E in colorectal cancer',
      { biomarkers: [lostAs('MLH1, PMS2')], smallVariants: [variant('BRAF', 'V600E')] },
      /points to an acquired loss of MLH1/,
    ],
    [
      'MLH1 with BRAF V600E elsewhere',
      {
        diagnosis: 'MEL',
        biomarkers: [lostAs('MLH1, PMS2')],
        smallVariants: [variant('BRAF', 'V600E')],
      },
      /here methylation of its promoter would tell/,
    ],
    [
      'MLH1 without BRAF V600E and without methylation',
      {
        biomarkers: [lostAs('MLH1, PMS2')],
        observations: [{ gene: 'MLH1', feature: 'promoter-methylation', state: 'absent' }],
      },
      /nothing shows an acquired loss of MLH1: offer germline testing/,
    ],
    [
      'MSI and staining that disagree',
      {
        biomarkers: [
          { kind: 'MSI', state: 'positive' },
          { kind: 'MMR', state: 'negative' },
        ],
      },
      /disagree/,
    ],
    ['consent that was refused', { biomarkers: [lostAs('MSH2')], germlineConsent: 'refused' }, /new consent/],
  ])('%s', (_, more, expected) => {
    expect(remarks(more)).toMatch(expected);
  });

  it('marks MSI-high that rests on one method, unless a biallelic driver explains it (ACTIN)', () => {
    const unstable = [{ kind: 'MSI', state: 'positive' }] as const;
    const loss = [{ gene: 'MSH2', state: 'loss', origin: 'somatic' }] as const;
    const hit = [variant('MSH2', 'R406*')];
    expect(remarks({ biomarkers: unstable })).toMatch(/confirm by immunohistochemistry/);
    expect(remarks({ biomarkers: unstable, smallVariants: hit })).toMatch(/confirm by immunohistochemistry/);
    expect(remarks({ biomarkers: unstable, smallVariants: hit, copyNumberAlterations: loss })).not.toMatch(
      /confirm by/,
    );
    expect(remarks({ biomarkers: [...unstable, lostAs('MSH2')] })).not.toMatch(/confirm by/);
  });

  it('says nothing where nothing is lost, or the report was cancelled', () => {
    expect(remarks({ biomarkers: [{ kind: 'MSI', state: 'negative' }] })).toBe('');
    expect(remarks({ biomarkers: [lostAs('MLH1')], status: 'cancelled' })).toBe('');
  });
});
