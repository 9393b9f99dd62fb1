import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MolecularProfile, ProfilePattern } from '@consilium/clinical';
import { indexCancerGenes } from './cancer-genes.js';
import { evaluatePattern } from './evaluate-pattern.js';
import { assay, profileOf, releaseOf, variant } from './samples.fixture.js';

const genes = indexCancerGenes(releaseOf().genes);
const answer = (pattern: ProfilePattern, profile: MolecularProfile) =>
  evaluatePattern(pattern, profile, genes);

describe('coverage', () => {
  const leaf = fc.constantFrom<ProfilePattern>(
    { smallVariant: { gene: 'BRAF', changes: ['V600E'] } },
    { smallVariant: { gene: 'KRAS', codons: [12] } },
    { fusion: { gene: 'NTRK1' } },
    { copyNumber: { gene: 'ERBB2', states: ['amplification'] } },
  );
  const { pattern } = fc.letrec<{ pattern: ProfilePattern }>((tie) => ({
    pattern: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.record({ not: tie('pattern') }),
      fc.record({ all: fc.array(tie('pattern'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('pattern'), { minLength: 1, maxLength: 3 }) }),
    ),
  }));
  const found = fc.subarray([variant('BRAF', 'V600E'), variant('KRAS', 'G12V'), variant('BRAF', 'L597S')]);

  it('when removed makes an answer unknown at most, never the other one', () => {
    fc.assert(
      fc.property(pattern, found, fc.subarray([...assay.genes]), (asked, smallVariants, kept) => {
        const whole = answer(asked, profileOf({ smallVariants })).answer;
        const less = answer(asked, profileOf({ smallVariants, assay: { ...assay, genes: kept } }));
        expect([whole, 'unknown']).toContain(less.answer);
        expect(less.missing.length > 0).toBe(less.answer === 'unknown');
      }),
    );
  });
});
