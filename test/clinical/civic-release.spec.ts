import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { exampleProfile, indexKnowledge, isOnLabel, judgeStatements } from '@consilium/interpretation-core';
import { isPredictive } from '@consilium/knowledge-core';
import { importCivicFiles, loadBuiltInRelease, loadImportReferences } from '@consilium/knowledge-nest';
import { loadTumourTypes } from '@consilium/platform-reference';

const folder = resolve(import.meta.dirname, '../../../shared/data/civic');
const present = existsSync(folder);
if (!present) console.warn('Skipped: CIViC’s tables are not beside the project.');

/** Reads ten thousand rows several times. */
jest.setTimeout(120_000);

(present ? describe : describe.skip)('CIViC, whole', () => {
  const files = present
    ? readdirSync(folder)
        .filter((file) => /\.(tsv|csv)(\.gz)?$/.test(file))
        .sort()
        .map((file) => join(folder, file))
    : [];
  const own = loadBuiltInRelease();
  const read = (order: readonly string[] = files) =>
    importCivicFiles(order, loadImportReferences(), own.drugs);

  it('accounts for every row of every table', async () => {
    const { files: reports, problems } = await read();
    expect(problems).toEqual([]);
    expect(reports).toHaveLength(files.length);
    for (const { rows, taken, changed, repeated, superseded, skipped, remarks } of reports) {
      expect(taken + changed + repeated + superseded + skipped).toBe(rows);
      expect(remarks.filter(({ outcome }) => outcome === 'skipped')).toHaveLength(skipped);
      expect(remarks.every(({ reasons }) => reasons.length > 0)).toBe(true);
    }
    const skipped = reports.flatMap(({ remarks }) => remarks.filter(({ outcome }) => outcome === 'skipped'));
    expect([...new Set(skipped.flatMap(({ reasons }) => reasons))].sort()).toEqual([
      'A predictive row names no therapy.',
      'The row only joins numbers; what they join stands in the other tables.',
    ]);
  });

  it('gives the same statements whatever the order of its files', async () => {
    const forth = await read();
    const back = await read([...files].reverse());
    expect(back.release?.evidence).toEqual(forth.release?.evidence);
  });

  it('returns each accepted predictive statement of level A or B to its own profile and tumour type', async () => {
    const { release } = await read();
    if (release === undefined) throw new Error('nothing was read');
    const index = indexKnowledge([release, own]);
    const tumourTypes = loadTumourTypes();
    const asked = release.evidence.filter(
      (item) =>
        isPredictive(item) &&
        (item.status === undefined || item.status === 'flagged') &&
        item.grade?.scale === 'CIViC' &&
        'AB'.includes(item.grade.level),
    );
    const missed = asked.filter((item) => {
      const code = typeof item.tumourTypes === 'string' ? 'LUAD' : (item.tumourTypes[0] ?? 'LUAD');
      const profile = exampleProfile(item.profile, code, index.genes);
      const found = judgeStatements(profile, index, tumourTypes).find((one) => one.item.id === item.id);
      if (found?.answer.answer !== 'met') return true;
      return item.tumourTypes.length > 0 && !isOnLabel(found.fit);
    });
    expect(asked.length).toBeGreaterThan(600);
    expect(missed.length / asked.length).toBeLessThanOrEqual(0.01);
  });
});
