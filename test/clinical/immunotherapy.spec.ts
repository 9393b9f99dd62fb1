import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import {
  biomarkerKinds,
  biomarkerStates,
  normaliseProteinChange,
  type Biomarker,
  type BiomarkerState,
  type MolecularProfile,
  type SmallVariant,
} from '@consilium/clinical';
import { indexCancerGenes, readImmunotherapy } from '@consilium/interpretation-core';
import type { BiomarkerTables, CancerGene } from '@consilium/knowledge-core';
import { loadTumourTypes } from '@consilium/platform-reference';

const release = new URL('../../libs/knowledge/core/releases/consilium-2026.11/', import.meta.url);
const tables: BiomarkerTables = parse(readFileSync(new URL('biomarkers.yaml', release), 'utf8'));
const file: { readonly genes: readonly CancerGene[] } = parse(
  readFileSync(new URL('genes.yaml', release), 'utf8'),
);
const genes = indexCancerGenes(file.genes);
const tumourTypes = loadTumourTypes();

const wholeAssay: MolecularProfile['assay'] = {
  name: 'Panel 500',
  kind: 'panel',
  pairing: 'paired',
  build: 'GRCh38',
  genes: 'all',
  alterations: ['small-variant', 'copy-number', 'structural-variant'],
  biomarkers: ['TMB', 'MSI'],
};
const profileOf = (more: Partial<MolecularProfile>): MolecularProfile => ({
  id: 'p1',
  patient: 'patient-1',
  hospital: 'hospital-1',
  reportId: 'r1',
  version: 1,
  status: 'final',
  issuedAt: '2026-11-01T08:00:00Z',
  laboratory: 'lab',
  diagnosis: 'LUAD',
  specimen: { id: 's1', site: 'lung', type: 'ffpe' },
  assay: wholeAssay,
  smallVariants: [],
  copyNumberAlterations: [],
  structuralVariants: [],
  biomarkers: [],
  recordCounts: [],
  remarks: [],
  ...more,
});
const read = (more: Partial<MolecularProfile>) =>
  readImmunotherapy(profileOf(more), tables, genes, tumourTypes);
const answerFor = (biomarker: Biomarker, more: Partial<MolecularProfile> = {}) => {
  const found = read({ biomarkers: [biomarker], ...more }).markers.find(
    ({ marker }) => marker === biomarker.kind,
  );
  if (found === undefined) throw new Error(`No rule for ${biomarker.kind}.`);
  return found;
};
const change = (gene: string, proteinChange: string): SmallVariant => ({
  gene,
  proteinChange,
  origin: 'somatic',
});

const tmb = (state: BiomarkerState, value: number): Biomarker => ({
  kind: 'TMB',
  state,
  value,
  unit: 'mut/Mb',
});
const hrd = (state: BiomarkerState, value: number, method?: string): Biomarker => ({
  kind: 'HRD',
  state,
  value,
  unit: 'score',
  ...(method === undefined ? {} : { method }),
});

describe('markers by the release', () => {
  it.each<[string, Biomarker, BiomarkerState, boolean]>([
    // Pembrolizumab, FDA 2020: at least 10 mut/Mb (KEYNOTE-158, PMID 32919526); within 0.5 ACTIN warns.
    ['TMB 20', tmb('positive', 20), 'positive', false],
    ['TMB 10', tmb('positive', 10), 'positive', true],
    ['TMB 9.6', tmb('negative', 9.6), 'negative', true],
    ['TMB 5', tmb('negative', 5), 'negative', false],
    ['TMB 5 called high', tmb('positive', 5), 'indeterminate', true],
    ['TMB without its unit', { kind: 'TMB', state: 'positive', value: 20 }, 'indeterminate', true],
    ['TMB without its value', { kind: 'TMB', state: 'positive' }, 'positive', false],
    // NCI workshop (PMID 9823339): 30 % of loci.
    [
      'MSI, 40 % of loci by PCR',
      { kind: 'MSI', state: 'positive', value: 40, unit: '%', method: 'PCR' },
      'positive',
      false,
    ],
    [
      'MSI, 20 % of loci by PCR called high',
      { kind: 'MSI', state: 'positive', value: 20, unit: '%', method: 'PCR' },
      'indeterminate',
      true,
    ],
    [
      'MSI, 22 % by sequencing, cut-off of the assay',
      { kind: 'MSI', state: 'positive', value: 22, unit: '%', method: 'NGS', cutoff: 20 },
      'positive',
      false,
    ],
    [
      'MSI, 12 % by sequencing against its cut-off',
      { kind: 'MSI', state: 'positive', value: 12, unit: '%', method: 'NGS', cutoff: 20 },
      'indeterminate',
      true,
    ],
    // Telli 2016 (PMID 26957554): 42.
    ['GIS 60', hrd('positive', 60), 'positive', false],
    ['GIS 42', hrd('positive', 42), 'positive', true],
    ['GIS 40', hrd('negative', 40), 'negative', true],
    ['GIS 37', hrd('negative', 37), 'negative', false],
    ['GIS 36 called positive', hrd('positive', 36), 'indeterminate', true],
    // Another scale: HRDetect 0.7 (PMID 28288110).
    ['HRDetect 0.9', hrd('positive', 0.9, 'HRDetect'), 'positive', false],
    ['HRDetect 0.5 called positive', hrd('positive', 0.5, 'HRDetect'), 'indeterminate', true],
    // ARIEL3 (PMID 28916367): 16 %.
    ['LOH 16 %', { kind: 'LOH', state: 'positive', value: 16, unit: '%' }, 'positive', false],
    ['LOH as a score', { kind: 'LOH', state: 'positive', value: 20, unit: 'score' }, 'indeterminate', true],
    // Blueprint (PMID 29800747): scoring and clone belong to the score.
    ['PD-L1 60 %', { kind: 'PD-L1', state: 'positive', value: 60, unit: '%' }, 'indeterminate', true],
    [
      'PD-L1 TPS 60 %, 22C3',
      { kind: 'PD-L1', state: 'positive', value: 60, unit: '%', scoring: 'TPS', clone: '22C3' },
      'positive',
      false,
    ],
    ['MMR lost', { kind: 'MMR', state: 'positive', method: 'IHC' }, 'positive', false],
  ])('%s', (_, biomarker, state, hold) => {
    expect(answerFor(biomarker)).toMatchObject({ state, hold });
  });

  it.each(['TMB', 'HRD', 'LOH', 'MSI'] as const)('%s is held where tumour cells are few', (kind) => {
    const few = { specimen: { id: 's', site: 'lung', type: 'ffpe', tumourFraction: 0.15 } } as const;
    const answer = answerFor({ kind, state: 'negative' }, few);
    expect(answer).toMatchObject({ state: 'negative', hold: true });
    expect(answer.settledBy).toContain(`${kind} from a specimen with more tumour cells`);
  });

  it('says whose cut-off was used', () => {
    expect(answerFor(tmb('positive', 20))).toMatchObject({ cutOff: 10, cutOffBy: 'rule' });
    expect(answerFor({ ...tmb('positive', 20), cutoff: 16 })).toMatchObject({
      cutOff: 16,
      cutOffBy: 'laboratory',
    });
    const between = answerFor({ ...tmb('negative', 12), cutoff: 16 });
    expect(between).toMatchObject({ state: 'negative', hold: true });
    expect(between.sentences.join(' ')).toMatch(/by that of the rule, 10, it would be positive/);
  });

  it('has an answer for every kind of marker, and not tested is none of the others', () => {
    const { markers } = read({});
    expect(new Set(markers.map(({ marker }) => marker))).toEqual(new Set(biomarkerKinds));
    expect(markers.every(({ state }) => state === 'not-tested')).toBe(true);
    const settledBy = (kind: string) => markers.find(({ marker }) => marker === kind)?.settledBy;
    expect(settledBy('TMB')).toEqual(['the result of TMB from the laboratory']);
    expect(settledBy('EBV')).toEqual(['a test of EBV']);
  });
});

const anyBiomarker: fc.Arbitrary<Biomarker> = fc
  .record({
    kind: fc.constantFrom(...biomarkerKinds),
    state: fc.constantFrom(...biomarkerStates),
    value: fc.option(fc.double({ min: 0, max: 100 }), { nil: undefined }),
    unit: fc.option(fc.constantFrom('mut/Mb' as const, '%' as const, 'score' as const), { nil: undefined }),
    scoring: fc.option(fc.constantFrom('TPS' as const, 'CPS' as const), { nil: undefined }),
  })
  .map(({ kind, state, value, unit, scoring }) => ({
    kind,
    state,
    ...(value === undefined ? {} : { value }),
    ...(unit === undefined ? {} : { unit }),
    ...(scoring === undefined ? {} : { scoring }),
  }));

describe('whatever is reported', () => {
  it('an answer is what the laboratory says, or indeterminate; never the contrary', () => {
    fc.assert(
      fc.property(anyBiomarker, (biomarker) => {
        expect([biomarker.state, 'indeterminate']).toContain(answerFor(biomarker).state);
      }),
    );
  });

  it('what is not definite, or is held, says what would settle it', () => {
    fc.assert(
      fc.property(fc.array(anyBiomarker, { maxLength: 5 }), (biomarkers) => {
        for (const { state, hold, settledBy } of read({ biomarkers }).markers) {
          const definite = state === 'positive' || state === 'negative';
          expect(settledBy.length > 0).toBe(!definite || hold);
        }
      }),
    );
  });

  it('the order of results does not matter', () => {
    fc.assert(
      fc.property(fc.array(anyBiomarker, { maxLength: 5 }), (biomarkers) => {
        const states = (list: readonly Biomarker[]) =>
          read({ biomarkers: list })
            .markers.map(({ marker, state, hold }) => `${marker} ${state} ${String(hold)}`)
            .sort();
        expect(states([...biomarkers].reverse())).toEqual(states(biomarkers));
      }),
    );
  });

  it('a cancelled report says nothing', () => {
    fc.assert(
      fc.property(anyBiomarker, (biomarker) => {
        const reading = read({
          status: 'cancelled',
          biomarkers: [biomarker],
          smallVariants: [change('POLE', 'P286R')],
        });
        expect(reading.markers.every(({ state }) => state === 'not-tested')).toBe(true);
        expect([reading.proofreading, reading.cautions]).toEqual([[], []]);
      }),
    );
  });
});

describe('POLE and POLD1', () => {
  // León-Castillo 2020 (PMID 31829442): five hotspots and six others; Palles 2013 (PMID 23263490).
  it.each([
    ['POLE', 'P286R'],
    ['POLE', 'V411L'],
    ['POLE', 'S297F'],
    ['POLE', 'A456P'],
    ['POLE', 'S459F'],
    ['POLE', 'F367S'],
    ['POLE', 'L424V'],
    ['POLD1', 'S478N'],
  ])('%s %s is established', (gene, proteinChange) => {
    expect(read({ smallVariants: [change(gene, proteinChange)] }).proofreading).toMatchObject([
      { state: 'established' },
    ]);
  });

  // Domains: residues 268 to 471 and 304 to 533 (PMC7708298); loss of function does not cause it.
  it.each<[string, string, readonly string[]]>([
    ['POLE', 'A268T', ['uncertain']],
    ['POLE', 'A471T', ['uncertain']],
    ['POLE', 'A472T', []],
    ['POLD1', 'A303T', []],
    ['POLD1', 'A533T', ['uncertain']],
    ['POLE', 'R300*', []],
    ['POLE', 'E830G', []],
  ])('%s %s: %j', (gene, proteinChange, states) => {
    const { proofreading } = read({ smallVariants: [change(gene, proteinChange)] });
    expect(proofreading.map(({ state }) => state)).toEqual(states);
  });

  it('are written in normal form', () => {
    const changes = tables.proofreading.flatMap((row) => row.changes);
    expect(changes.filter((one) => normaliseProteinChange(one) !== one)).toEqual([]);
  });
});

describe('cautions', () => {
  it.each<[string, string, Partial<MolecularProfile>]>([
    ['STK11', 'STK11', { smallVariants: [change('STK11', 'Q37*')] }],
    [
      'KEAP1',
      'KEAP1',
      { copyNumberAlterations: [{ gene: 'KEAP1', state: 'deep-deletion', origin: 'somatic' }] },
    ],
    ['B2M', 'B2M', { smallVariants: [change('B2M', 'L15fs')], diagnosis: 'MEL' }],
    ['JAK2', 'JAK1 or JAK2', { smallVariants: [change('JAK2', 'R100*')], diagnosis: 'MEL' }],
    ['EGFR L858R', 'EGFR or ALK driver', { smallVariants: [change('EGFR', 'L858R')] }],
    [
      'an ALK fusion',
      'EGFR or ALK driver',
      {
        structuralVariants: [
          { kind: 'fusion', fivePrimeGene: 'EML4', threePrimeGene: 'ALK', origin: 'somatic' },
        ],
      },
    ],
    [
      'TMB-high, microsatellite-stable colorectal cancer',
      'TMB-high, microsatellite-stable',
      { diagnosis: 'COAD', biomarkers: [tmb('positive', 15), { kind: 'MSI', state: 'negative' }] },
    ],
  ])('%s', (_, name, more) => {
    const { cautions } = read(more);
    expect(cautions.map((caution) => caution.name)).toEqual([name]);
    expect(cautions).toMatchObject([{ unverified: true }]);
  });

  it('are neither raised nor dismissed where the genes were not tested', () => {
    const untested = { assay: { ...wholeAssay, genes: ['KRAS'] } };
    const { cautions, openCautions, remarks } = read(untested);
    expect(cautions).toEqual([]);
    expect(openCautions.map(({ name }) => name)).toContain('EGFR or ALK driver');
    expect(openCautions.every(({ settledBy }) => settledBy.length > 0)).toBe(true);
    expect(remarks.join(' ')).toMatch(/neither raised nor dismissed: .*EGFR or ALK driver/);
    expect(read({}).openCautions).toEqual([]);
  });

  it('stand in their tumour only', () => {
    expect(read({ diagnosis: 'MEL', smallVariants: [change('EGFR', 'L858R')] }).cautions).toEqual([]);
  });
});

describe('homologous recombination', () => {
  it('a pathogenic BRCA2 variant counts beside a low score, and a grey score is said to be uncertain', () => {
    const brca = read({ biomarkers: [hrd('negative', 20)], smallVariants: [change('BRCA2', 'S1982fs')] });
    expect(brca.homologousRecombination).toMatchObject({ answer: 'met', byBrca: 'met', byScore: 'not-met' });
    const grey = read({ biomarkers: [hrd('positive', 43)] });
    expect(grey.homologousRecombination).toMatchObject({ answer: 'met', byBrca: 'not-met' });
    expect(grey.remarks.join(' ')).toMatch(/score that is not certain/);
  });
});
