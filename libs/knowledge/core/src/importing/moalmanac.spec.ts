import { describe, expect, it } from '@jest/globals';
import { importMoAlmanac } from './moalmanac.js';
import { smallReferences } from './source-references.fixture.js';

/** In the shape of `/api/assertions`; the content follows assertions of the almanac's release of 2021. */
const assertion = {
  assertion_id: 12,
  context: 'Metastatic',
  created_on: '03/09/23',
  description: 'Dabrafenib and trametinib are approved for melanoma with BRAF V600E.',
  disease: 'Melanoma',
  favorable_prognosis: null,
  features: [
    {
      feature_id: 7,
      feature_type: 'Somatic Variant',
      attributes: [
        {
          feature_type: 'somatic_variant',
          gene: 'BRAF',
          chromosome: '7',
          start_position: '140453136',
          end_position: '140453136',
          reference_allele: 'A',
          alternate_allele: 'T',
          cdna_change: 'c.1799T>A',
          protein_change: 'p.V600E',
          variant_annotation: 'Missense',
          exon: '15',
          rsid: 'rs113488022',
        },
      ],
    },
  ],
  last_updated: '2021-09-16',
  oncotree_code: 'MEL',
  oncotree_term: 'Melanoma',
  predictive_implication: 'FDA-Approved',
  sources: [
    {
      citation: 'Novartis Pharmaceuticals Corporation. Tafinlar (dabrafenib) [package insert]. Revised 2020.',
      doi: null,
      nct: 'NCT01072175',
      pmid: null,
      source_id: 3,
      source_type: 'FDA',
      url: 'https://www.accessdata.fda.gov/drugsatfda_docs/label/2020/202806s015lbl.pdf',
    },
  ],
  therapy_name: 'Dabrafenib + Trametinib',
  therapy_resistance: null,
  therapy_sensitivity: true,
  therapy_strategy: 'B-RAF inhibition + MEK inhibition',
  therapy_type: 'Targeted therapy',
  validated: true,
};

const rowsOf = (...assertions: readonly unknown[]) => {
  const rows = importMoAlmanac('assertions.json', assertions, smallReferences);
  if (!rows.ok) throw new Error('It was refused.');
  return [...rows.value];
};
const withFeature = (attributes: object) => ({
  ...assertion,
  features: [{ feature_id: 1, attributes: [attributes] }],
});

describe(importMoAlmanac.name, () => {
  it('takes an assertion with the grade of the source and the level of its rank', () => {
    expect(rowsOf(assertion)).toEqual([
      {
        place: { file: 'assertions.json', row: 1, id: '12' },
        notes: [],
        item: {
          id: 'MOAlmanac 12',
          profile: { smallVariant: { gene: 'BRAF', changes: ['V600E'] } },
          tumourTypes: ['MEL'],
          disease: { name: 'Melanoma' },
          statement: 'Dabrafenib and trametinib are approved for melanoma with BRAF V600E.',
          citations: [
            { kind: 'label', agency: 'FDA', reference: '202806', year: 2020 },
            { kind: 'other', text: 'NCT01072175' },
          ],
          grade: { scale: 'MOAlmanac', level: 'FDA-Approved' },
          level: 'B',
          setting: 'Metastatic',
          reviewedOn: '2021-09-16',
          therapy: { drugs: ['dabrafenib', 'trametinib'] },
          direction: 'sensitive',
        },
      },
    ]);
  });

  it.each([
    ['sensitive', true, null, { direction: 'sensitive' }],
    ['resistant', null, true, { direction: 'resistant' }],
    ['resistant, said twice', false, true, { direction: 'resistant' }],
    ['not sensitive', false, null, { direction: 'sensitive', support: 'does-not-support' }],
    ['not resistant', null, false, { direction: 'resistant', support: 'does-not-support' }],
    ['sensitive, as older tables write it', 1, '', { direction: 'sensitive' }],
  ])('reads %s', (_, therapy_sensitivity, therapy_resistance, expected) => {
    const [row] = rowsOf({ ...assertion, therapy_sensitivity, therapy_resistance });
    expect(row).toMatchObject({ item: expected });
    if ('support' in expected) return;
    expect(row !== undefined && 'item' in row && 'support' in row.item).toBe(false);
  });

  it('makes an item of its own for the prognosis', () => {
    const rows = rowsOf({ ...assertion, favorable_prognosis: false });
    expect(rows).toMatchObject([
      { item: { id: 'MOAlmanac 12', direction: 'sensitive' } },
      { item: { id: 'MOAlmanac 12 prognosis', kind: 'prognostic', significance: 'poor-outcome' } },
    ]);
  });

  it.each([
    [
      { feature_type: 'rearrangement', gene1: 'BCR', gene2: 'ABL1', rearrangement_type: 'Fusion' },
      {
        any: [
          { fusion: { fivePrime: 'BCR', threePrime: 'ABL1' } },
          { fusion: { fivePrime: 'ABL1', threePrime: 'BCR' } },
        ],
      },
    ],
    [{ feature_type: 'rearrangement', gene1: 'ALK', gene2: null }, { fusion: { gene: 'ALK' } }],
    [
      { feature_type: 'copy_number', gene: 'HER2', direction: 'Amplification' },
      { copyNumber: { gene: 'ERBB2', states: ['amplification'] } },
    ],
    [
      { feature_type: 'somatic_variant', gene: 'EGFR', exon: '19.0', variant_annotation: 'Deletion' },
      {
        smallVariant: {
          gene: 'EGFR',
          exons: { first: 19, last: 19 },
          residues: { first: 729, last: 761, name: 'exon 19' },
          classes: ['inframe-deletion'],
        },
      },
    ],
    [{ feature_type: 'somatic_variant', gene: 'KRAS' }, { smallVariant: { gene: 'KRAS' } }],
    [
      { feature_type: 'germline_variant', gene: 'BRCA1', pathogenic: '1' },
      { smallVariant: { gene: 'BRCA1', classes: ['oncogenic'], origin: 'germline' } },
    ],
    [
      { feature_type: 'microsatellite_stability', status: 'MSI-High' },
      { biomarker: { kind: 'MSI', states: ['positive'] } },
    ],
    [
      { feature_type: 'mutational_burden', classification: 'High', mutations_per_mb: '10' },
      { biomarker: { kind: 'TMB', states: ['positive'], atLeast: 10 } },
    ],
  ])('reads the feature %j', (feature, profile) => {
    expect(rowsOf(withFeature(feature))).toMatchObject([{ item: { profile } }]);
  });

  it.each([
    [{ feature_type: 'mutational_signature', cosmic_signature: '3' }, /mutational_signature/],
    [{ feature_type: 'knockdown', gene: 'BRAF', technique: 'CRISPR-Cas9' }, /knockdown/],
    [{ feature_type: 'copy_number', gene: 'BRAF', direction: 'Copy neutral' }, /Copy neutral/],
    [{ feature_type: 'somatic_variant', gene: 'BRAF', protein_change: 'p.garbled' }, /p\.garbled/],
    [{ feature_type: 'somatic_variant', gene: 'BRAF', variant_annotation: 'Rearranged' }, /Rearranged/],
    [{ feature_type: 'somatic_variant', gene: 'BRAF', exon: 'last' }, /«last»/],
    [
      { feature_type: 'somatic_variant' },
      /\/features\/0\/attributes\/0\/gene: text was expected, not nothing/,
    ],
    [{ feature_type: 'somatic_variant', gene: 600 }, /\/features\/0\/attributes\/0\/gene: .*not a number/],
  ])('skips the feature %j with the reason', (feature, reason) => {
    expect(rowsOf(withFeature(feature))).toEqual([
      { place: { file: 'assertions.json', row: 1, id: '12' }, skipped: expect.stringMatching(reason) },
    ]);
  });

  it.each([
    ['without its number', { ...assertion, assertion_id: undefined }, /assertion_id/],
    ['of an unknown level', { ...assertion, predictive_implication: 'Certain' }, /Certain/],
    ['that says both', { ...assertion, therapy_resistance: true }, /at once/],
    ['that says nothing', { ...assertion, therapy_sensitivity: null }, /nothing/],
    ['without a therapy', { ...assertion, therapy_name: null }, /therapy_name/],
    ['cut in the middle', { assertion_id: 12, features: assertion.features }, /expected, not nothing/],
    ['with a text for its sources', { ...assertion, sources: 'PubMed' }, /\/sources: a list was expected/],
    ['that is no object', null, /number of its own/],
  ])('skips an assertion %s and takes the others', (_, odd, reason) => {
    const [first, second] = rowsOf(odd, { ...assertion, assertion_id: 13 });
    expect(first).toMatchObject({ place: { row: 1 }, skipped: expect.stringMatching(reason) });
    expect(second).toMatchObject({ place: { row: 2 }, item: { id: 'MOAlmanac 13' } });
  });

  it.each([
    ['by a retired code', { oncotree_code: 'ALL' }, ['BLL', 'TLL'], /ALL was read as BLL, TLL/],
    ['by name', { oncotree_code: null, disease: 'Any solid tumor' }, 'SOLID', undefined],
    ['of no counterpart', { oncotree_code: 'XYZ', disease: 'Xyzoma' }, [], /Xyzoma, code XYZ/],
    ['of none named', { oncotree_code: null, disease: '' }, [], /No disease/],
  ])('reads a disease %s', (_, change, tumourTypes, note) => {
    const [row] = rowsOf({ ...assertion, ...change });
    expect(row).toMatchObject({ item: { tumourTypes } });
    expect(row !== undefined && 'notes' in row ? row.notes : []).toEqual(
      note === undefined ? [] : [expect.stringMatching(note)],
    );
  });

  it.each([
    [
      { pmid: 20525993, source_type: 'Journal', url: 'https://doi.org/x' },
      { kind: 'pmid', id: '20525993' },
    ],
    [
      {
        pmid: null,
        source_type: 'Guideline',
        citation: 'National Comprehensive Cancer Network. Melanoma (Version 2.2019). Accessed 2019.',
        url: 'https://nccn.org',
      },
      { kind: 'guideline', name: 'National Comprehensive Cancer Network. Melanoma', year: 2019 },
    ],
    [
      { pmid: null, source_type: 'Abstract', citation: 'Abstract CT123', url: 'https://x' },
      { kind: 'other', text: 'Abstract CT123' },
    ],
  ])('cites %j', (source, citation) => {
    expect(rowsOf({ ...assertion, sources: [source] })).toMatchObject([{ item: { citations: [citation] } }]);
  });

  it('refuses a list whose member was renamed, naming it', () => {
    const { features, ...rest } = assertion;
    const renamed = importMoAlmanac('assertions.json', [{ ...rest, biomarkers: features }], smallReferences);
    expect(renamed).toMatchObject({
      ok: false,
      error: [{ code: 'KNOWLEDGE.COLUMN_MISSING', message: expect.stringContaining('features') }],
    });
  });

  it('refuses what is no list', () => {
    expect(importMoAlmanac('assertions.json', { detail: 'Not found' }, smallReferences)).toMatchObject({
      ok: false,
      error: [{ code: 'KNOWLEDGE.NOT_THE_DOCUMENT' }],
    });
  });
});
