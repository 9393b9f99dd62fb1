import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readTumourTypes, type MolecularProfile } from '@consilium/clinical';
import { assembleRelease, type KnowledgeRelease } from '@consilium/knowledge-core';
import { indexKnowledge } from './index-knowledge.js';
import { interpretProfile } from './interpret-profile.js';
import { assay, items, profileOf, releaseOf, tumourTypes, variant } from './samples.fixture.js';
import type { TherapyOption } from './therapy-option.js';

const directory = new URL('../../../knowledge/core/releases/consilium-2026.11/', import.meta.url);
const read = (file: string): unknown => parse(readFileSync(new URL(file, directory), 'utf8'));
const assembled = assembleRelease(
  {
    release: read('release.yaml'),
    drugs: read('drugs.yaml'),
    genes: read('genes.yaml'),
    evidence: readdirSync(new URL('evidence/', directory)).map((file) => ({
      file,
      content: read(`evidence/${file}`),
    })),
  },
  // Its schema is the knowledge context's own test.
  (document): document is KnowledgeRelease => document !== null,
);
if (!assembled.ok) throw new Error(JSON.stringify(assembled.error));
const knowledge = indexKnowledge([assembled.value]);
const table = new URL('../../../shared/clinical/data/tumour-types.tsv', import.meta.url);
const oncoTree = readTumourTypes(readFileSync(table, 'utf8'));

const whole = { ...assay, kind: 'exome', genes: 'all' } as const;
const interpret = (more: Partial<MolecularProfile>) =>
  interpretProfile(profileOf({ assay: whole, ...more }), knowledge, oncoTree);
const find = (options: readonly TherapyOption[], ...drugs: readonly string[]) =>
  options.find((option) => option.drugs.join() === [...drugs].sort().join());

describe('under the built-in release', () => {
  it('BRAF V600E is level A for the combination in melanoma', () => {
    const { options } = interpret({ diagnosis: 'MEL', smallVariants: [variant('BRAF', 'V600E')] });
    expect(find(options, 'dabrafenib', 'trametinib')).toMatchObject({
      level: 'A',
      tumourTypeFit: 'this-type',
    });
    expect(options[0]?.level).toBe('A');
  });

  it.each(['COADREAD', 'COAD', 'READ'])(
    'BRAF V600E in %s never offers a BRAF inhibitor without an antibody',
    (diagnosis) => {
      const { options, withheld, possible } = interpret({
        diagnosis,
        smallVariants: [variant('BRAF', 'V600E')],
      });
      expect(find(options, 'encorafenib', 'cetuximab')?.level).toBe('A');
      const inhibitors = ['dabrafenib', 'vemurafenib', 'encorafenib'];
      for (const { drugs } of [...options, ...possible].filter((option) =>
        option.drugs.some((drug) => inhibitors.includes(drug)),
      )) {
        expect(drugs.some((drug) => ['cetuximab', 'panitumumab'].includes(drug))).toBe(true);
      }
      expect(find(withheld, 'dabrafenib', 'trametinib')?.withheldBecause?.reason).toBe('resistance');
    },
  );

  it('KRAS G12D in colorectal cancer closes EGFR antibodies', () => {
    const { options, avoid } = interpret({ diagnosis: 'COAD', smallVariants: [variant('KRAS', 'G12D')] });
    expect(avoid.map(({ therapy }) => therapy)).toContainEqual({ drugClass: 'EGFR antibody' });
    expect(options.some(({ drugs }) => drugs.includes('cetuximab') || drugs.includes('panitumumab'))).toBe(
      false,
    );
  });

  it.each(['E746_A750del', 'L747_P753delinsS', 'L747_A750delinsP'])(
    'EGFR %s is an exon 19 deletion',
    (change) => {
      const { options } = interpret({ diagnosis: 'LUAD', smallVariants: [variant('EGFR', change)] });
      expect(find(options, 'osimertinib')).toMatchObject({ level: 'A', tumourTypeFit: 'parent-type' });
    },
  );

  it('C797S withholds osimertinib and T790M first-generation inhibitors', () => {
    const found = ['E746_A750del', 'T790M', 'C797S'].map((change) => variant('EGFR', change));
    const { options, withheld } = interpret({ diagnosis: 'LUAD', smallVariants: found });
    for (const drug of ['osimertinib', 'gefitinib', 'erlotinib']) {
      expect(find(options, drug)).toBeUndefined();
      expect(find(withheld, drug)).toBeDefined();
    }
  });

  it('an NTRK fusion counts in every solid tumour', () => {
    const fusion = {
      kind: 'fusion',
      fivePrimeGene: 'ETV6',
      threePrimeGene: 'NTRK3',
      origin: 'somatic',
    } as const;
    for (const diagnosis of ['COAD', 'LUAD', 'PAAD']) {
      const { options } = interpret({ diagnosis, structuralVariants: [fusion] });
      expect(find(options, 'larotrectinib')).toMatchObject({ level: 'A', tumourTypeFit: 'any-tumour' });
    }
  });

  it('leaves immunotherapy open where MSI was not tested', () => {
    const { options, possible } = interpret({ diagnosis: 'COAD' });
    expect(find(options, 'pembrolizumab')).toBeUndefined();
    expect(find(possible, 'pembrolizumab')?.wouldSettle.map(({ kind }) => kind)).toContain('biomarker');
  });

  it('explains every option with its sources', () => {
    const { options } = interpret({ diagnosis: 'MEL', smallVariants: [variant('BRAF', 'V600E')] });
    for (const { explanation, rank } of options) {
      expect(explanation.join('\n')).toMatch(
        /Found: BRAF V600E[\s\S]*Level [A-D][\s\S]*Place \d+ of[\s\S]*Sources: .*consilium-2026.11/,
      );
      expect(options[rank - 1]?.explanation).toBe(explanation);
    }
  });
});

describe(interpretProfile.name, () => {
  it('lists what each finding did, and leaves out what changes no protein', () => {
    const profile = profileOf({
      smallVariants: [variant('BRAF', 'V600E'), variant('TP53', 'P72R'), variant('KRAS', 'G12=')],
      biomarkers: [{ kind: 'MSI', state: 'negative' }],
    });
    const { findings } = interpretProfile(
      profile,
      indexKnowledge([releaseOf(items.melanoma, items.msi)]),
      tumourTypes,
    );
    expect(
      findings.map(({ finding, oncogenic, matches }) => [
        finding,
        oncogenic,
        matches.map(({ evidence }) => evidence),
      ]),
    ).toEqual([
      [{ list: 'smallVariants', index: 0 }, 'met', ['MEL-1']],
      [{ list: 'smallVariants', index: 1 }, 'unknown', []],
      [{ list: 'biomarkers', index: 0 }, undefined, []],
    ]);
  });

  it('does not take a truncation for oncogenic where it may leave the product, or is not how the gene fails', () => {
    const oncogenic = (gene: string, change: string) =>
      interpret({ diagnosis: 'COAD', smallVariants: [variant(gene, change)] }).findings[0]?.oncogenic;
    expect(oncogenic('BRCA2', 'K3326*')).toBe('unknown');
    expect(oncogenic('POLE', 'R1000*')).toBe('unknown');
    expect(oncogenic('BRCA2', 'K1000*')).toBe('met');
  });

  it('survives JSON whole', () => {
    const interpretation = interpret({ diagnosis: 'COAD', smallVariants: [variant('BRAF', 'V600E')] });
    expect(JSON.parse(JSON.stringify(interpretation))).toEqual(interpretation);
  });
});
