import { describe, expect, it } from '@jest/globals';
import { readGeneCatalogue } from '@consilium/clinical';
import { importHgnc, writeGenes, type ImportedGene } from './hgnc.js';
import type { SourceTable } from './source-table.js';

const columns = ['hgnc_id', 'symbol', 'name', 'status', 'alias_symbol', 'prev_symbol'];

function tableOf(lines: readonly (readonly string[])[], names = columns): SourceTable {
  async function* rows() {
    for (const [index, line] of lines.entries()) {
      const cells = Object.fromEntries(
        names.flatMap((name, at) => (at < line.length ? [[name, line[at] ?? '']] : [])),
      );
      yield await Promise.resolve({ row: index + 2, cells, width: line.length });
    }
  }
  return { file: 'hgnc_complete_set.txt', columns: names, rows: rows() };
}
async function importOf(...lines: readonly (readonly string[])[]): Promise<readonly ImportedGene[]> {
  const rows = importHgnc(tableOf(lines));
  if (!rows.ok) throw new Error('It was refused.');
  const taken: ImportedGene[] = [];
  for await (const row of rows.value) taken.push(row);
  return taken;
}
/** HGNC:3430, with some of its names. */
const erbb2 = [
  'HGNC:3430',
  'ERBB2',
  'erb-b2 receptor tyrosine kinase 2',
  'Approved',
  '"NEU|HER-2|CD340"',
  'NGL',
];

describe(importHgnc.name, () => {
  it('takes a gene with its alias and previous symbols, sorted', async () => {
    expect(await importOf(erbb2)).toEqual([
      {
        place: { file: 'hgnc_complete_set.txt', row: 2, id: 'HGNC:3430' },
        gene: { symbol: 'ERBB2', hgnc: '3430', aliases: ['CD340', 'HER-2', 'NEU', 'NGL'] },
      },
    ]);
  });

  it('takes a gene without other names', async () => {
    expect(await importOf(['HGNC:5', 'A1BG', 'alpha-1-B glycoprotein', 'Approved', '', ''])).toMatchObject([
      { gene: { symbol: 'A1BG', hgnc: '5', aliases: [] } },
    ]);
  });

  it.each([
    ['a withdrawn entry', ['HGNC:1', 'OLD', 'x', 'Entry Withdrawn', '', ''], /OLD was withdrawn/],
    ['an unknown status', ['HGNC:1', 'OLD', 'x', 'Pending', '', ''], /«Pending»/],
    ['a row without symbol', ['HGNC:1', '', 'x', 'Approved', '', ''], /names no gene/],
    ['a number that is none', ['one', 'OLD', 'x', 'Approved', '', ''], /«one» is no HGNC number/],
    ['half a line', ['HGNC:1', 'OLD'], /2 of 6 cells/],
    ['a symbol that stands twice', erbb2, /ERBB2 stands in row 2 already/],
  ])('skips %s and takes the others', async (_, line, reason) => {
    expect(await importOf(erbb2, line)).toMatchObject([
      { gene: {} },
      { place: { row: 3 }, skipped: expect.stringMatching(reason) },
    ]);
  });

  it.each(columns.filter((column) => column !== 'name'))('refuses a table without %s', (missing) => {
    const names = columns.map((column) => (column === missing ? 'renamed' : column));
    expect(importHgnc(tableOf([erbb2], names))).toMatchObject({
      ok: false,
      error: [
        {
          code: 'KNOWLEDGE.COLUMN_MISSING',
          message: expect.stringContaining(`«${missing}»`),
          remedy: expect.stringContaining('renamed'),
        },
      ],
    });
  });
});

describe(writeGenes.name, () => {
  it('writes a table the gene catalogue reads', async () => {
    const genes = (await importOf(erbb2, ['HGNC:5', 'A1BG', '', 'Approved', '', ''])).flatMap((row) =>
      'gene' in row ? [row.gene] : [],
    );
    const tsv = writeGenes(genes, ['HGNC']);
    expect(tsv).toBe('# HGNC\nsymbol\thgnc\taliases\nA1BG\t5\t\nERBB2\t3430\tCD340|HER-2|NEU|NGL\n');
    expect(readGeneCatalogue(tsv).resolve('HER-2')).toEqual({ kind: 'alias', symbol: 'ERBB2' });
  });
});
