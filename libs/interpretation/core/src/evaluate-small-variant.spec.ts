import { describe, expect, it } from '@jest/globals';
import type { Answer, MolecularProfile, ProfilePattern, SmallVariant } from '@consilium/clinical';
import { indexCancerGenes } from './cancer-genes.js';
import { evaluatePattern } from './evaluate-pattern.js';
import { assay, profileOf, releaseOf, variant } from './samples.fixture.js';

const genes = indexCancerGenes(releaseOf().genes);
const answer = (pattern: ProfilePattern, profile: MolecularProfile) =>
  evaluatePattern(pattern, profile, genes);
const small = (
  more: Omit<Extract<ProfilePattern, { smallVariant: unknown }>['smallVariant'], never>,
): ProfilePattern => ({
  smallVariant: more,
});
const exon19: ProfilePattern = small({
  gene: 'EGFR',
  exons: { first: 19, last: 19 },
  residues: { first: 729, last: 761, name: 'exon 19' },
  classes: ['inframe-deletion'],
});
const oncogenic = (gene: string) => small({ gene, classes: ['oncogenic'] });

describe('small variants', () => {
  it.each<[string, ProfilePattern, SmallVariant, Answer]>([
    ['the exact change', small({ gene: 'BRAF', changes: ['V600E'] }), variant('BRAF', 'p.Val600Glu'), 'met'],
    ['another change', small({ gene: 'BRAF', changes: ['V600E'] }), variant('BRAF', 'V600K'), 'not-met'],
    [
      'an excepted change',
      small({ gene: 'KRAS', codons: [12], exceptChanges: ['G12C'] }),
      variant('KRAS', 'G12C'),
      'not-met',
    ],
    ['any change at a codon', small({ gene: 'KRAS', codons: [12] }), variant('KRAS', 'G12V'), 'met'],
    ['a silent change at a codon', small({ gene: 'KRAS', codons: [12] }), variant('KRAS', 'G12='), 'not-met'],
    [
      'an insertion beside a codon',
      small({ gene: 'KRAS', codons: [12] }),
      variant('KRAS', 'G12_G13insA'),
      'unknown',
    ],
    ['a deletion in exon 19', exon19, variant('EGFR', 'E746_A750del'), 'met'],
    [
      'a deletion-insertion in exon 19',
      exon19,
      variant('EGFR', 'L747_P753delinsS', { consequence: 'other' }),
      'met',
    ],
    [
      'a reported exon only',
      exon19,
      { gene: 'EGFR', exon: 19, consequence: 'inframe-deletion', origin: 'somatic' },
      'met',
    ],
    [
      'no place at all',
      exon19,
      { gene: 'EGFR', consequence: 'inframe-deletion', origin: 'somatic' },
      'unknown',
    ],
    ['another exon', exon19, variant('EGFR', 'L858R', { exon: 21 }), 'not-met'],
    ['exon against residues', exon19, variant('EGFR', 'E746_A750del', { exon: 18 }), 'unknown'],
    ['a deletion across the border', exon19, variant('EGFR', 'A755_D770del'), 'unknown'],
    [
      'an exon without a number',
      small({ gene: 'KRAS', exons: { first: 2, last: 2 } }),
      variant('KRAS', 'G12V'),
      'unknown',
    ],
    ['an exact hotspot', oncogenic('BRAF'), variant('BRAF', 'V600E'), 'met'],
    ['a hotspot codon', oncogenic('KRAS'), variant('KRAS', 'G12S'), 'met'],
    ['a hotspot of another transcript', oncogenic('KRAS'), variant('KRAS', 'A12S'), 'unknown'],
    ['truncation of a suppressor', oncogenic('BRCA1'), variant('BRCA1', 'Q1756fs*74'), 'met'],
    ['truncation of an oncogene', oncogenic('EGFR'), variant('EGFR', 'Q701*'), 'unknown'],
    ['uncertain significance', oncogenic('BRCA1'), variant('BRCA1', 'S1715R'), 'unknown'],
    [
      'reported pathogenic',
      oncogenic('BRCA1'),
      variant('BRCA1', 'C61G', { significanceAsReported: 'Pathogenic/Likely_pathogenic' }),
      'met',
    ],
    [
      'conflicting reports',
      oncogenic('BRCA1'),
      variant('BRCA1', 'C61G', { significanceAsReported: 'Conflicting classifications of pathogenicity' }),
      'unknown',
    ],
    [
      'reported benign',
      oncogenic('BRCA1'),
      variant('BRCA1', 'S1613G', { significanceAsReported: 'Benign' }),
      'not-met',
    ],
    [
      'benign against the release',
      oncogenic('BRAF'),
      variant('BRAF', 'V600E', { significanceAsReported: 'benign' }),
      'unknown',
    ],
    [
      'no protein change',
      small({ gene: 'BRAF', changes: ['V600E'] }),
      { gene: 'BRAF', consequence: 'missense', origin: 'somatic' },
      'unknown',
    ],
    [
      'no protein change, but a frameshift',
      small({ gene: 'BRAF', changes: ['V600E'] }),
      { gene: 'BRAF', consequence: 'frameshift', origin: 'somatic' },
      'not-met',
    ],
    [
      'consequence against change',
      small({ gene: 'BRAF', classes: ['missense'] }),
      variant('BRAF', 'V600fs', { consequence: 'missense' }),
      'unknown',
    ],
    [
      'unknown origin where germline is asked',
      small({ gene: 'BRCA1', classes: ['oncogenic'], origin: 'germline' }),
      variant('BRCA1', 'Q1756fs*74', { origin: 'unknown' }),
      'unknown',
    ],
    [
      'somatic where germline is asked',
      small({ gene: 'BRCA1', classes: ['oncogenic'], origin: 'germline' }),
      variant('BRCA1', 'Q1756fs*74'),
      'not-met',
    ],
    ['another gene', small({ gene: 'BRAF' }), variant('KRAS', 'G12V'), 'not-met'],
  ])('%s', (_, pattern, found, expected) => {
    expect(answer(pattern, profileOf({ smallVariants: [found] })).answer).toBe(expected);
  });

  it('names the gene that was not tested, and a negation of it stays unknown', () => {
    const untested = profileOf({ assay: { ...assay, genes: ['TP53'] } });
    const kras = small({ gene: 'KRAS', codons: [12] });
    for (const pattern of [kras, { not: kras }]) {
      const { answer: unknown, missing } = answer(pattern, untested);
      expect(unknown).toBe('unknown');
      expect(missing).toMatchObject([{ kind: 'alteration', gene: 'KRAS', alteration: 'small-variant' }]);
    }
    expect(answer({ not: kras }, profileOf()).answer).toBe('met');
  });

  it('does not take a file without annotation for an absence', () => {
    const count = { file: 'a.vcf', records: 9, passed: 9, removedBy: {}, unannotated: 9 };
    expect(answer(small({ gene: 'KRAS' }), profileOf({ recordCounts: [count] })).answer).toBe('unknown');
  });

  it('does not take a paired assay for a germline test', () => {
    const pattern = small({ gene: 'BRCA1', origin: 'germline' });
    expect(answer(pattern, profileOf({ assay: { ...assay, pairing: 'paired' } })).answer).toBe('unknown');
    expect(answer(pattern, profileOf()).answer).toBe('not-met');
  });

  it('says nothing from a cancelled report', () => {
    const cancelled = profileOf({ status: 'cancelled', smallVariants: [variant('BRAF', 'V600E')] });
    expect(answer(small({ gene: 'BRAF' }), cancelled).answer).toBe('unknown');
    expect(answer(small({ gene: 'KRAS' }), cancelled).answer).toBe('unknown');
  });
});
