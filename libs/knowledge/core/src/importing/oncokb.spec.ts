import { describe, expect, it } from '@jest/globals';
import {
  importOncoKb,
  importOncoKbAnnotations,
  importOncoKbGenes,
  oncoKbAccess,
  type OncoKbRequest,
} from './oncokb.js';
import { readOncoKbAlteration } from './oncokb-alteration.js';
import { smallReferences } from './source-references.fixture.js';

const melanoma = {
  id: 453,
  code: 'MEL',
  color: 'Black',
  name: 'Melanoma',
  mainType: { id: null, name: 'Melanoma', tumorForm: 'SOLID' },
  tissue: 'Skin',
  children: {},
  parent: 'SKIN',
  level: 2,
  tumorForm: 'SOLID',
};
/** In the shape of the interface; the content is written for this test. */
const treatment = {
  alterations: ['V600'],
  drugs: [
    { ncitCode: 'C64768', drugName: 'Vemurafenib' },
    { ncitCode: 'C68923', drugName: 'Cobimetinib' },
  ],
  approvedIndications: ['Unresectable or metastatic melanoma'],
  level: 'LEVEL_1',
  fdaLevel: 'LEVEL_Fda2',
  levelAssociatedCancerType: melanoma,
  levelExcludedCancerTypes: [],
  pmids: ['25265494'],
  abstracts: [{ link: 'https://example.org/a', abstract: 'Larkin et al. Abstract 1, 2014' }],
  description: 'Approved for melanoma with a BRAF V600 mutation.',
};
const answer = {
  query: { id: null, referenceGenome: 'GRCh38', hugoSymbol: 'BRAF', alteration: 'V600E', tumorType: null },
  geneExist: true,
  variantExist: true,
  oncogenic: 'Oncogenic',
  highestSensitiveLevel: 'LEVEL_1',
  treatments: [treatment],
  diagnosticImplications: [],
  prognosticImplications: [],
  dataVersion: 'v5.1',
  lastUpdate: '09/28/2026',
};

const rowsOf = (...answers: readonly unknown[]) => {
  const rows = importOncoKbAnnotations('answers.json', answers, smallReferences);
  if (!rows.ok) throw new Error('It was refused.');
  return [...rows.value];
};
const rowOf = (change: object) => rowsOf({ ...answer, treatments: [{ ...treatment, ...change }] })[0];

describe(importOncoKbAnnotations.name, () => {
  it('takes a treatment with the grade of the source and the level of its rank', () => {
    expect(rowsOf(answer)).toEqual([
      {
        place: { file: 'answers.json', row: 1, id: 'BRAF' },
        notes: [],
        item: {
          id: 'OncoKB BRAF V600 vemurafenib+cobimetinib 1 MEL',
          profile: { smallVariant: { gene: 'BRAF', codons: [600] } },
          tumourTypes: ['MEL'],
          disease: { name: 'Melanoma' },
          statement: 'Approved for melanoma with a BRAF V600 mutation.',
          citations: [
            { kind: 'pmid', id: '25265494' },
            { kind: 'other', text: 'Larkin et al. Abstract 1, 2014 https://example.org/a' },
          ],
          grade: { scale: 'OncoKB', level: '1' },
          level: 'B',
          setting: 'Unresectable or metastatic melanoma',
          reviewedOn: '2026-09-28',
          therapy: { drugs: ['vemurafenib', 'cobimetinib'] },
          direction: 'sensitive',
        },
      },
    ]);
  });

  // Levels and their order: Chakravarty et al., PMID 28890946; oncokb.org/levels.
  it.each([
    ['LEVEL_1', '1', 'B', 'sensitive'],
    ['LEVEL_2', '2', 'B', 'sensitive'],
    ['LEVEL_3A', '3A', 'B', 'sensitive'],
    ['LEVEL_4', '4', 'D', 'sensitive'],
    ['LEVEL_R1', 'R1', 'B', 'resistant'],
    ['LEVEL_R2', 'R2', 'D', 'resistant'],
  ])('reads %s', (word, level, rank, direction) => {
    expect(rowOf({ level: word })).toMatchObject({
      item: { grade: { scale: 'OncoKB', level }, level: rank, direction },
    });
  });

  it('takes no level 3B, which is carried over and never curated', () => {
    expect(rowOf({ level: 'LEVEL_3B' })).toMatchObject({ skipped: expect.stringContaining('never curated') });
  });

  it('takes no diagnostic or prognostic level for a therapeutic one', () => {
    const rows = rowsOf({
      ...answer,
      treatments: [],
      diagnosticImplications: [{ levelOfEvidence: 'LEVEL_Dx2', alterations: ['V600E'] }],
      prognosticImplications: [{ levelOfEvidence: 'LEVEL_Px1', alterations: ['V600E'] }],
    });
    expect(rows).toMatchObject([
      { skipped: expect.stringContaining('LEVEL_Dx2') },
      { skipped: expect.stringContaining('LEVEL_Px1') },
    ]);
  });

  it('gives the same item whichever alteration was asked for', () => {
    const [first, second] = rowsOf(answer, { ...answer, query: { ...answer.query, alteration: 'V600K' } });
    expect(first !== undefined && 'item' in first && first.item).toEqual(
      second !== undefined && 'item' in second && second.item,
    );
  });

  it.each([
    [
      'a main type without code',
      { ...melanoma, code: '', name: '', mainType: { name: 'All Solid Tumors' } },
      'SOLID',
    ],
    ['a retired code', { ...melanoma, code: 'ALL', name: 'Acute Lymphoid Leukemia' }, ['BLL', 'TLL']],
    ['a type without counterpart', { ...melanoma, code: null, name: 'Xyzoma' }, []],
  ])('reads %s', (_, levelAssociatedCancerType, tumourTypes) => {
    expect(rowOf({ levelAssociatedCancerType })).toMatchObject({ item: { tumourTypes } });
  });

  it('keeps the types the level excludes', () => {
    expect(
      rowOf({
        levelAssociatedCancerType: { ...melanoma, code: 'NSCLC' },
        levelExcludedCancerTypes: [melanoma],
      }),
    ).toMatchObject({ item: { tumourTypes: ['NSCLC'], exceptTumourTypes: ['MEL'] } });
  });

  it('leaves out alterations it cannot read, by name', () => {
    expect(rowOf({ alterations: ['V600E', 'Kinase Domain Duplication'] })).toMatchObject({
      item: { profile: { smallVariant: { gene: 'BRAF', changes: ['V600E'] } } },
      notes: [expect.stringContaining('Kinase Domain Duplication')],
    });
  });

  it.each([
    ['without a level', { level: null }, /\/treatments\/0: \/level: text was expected, not null/],
    ['of an unknown level', { level: 'LEVEL_2A' }, /LEVEL_2A/],
    ['without drugs', { drugs: [] }, /No drug/],
    ['with a nameless drug', { drugs: [{ ncitCode: 'C1' }] }, /\/drugs\/0\/drugName/],
    ['with alterations in one text', { alterations: 'V600E' }, /\/alterations: a list was expected/],
    ['that cannot be read', { alterations: ['Kinase Domain Duplication'] }, /Kinase Domain Duplication/],
    [
      'whose exclusion has no counterpart',
      { levelExcludedCancerTypes: [{ ...melanoma, code: '', name: 'Xyzoma' }] },
      /excluded type «Xyzoma»/,
    ],
    ['without a cancer type', { levelAssociatedCancerType: null }, /\/levelAssociatedCancerType: an object/],
  ])('skips a treatment %s', (_, change, reason) => {
    expect(rowOf(change)).toMatchObject({ place: { row: 1 }, skipped: expect.stringMatching(reason) });
  });

  it('skips half an answer and takes the others', () => {
    expect(rowsOf({ query: answer.query }, answer)).toMatchObject([
      { skipped: expect.stringContaining('/treatments: a list was expected') },
      { place: { row: 2 }, item: {} },
    ]);
  });

  it.each([
    [{ title: 'Unauthorized', status: 401 }, 'KNOWLEDGE.NOT_THE_DOCUMENT'],
    [[{ query: answer.query, therapies: [treatment] }], 'KNOWLEDGE.COLUMN_MISSING'],
  ])('refuses %j whole', (json, code) => {
    expect(importOncoKbAnnotations('answers.json', json, smallReferences)).toMatchObject({
      ok: false,
      error: [{ code }],
    });
  });
});

describe(importOncoKb.name, () => {
  it('asks in batches and goes on after a broken answer', async () => {
    const requests: OncoKbRequest[] = [];
    const queries = Array.from({ length: 51 }, () => ({ hugoSymbol: 'BRAF', alteration: 'V600E' }));
    const rows = [];
    const fetchPage = (request: OncoKbRequest) => {
      requests.push(request);
      return Promise.resolve(requests.length === 1 ? { status: 500 } : [answer]);
    };
    for await (const row of importOncoKb(queries, fetchPage, smallReferences)) rows.push(row);
    expect(requests.map(({ body }) => body.length)).toEqual([50, 1]);
    expect(requests[1]?.body[0]).toEqual({
      gene: { hugoSymbol: 'BRAF' },
      alteration: 'V600E',
      referenceGenome: 'GRCh38',
    });
    expect(rows).toMatchObject([
      { place: { file: 'OncoKB annotations, batch 1' }, skipped: expect.stringContaining('list') },
      { place: { file: 'OncoKB annotations, batch 2' }, item: {} },
    ]);
  });
});

describe(oncoKbAccess.name, () => {
  it.each([[undefined], [''], ['  ']])('is off without a token (%j)', (token) => {
    expect(oncoKbAccess(token)).toMatchObject({ ok: false, error: [{ code: 'KNOWLEDGE.SOURCE_OFF' }] });
  });

  it('gives the header for a token', () => {
    expect(oncoKbAccess('abc')).toEqual({ ok: true, value: { authorization: 'Bearer abc' } });
  });
});

describe(importOncoKbGenes.name, () => {
  it('takes genes, and skips biomarkers that are none and broken rows', () => {
    const rows = importOncoKbGenes(
      'genes.json',
      [
        { hugoSymbol: 'BRAF', entrezGeneId: 673, oncogene: true, tsg: false },
        { hugoSymbol: 'Other Biomarkers', entrezGeneId: -2 },
        { hugoSymbol: 'MET' },
      ],
      smallReferences,
    );
    expect(rows.ok && [...rows.value]).toMatchObject([
      { term: { kind: 'feature', id: '673', name: 'BRAF', gene: 'BRAF' } },
      { skipped: expect.stringContaining('no gene') },
      { skipped: expect.stringContaining('/entrezGeneId') },
    ]);
  });

  it('refuses a list whose member was renamed', () => {
    expect(
      importOncoKbGenes('genes.json', [{ symbol: 'BRAF', entrezGeneId: 673 }], smallReferences),
    ).toMatchObject({
      ok: false,
      error: [{ message: expect.stringContaining('hugoSymbol') }],
    });
  });
});

describe(readOncoKbAlteration.name, () => {
  const spliced = { first: 14, last: 14 };
  it.each([
    ['BRAF', 'V600E', { smallVariant: { gene: 'BRAF', changes: ['V600E'] } }],
    [
      'BRAF',
      'V600 {excluding V600E ; V600K}',
      {
        all: [
          { smallVariant: { gene: 'BRAF', codons: [600] } },
          {
            not: {
              any: [
                { smallVariant: { gene: 'BRAF', changes: ['V600E'] } },
                { smallVariant: { gene: 'BRAF', changes: ['V600K'] } },
              ],
            },
          },
        ],
      },
    ],
    ['KRAS', 'Oncogenic Mutations', { smallVariant: { gene: 'KRAS', classes: ['oncogenic'] } }],
    ['ERBB2', 'Amplification', { copyNumber: { gene: 'ERBB2', states: ['amplification'] } }],
    ['ALK', 'Fusions', { fusion: { gene: 'ALK' } }],
    [
      'ALK',
      'EML4-ALK Fusion',
      {
        any: [
          { fusion: { fivePrime: 'EML4', threePrime: 'ALK' } },
          { fusion: { fivePrime: 'ALK', threePrime: 'EML4' } },
        ],
      },
    ],
    [
      'MET',
      'Exon 14 splice mutations',
      {
        any: [
          { exonSkipping: { gene: 'MET', exons: spliced } },
          { smallVariant: { gene: 'MET', exons: spliced, classes: ['splice-site'] } },
        ],
      },
    ],
    ['Other Biomarkers', 'MSI-H', { biomarker: { kind: 'MSI', states: ['positive'] } }],
  ])('reads %s %s', (gene, text, pattern) => {
    expect(readOncoKbAlteration(gene, text)).toEqual(pattern);
  });

  it.each([
    ['Exon 19 in-frame deletions', 'inframe-deletion'],
    ['Exon 20 in-frame insertions or duplications', 'inframe-insertion'],
    ['Exon 20 insertion mutations', 'inframe-insertion'],
  ])('reads EGFR %s', (text, kind) => {
    expect(readOncoKbAlteration('EGFR', text)).toMatchObject({
      smallVariant: { gene: 'EGFR', classes: [kind] },
    });
  });

  it.each([
    ['Kinase Domain Duplication'],
    ['V600 {excluding something odd}'],
    ['Overexpression'],
    ['ROS1-GOPC Fusion'],
  ])('makes nothing of %s', (text) => {
    expect(readOncoKbAlteration('BRAF', text)).toBeUndefined();
  });
});
