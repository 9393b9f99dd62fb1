import { describe, expect, it } from '@jest/globals';
import { importCpicFrequencies, importCpicGuidelines, importCpicPairs } from './cpic.js';
import { importCpicAlleles, importCpicRecommendations } from './cpic-recommendation.js';

/** In the shape and with the content api.cpicpgx.org gave on 3 August 2026. */
const pair = {
  pairid: 110141,
  drugid: 'RxNorm:10324',
  drugname: 'tamoxifen',
  genesymbol: 'CYP2D6',
  guidelinename: 'CYP2D6 and Tamoxifen',
  guidelineurl: 'https://www.clinpgx.org/guideline/PA166251458',
  cpiclevel: 'A',
  clinpgxlevel: '1A',
  pgxtesting: 'Informative PGx',
  pmids: ['29385237'],
  usedforrecommendation: 'Yes',
  provisional: false,
};
const guideline = {
  guideline_name: 'CYP2D6 and Tamoxifen',
  guideline_url: 'https://www.clinpgx.org/guideline/PA166251458',
  drugs: ['tamoxifen'],
  genes: [{ url: 'https://cpicpgx.org/gene/cyp2d6/', symbol: 'CYP2D6' }],
};
const frequency = {
  genesymbol: 'CYP2D6',
  name: '*43',
  population_group: 'European',
  subjectcount: 65090,
  freq_weighted_avg: 0.00058934913,
  freq_avg: 0.0005,
  freq_max: 0.001,
  freq_min: 0,
};
const allele = {
  genesymbol: 'CYP2D6',
  name: '*10',
  clinicalfunctionalstatus: 'Decreased function',
  activityvalue: '0.25',
  citations: ['31647186'],
};
const recommendation = {
  id: 1,
  drugid: 'RxNorm:10324',
  drug: { name: 'Tamoxifen' },
  lookupkey: { CYP2D6: '0' },
  phenotypes: { CYP2D6: 'Poor Metabolizer' },
  implications: { CYP2D6: 'Lower endoxifen concentrations' },
  drugrecommendation: 'Recommend alternative hormonal therapy.',
  classification: 'Strong',
  population: 'general',
  comments: 'n/a',
  guideline: { name: 'CYP2D6 and Tamoxifen', url: 'https://www.clinpgx.org/guideline/PA166251458' },
};

const place = { file: 'cpic.json', row: 1 };

describe(importCpicPairs.name, () => {
  it('takes a pair with its guideline and citations', () => {
    expect(importCpicPairs('cpic.json', [pair])).toEqual({
      ok: true,
      value: [
        {
          place,
          value: {
            gene: 'CYP2D6',
            drug: 'tamoxifen',
            drugId: 'RxNorm:10324',
            level: 'A',
            provisional: false,
            clinPgxLevel: '1A',
            testing: 'Informative PGx',
            usedForRecommendation: true,
            guideline: { name: 'CYP2D6 and Tamoxifen', url: 'https://www.clinpgx.org/guideline/PA166251458' },
            citations: [{ kind: 'pmid', id: '29385237' }],
          },
        },
      ],
    });
  });

  it('leaves out what a provisional pair does not have', () => {
    const provisional = {
      ...pair,
      guidelinename: null,
      guidelineurl: null,
      clinpgxlevel: null,
      pgxtesting: null,
      pmids: null,
      usedforrecommendation: 'n/a',
      provisional: true,
    };
    expect(importCpicPairs('cpic.json', [provisional])).toEqual({
      ok: true,
      value: [
        {
          place,
          value: {
            gene: 'CYP2D6',
            drug: 'tamoxifen',
            drugId: 'RxNorm:10324',
            level: 'A',
            provisional: true,
            citations: [],
          },
        },
      ],
    });
  });

  it('reads the level of ClinPGx under its former name', () => {
    const { clinpgxlevel, ...rest } = pair;
    expect(importCpicPairs('cpic.json', [{ ...rest, pgkbcalevel: clinpgxlevel }])).toMatchObject({
      value: [{ value: { clinPgxLevel: '1A' } }],
    });
  });

  it.each([
    ['without a drug', { ...pair, drugname: undefined }, /\/drugname: text was expected, not nothing/],
    [
      'with a number for its gene',
      { ...pair, genesymbol: 2 },
      /\/genesymbol: text was expected, not a number/,
    ],
    ['of an unknown level', { ...pair, cpiclevel: 'Z' }, /«Z»/],
    ['that is cut short', { pairid: 1 }, /expected, not nothing/],
    ['that is no object', 'CYP2D6', /an object was expected, not text/],
  ])('skips a pair %s and takes the others', (_, odd, reason) => {
    const rows = importCpicPairs('cpic.json', [odd, pair]);
    expect(rows).toMatchObject({
      value: [
        { place: { row: 1 }, skipped: expect.stringMatching(reason) },
        { place: { row: 2 }, value: {} },
      ],
    });
  });
});

describe(importCpicGuidelines.name, () => {
  it('takes a guideline', () => {
    expect(importCpicGuidelines('cpic.json', [guideline])).toMatchObject({
      value: [
        {
          value: {
            name: 'CYP2D6 and Tamoxifen',
            drugs: ['tamoxifen'],
            genes: ['CYP2D6'],
            citations: [{ kind: 'other', text: expect.stringContaining('PA166251458') }],
          },
        },
      ],
    });
  });

  it('skips one whose genes are a text', () => {
    expect(importCpicGuidelines('cpic.json', [{ ...guideline, genes: 'CYP2D6' }])).toMatchObject({
      value: [{ skipped: expect.stringContaining('/genes: a list was expected') }],
    });
  });
});

describe(importCpicFrequencies.name, () => {
  it('takes frequencies as shares', () => {
    expect(importCpicFrequencies('cpic.json', [frequency])).toMatchObject({
      value: [
        {
          value: {
            allele: '*43',
            population: 'European',
            subjects: 65090,
            weightedAverage: 0.00058934913,
            least: 0,
            most: 0.001,
          },
        },
      ],
    });
  });

  it('keeps not counted apart from never found', () => {
    const uncounted = {
      ...frequency,
      freq_weighted_avg: null,
      freq_avg: null,
      freq_max: null,
      freq_min: null,
    };
    const rows = importCpicFrequencies('cpic.json', [uncounted]);
    expect(rows.ok && rows.value[0]).not.toHaveProperty('value.weightedAverage');
    expect(importCpicFrequencies('cpic.json', [{ ...frequency, freq_weighted_avg: 0 }])).toMatchObject({
      value: [{ value: { weightedAverage: 0 } }],
    });
  });

  it.each([
    [{ ...frequency, freq_avg: 5 }, /5 is no share/],
    [{ ...frequency, freq_avg: '0.5' }, /\/freq_avg: a number was expected, not text/],
    [{ ...frequency, subjectcount: null }, /\/subjectcount/],
  ])('skips %j', (row, reason) => {
    expect(importCpicFrequencies('cpic.json', [row])).toMatchObject({
      value: [{ skipped: expect.stringMatching(reason) }],
    });
  });
});

describe(importCpicAlleles.name, () => {
  it.each([
    ['0.25', { value: 0.25 }],
    ['0', { value: 0 }],
    ['≥3', { atLeast: 3 }],
    ['n/a', undefined],
    [null, undefined],
  ])('reads the activity %j', (activityvalue, activity) => {
    const rows = importCpicAlleles('cpic.json', [{ ...allele, activityvalue }]);
    expect(rows).toMatchObject({
      value: [{ value: { allele: '*10', clinicalFunction: 'Decreased function' } }],
    });
    const [row] = rows.ok ? rows.value : [];
    expect(row !== undefined && 'value' in row ? row.value.activity : 'none').toEqual(activity);
  });

  it('skips an activity that is no number', () => {
    expect(importCpicAlleles('cpic.json', [{ ...allele, activityvalue: 'low' }])).toMatchObject({
      value: [{ skipped: expect.stringContaining('«low»') }],
    });
  });
});

describe(importCpicRecommendations.name, () => {
  it('takes a recommendation with what it is looked up by', () => {
    expect(importCpicRecommendations('cpic.json', [recommendation])).toEqual({
      ok: true,
      value: [
        {
          place,
          value: {
            drugId: 'RxNorm:10324',
            drug: 'tamoxifen',
            lookup: { CYP2D6: '0' },
            phenotypes: { CYP2D6: 'Poor Metabolizer' },
            implications: { CYP2D6: 'Lower endoxifen concentrations' },
            recommendation: 'Recommend alternative hormonal therapy.',
            classification: 'Strong',
            population: 'general',
            citations: [
              {
                kind: 'other',
                text: 'CPIC guideline CYP2D6 and Tamoxifen, https://www.clinpgx.org/guideline/PA166251458',
              },
            ],
          },
        },
      ],
    });
  });

  it.each([
    ['of an unknown strength', { classification: 'Absolute' }, /Absolute/],
    ['that holds for no result', { lookupkey: {} }, /\/lookupkey/],
    ['whose results are a text', { lookupkey: 'CYP2D6' }, /\/lookupkey/],
    ['without its text', { drugrecommendation: null }, /\/drugrecommendation/],
  ])('skips one %s', (_, change, reason) => {
    expect(importCpicRecommendations('cpic.json', [{ ...recommendation, ...change }])).toMatchObject({
      value: [{ skipped: expect.stringMatching(reason) }],
    });
  });
});

describe('an answer of CPIC', () => {
  it.each([
    ['pairs', importCpicPairs, { ...pair, genesymbol: undefined, gene: 'CYP2D6' }, 'genesymbol'],
    ['guidelines', importCpicGuidelines, { ...guideline, drugs: undefined }, 'drugs'],
    ['frequencies', importCpicFrequencies, { ...frequency, name: undefined }, 'name'],
    [
      'alleles',
      importCpicAlleles,
      { ...allele, clinicalfunctionalstatus: undefined },
      'clinicalfunctionalstatus',
    ],
    ['recommendations', importCpicRecommendations, { ...recommendation, lookupkey: undefined }, 'lookupkey'],
  ])('of %s is refused whole where a member was renamed', (_, read, row, member) => {
    const renamed: unknown = JSON.parse(JSON.stringify([row]));
    expect(read('cpic.json', renamed)).toMatchObject({
      ok: false,
      error: [{ code: 'KNOWLEDGE.COLUMN_MISSING', message: expect.stringContaining(member) }],
    });
  });

  it('is refused whole where it is an error', () => {
    expect(importCpicPairs('cpic.json', { code: 'PGRST100', message: 'failed to parse' })).toMatchObject({
      ok: false,
      error: [{ code: 'KNOWLEDGE.NOT_THE_DOCUMENT' }],
    });
  });
});
