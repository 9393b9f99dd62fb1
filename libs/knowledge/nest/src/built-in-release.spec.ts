import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import type { ProfilePattern } from '@consilium/clinical';
import { describeProblem } from '@consilium/kernel';
import {
  assembleRelease,
  checkRelease,
  patternCovers,
  releaseDocument,
  isPredictive,
  type KnowledgeRelease,
  type PredictiveItem,
} from '@consilium/knowledge-core';
import { loadGeneCatalogue, loadTumourTypes } from '@consilium/platform-reference';

const directory = new URL('../../core/releases/consilium-2026.11/', import.meta.url);
const schemaFile = new URL('../../../../schemas/knowledge/release.schema.json', import.meta.url);

const read = (file: string): unknown => parse(readFileSync(new URL(file, directory), 'utf8'));
const documents = {
  release: read('release.yaml'),
  drugs: read('drugs.yaml'),
  genes: read('genes.yaml'),
  evidence: readdirSync(new URL('evidence/', directory))
    .sort()
    .map((file) => ({ file: `evidence/${file}`, content: read(`evidence/${file}`) })),
};
const schema: AnySchemaObject = JSON.parse(readFileSync(schemaFile, 'utf8'));
const validate = new Ajv2020({ allErrors: true, strict: true }).compile<KnowledgeRelease>(schema);

function builtIn(): KnowledgeRelease {
  const assembled = assembleRelease(documents, validate);
  if (!assembled.ok) throw new Error(JSON.stringify(validate.errors ?? assembled.error, null, 2));
  return assembled.value;
}

const predictive = (): readonly PredictiveItem[] => builtIn().evidence.filter(isPredictive);

describe('the built-in release', () => {
  it('fits its schema', () => {
    const document = releaseDocument(documents);
    expect(document.ok && validate(document.value) ? [] : (validate.errors ?? document)).toEqual([]);
  });

  it('has nothing to complain of', () => {
    const references = { genes: loadGeneCatalogue(), tumourTypes: loadTumourTypes() };
    expect(checkRelease(builtIn(), references).map(describeProblem)).toEqual([]);
  });

  it('holds at least 80 approved therapies', () => {
    expect(predictive().filter(isApproval).length).toBeGreaterThanOrEqual(80);
  });

  it('cites an approval or a guideline for every statement of level A', () => {
    const uncited = predictive().filter(
      ({ level, direction, citations }) =>
        level === 'A' && direction === 'sensitive' && !citations.some(({ kind }) => kind !== 'pmid'),
    );
    expect(uncited.map(({ id }) => id)).toEqual([]);
  });

  it('never lets a silent change count: codons and residues come with classes', () => {
    const careless = predictive().filter(({ profile }) =>
      smallVariantsOf(profile).some(
        ({ codons, residues, classes }) => (codons ?? residues) && classes === undefined,
      ),
    );
    expect(careless.map(({ id }) => id)).toEqual([]);
  });

  describe('BRAF V600E', () => {
    const asks = (pattern: ProfilePattern): boolean =>
      smallVariantsOf(pattern).some(({ gene, changes }) => gene === 'BRAF' && changes?.includes('V600E'));
    const regimens = (direction: string, type: string): string[] =>
      predictive()
        .filter((item) => item.direction === direction && asks(item.profile) && holdsFor(item, type))
        .flatMap(({ therapy }) => ('drugs' in therapy ? [therapy.drugs.join(' + ')] : []));

    it('in melanoma: dabrafenib with trametinib, by its approval', () => {
      const found = predictive().find(
        ({ profile, tumourTypes, therapy }) =>
          asks(profile) &&
          tumourTypes.includes('MEL') &&
          'drugs' in therapy &&
          therapy.drugs.join() === 'dabrafenib,trametinib',
      );
      expect(found).toMatchObject({ direction: 'sensitive', level: 'A' });
      expect(found?.citations).toContainEqual({
        kind: 'label',
        agency: 'FDA',
        reference: 'NDA 202806',
        year: 2014,
      });
    });

    it('in colorectal cancer: encorafenib only with cetuximab, and nothing with dabrafenib', () => {
      expect(regimens('sensitive', 'COAD')).toEqual([
        'encorafenib + cetuximab',
        'encorafenib + cetuximab + fluorouracil + folinic acid + oxaliplatin',
      ]);
    });

    it('in colorectal cancer: resistant to a BRAF inhibitor without an EGFR antibody', () => {
      const { drugs } = builtIn();
      const evidence = predictive();
      const resistant = (...regimen: string[]): boolean =>
        evidence.some(
          (item) =>
            item.direction === 'resistant' &&
            asks(item.profile) &&
            holdsFor(item, 'COAD') &&
            patternCovers(item.therapy, regimen, drugs),
        );
      expect(resistant('dabrafenib', 'trametinib')).toBe(true);
      expect(resistant('vemurafenib')).toBe(true);
      expect(resistant('encorafenib', 'cetuximab')).toBe(false);
    });
  });

  it('does not call adagrasib with cetuximab resistant for KRAS G12C, but cetuximab alone', () => {
    const { drugs } = builtIn();
    const evidence = predictive();
    const said = (...regimen: string[]): string[] =>
      evidence
        .filter(
          (item) =>
            item.direction === 'resistant' &&
            smallVariantsOf(item.profile).some(
              ({ gene, changes, codons, exceptChanges }) =>
                gene === 'KRAS' &&
                (changes?.includes('G12C') || (codons?.includes(12) && !exceptChanges?.includes('G12C'))),
            ) &&
            patternCovers(item.therapy, regimen, drugs),
        )
        .map(({ id }) => id);
    expect(said('adagrasib', 'cetuximab')).toEqual([]);
    expect(said('cetuximab')).toHaveLength(1);
  });
});

const isApproval = ({ direction, level, citations }: PredictiveItem): boolean =>
  direction === 'sensitive' && level === 'A' && citations.some(({ kind }) => kind === 'label');

function holdsFor({ tumourTypes, exceptTumourTypes = [] }: PredictiveItem, code: string): boolean {
  const types = loadTumourTypes();
  return (
    ['this-type', 'parent-type', 'any-tumour'].includes(types.fit(tumourTypes, code)) &&
    !types.isWithin(exceptTumourTypes, code)
  );
}

function smallVariantsOf(
  pattern: ProfilePattern,
): Extract<ProfilePattern, { smallVariant: unknown }>['smallVariant'][] {
  if ('all' in pattern) return pattern.all.flatMap(smallVariantsOf);
  if ('any' in pattern) return pattern.any.flatMap(smallVariantsOf);
  if ('not' in pattern) return smallVariantsOf(pattern.not);
  return 'smallVariant' in pattern ? [pattern.smallVariant] : [];
}
