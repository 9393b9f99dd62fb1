import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { readGeneCatalogue, readTumourTypes } from '@consilium/clinical';
import type { LabSequencingReportV1 } from '@consilium/contracts';
import type { Problem } from '@consilium/kernel';
import { buildProfile } from './build-profile.js';

const { resolve } = createRequire(import.meta.url);
const table = (name: string): string => readFileSync(resolve(`@consilium/clinical/data/${name}`), 'utf8');
const context = {
  genes: readGeneCatalogue(table('genes.tsv')),
  tumourTypes: readTumourTypes(table('tumour-types.tsv')),
  now: new Date('2026-11-20T12:00:00Z'),
  profileId: 'profile-1',
};
type LabFindings = NonNullable<LabSequencingReportV1['findings']>;
const sound: LabSequencingReportV1 = {
  reportId: 'R-1',
  version: 1,
  status: 'final',
  issuedAt: '2026-11-20T09:00:00+01:00',
  order: { id: 'O-1' },
  patient: { pseudonym: 'PAT-0001' },
  hospital: 'st-anna',
  laboratory: 'lab-north',
  diagnosis: { oncotree: 'LUAD' },
  specimen: { id: 'S-1', site: 'lung', type: 'ffpe' },
  assay: {
    name: 'panel',
    kind: 'panel',
    pairing: 'tumour-only',
    build: 'GRCh37',
    genes: ['BRAF', 'EGFR', 'MET', 'ERBB2'],
    alterations: ['small-variant', 'copy-number', 'structural-variant'],
  },
};
const withFindings = (findings: LabFindings): LabSequencingReportV1 => ({ ...sound, findings });
const variant = (more: Partial<NonNullable<LabFindings['smallVariants']>[number]>): LabSequencingReportV1 =>
  withFindings({ smallVariants: [{ gene: 'BRAF', ...more }] });
const biomarker = (one: NonNullable<LabFindings['biomarkers']>[number]): LabSequencingReportV1 =>
  withFindings({ biomarkers: [one] });

const problems = (report: LabSequencingReportV1): readonly Problem[] => {
  const result = buildProfile(report, [], context);
  return result.ok ? [] : result.error;
};

describe('a report is refused, by JSON pointer, for', () => {
  it.each<[string, LabSequencingReportV1, string, string, string]>([
    [
      'an unknown gene, with what may be meant',
      withFindings({ copyNumberAlterations: [{ gene: 'EGFRR', state: 'gain' }] }),
      'UNKNOWN_GENE',
      '/findings/copyNumberAlterations/0/gene',
      'EGFR',
    ],
    [
      'an alias of several genes',
      variant({ gene: 'MLL2' }),
      'AMBIGUOUS_GENE',
      '/findings/smallVariants/0/gene',
      'KMT2B, KMT2D',
    ],
    [
      'an unknown gene of the assay',
      { ...sound, assay: { ...sound.assay, genes: ['BRAF', 'QQQQQQ'] } },
      'UNKNOWN_GENE',
      '/assay/genes/1',
      'QQQQQQ',
    ],
    [
      'an unknown fusion partner',
      withFindings({
        structuralVariants: [{ kind: 'fusion', fivePrimeGene: 'EML4', threePrimeGene: 'QQQQQQ' }],
      }),
      'UNKNOWN_GENE',
      '/findings/structuralVariants/0/threePrimeGene',
      'QQQQQQ',
    ],
    [
      'an unreadable protein change',
      variant({ proteinChange: 'activating' }),
      'UNREADABLE_CHANGE',
      '/findings/smallVariants/0/proteinChange',
      'activating',
    ],
    [
      'an unreadable coding change',
      variant({ codingChange: '1799T>A' }),
      'UNREADABLE_CHANGE',
      '/findings/smallVariants/0/codingChange',
      '1799T>A',
    ],
    [
      'a consequence its change denies',
      variant({ proteinChange: 'V600E', consequence: 'nonsense' }),
      'CONTRADICTION',
      '/findings/smallVariants/0/consequence',
      'missense, not nonsense',
    ],
    [
      'a position beyond its chromosome',
      variant({ genomic: { chromosome: '7', position: 159138664, reference: 'A', alternate: 'T' } }),
      'IMPOSSIBLE_COORDINATE',
      '/findings/smallVariants/0/genomic/position',
      '159138663',
    ],
    [
      'a breakpoint beyond its chromosome',
      withFindings({
        structuralVariants: [
          {
            kind: 'inversion',
            fivePrimeGene: 'MET',
            breakpoints: [{ chromosome: '21', position: 48129896 }],
          },
        ],
      }),
      'IMPOSSIBLE_COORDINATE',
      '/findings/structuralVariants/0/breakpoints/0/position',
      '48129895',
    ],
    [
      'a date to come',
      { ...sound, issuedAt: '2026-11-20T12:11:00Z' },
      'ISSUED_IN_FUTURE',
      '/issuedAt',
      'to come',
    ],
    [
      'a specimen taken after the report',
      { ...sound, specimen: { ...sound.specimen, collectedOn: '2026-11-21' } },
      'CONTRADICTION',
      '/specimen/collectedOn',
      '2026-11-21',
    ],
    ...(
      [
        ['no code, with what may be meant', 'LUADD', 'LUAD'],
        ['a tissue', 'LUNG', 'LUNG is a tissue'],
        ['the root', 'TISSUE', 'TISSUE is a tissue'],
        ['a retired code, with what it became', 'DLBCL', 'It became DLBCLNOS'],
        ['a code that became several', 'CLL', 'It became CLLSLL'],
      ] as const
    ).map<[string, LabSequencingReportV1, string, string, string]>(([name, oncotree, message]) => [
      `a diagnosis that is ${name}`,
      { ...sound, diagnosis: { oncotree } },
      'UNKNOWN_TUMOUR_TYPE',
      '/diagnosis/oncotree',
      message,
    ]),
    [
      'a TMB in per cent',
      biomarker({ kind: 'TMB', state: 'positive', value: 12, unit: '%' }),
      'CONTRADICTION',
      '/findings/biomarkers/0/unit',
      'TMB value cannot be read in the unit %',
    ],
    [
      'a value without unit',
      biomarker({ kind: 'HRD', state: 'positive', value: 42 }),
      'CONTRADICTION',
      '/findings/biomarkers/0/unit',
      '(none)',
    ],
    [
      'a value of MMR, which is a state',
      biomarker({ kind: 'MMR', state: 'positive', value: 1, unit: 'score' }),
      'CONTRADICTION',
      '/findings/biomarkers/0/unit',
      'MMR',
    ],
    [
      'a PD-L1 value without its score',
      biomarker({ kind: 'PD-L1', state: 'positive', value: 60, unit: '%' }),
      'CONTRADICTION',
      '/findings/biomarkers/0/scoring',
      'score',
    ],
    [
      'a signature named twice',
      withFindings({
        signatures: [
          { name: 'SBS3', state: 'present' },
          { name: 'SBS3', state: 'absent' },
        ],
      }),
      'CONTRADICTION',
      '/findings/signatures/1/name',
      '/findings/signatures/0',
    ],
    [
      'exons in reverse',
      withFindings({
        structuralVariants: [{ kind: 'exon-skipping', fivePrimeGene: 'MET', exons: { first: 15, last: 14 } }],
      }),
      'CONTRADICTION',
      '/findings/structuralVariants/0/exons',
      'before the first',
    ],
  ])('%s', (_, report, code, place, message) => {
    const found = problems(report);
    expect(found.map((one) => [one.code, one.place])).toEqual([[`GENOMICS.${code}`, place]]);
    expect(found[0]?.message).toContain(message);
    expect(found[0]?.remedy).not.toBe('');
  });

  it('several faults at once, each named', () => {
    const report = withFindings({
      smallVariants: [
        { gene: 'BRAF', proteinChange: 'V600E' },
        { gene: 'QQQQQQ', proteinChange: 'x', codingChange: 'y' },
      ],
    });
    expect(problems({ ...report, issuedAt: '2027-01-01T00:00:00Z' }).map(({ place }) => place)).toEqual([
      '/issuedAt',
      '/findings/smallVariants/1/gene',
      '/findings/smallVariants/1/proteinChange',
      '/findings/smallVariants/1/codingChange',
    ]);
  });

  it('a thousand faults by the first hundred', () => {
    const smallVariants = Array.from({ length: 1000 }, () => ({ gene: 'BRAF', proteinChange: 'x' }));
    expect(problems(withFindings({ smallVariants }))).toHaveLength(100);
  });
});

describe('clocks', () => {
  it('of laboratories may be ten minutes ahead', () => {
    expect(problems({ ...sound, issuedAt: '2026-11-20T12:10:00Z' })).toEqual([]);
  });
});
