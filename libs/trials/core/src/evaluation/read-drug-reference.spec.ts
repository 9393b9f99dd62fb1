import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readDrugNames, type Drug, type InteractionTables } from '@consilium/knowledge-core';
import { parse } from 'yaml';
import { readDrugReference } from './read-drug-reference.js';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const release = '../../../../knowledge/core/releases/consilium-2026.11';
const { drugs } = parse(read(`${release}/drugs.yaml`)) as { drugs: readonly Drug[] };
const interactions = parse(read(`${release}/interactions.yaml`)) as InteractionTables;
const tables = {
  halfLives: read('../../data/half-lives.tsv'),
  classes: read('../../data/drug-classes.tsv'),
  moreDrugs: read('../../data/drugs.tsv'),
};
const rename = readDrugNames(read('../../../../knowledge/core/data/drug-names.tsv'));
const whole = readDrugReference({ ...tables, drugs, interactions, rename });
const firstCells = (tsv: string) =>
  tsv
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t')[0] ?? '');

describe('The drug reference', () => {
  it.each([
    ['pembrolizumab', 'PD-1/PD-L1 inhibitor'],
    ['Keytruda', 'immune checkpoint inhibitor'],
    ['atezolizumab', 'PD-1/PD-L1 inhibitor'],
    ['osimertinib', 'kinase inhibitor'],
    ['docetaxel', 'taxane'],
    ['Taxol', 'chemotherapy'],
    ['doxorubicin', 'topoisomerase II inhibitor'],
    ['trastuzumab deruxtecan', 'HER2-directed therapy'],
    ['amivantamab', 'MET-directed therapy'],
    ['lenvatinib', 'antiangiogenic therapy'],
    ['abiraterone', 'endocrine therapy'],
    ['EGFR TKI', 'EGFR-directed therapy'],
  ])('counts %s as %s', (drug, name) => {
    expect(whole.classesOf(drug)).toContain(name);
  });

  it.each([
    ['ipilimumab', 'PD-1/PD-L1 inhibitor'],
    ['trastuzumab deruxtecan', 'chemotherapy'],
    ['paracetamol', 'chemotherapy'],
  ])('does not count %s as %s', (drug, name) => {
    expect(whole.classesOf(drug)).not.toContain(name);
  });

  it('finds a drug under its own name among its classes', () => {
    expect(whole.classesOf('MK-3475')?.[0]).toBe('pembrolizumab');
    expect(whole.classesOf('nobody-knows')).toBeUndefined();
    expect([whole.isKnownDrug('Rifampin'), whole.isKnownDrug('nobody-knows')]).toEqual([true, false]);
  });

  it('gives interactions, empty where a medicine is known to have none', () => {
    expect(whole.interactionsOf('clarithromycin')).toContain('CYP3A4-strong-inhibitor');
    expect(whole.interactionsOf('acetaminophen')).toEqual([]);
    expect(whole.interactionsOf('nobody-knows')).toBeUndefined();
  });

  it('gives every drug of its tables and of the release a class that is known', () => {
    const names = [
      ...drugs.map(({ name }) => name),
      ...firstCells(tables.halfLives),
      ...firstCells(tables.moreDrugs),
      ...interactions.comedications.map(({ name }) => name),
      ...interactions.oncology.map(({ drug }) => drug),
    ];
    const without = names.filter((name) => (whole.classesOf(name) ?? []).length < 2);
    expect(without).toEqual([]);
    const classes = new Set(drugs.flatMap((drug) => drug.classes));
    expect([...classes].filter((name) => !firstCells(tables.classes).includes(name))).toEqual([]);
  });

  it('knows every class it gives', () => {
    const names = [...drugs.map(({ name }) => name), ...firstCells(tables.moreDrugs)];
    for (const name of names)
      for (const one of (whole.classesOf(name) ?? []).slice(1)) expect(whole.knownClasses).toContain(one);
    expect(whole.knownClasses).toContain('CYP3A4-strong-inhibitor');
  });

  it('gives half-lives of many drugs, all of them plausible', () => {
    const halfLives = firstCells(tables.halfLives).map((drug) => whole.halfLifeOf(drug) ?? 0);
    expect(halfLives.length).toBeGreaterThanOrEqual(120);
    expect(halfLives.filter((days) => days <= 0 || days > 60)).toEqual([]);
    expect([whole.halfLifeOf('Keytruda'), whole.halfLifeOf('nobody-knows')]).toEqual([22, undefined]);
  });

  it('names drugs as the names of drugs have them', () => {
    const names = [...firstCells(tables.halfLives), ...firstCells(tables.moreDrugs)];
    expect(names.filter((name) => rename(name) !== name)).toEqual([]);
  });

  const small = { classes: 'class\tbroader\na\t-', moreDrugs: 'drug\tclasses\tsource', drugs: [] };
  const days = (line: string) => ({ ...small, halfLives: `# comment\ndrug\tdays\tsource\n${line}` });
  const empty = days('');
  it.each([
    ['half-life that is no number', days('x\tlong\ts'), /Half-lives, line 3.*«long»/],
    ['half-life of nothing', days('x\t0\ts'), /Half-lives, line 3/],
    ['half-life without a source', days('x\t1\t'), /line 3: x has no source/],
    ['half-life that stands twice', days('x\t1\ts\nx\t2\ts'), /line 4: «x» stands twice/],
    ['name in upper case', days('X\t1\ts'), /line 3: «X»/],
    ['line too short', days('x\t1'), /line 3: 2 cells instead of 3/],
    ['table without a header', { ...small, halfLives: 'x\t1\ts' }, /line 1: the header/],
    ['empty table', { ...small, halfLives: '' }, /header is missing/],
    [
      'class above that is not there',
      { ...empty, classes: 'class\tbroader\na\tb' },
      /Drug classes, line 2.*«b»/,
    ],
    [
      'class above itself',
      { ...empty, classes: 'class\tbroader\na\tb\nb\ta' },
      /line 2: «a» is above itself/,
    ],
    ['class twice', { ...empty, classes: 'class\tbroader\na\t-\na\t-' }, /line 3: «a» stands twice/],
    [
      'drug of a misspelt class',
      { ...empty, moreDrugs: 'drug\tclasses\tsource\nx\taa\ts' },
      /Drugs, line 2.*«aa»/,
    ],
  ])('refuses a %s, naming the line', (_name, sources, message) => {
    expect(() => readDrugReference(sources)).toThrow(message);
  });
});
