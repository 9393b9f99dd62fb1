import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ProfilePattern } from '@consilium/clinical';
import { parseExpression, type Expression } from './boolean-expression.js';
import { parseGeneAndVariant, parseMolecularProfile } from './parse-molecular-profile.js';

const aliases: Readonly<Record<string, string>> = { MLL: 'KMT2A', NPM: 'NPM1' };
const symbols = [
  'BRAF',
  'EGFR',
  'KRAS',
  'BCR',
  'ABL1',
  'ALK',
  'EML4',
  'FGFR2',
  'VHL',
  'TP53',
  'FLT3',
  'KMT2A',
  'PTEN',
];
const others = [
  'TERT',
  'MGMT',
  'EZH2',
  'NPM1',
  'MLLT3',
  'ERBB2',
  'BCL2',
  'IGH',
  'MET',
  'CDKN2A',
  'GNAS',
  'EPAS1',
];
const geneSymbol = (name: string): string | undefined =>
  [...symbols, ...others].includes(name) ? name : aliases[name];

const small = (gene: string, more: object): ProfilePattern => ({ smallVariant: { gene, ...more } });

describe(parseMolecularProfile.name, () => {
  // Names as CIViC's releases of February 2021, February 2025 and May 2026 have them.
  it.each<[string, ProfilePattern]>([
    ['BRAF V600E', small('BRAF', { changes: ['V600E'] })],
    ['BRAF V600', small('BRAF', { codons: [600] })],
    ['KRAS G12/G13', small('KRAS', { codons: [12, 13] })],
    ['ERBB2 S310F/Y', small('ERBB2', { changes: ['S310F', 'S310Y'] })],
    ['VHL L188V (c.562C>G)', small('VHL', { changes: ['L188V'], codingChanges: ['c.562C>G'] })],
    ['VHL E55= (c.165G>A)', small('VHL', { changes: ['E55='], codingChanges: ['c.165G>A'] })],
    ['VHL Splice Site (c.340+1G>A)', small('VHL', { codingChanges: ['c.340+1G>A'] })],
    ['GNAS c.393T>C', small('GNAS', { codingChanges: ['c.393T>C'] })],
    ['NPM1 W288FS', small('NPM1', { changes: ['W288fs'] })],
    ['TP53 R135FSX177', small('TP53', { changes: ['R135fs*177'] })],
    ['EGFR E746_T751>I', small('EGFR', { changes: ['E746_T751delinsI'] })],
    ['EPAS1 RS557806', small('EPAS1', { dbSnp: ['rs557806'] })],
    ['KRAS Mutation', small('KRAS', {})],
    ['EZH2 Activating Mutation', small('EZH2', { classes: ['oncogenic'] })],
    ['TERT Promoter Mutation', small('TERT', { classes: ['promoter'] })],
    ['PTEN Frameshift Truncation', small('PTEN', { classes: ['frameshift'] })],
    [
      'EGFR Exon 19 Deletion',
      small('EGFR', {
        exons: { first: 19, last: 19 },
        residues: { first: 729, last: 761, name: 'exon 19' },
        classes: ['inframe-deletion'],
      }),
    ],
    [
      'FLT3 ITD',
      small('FLT3', {
        exons: { first: 14, last: 15 },
        residues: { first: 572, last: 630, name: 'juxtamembrane domain' },
        classes: ['inframe-insertion'],
      }),
    ],
    ['BRAF Non-V600', { all: [small('BRAF', {}), { not: small('BRAF', { codons: [600] }) }] }],
    ['TP53 Wildtype', { not: small('TP53', {}) }],
    ['EGFR Amplification', { copyNumber: { gene: 'EGFR', states: ['amplification'] } }],
    ['EGFR VIII', { exonSkipping: { gene: 'EGFR', exons: { first: 2, last: 7 } } }],
    [
      'MGMT Promoter Methylation',
      { observation: { gene: 'MGMT', feature: 'promoter-methylation', states: ['present', 'high'] } },
    ],
    [
      'CDKN2A p16 Expression',
      {
        observation: {
          gene: 'CDKN2A',
          feature: 'protein-expression',
          states: ['present', 'high'],
          name: 'p16',
        },
      },
    ],
    ['v::ALK Fusion', { fusion: { threePrime: 'ALK' } }],
    ['FGFR2::? Fusion', { fusion: { fivePrime: 'FGFR2' } }],
    [
      'EML4::ALK e6::e20',
      { fusion: { fivePrime: 'EML4', threePrime: 'ALK', fivePrimeExon: 6, threePrimeExon: 20 } },
    ],
    ['BCL2 reg_e@[IGH]::BCL2', { fusion: { fivePrime: 'IGH', threePrime: 'BCL2' } }],
    ['TMB High', { biomarker: { kind: 'TMB', states: ['positive'] } }],
    // Burden in blood is another test, so the name stands for itself.
    ['TMB H-bTMB', { observation: { gene: 'TMB', feature: 'other', states: ['present'], name: 'H-bTMB' } }],
    [
      'EGFR L858R OR EGFR T790M',
      { any: [small('EGFR', { changes: ['L858R'] }), small('EGFR', { changes: ['T790M'] })] },
    ],
    [
      'BCR::ABL1 Fusion AND ( ABL1 F317L OR ABL1 F317V )',
      {
        all: [
          { fusion: { fivePrime: 'BCR', threePrime: 'ABL1' } },
          { any: [small('ABL1', { changes: ['F317L'] }), small('ABL1', { changes: ['F317V'] })] },
        ],
      },
    ],
    [
      'BRAF V600E AND NOT KRAS Mutation',
      { all: [small('BRAF', { changes: ['V600E'] }), { not: small('KRAS', {}) }] },
    ],
  ])('reads «%s»', (text, pattern) => {
    expect(parseMolecularProfile(text, geneSymbol)).toEqual({ pattern, notes: [] });
  });

  it('takes a name it cannot read for nothing more than itself', () => {
    expect(parseMolecularProfile('VHL Null (Large deletion)', geneSymbol)?.pattern).toEqual({
      observation: { gene: 'VHL', feature: 'other', states: ['present'], name: 'Null (Large deletion)' },
    });
  });

  it('says when a gene is not an approved symbol', () => {
    expect(parseMolecularProfile('MLL Mutation', geneSymbol)?.notes).toEqual(['MLL was read as KMT2A.']);
    expect(parseMolecularProfile('C19MC Mutation', geneSymbol)?.notes[0]).toMatch(/no approved gene symbol/);
  });

  it.each(['', 'BRAF V600E AND', '( BRAF V600E', 'BRAF V600E )', 'OR BRAF V600E', 'NOT'])(
    'refuses the broken expression «%s»',
    (text) => {
      expect(parseMolecularProfile(text, geneSymbol)).toBeUndefined();
    },
  );
});

describe(parseGeneAndVariant.name, () => {
  it.each<[string, string, ProfilePattern]>([
    [
      'ABL1',
      'BCR-ABL T315I',
      {
        all: [{ fusion: { fivePrime: 'BCR', threePrime: 'ABL1' } }, small('ABL1', { changes: ['T315I'] })],
      },
    ],
    ['KMT2A', 'MLL-MLLT3', { fusion: { fivePrime: 'KMT2A', threePrime: 'MLLT3' } }],
    ['ALK', 'ALK FUSIONS', { fusion: { gene: 'ALK' } }],
    [
      'ALK',
      'EML4-ALK e6-e20',
      { fusion: { fivePrime: 'EML4', threePrime: 'ALK', fivePrimeExon: 6, threePrimeExon: 20 } },
    ],
    [
      'ALK',
      'ALK FUSION F1245C',
      { all: [{ fusion: { gene: 'ALK' } }, small('ALK', { changes: ['F1245C'] })] },
    ],
    [
      'BRAF',
      'V600E and AMPLIFICATION',
      {
        all: [
          small('BRAF', { changes: ['V600E'] }),
          { copyNumber: { gene: 'BRAF', states: ['amplification'] } },
        ],
      },
    ],
  ])('reads the old name %s %s', (gene, variant, pattern) => {
    const known = (name: string) => (name === 'ABL' ? 'ABL1' : geneSymbol(name));
    expect(parseGeneAndVariant(gene, variant, known).pattern).toEqual(pattern);
  });
});

describe(parseExpression.name, () => {
  const term = fc
    .constantFrom('A x', 'B y (c.1A>T)', 'C::D Fusion')
    .map((text): Expression => ({ term: text }));
  const expression = fc.letrec<{ tree: Expression }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      term,
      fc.array(tie('tree'), { minLength: 2, maxLength: 3 }).map((all): Expression => ({ all })),
      fc.array(tie('tree'), { minLength: 2, maxLength: 3 }).map((any): Expression => ({ any })),
      tie('tree').map((not): Expression => ({ not })),
    ),
  })).tree;
  const write = (tree: Expression): string => {
    if ('term' in tree) return tree.term;
    if ('not' in tree) return `NOT ${bracket(tree.not)}`;
    return 'all' in tree ? tree.all.map(bracket).join(' AND ') : tree.any.map(bracket).join(' OR ');
  };
  const bracket = (tree: Expression): string => ('term' in tree ? tree.term : `( ${write(tree)} )`);

  it('reads back whatever was written', () => {
    fc.assert(
      fc.property(expression, (tree) => {
        expect(parseExpression(write(tree))).toEqual(tree);
      }),
    );
  });

  it('binds AND closer than OR', () => {
    expect(parseExpression('A x OR B y AND C z')).toEqual({
      any: [{ term: 'A x' }, { all: [{ term: 'B y' }, { term: 'C z' }] }],
    });
  });
});
