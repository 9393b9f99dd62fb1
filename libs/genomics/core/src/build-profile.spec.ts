import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { readGeneCatalogue, readTumourTypes, type MolecularProfile } from '@consilium/clinical';
import type { LabSequencingReportV1 } from '@consilium/contracts';
import { buildProfile } from './build-profile.js';
import type { FileFindings } from './file-findings.js';

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
const built = (report: LabSequencingReportV1, files: readonly FileFindings[] = []): MolecularProfile => {
  const result = buildProfile(report, files, context);
  if (!result.ok)
    throw new Error(result.error.map(({ place, message }) => `${place}: ${message}`).join('\n'));
  return result.value;
};

describe('a sound report', () => {
  it('becomes a profile in the words of the product', () => {
    const profile = built(
      withFindings({
        smallVariants: [
          {
            gene: 'BRAF',
            proteinChange: 'p.Val600Glu',
            codingChange: 'NM_004333.6:c.1799T>A',
            genomic: { chromosome: 'chr7', position: 140453136, reference: 'a', alternate: 't' },
            vaf: 0.3,
          },
        ],
        copyNumberAlterations: [{ gene: 'MET', state: 'amplification', copies: 12 }],
        structuralVariants: [{ kind: 'exon-skipping', fivePrimeGene: 'MET', exons: { first: 14, last: 14 } }],
        biomarkers: [{ kind: 'PD-L1', state: 'positive', value: 60, unit: '%', scoring: 'TPS' }],
      }),
    );
    expect(profile).toMatchObject({
      id: 'profile-1',
      issuedAt: '2026-11-20T08:00:00.000Z',
      diagnosis: 'LUAD',
      remarks: [],
      copyNumberAlterations: [{ gene: 'MET', state: 'amplification', copies: 12, origin: 'somatic' }],
      structuralVariants: [{ kind: 'exon-skipping', fivePrimeGene: 'MET', origin: 'somatic' }],
    });
    expect(profile.smallVariants).toEqual([
      {
        gene: 'BRAF',
        proteinChange: 'V600E',
        codingChange: 'c.1799T>A',
        consequence: 'missense',
        genomic: { build: 'GRCh37', chromosome: '7', position: 140453136, reference: 'A', alternate: 'T' },
        vaf: 0.3,
        origin: 'somatic',
      },
    ]);
  });

  it('may use an alias, which is read as the HGNC symbol and said once', () => {
    const profile = built(
      withFindings({
        smallVariants: [{ gene: 'HER2', proteinChange: 'p.Tyr772_Ala775dup' }],
        copyNumberAlterations: [{ gene: 'HER2', state: 'amplification' }],
      }),
    );
    expect(profile.smallVariants[0]).toMatchObject({ gene: 'ERBB2', geneAsReported: 'HER2' });
    expect(profile.remarks).toEqual(['HER2 is read as ERBB2.']);
  });

  it('keeps a finding its assay does not list as covered, and says so', () => {
    const profile = built(withFindings({ smallVariants: [{ gene: 'KRAS', proteinChange: 'G12C' }] }));
    expect(profile.smallVariants).toHaveLength(1);
    expect(profile.remarks).toEqual([
      'KRAS (small variant) was reported although the assay does not list it as covered.',
    ]);
  });

  it.each(['splice-site', 'splice-region', 'other'] as const)(
    'may call a substitution %s, as the reason of the protein change',
    (consequence) => {
      expect(built(variant({ proteinChange: 'V600E', consequence })).smallVariants[0]?.consequence).toBe(
        consequence,
      );
    },
  );
});

describe('files', () => {
  const genomic = {
    build: 'GRCh37',
    chromosome: '7',
    position: 140453136,
    reference: 'A',
    alternate: 'T',
  } as const;
  const other = { ...genomic, position: 55259515, reference: 'T', alternate: 'G' } as const;
  const file: FileFindings = {
    smallVariants: [
      { gene: 'BRAF', proteinChange: 'V600E', genomic, vaf: 0.25, depth: 100, origin: 'somatic' },
      { gene: 'EGFR', proteinChange: 'L858R', genomic: other, origin: 'somatic' },
    ],
    structuralVariants: [{ kind: 'deletion', fivePrimeGene: 'MET', origin: 'somatic' }],
    recordCount: { file: 'a.vcf', records: 2, passed: 2, removedBy: {}, unannotated: 0 },
    removedVariants: [],
    remarks: ['a.vcf: said'],
  };

  it('add to what is stated, a finding in both counted once, the statement winning', () => {
    const profile = built(variant({ proteinChange: 'p.Val600Glu', vaf: 0.3 }), [file]);
    expect(profile.smallVariants).toEqual([
      {
        gene: 'BRAF',
        proteinChange: 'V600E',
        consequence: 'missense',
        genomic,
        vaf: 0.3,
        depth: 100,
        origin: 'somatic',
      },
      { gene: 'EGFR', proteinChange: 'L858R', genomic: other, origin: 'somatic' },
    ]);
    expect(profile.structuralVariants).toHaveLength(1);
    expect(profile.recordCounts).toEqual([file.recordCount]);
    expect(profile.remarks).toEqual(['a.vcf: said']);
  });

  it('and findings of a cancelled report do not count', () => {
    const cancelled = { ...variant({ proteinChange: 'V600E' }), status: 'cancelled' } as const;
    expect(built(cancelled, [file])).toMatchObject({
      status: 'cancelled',
      smallVariants: [],
      structuralVariants: [],
      recordCounts: [],
      remarks: [],
    });
  });

  it('found twice, as two files of one tumour, count once', () => {
    expect(built(sound, [file, file]).smallVariants).toHaveLength(2);
  });
});

describe('what stands beside the sequence', () => {
  it('is taken with its signatures, by their names', () => {
    const reported: LabFindings['signatures'] = [
      { name: 'SBS7a', state: 'present', share: 0.61, method: 'deconstruction' },
      { name: 'SBS3', state: 'failed' },
    ];
    expect(built(withFindings({ signatures: reported })).signatures).toEqual(reported);
    expect(built(withFindings({})).signatures).toBeUndefined();
  });

  it('is taken with its gene by approved symbol', () => {
    const { observations } = built(
      withFindings({
        observations: [{ gene: 'HER2', feature: 'protein-expression', state: 'high', method: 'IHC 3+' }],
      }),
    );
    expect(observations).toEqual([
      {
        gene: 'ERBB2',
        geneAsReported: 'HER2',
        feature: 'protein-expression',
        state: 'high',
        method: 'IHC 3+',
      },
    ]);
  });

  const dpyd = {
    chromosome: '1',
    position: 97915614,
    reference: 'c',
    alternate: 't',
    genotype: '0/1',
  } as const;

  it('keeps germline genotypes apart from the tumour, normalised', () => {
    const { pharmacogenes } = built(
      withFindings({ pharmacogenes: { source: 'blood', genotypes: [{ ...dpyd, chromosome: 'chr1' }] } }),
    );
    expect(pharmacogenes).toEqual({
      source: 'blood',
      reported: [],
      genotypes: [{ ...dpyd, reference: 'C', alternate: 'T' }],
    });
  });

  it.each<[string, LabFindings['pharmacogenes']]>([
    [
      '/findings/pharmacogenes/reported/0/diplotype',
      { source: 'blood', reported: [{ gene: 'TPMT', state: 'called' }] },
    ],
    [
      '/findings/pharmacogenes/genotypes/0/position',
      { source: 'blood', genotypes: [{ ...dpyd, position: 299_000_000 }] },
    ],
    [
      '/findings/pharmacogenes/genotypes/0/alternate',
      { source: 'blood', genotypes: [{ chromosome: '1', position: 1, reference: 'A', genotype: '1/1' }] },
    ],
  ])('refuses what a dose cannot rest on, at %s', (place, pharmacogenes) => {
    const result = buildProfile(
      withFindings(pharmacogenes === undefined ? {} : { pharmacogenes }),
      [],
      context,
    );
    expect(result.ok ? [] : result.error.map((problem) => problem.place)).toEqual([place]);
  });
});
