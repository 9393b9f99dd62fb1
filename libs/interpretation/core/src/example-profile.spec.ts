import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { smallVariantClasses, type ProfilePattern } from '@consilium/clinical';
import { indexCancerGenes } from './cancer-genes.js';
import { evaluatePattern } from './evaluate-pattern.js';
import { exampleProfile } from './example-profile.js';
import { releaseOf } from './samples.fixture.js';

const genes = indexCancerGenes(releaseOf().genes);
const leaf: fc.Arbitrary<ProfilePattern> = fc.oneof(
  fc.constantFrom<ProfilePattern>(
    { smallVariant: { gene: 'BRAF', changes: ['V600E'] } },
    { smallVariant: { gene: 'BRAF', codons: [601] } },
    { smallVariant: { gene: 'EGFR', exons: { first: 19, last: 19 }, classes: ['inframe-deletion'] } },
    { smallVariant: { gene: 'VHL', codingChanges: ['c.340+1G>A'] } },
    { smallVariant: { gene: 'SLCO1B1', dbSnp: ['rs4149056'] } },
    { copyNumber: { gene: 'ERBB2', states: ['amplification'] } },
    { fusion: { threePrime: 'ALK' } },
    { fusion: { fivePrime: 'EML4', threePrime: 'ALK', fivePrimeExon: 6, threePrimeExon: 20 } },
    { fusion: { gene: 'NTRK1' } },
    { exonSkipping: { gene: 'MET', exons: { first: 14, last: 14 } } },
    { biomarker: { kind: 'TMB', states: ['positive'], atLeast: 10 } },
    { biomarker: { kind: 'PD-L1', states: ['positive'], scoring: 'TPS' } },
    { observation: { gene: 'MGMT', feature: 'promoter-methylation', states: ['present'] } },
  ),
  fc
    .constantFrom(...smallVariantClasses.filter((one) => one !== 'oncogenic'))
    .map((one): ProfilePattern => ({ smallVariant: { gene: 'BRCA1', classes: [one] } })),
);

describe(exampleProfile.name, () => {
  it('meets the pattern it was made for', () => {
    const pattern = fc.oneof(
      leaf,
      fc.tuple(leaf, leaf).map((all): ProfilePattern => ({ all })),
      fc.tuple(leaf, leaf).map((any): ProfilePattern => ({ any })),
    );
    fc.assert(
      fc.property(pattern, (wanted) => {
        expect(evaluatePattern(wanted, exampleProfile(wanted, 'LUAD', genes), genes).answer).toBe('met');
      }),
    );
  });

  it('holds nothing that an absence asks for', () => {
    const wildType: ProfilePattern = { not: { smallVariant: { gene: 'KRAS' } } };
    expect(evaluatePattern(wildType, exampleProfile(wildType, 'LUAD'), genes).answer).toBe('met');
  });
});
