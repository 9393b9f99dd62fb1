import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve as join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import {
  importCpicFrequencies,
  importCpicGuidelines,
  importCpicPairs,
  importOncoTree,
  writeTumourTypes,
} from '@consilium/knowledge-core';

const { resolve } = createRequire(import.meta.url);
const shared = join(import.meta.dirname, '../../../shared/data');
const trees = join(shared, 'oncotree/oncotree_2025_10_03.json.gz');
const pgx = join(shared, 'pgx');

describe('OncoTree of 3 October 2025', () => {
  if (!existsSync(trees)) {
    it.skip('the tree is not at hand: it was not compared with the table', () => undefined);
    return;
  }
  it('gives the table of tumour types that comes with the product', () => {
    const json: unknown = JSON.parse(gunzipSync(readFileSync(trees)).toString('utf8'));
    const read = importOncoTree('oncotree_2025_10_03.json', json);
    if (!read.ok) throw new Error(read.error[0]?.message);
    const table = readFileSync(resolve('@consilium/clinical/data/tumour-types.tsv'), 'utf8')
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .join('\n');
    expect(read.value.skipped).toEqual([]);
    expect(writeTumourTypes(read.value.rows, [])).toBe(table);
  });
});

describe('the answers of CPIC on CYP2D6 of 3 August 2026', () => {
  if (!existsSync(pgx)) {
    it.skip('the answers are not at hand: nothing was read', () => undefined);
    return;
  }
  it.each([
    ['pair_gene_cyp2d6_20260803.json', importCpicPairs, 79],
    ['guideline_cyp2d6_20260803.json', importCpicGuidelines, 7],
    ['frequency_cyp2d6_20260803.json', importCpicFrequencies, 30],
  ])('%s is taken whole', (file, read, count) => {
    const json: unknown = JSON.parse(readFileSync(join(pgx, file), 'utf8'));
    const rows = read(file, json);
    if (!rows.ok) throw new Error(rows.error[0]?.message);
    expect(rows.value.filter((row) => 'skipped' in row)).toEqual([]);
    expect(rows.value.length).toBe(count);
  });
});
