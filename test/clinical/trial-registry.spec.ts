import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { loadBuiltInRelease } from '@consilium/knowledge-nest';
import {
  importRegistryStudy,
  joinItems,
  readRegistryStudies,
  therapyClasses,
  type Criterion,
} from '@consilium/trials-core';

const folder = resolve(import.meta.dirname, '../../../shared/data/trials');
const present = existsSync(folder);
if (!present) console.warn('Skipped: studies of ClinicalTrials.gov are not beside the project.');

const readText = (file: string): string => {
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
};

/** Every file of the registry; the folder holds patients' notes and other tables too. */
const filesIn = (place: string): readonly string[] =>
  readdirSync(place, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(place, entry.name)) : [join(place, entry.name)]))
    .filter((file) => /\.(json|xml)(\.gz)?$/.test(file))
    .filter((file) => /"nctId"|<nct_id>/.test(readText(file)))
    .sort();

/** The source's words, wherever the tree has them. */
function wordsOf(criterion: Criterion): readonly string[] {
  const own = criterion.text === undefined ? [] : [criterion.text];
  if ('unstructured' in criterion) return [...own, criterion.unstructured.text];
  if ('all' in criterion) return [...own, ...criterion.all.flatMap(wordsOf)];
  if ('any' in criterion) return [...own, ...criterion.any.flatMap(wordsOf)];
  return 'not' in criterion ? [...own, ...wordsOf(criterion.not)] : own;
}

describe('drug classes that the rules name', () => {
  it('are those of the built-in release, so that none is looked for in vain', () => {
    const held = new Set(loadBuiltInRelease().drugs.flatMap(({ classes }) => classes));
    expect(therapyClasses.filter((name) => !held.has(name))).toEqual([]);
  });
});

(present ? describe : describe.skip)('ClinicalTrials.gov, real studies', () => {
  const files = present ? filesIn(folder) : [];
  const read = files.map((file) => ({
    file,
    text: readText(file),
    reading: readRegistryStudies(readText(file)),
  }));
  const imports = read.flatMap(({ file, reading }) =>
    reading.ok
      ? reading.value.studies.map((study) => ({
          file,
          study,
          ...importRegistryStudy(study, { retrievedOn: '2026-11-23' }),
        }))
      : [],
  );

  it('reads every study of every file, and refuses those alone that come without criteria', () => {
    expect(imports.length).toBeGreaterThanOrEqual(78);
    for (const { text, reading } of read) {
      const problems = reading.ok ? reading.value.refused : reading.error;
      expect([...new Set(problems.map(({ code }) => code))]).toEqual(
        problems.length === 0 ? [] : ['TRIALS.NO_CRITERIA'],
      );
      const taken = reading.ok ? reading.value.studies.length : 0;
      const withCriteria = text.match(/"eligibilityCriteria"\s*:|<criteria>/g) ?? [];
      expect(taken).toBe(withCriteria.length);
    }
  });

  it('puts each text together again from its items', () => {
    for (const { study, report } of imports) {
      expect(joinItems(report.items)).toBe(study.eligibility.criteria);
      for (const { kind, text } of report.items)
        if (kind === 'separator')
          expect(text).toMatch(/^(?:\s|\\|[*•\-–—o①-⑳]|\(?[\da-z]{1,4} ?\\?[.)])*$/iu);
    }
  });

  it('loses no criterion: each stands in the tree in the source’s words', () => {
    for (const { trial, report } of imports) {
      const words = trial.eligibility === undefined ? '' : wordsOf(trial.eligibility).join('\n');
      expect(report.lost).toBe(0);
      const items = report.items.filter(({ kind }) => kind === 'criterion');
      expect(report.outcomes).toHaveLength(items.length);
      for (const { text } of items) expect(words).toContain(text);
    }
  });

  it('finds both lists where the text names both, and knows which item is whose', () => {
    for (const { study, report } of imports) {
      const lists = new Set(report.items.filter(({ kind }) => kind === 'criterion').map(({ list }) => list));
      for (const list of ['inclusion', 'exclusion'] as const)
        if (new RegExp(`^\\s*(?:key )?${list} criteria:?\\s*$`, 'im').test(study.eligibility.criteria))
          expect([study.nctId, [...lists]]).toEqual([study.nctId, expect.arrayContaining([list])]);
    }
  });

  it('makes a trial of each with an arm, a date of its status, and a mark where it only observes', () => {
    for (const { study, trial } of imports) {
      expect(trial.arms.length).toBeGreaterThan(0);
      expect(trial.statusOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(trial.note !== undefined).toBe(study.studyType === 'OBSERVATIONAL');
      expect(trial.status === 'unknown').toBe(study.overallStatus === 'UNKNOWN');
      for (const { country } of trial.sites ?? []) expect(country).toMatch(/^[A-Z]{2}$/);
    }
    expect(imports.filter(({ trial }) => trial.note !== undefined).length).toBeGreaterThanOrEqual(12);
  });

  it('says what became of the criteria of each file', () => {
    const rows = read.map(({ file, reading }) => {
      const own = imports.filter((one) => one.file === file);
      const sum = (key: 'structured' | 'unstructured' | 'fromFields' | 'lost'): number =>
        own.reduce((total, { report }) => total + report[key], 0);
      return {
        file: file.slice(folder.length + 1),
        studies: own.length,
        refused: (reading.ok ? reading.value.refused : reading.error).length,
        structured: sum('structured'),
        fields: sum('fromFields'),
        unstructured: sum('unstructured'),
        lost: sum('lost'),
      };
    });
    const width = Math.max(...rows.map(({ file }) => file.length));
    console.info(
      rows
        .map(
          ({ file, studies, refused, structured, fields, unstructured, lost }) =>
            `${file.padEnd(width)}  ${String(studies)} read, ${String(refused)} refused: ${String(structured)} structured, ${String(fields)} from fields, ${String(unstructured)} kept unstructured, ${String(lost)} lost`,
        )
        .join('\n'),
    );
    // What the rules reach today; fewer would be a form that is no longer recognised.
    expect(rows.reduce((total, { structured }) => total + structured, 0)).toBeGreaterThanOrEqual(280);
    expect(rows.every(({ lost }) => lost === 0)).toBe(true);
  });
});
