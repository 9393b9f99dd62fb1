import { describe, expect, it } from '@jest/globals';
import { importOncoTree, writeTumourTypes } from './oncotree.js';

interface Node {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  readonly history?: readonly string[];
  readonly revocations?: readonly string[];
  readonly precursors?: readonly string[];
  readonly children?: Readonly<Record<string, Node>>;
}

const root: Node = { code: 'TISSUE', name: 'Tissue', parent: null };
const brain: Node = { code: 'BRAIN', name: 'CNS/Brain', parent: 'TISSUE' };
const glioma: Node = { code: 'DIFG', name: 'Diffuse Glioma', parent: 'BRAIN' };
/** As in the version of 3 October 2025, where GBM had been given up for GB. */
const glioblastoma: Node = {
  code: 'GB',
  name: 'Glioblastoma, IDH-Wildtype',
  parent: 'DIFG',
  history: [],
  revocations: ['GBM'],
  precursors: [],
};
const treeOf = (leaf: object | null) => ({
  TISSUE: {
    ...root,
    children: { BRAIN: { ...brain, children: { DIFG: { ...glioma, children: { GB: leaf } } } } },
  },
});
const rows = [
  { code: 'TISSUE', parent: '', name: 'Tissue', formerly: [] },
  { code: 'BRAIN', parent: 'TISSUE', name: 'CNS/Brain', formerly: [] },
  { code: 'DIFG', parent: 'BRAIN', name: 'Diffuse Glioma', formerly: [] },
  { code: 'GB', parent: 'DIFG', name: 'Glioblastoma, IDH-Wildtype', formerly: ['GBM'] },
];

describe(importOncoTree.name, () => {
  it('reads the tree, parents first, with retired codes', () => {
    expect(importOncoTree('tree.json', treeOf(glioblastoma))).toEqual({
      ok: true,
      value: { rows, skipped: [] },
    });
  });

  it('reads the list alike', () => {
    expect(importOncoTree('list.json', [root, brain, glioma, glioblastoma])).toEqual({
      ok: true,
      value: { rows, skipped: [] },
    });
  });

  it('joins what history, revocations and precursors say', () => {
    const told = { ...glioblastoma, history: ['OLD', 'GBM'], precursors: ['ANCIENT'] };
    expect(importOncoTree('tree.json', treeOf(told))).toMatchObject({
      value: { rows: [{}, {}, {}, { formerly: ['ANCIENT', 'GBM', 'OLD'] }] },
    });
  });

  it.each([
    ['without a name', { ...glioblastoma, name: undefined }, /\/TISSUE\/BRAIN\/DIFG\/GB: \/name/],
    ['whose code is a number', { ...glioblastoma, code: 7 }, /\/code: text was expected, not a number/],
    ['whose history is a text', { ...glioblastoma, history: 'GBM' }, /\/history: a list was expected/],
    ['that names another parent', { ...glioblastoma, parent: 'BRAIN' }, /its parent is DIFG, not BRAIN/],
    ['that is null', null, /an object was expected, not null/],
  ])('leaves out a node %s', (_, leaf, reason) => {
    expect(importOncoTree('tree.json', treeOf(leaf))).toMatchObject({
      ok: true,
      value: { rows: rows.slice(0, 3), skipped: [{ skipped: expect.stringMatching(reason) }] },
    });
  });

  it('leaves out with a node of the list what hangs on it', () => {
    const read = importOncoTree('list.json', [root, brain, { ...glioma, name: null }, glioblastoma]);
    expect(read).toMatchObject({
      ok: true,
      value: {
        rows: rows.slice(0, 2),
        skipped: [
          { place: { row: 3 }, skipped: expect.stringContaining('/name') },
          { place: { row: 4, id: 'GB' }, skipped: expect.stringContaining('its parent DIFG was left out') },
        ],
      },
    });
  });

  it.each([
    ['a circle', [root, { ...brain, parent: 'GB' }, glioma, glioblastoma], /circle/],
    ['a code that is its own parent', [root, { ...brain, parent: 'BRAIN' }], /circle/],
    ['a code that stands twice', [root, brain, brain], /BRAIN stands twice/],
    ['an unknown parent', [root, { ...brain, parent: 'HEAD' }], /parent HEAD/],
    ['a list without the root', [{ ...brain, parent: null }], /root TISSUE is missing/],
    ['a second root', [root, brain, { ...glioma, parent: null }], /DIFG does not hang/],
    ['a bare root', [root], /nothing but its root/],
    ['another document', { status: 404 }, /root TISSUE is missing/],
    ['a text', 'Not found', /an object was expected/],
    [
      'a tree in which a child repeats its ancestor',
      treeOf({ ...brain, parent: 'DIFG' }),
      /BRAIN stands twice/,
    ],
  ])('refuses %s whole', (_, json, message) => {
    expect(importOncoTree('oncotree.json', json)).toMatchObject({
      ok: false,
      error: [{ place: 'oncotree.json', message: expect.stringMatching(message) }],
    });
  });

  it('refuses a list whose member was renamed, naming it', () => {
    const renamed = [root, brain].map(({ parent, ...rest }) => ({ ...rest, above: parent }));
    expect(importOncoTree('oncotree.json', renamed)).toMatchObject({
      ok: false,
      error: [{ code: 'KNOWLEDGE.COLUMN_MISSING', message: expect.stringContaining('«parent»') }],
    });
  });
});

describe(writeTumourTypes.name, () => {
  it('writes the table', () => {
    expect(writeTumourTypes(rows.slice(2), ['OncoTree'])).toBe(
      '# OncoTree\ncode\tparent\tname\tformerly\nDIFG\tBRAIN\tDiffuse Glioma\t\nGB\tDIFG\tGlioblastoma, IDH-Wildtype\tGBM\n',
    );
  });
});
