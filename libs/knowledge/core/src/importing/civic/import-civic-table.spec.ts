import { describe, expect, it } from '@jest/globals';
import { ReleaseCollector } from '../collect-release.js';
import type { ImportedRow, ImportReferences } from '../imported-row.js';
import type { SourceTable } from '../source-table.js';
import { importCivicTable } from './import-civic-table.js';

const references: ImportReferences = {
  geneSymbol: (name) => (['BRAF', 'EGFR'].includes(name) ? name : undefined),
  tumourTypes: ({ doid }) => (doid === '1909' ? ['MEL'] : undefined),
  drugName: (name) => name.toLowerCase(),
};

const row = {
  molecular_profile: 'BRAF V600E',
  molecular_profile_id: '12',
  disease: 'Melanoma',
  doid: '1909',
  phenotypes: '',
  therapies: 'Dabrafenib,Trametinib',
  therapy_interaction_type: 'Combination',
  evidence_type: 'Predictive',
  evidence_direction: 'Supports',
  evidence_level: 'A',
  significance: 'Sensitivity/Response',
  evidence_statement: 'It "works".',
  citation_id: '25399551',
  source_type: 'PubMed',
  asco_abstract_id: '',
  citation: 'Robert et al., 2015',
  nct_ids: 'NCT01597908',
  rating: '5',
  evidence_status: 'accepted',
  evidence_id: '3758',
  variant_origin: 'Somatic',
  last_review_date: '2023-01-09 21:46:26 UTC',
  evidence_civic_url: '',
  molecular_profile_civic_url: '',
  is_flagged: 'false',
};
type Cells = Readonly<Record<string, string>>;

async function* rowsOf(cells: readonly Cells[], width?: number) {
  for (const [index, one] of cells.entries()) {
    yield await Promise.resolve({ row: index + 2, cells: one, width: width ?? Object.keys(one).length });
  }
}

const table = (cells: readonly Cells[], columns = Object.keys(row), width?: number): SourceTable => ({
  file: 'evidence.tsv',
  columns,
  rows: rowsOf(cells, width),
});

async function collectAll<T>(all: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const one of all) list.push(one);
  return list;
}

async function imported(source: SourceTable): Promise<ImportedRow[]> {
  const result = importCivicTable(source, references);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return collectAll(result.value);
}

const changed = (members: Cells): Promise<ImportedRow[]> => imported(table([{ ...row, ...members }]));

describe(importCivicTable.name, () => {
  it('keeps what a row says in its own scale, and ranks it by a stated rule', async () => {
    expect(await imported(table([row]))).toEqual([
      {
        place: { file: 'evidence.tsv', row: 2, id: '3758' },
        notes: [],
        item: {
          id: 'CIViC EID3758',
          profile: { smallVariant: { gene: 'BRAF', changes: ['V600E'] } },
          tumourTypes: ['MEL'],
          disease: { name: 'Melanoma', doid: '1909' },
          therapy: { drugs: ['dabrafenib', 'trametinib'] },
          direction: 'sensitive',
          level: 'B',
          grade: { scale: 'CIViC', level: 'A', stars: 5 },
          statement: 'It "works".',
          citations: [
            { kind: 'pmid', id: '25399551' },
            { kind: 'other', text: 'NCT01597908' },
          ],
          origin: 'somatic',
          reviewedOn: '2023-01-09',
        },
      },
    ]);
  });

  it.each<[string, Cells, object]>([
    [
      'alternatives stay alternatives',
      { therapy_interaction_type: 'Substitutes' },
      { therapy: { drugs: ['dabrafenib', 'trametinib'], given: 'as-alternatives' } },
    ],
    [
      'a sequence stays one',
      { therapy_interaction_type: 'Sequential' },
      { therapy: { drugs: ['dabrafenib', 'trametinib'], given: 'in-sequence' } },
    ],
    [
      'a comma between digits belongs to the name',
      { therapies: '2,4-pyrimidinediamine' },
      { therapy: { drugs: ['2,4-pyrimidinediamine'] } },
    ],
    [
      'no support for resistance is no sensitivity',
      { evidence_direction: 'Does Not Support', significance: 'Resistance' },
      { direction: 'resistant', support: 'does-not-support' },
    ],
    ['a flagged item keeps its flag', { is_flagged: 'true' }, { status: 'flagged' }],
    ['a rejected item is retracted', { evidence_status: 'rejected' }, { status: 'retracted' }],
    [
      'reduced sensitivity is a direction of its own',
      { significance: 'Reduced Sensitivity' },
      { direction: 'reduced-sensitivity' },
    ],
    [
      'a prognosis names no therapy',
      { evidence_type: 'Prognostic', significance: 'Poor Outcome', therapies: '' },
      { kind: 'prognostic', significance: 'poor-outcome' },
    ],
    [
      'an abstract is cited as one',
      { source_type: 'ASCO', asco_abstract_id: '9044', citation: 'X, 2020' },
      {
        citations: [
          { kind: 'other', text: 'ASCO 9044 X, 2020' },
          { kind: 'other', text: 'NCT01597908' },
        ],
      },
    ],
  ])('%s', async (_, members, expected) => {
    const [one] = await changed(members);
    expect(one).toMatchObject({ item: expected });
  });

  it('takes a row whose disease has no counterpart, fits it to no tumour, and says so', async () => {
    const [one] = await changed({ disease: 'Von Hippel-Lindau Disease', doid: '14175' });
    expect(one).toMatchObject({
      item: { tumourTypes: [], disease: { name: 'Von Hippel-Lindau Disease', doid: '14175' } },
      notes: [
        'Von Hippel-Lindau Disease has no counterpart among the tumour types: the statement fits none.',
      ],
    });
  });

  it.each<[string, Cells]>([
    ['The evidence level «F» is none of A to E.', { evidence_level: 'F' }],
    ['The evidence type «Magic» is not known.', { evidence_type: 'Magic' }],
    ['The direction «Maybe» is not known.', { evidence_direction: 'Maybe' }],
    ['The significance «Better» is not known.', { significance: 'Better' }],
    ['The status «draft» is not known.', { evidence_status: 'draft' }],
    ['The therapy interaction «Mixed» is not known.', { therapy_interaction_type: 'Mixed' }],
    ['A predictive row names no therapy.', { therapies: '' }],
    ['The row has no number of its own.', { evidence_id: '' }],
    ['The molecular profile «( BRAF V600E» cannot be read.', { molecular_profile: '( BRAF V600E' }],
  ])('skips a row and says: %s', async (skipped, members) => {
    expect(await changed(members)).toEqual([expect.objectContaining({ skipped })]);
  });

  it('skips a line that was cut short, and reads on', async () => {
    const cut = importCivicTable(
      {
        ...table([]),
        rows: (async function* () {
          yield await Promise.resolve({ row: 2, cells: { molecular_profile: 'BRAF' }, width: 1 });
          yield { row: 3, cells: row, width: 25 };
        })(),
      },
      references,
    );
    const rows = cut.ok ? await collectAll(cut.value) : [];
    expect(rows).toMatchObject([
      { skipped: 'The line was cut short: 1 of 25 cells.' },
      { item: { id: 'CIViC EID3758' } },
    ]);
  });

  it('refuses a table with a column renamed, naming it', () => {
    const columns = Object.keys(row).map((name) => (name === 'significance' ? 'clinical_meaning' : name));
    const result = importCivicTable(table([], columns), references);
    expect(result.ok ? [] : result.error).toMatchObject([
      {
        code: 'KNOWLEDGE.COLUMN_MISSING',
        place: 'evidence.tsv, line 1',
        message: expect.stringContaining('«significance»'),
      },
    ]);
  });

  it('refuses a table of another kind', () => {
    const result = importCivicTable(table([], ['sample', 'depth', 'mood']), references);
    expect(result.ok ? [] : result.error).toMatchObject([{ code: 'KNOWLEDGE.NOT_A_CIVIC_TABLE' }]);
  });
});

describe(ReleaseCollector.name, () => {
  const collect = async (...tables: (readonly Cells[])[]) => {
    const collector = new ReleaseCollector();
    for (const [index, cells] of tables.entries()) {
      const source = { ...table(cells), file: `file-${String(index + 1)}.tsv` };
      for (const one of await imported(source)) collector.add(one);
    }
    return collector;
  };
  const release = async (...tables: (readonly Cells[])[]) =>
    (await collect(...tables)).release('civic', 'CIViC', 'CC0', []);

  it('takes the version reviewed last, in whichever order the files come', async () => {
    const newer = { ...row, last_review_date: '2026-05-01 00:00:00 UTC', rating: '3' };
    const forth = await release([row], [newer]);
    const back = await release([newer], [row]);
    expect(forth).toEqual(back);
    expect(forth.evidence).toMatchObject([{ reviewedOn: '2026-05-01', grade: { stars: 3 } }]);
    expect(forth.name).toBe('civic-2026.05');
  });

  it('accounts for every row', async () => {
    const newer = { ...row, last_review_date: '2026-05-01 00:00:00 UTC' };
    const other = { ...row, evidence_id: '9', disease: 'Odd', doid: '1' };
    const collector = await collect([row, row, other, { ...row, evidence_level: 'F' }], [newer]);
    expect(collector.reports.map(({ remarks: _, ...counts }) => counts)).toEqual([
      { file: 'file-1.tsv', rows: 4, taken: 0, changed: 1, repeated: 1, superseded: 1, skipped: 1 },
      { file: 'file-2.tsv', rows: 1, taken: 1, changed: 0, repeated: 0, superseded: 0, skipped: 0 },
    ]);
  });
});
