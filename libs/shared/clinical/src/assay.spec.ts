import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { alterationClasses, assayCovers, coverageOf, type Assay } from './assay.js';

const genes = fc.subarray(['EGFR', 'KRAS', 'ALK', 'TP53']);
const assays: fc.Arbitrary<Assay> = fc.record(
  {
    name: fc.constant('Panel'),
    kind: fc.constant('panel' as const),
    pairing: fc.constant('paired' as const),
    build: fc.constant('GRCh38' as const),
    genes: fc.oneof(genes, fc.constant('all' as const)),
    alterations: fc.subarray([...alterationClasses]),
    biomarkers: fc.constant([]),
    structuralVariantGenes: genes,
  },
  { requiredKeys: ['name', 'kind', 'pairing', 'build', 'genes', 'alterations', 'biomarkers'] },
);

describe('what an assay covers', () => {
  it('is the same asked once or many times', () => {
    fc.assert(
      fc.property(assays, (assay) => {
        for (const alteration of alterationClasses)
          for (const gene of ['EGFR', 'KRAS', 'ALK', 'TP53', 'RET'])
            expect(coverageOf(assay)(alteration, gene)).toBe(assayCovers(assay, alteration, gene));
      }),
    );
  });
});
