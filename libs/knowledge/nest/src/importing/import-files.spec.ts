import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importCivicFiles } from './import-files.js';
import { loadImportReferences } from './load-import-references.js';

const columns =
  'gene entrez_id variant disease doid phenotypes drugs drug_interaction_type evidence_type evidence_direction evidence_level clinical_significance evidence_statement citation_id source_type asco_abstract_id citation nct_ids rating evidence_status evidence_id variant_origin last_review_date'.split(
    ' ',
  );
const cells: Readonly<Record<string, string>> = {
  gene: 'BRAF',
  variant: 'V600E',
  disease: 'Melanoma',
  doid: '1909',
  drugs: 'Vemurafenib',
  evidence_type: 'Predictive',
  evidence_direction: 'Supports',
  evidence_level: 'B',
  clinical_significance: 'Sensitivity/Response',
  evidence_statement: 'A "literal" quotation mark, and ünïcode.',
  citation_id: '1',
  source_type: 'PubMed',
  rating: '3',
  evidence_status: 'accepted',
  variant_origin: 'Somatic',
  last_review_date: '2021-01-01 00:00:00 UTC',
};
const line = (id: number): string =>
  columns.map((name) => (name === 'evidence_id' ? String(id) : (cells[name] ?? ''))).join('\t');

describe(importCivicFiles.name, () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'consilium-import-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const file = (name: string, content: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const read = (...paths: string[]) => importCivicFiles(paths, loadImportReferences(), []);
  const table = (rows: number): string =>
    [columns.join('\t'), ...Array.from({ length: rows }, (_, at) => line(at + 1)), ''].join('\n');

  it('reads rows with literal quotation marks, extra cells and a byte order mark', async () => {
    const text = `\uFEFF${columns.join('\t')}\n${line(1)}\textra\textra\n`;
    const { release, files } = await read(file('odd.tsv', text));
    expect(files[0]).toMatchObject({ rows: 1, taken: 1 });
    expect(release?.evidence[0]?.statement).toBe('A "literal" quotation mark, and ünïcode.');
  });

  it('takes the rows before a break, and says that the file ended in the middle', async () => {
    const whole = gzipSync(table(3000));
    const half = file('half.tsv.gz', whole.subarray(0, Math.floor(whole.length / 2)));
    const { problems, files } = await read(half);
    expect(problems).toMatchObject([{ code: 'KNOWLEDGE.UNREADABLE_FILE', place: 'half.tsv.gz' }]);
    expect(files.every(({ rows, taken, changed }) => rows === taken + changed)).toBe(true);
  });

  it('refuses a table with a column renamed, and reads the others', async () => {
    const renamed = file('renamed.tsv', table(2).replace('evidence_level', 'level'));
    const { problems, files, release } = await read(renamed, file('sound.tsv', table(2)));
    expect(problems).toMatchObject([
      { code: 'KNOWLEDGE.COLUMN_MISSING', message: expect.stringContaining('«evidence_level»') },
    ]);
    expect(files.map((one) => one.file)).toEqual(['sound.tsv']);
    expect(release?.evidence).toHaveLength(2);
  });

  it.each<[string, string | Buffer, string]>([
    ['empty.tsv', '', 'KNOWLEDGE.EMPTY_FILE'],
    ['noise.tsv', Buffer.from([0, 255, 13, 9, 10, 1, 2]), 'KNOWLEDGE.NOT_A_CIVIC_TABLE'],
    ['page.html', '<html><body>Not found</body></html>', 'KNOWLEDGE.NOT_A_CIVIC_TABLE'],
  ])('refuses %s, and makes no release', async (name, content, code) => {
    const { problems, release } = await read(file(name, content));
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(release).toBeUndefined();
  });
});
