import { describe, expect, it } from '@jest/globals';
import { checkRelease, type PredictiveItem, type KnowledgeRelease } from './index.js';

const references = {
  genes: {
    resolve: (symbol: string) => ({ kind: ['BRAF', 'FIP1L1'].includes(symbol) ? 'approved' : 'unknown' }),
  },
  tumourTypes: {
    find: (code: string) => (['MEL', 'COADREAD', 'SKIN'].includes(code) ? { code } : undefined),
    isDiagnosis: (code: string) => code !== 'SKIN',
  },
};

const item: PredictiveItem = {
  id: 'BRAF-01',
  profile: { smallVariant: { gene: 'BRAF', changes: ['V600E'] } },
  tumourTypes: ['MEL'],
  therapy: { drugs: ['dabrafenib'] },
  direction: 'sensitive',
  level: 'A',
  statement: 'Melanoma with BRAF V600E responds to dabrafenib.',
  citations: [{ kind: 'label', agency: 'FDA', year: 2013 }],
};

const release = (...evidence: PredictiveItem[]): KnowledgeRelease => ({
  name: 'test-2026.11',
  publishedOn: '2026-11-23',
  title: 'Test',
  evidence,
  drugs: [{ name: 'dabrafenib', classes: ['BRAF inhibitor'] }],
  genes: [{ symbol: 'BRAF', role: 'oncogene', hotspots: ['V600E', 'V600'] }],
});

const complaints = (document: KnowledgeRelease): (readonly [string, string])[] =>
  checkRelease(document, references).map(({ code, place }) => [code.replace('KNOWLEDGE.', ''), place]);

describe(checkRelease.name, () => {
  it('finds nothing wrong with a sound release', () => {
    expect(complaints(release(item))).toEqual([]);
  });

  const small = (changes: Partial<PredictiveItem>): PredictiveItem => ({ ...item, ...changes });
  it.each<[string, string, Partial<PredictiveItem>]>([
    [
      'UNKNOWN_GENE',
      '/profile/fusion/fivePrime',
      { profile: { fusion: { fivePrime: 'FIP1L', threePrime: 'BRAF' } } },
    ],
    ['GENE_NOT_LISTED', '/profile/fusion/gene', { profile: { fusion: { gene: 'FIP1L1' } } }],
    ['FUSION_WITHOUT_GENE', '/profile/fusion', { profile: { fusion: {} } }],
    ['EMPTY_LIST', '/profile/all', { profile: { all: [] } }],
    [
      'EMPTY_LIST',
      '/profile/smallVariant/codons',
      { profile: { smallVariant: { gene: 'BRAF', codons: [] } } },
    ],
    [
      'PROTEIN_CHANGE_FORM',
      '/profile/any/0/not/smallVariant/changes/1',
      { profile: { any: [{ not: { smallVariant: { gene: 'BRAF', changes: ['V600E', 'p.V600E'] } } }] } },
    ],
    [
      'PROTEIN_CHANGE_FORM',
      '/profile/smallVariant/exceptChanges/0',
      { profile: { smallVariant: { gene: 'BRAF', exceptChanges: ['V600V'] } } },
    ],
    [
      'RANGE',
      '/profile/exonSkipping/exons',
      { profile: { exonSkipping: { gene: 'BRAF', exons: { first: 8, last: 4 } } } },
    ],
    ['UNKNOWN_TUMOUR_TYPE', '/tumourTypes/0', { tumourTypes: ['MELA'] }],
    ['UNKNOWN_TUMOUR_TYPE', '/exceptTumourTypes/0', { exceptTumourTypes: ['CRC'] }],
    ['NOT_A_DIAGNOSIS', '/tumourTypes/1', { tumourTypes: ['MEL', 'SKIN'] }],
    ['NO_TUMOUR_TYPE', '/tumourTypes', { tumourTypes: [] }],
    ['TUMOUR_TYPE_IN_AND_OUT', '/exceptTumourTypes/0', { exceptTumourTypes: ['MEL'] }],
    ['DRUG_NOT_LISTED', '/therapy/drugs/0', { therapy: { drugs: ['dabrafinib'] } }],
    ['NO_DRUG', '/therapy/drugs', { therapy: { drugs: [] } }],
    [
      'CLASS_NOT_LISTED',
      '/therapy/drugClass',
      { direction: 'resistant', therapy: { drugClass: 'RAF inhibitor' } },
    ],
    [
      'CLASS_NOT_LISTED',
      '/therapy/withoutClass',
      { direction: 'resistant', therapy: { drugClass: 'BRAF inhibitor', withoutClass: 'EGFR antibody' } },
    ],
    ['SENSITIVE_TO_A_CLASS', '/therapy', { therapy: { drugClass: 'BRAF inhibitor' } }],
    ['NO_CITATION', '/citations', { citations: [] }],
    ['PMID_FORM', '/citations/0', { citations: [{ kind: 'pmid', id: 'PMID25265492' }] }],
    ['CITATION_YEAR', '/citations/0', { citations: [{ kind: 'guideline', name: 'ESMO', year: 1989 }] }],
    ['CITATION_YEAR', '/citations/0', { citations: [{ kind: 'label', agency: 'EMA', year: 2027 }] }],
  ])('complains of %s at %s', (code, place, changes) => {
    expect(complaints(release(small(changes)))).toEqual([[code, `/evidence/0${place}`]]);
  });

  it('refuses an identifier used twice', () => {
    expect(complaints(release(item, small({ setting: 'Adjuvant.' })))).toEqual([
      ['DUPLICATE_ID', '/evidence/1/id'],
    ]);
  });

  it('refuses the same statement under two identifiers, but not for two settings', () => {
    expect(complaints(release(item, small({ id: 'BRAF-02' })))).toEqual([
      ['DUPLICATE_STATEMENT', '/evidence/1'],
    ]);
    expect(complaints(release(item, small({ id: 'BRAF-02', setting: 'Adjuvant.' })))).toEqual([]);
  });

  it('refuses a therapy that is said both to work and to fail', () => {
    expect(
      complaints(release(item, small({ id: 'BRAF-02', direction: 'resistant', setting: 'Later.' }))),
    ).toEqual([['CONTRADICTION', '/evidence/1']]);
  });

  it('checks the drugs and genes of the release', () => {
    const sound = release(item);
    const [drug] = sound.drugs;
    const [gene] = sound.genes;
    if (drug === undefined || gene === undefined)
      throw new Error('the sound release names a drug and a gene');
    expect(complaints({ ...sound, drugs: [drug, drug, { name: 'Vemurafenib', classes: [] }] })).toEqual([
      ['DUPLICATE_DRUG', '/drugs/1/name'],
      ['DRUG_FORM', '/drugs/2/name'],
    ]);
    expect(
      complaints({
        ...sound,
        genes: [{ ...gene, hotspots: ['600'] }, gene, { symbol: 'B-RAF', role: 'oncogene' }],
      }),
    ).toEqual([
      ['DUPLICATE_GENE', '/genes/1/symbol'],
      ['HOTSPOT_FORM', '/genes/0/hotspots/0'],
      ['UNKNOWN_GENE', '/genes/2/symbol'],
    ]);
  });
});
