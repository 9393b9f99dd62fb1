import { describe, expect, it } from '@jest/globals';
import { importCivicGraphql, type CivicList } from './civic-graphql.js';
import type { GraphqlRequest } from './fetch-page.js';
import type { ImportedRow } from './imported-row.js';
import { smallReferences } from './source-references.fixture.js';

/** EID1409 as the API gives it (Chapman et al. 2011, PMID 21639808). */
const evidence = {
  id: 1409,
  status: 'ACCEPTED',
  flagged: false,
  evidenceType: 'PREDICTIVE',
  evidenceDirection: 'SUPPORTS',
  evidenceLevel: 'A',
  evidenceRating: 5,
  significance: 'SENSITIVITYRESPONSE',
  description: 'Vemurafenib prolonged survival against dacarbazine in melanoma with BRAF V600E.',
  variantOrigin: 'SOMATIC',
  therapyInteractionType: null,
  molecularProfile: { id: 12, name: 'BRAF V600E' },
  disease: { name: 'Melanoma', doid: '1909' },
  therapies: [{ name: 'Vemurafenib' }, { name: 'Vemurafenib' }],
  phenotypes: [],
  source: {
    citationId: '21639808',
    citation: 'Chapman et al., 2011',
    sourceType: 'PUBMED',
    ascoAbstractId: null,
    retracted: false,
    clinicalTrials: [{ nctId: 'NCT01006980' }],
  },
  acceptanceEvent: { createdAt: '2016-01-05T20:00:00Z' },
  lastAcceptedRevisionEvent: { createdAt: '2023-01-09T21:46:26Z' },
};
const assertion = {
  id: 7,
  status: 'ACCEPTED',
  flagged: false,
  assertionType: 'PREDICTIVE',
  assertionDirection: 'SUPPORTS',
  significance: 'SENSITIVITYRESPONSE',
  ampLevel: 'TIER_I_LEVEL_A',
  summary: 'BRAF V600E melanoma responds to dabrafenib with trametinib.',
  variantOrigin: 'SOMATIC',
  therapyInteractionType: 'COMBINATION',
  molecularProfile: { id: 12, name: 'BRAF V600E' },
  disease: { name: 'Melanoma', doid: '1909' },
  therapies: [{ name: 'Dabrafenib' }, { name: 'Trametinib' }],
  evidenceItems: [{ id: 3758 }, { id: 6938 }],
  acceptanceEvent: { createdAt: '2018-01-01T00:00:00Z' },
  lastAcceptedRevisionEvent: null,
};

const page = (
  nodes: readonly unknown[],
  total = nodes.length,
  endCursor?: string,
  list = 'evidenceItems',
) => ({
  data: {
    [list]: { totalCount: total, pageInfo: { hasNextPage: endCursor !== undefined, endCursor }, nodes },
  },
});

async function importOf(list: CivicList, ...answers: readonly unknown[]) {
  const requests: GraphqlRequest[] = [];
  const rows = await importCivicGraphql(
    list,
    (request) => {
      requests.push(request);
      return Promise.resolve(answers[requests.length - 1]);
    },
    smallReferences,
  );
  const taken: ImportedRow[] = [];
  if (rows.ok) for await (const row of rows.value) taken.push(row);
  return { rows, taken, requests };
}
const one = async (change: object) =>
  (await importOf('evidenceItems', page([{ ...evidence, ...change }]))).taken[0];

describe(importCivicGraphql.name, () => {
  it('takes an evidence item as the row of the table would be taken', async () => {
    const { taken } = await importOf('evidenceItems', page([evidence]));
    expect(taken).toEqual([
      {
        place: { file: 'CIViC evidenceItems', row: 1, id: '1409' },
        notes: [],
        item: {
          id: 'CIViC EID1409',
          profile: { smallVariant: { gene: 'BRAF', changes: ['V600E'] } },
          tumourTypes: ['MEL'],
          disease: { name: 'Melanoma', doid: '1909' },
          statement: evidence.description,
          citations: [
            { kind: 'pmid', id: '21639808' },
            { kind: 'other', text: 'NCT01006980' },
          ],
          grade: { scale: 'CIViC', level: 'A', stars: 5 },
          level: 'B',
          origin: 'somatic',
          reviewedOn: '2023-01-09',
          therapy: { drugs: ['vemurafenib'] },
          direction: 'sensitive',
        },
      },
    ]);
  });

  it('takes an assertion with its AMP level and the evidence it rests on', async () => {
    const { taken } = await importOf('assertions', page([assertion], 1, undefined, 'assertions'));
    expect(taken).toMatchObject([
      {
        place: { file: 'CIViC assertions', id: '7' },
        item: {
          id: 'CIViC AID7',
          grade: { scale: 'AMP', level: 'A' },
          level: 'A',
          therapy: { drugs: ['dabrafenib', 'trametinib'] },
          reviewedOn: '2018-01-01',
          citations: [{ kind: 'other', text: expect.stringContaining('3758,6938') }],
        },
      },
    ]);
  });

  it.each([
    [{ significance: 'RESISTANCE' }, { direction: 'resistant' }],
    [{ significance: 'REDUCED_SENSITIVITY' }, { direction: 'reduced-sensitivity' }],
    [{ significance: 'ADVERSE_RESPONSE' }, { direction: 'adverse' }],
    [{ significance: 'NA' }, { direction: 'not-stated' }],
    // Not found is not the contrary.
    [
      { significance: 'RESISTANCE', evidenceDirection: 'DOES_NOT_SUPPORT' },
      { direction: 'resistant', support: 'does-not-support' },
    ],
    [{ evidenceDirection: 'NA' }, { support: 'not-stated' }],
    [{ flagged: true }, { status: 'flagged' }],
    [{ status: 'SUBMITTED' }, { status: 'submitted' }],
    [{ source: { ...evidence.source, retracted: true } }, { status: 'retracted' }],
    [{ variantOrigin: 'RARE_GERMLINE' }, { origin: 'germline' }],
    [
      { evidenceType: 'DIAGNOSTIC', significance: 'POSITIVE' },
      { kind: 'diagnostic', significance: 'supports-diagnosis' },
    ],
    [
      { evidenceType: 'PROGNOSTIC', significance: 'POOR_OUTCOME' },
      { kind: 'prognostic', significance: 'poor-outcome' },
    ],
    [
      { evidenceType: 'ONCOGENIC', significance: 'ONCOGENICITY' },
      { kind: 'oncogenic', significance: 'oncogenic' },
    ],
    [{ evidenceType: 'PREDISPOSING', significance: 'PREDISPOSITION' }, { kind: 'predisposing' }],
    [{ evidenceType: 'FUNCTIONAL', significance: 'GAIN_OF_FUNCTION' }, { significance: 'gain-of-function' }],
    [
      { therapies: [{ name: 'Dabrafenib' }, { name: 'Vemurafenib' }], therapyInteractionType: 'SUBSTITUTES' },
      { therapy: { drugs: ['dabrafenib', 'vemurafenib'], given: 'as-alternatives' } },
    ],
    [
      { therapies: [{ name: 'Dabrafenib' }, { name: 'Vemurafenib' }], therapyInteractionType: 'SEQUENTIAL' },
      { therapy: { given: 'in-sequence' } },
    ],
    [
      { source: { ...evidence.source, sourceType: 'ASCO', ascoAbstractId: 9000 } },
      { citations: [{ kind: 'other' }, {}] },
    ],
  ])('reads %j', async (change, item) => {
    expect(await one(change)).toMatchObject({ item });
  });

  it('asks for the pages after the cursor, a hundred at a time', async () => {
    const { taken, requests } = await importOf(
      'evidenceItems',
      page([evidence], 2, 'MQ'),
      page([{ ...evidence, id: 1410 }], 2),
    );
    expect(requests.map(({ variables }) => variables)).toEqual([{ first: 100 }, { first: 100, after: 'MQ' }]);
    expect(taken).toMatchObject([
      { item: { id: 'CIViC EID1409' } },
      { place: { row: 2 }, item: { id: 'CIViC EID1410' } },
    ]);
  });

  it.each([
    ['without a source', { source: undefined }, /\/source: an object was expected/],
    ['without the name of its profile', { molecularProfile: { id: 12 } }, /\/molecularProfile\/name/],
    ['whose level is a number', { evidenceLevel: 1 }, /\/evidenceLevel: text was expected, not a number/],
    ['whose therapy has no name', { therapies: [{}] }, /\/therapies\/0\/name/],
    ['of an unknown level', { evidenceLevel: 'F' }, /«F»/],
    ['of an unknown significance', { significance: 'MAGIC' }, /Magic/],
  ])('skips a node %s and takes the others', async (_, change, reason) => {
    const { taken } = await importOf(
      'evidenceItems',
      page([
        { ...evidence, ...change },
        { ...evidence, id: 2 },
      ]),
    );
    expect(taken).toMatchObject([{ skipped: expect.stringMatching(reason) }, { item: { id: 'CIViC EID2' } }]);
  });

  it.each([
    [
      'breaks off',
      [page([evidence], 2, 'MQ'), { data: { evidenceItems: null } }],
      /\/data\/evidenceItems.*missing/,
    ],
    ['is a fault', [page([evidence], 2, 'MQ'), { errors: [{ message: 'Timeout' }] }], /Timeout.*missing/],
    ['repeats itself', [page([evidence], 9, 'MQ'), page([evidence], 9, 'MQ')], /circle/],
    ['ends too soon', [page([evidence], 2)], /after 1 of 2/],
  ])('says in a last row that what follows is missing where an answer %s', async (_, answers, reason) => {
    const { taken } = await importOf('evidenceItems', ...answers);
    expect(taken.at(-1)).toMatchObject({ skipped: expect.stringMatching(reason) });
    expect(taken[0]).toMatchObject({ item: { id: 'CIViC EID1409' } });
  });

  it.each([
    [
      'an error',
      { errors: [{ message: "Field 'flagged' doesn't exist on type 'EvidenceItem'" }] },
      /flagged/,
    ],
    ['another document', { evidenceItems: [] }, /\/data: an object was expected/],
    ['half an answer', { data: { evidenceItems: { nodes: [evidence] } } }, /\/data\/evidenceItems\/pageInfo/],
    ['a next page without cursor', page([evidence], 2, ''), /endCursor/],
    ['a page of errors', '<html>', /an object was expected, not text/],
  ])('refuses %s whole', async (_, answer, message) => {
    const { rows } = await importOf('evidenceItems', answer);
    expect(rows).toMatchObject({ ok: false, error: [{ message: expect.stringMatching(message) }] });
  });

  it('refuses an answer whose member was renamed, naming it', async () => {
    const { significance, ...rest } = evidence;
    const { rows } = await importOf('evidenceItems', page([{ ...rest, clinicalSignificance: significance }]));
    expect(rows).toMatchObject({
      ok: false,
      error: [{ code: 'KNOWLEDGE.COLUMN_MISSING', message: expect.stringContaining('«significance»') }],
    });
  });
});
