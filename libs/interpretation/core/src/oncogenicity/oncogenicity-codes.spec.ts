import { describe, expect, it } from '@jest/globals';
import { codeRules, oncogenicityCodes, type OncogenicityCode } from './oncogenicity-codes.js';

describe('codeRules', () => {
  // PMC9081216 (Horak 2022, PMID 35101336), tables 2 and 3.
  it.each<[OncogenicityCode, string, number]>([
    ['null_variant_in_suppressor', 'OVS1', 8],
    ['established_same_change', 'OS1', 4],
    ['functional_damaging', 'OS2', 4],
    ['hotspot_strong', 'OS3', 4],
    ['critical_domain', 'OM1', 2],
    ['inframe_in_cancer_gene', 'OM2', 2],
    ['hotspot_moderate', 'OM3', 2],
    ['same_residue_missense', 'OM4', 2],
    ['computational_damaging', 'OP1', 1],
    ['single_aetiology', 'OP2', 1],
    ['hotspot_weak', 'OP3', 1],
    ['absent_in_population', 'OP4', 1],
    ['very_common_in_population', 'SBVS1', -8],
    ['common_in_population', 'SBS1', -4],
    ['functional_neutral', 'SBS2', -4],
    ['computational_benign', 'SBP1', -1],
    ['silent_no_effect', 'SBP2', -1],
  ])('%s is %s of the journal, %i points', (code, label, points) => {
    expect(codeRules[code]).toMatchObject({ label, points });
  });

  it('lists every code once', () => {
    expect(new Set(oncogenicityCodes).size).toBe(17);
    expect(Object.keys(codeRules).sort()).toEqual([...oncogenicityCodes].sort());
  });

  it('keeps both labels where PCGR and the Emory calculator swap them', () => {
    expect(codeRules.hotspot_moderate).toMatchObject({ label: 'OM3', labelElsewhere: 'OM4' });
    expect(codeRules.same_residue_missense).toMatchObject({ label: 'OM4', labelElsewhere: 'OM3' });
    const swapped = oncogenicityCodes.filter((code) => codeRules[code].labelElsewhere !== undefined);
    expect(swapped).toEqual(['hotspot_moderate', 'same_residue_missense']);
  });

  it('marks what was not read in the paper, but for what the calculator states or the definition gives', () => {
    const unverified = oncogenicityCodes.filter((code) => codeRules[code].exclusionUnverified === true);
    expect(unverified).toEqual([
      'established_same_change',
      'critical_domain',
      'inframe_in_cancer_gene',
      'hotspot_moderate',
      'same_residue_missense',
    ]);
    for (const code of oncogenicityCodes) {
      expect(codeRules[code].notWith.length > 0).toBe(codeRules[code].exclusionSource !== undefined);
    }
  });
});
