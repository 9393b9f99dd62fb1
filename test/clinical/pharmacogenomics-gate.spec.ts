import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import {
  askGate,
  callPharmacogene,
  findInteractions,
  findRecommendations,
  gateOutcomes,
  readReportedDiplotype,
  type GateAnswer,
  type GateFacts,
  type GateOutcome,
  type GeneFinding,
  type PharmacogeneResult,
  type Sex,
} from '@consilium/interpretation-core';
import type {
  FractionOfNormal,
  InteractionTables,
  Pharmacogene,
  PharmacogeneTable,
  PharmacogenomicTables,
  Phenotype,
} from '@consilium/knowledge-core';

const release = new URL('../../libs/knowledge/core/releases/consilium-2026.11/', import.meta.url);
const pharmacogenomics: PharmacogenomicTables = parse(
  readFileSync(new URL('pharmacogenomics.yaml', release), 'utf8'),
);
const interactions: InteractionTables = parse(readFileSync(new URL('interactions.yaml', release), 'utf8'));
const tables = { pharmacogenomics, interactions };

const tableOf = (gene: Pharmacogene): PharmacogeneTable => {
  const found = pharmacogenomics.genes.find((one) => one.gene === gene);
  if (found === undefined) throw new Error(`No table of ${gene}.`);
  return found;
};
const read = (gene: Pharmacogene, diplotype: string, sex?: Sex): PharmacogeneResult =>
  readReportedDiplotype(tableOf(gene), {
    state: 'called',
    diplotype,
    ...(sex === undefined ? {} : { sex }),
  });
const genes = (...results: readonly PharmacogeneResult[]): GateFacts => ({
  pharmacogenes: Object.fromEntries(results.map((one) => [one.gene, one])),
});
const gate = (drug: string, facts: GateFacts): GateAnswer =>
  askGate({ drugs: [drug] }, { medication: [], ...facts }, tables);
const textOf = ({ drugs }: GateAnswer): string =>
  drugs.flatMap(({ reasons }) => reasons.map(({ text }) => text)).join('\n');

describe(findRecommendations.name, () => {
  const find = (drug: string, issuer: string, ...findings: readonly GeneFinding[]) =>
    findRecommendations(drug, findings, pharmacogenomics).filter(
      ({ source, role }) =>
        role === 'decides' && pharmacogenomics.sources.find(({ key }) => key === source)?.issuer === issuer,
    );
  const finding = (gene: Pharmacogene, phenotype: Phenotype): GeneFinding => ({
    gene,
    phenotype,
    diplotype: '',
  });
  const part = (atLeast: number, atMost = atLeast): FractionOfNormal => ({ atLeast, atMost });

  it.each<[string, number, GateOutcome, FractionOfNormal | undefined]>([
    // CPIC, November 2018
    ['fluorouracil', 2, 'ok', part(1)],
    ['capecitabine', 1.5, 'dose', part(0.5)],
    ['fluorouracil', 1, 'dose', part(0.5)],
    ['capecitabine', 0.5, 'avoid', undefined],
    ['fluorouracil', 0, 'avoid', undefined],
  ])('%s with a DPYD score of %s: %s', (drug, score, outcome, fraction) => {
    const dpyd: GeneFinding = { gene: 'DPYD', phenotype: 'Indeterminate', diplotype: '', score };
    const [row, ...others] = find(drug, 'CPIC', dpyd);
    expect(others).toEqual([]);
    expect(row?.outcome).toBe(outcome);
    expect(row?.fraction).toEqual(fraction);
    if (outcome === 'avoid') expect(row?.notAlternatives).toContain('tegafur');
    expect(row?.alternatives ?? []).not.toContain('tegafur');
  });

  it.each<[string, Phenotype, Phenotype, readonly FractionOfNormal[]]>([
    // CPIC 2018 and its change of 2024 for both intermediate
    ['mercaptopurine', 'Normal Metabolizer', 'Normal Metabolizer', [part(1)]],
    ['mercaptopurine', 'Intermediate Metabolizer', 'Normal Metabolizer', [part(0.3, 0.8)]],
    ['mercaptopurine', 'Normal Metabolizer', 'Possible Intermediate Metabolizer', [part(0.3, 0.8)]],
    ['mercaptopurine', 'Intermediate Metabolizer', 'Intermediate Metabolizer', [part(0.2, 0.5)]],
    ['mercaptopurine', 'Poor Metabolizer', 'Normal Metabolizer', [part(0.1)]],
    ['azathioprine', 'Intermediate Metabolizer', 'Intermediate Metabolizer', [part(0.2, 0.5)]],
    ['thioguanine', 'Intermediate Metabolizer', 'Normal Metabolizer', [part(0.5, 0.8)]],
    ['thioguanine', 'Normal Metabolizer', 'Poor Metabolizer', [part(0.25)]],
  ])('%s, TPMT %s, NUDT15 %s', (drug, tpmt, nudt15, fractions) => {
    const rows = find(drug, 'CPIC', finding('TPMT', tpmt), finding('NUDT15', nudt15));
    expect(rows.map(({ fraction }) => fraction)).toEqual(fractions);
  });

  it.each<[string, GateOutcome, FractionOfNormal]>([
    // DPWG 2022: 70 % OF the dose, not by 70 %
    ['*28/*28', 'dose', part(0.7)],
    ['*28/*6', 'dose', part(0.7)],
    ['*1/*28', 'ok', part(1)],
  ])('irinotecan with UGT1A1 %s by DPWG: %s', (diplotype, outcome, fraction) => {
    const result = read('UGT1A1', diplotype);
    const rows = result.possible.flatMap((one) => find('irinotecan', 'DPWG', { ...one, gene: 'UGT1A1' }));
    expect(rows).toMatchObject([{ outcome, fraction }]);
  });

  it('shows the bands of RNPGx and decides by none of them', () => {
    const [one] = read('UGT1A1', '*28/*28').possible;
    const rows = findRecommendations(
      'irinotecan',
      one === undefined ? [] : [{ ...one, gene: 'UGT1A1' }],
      pharmacogenomics,
    );
    const bands = rows.filter(({ source }) => source === 'rnpgx-ugt1a1');
    expect(bands.map(({ role, outcome }) => [role, outcome])).toEqual([
      ['informs', 'ok'],
      ['informs', 'dose'],
      ['informs', 'avoid'],
    ]);
    expect(bands[1]?.fraction).toEqual(part(0.7, 0.75));
  });
});

describe(findInteractions.name, () => {
  it.each([
    ['erlotinib', 'omeprazole', 'avoid'],
    ['erlotinib', 'Famotidine', 'schedule'],
    ['venetoclax', 'clarithromycin', 'avoid'],
    ['venetoclax', 'verapamil', 'dose'],
    ['palbociclib', 'itraconazole', 'dose'],
    ['ibrutinib', 'rifampin', 'avoid'],
    ['tamoxifen', 'paroxetine', 'avoid'],
    ['sotorasib', 'pantoprazole', 'avoid'],
    ['nilotinib', 'amiodarone', 'avoid'],
    ['mercaptopurine', 'allopurinol', 'dose'],
    ['mercaptopurine', 'febuxostat', 'avoid'],
    ['capecitabine', 'brivudine', 'avoid'],
    ['ribociclib', 'tamoxifen', 'avoid'],
    ['pomalidomide', 'ciprofloxacin', 'dose'],
  ])('%s with %s: %s', (drug, other, consequence) => {
    const { interactions: found, notInTable } = findInteractions(drug, [other], interactions);
    expect(found.map((one) => one.consequence)).toContain(consequence);
    expect(notInTable).toEqual([]);
  });

  it('keeps to the medicines a label names', () => {
    expect(findInteractions('erlotinib', ['fluvoxamine'], interactions).interactions).toEqual([]);
    expect(findInteractions('capecitabine', ['febuxostat'], interactions).interactions).toEqual([]);
  });

  it('says nothing of what stands without a rule, and names what is not in the table', () => {
    expect(findInteractions('erlotinib', ['paracetamol'], interactions).interactions).toEqual([]);
    expect(findInteractions('erlotinib', ['moonwort'], interactions).notInTable).toEqual(['moonwort']);
    expect(findInteractions('newinib', ['omeprazole'], interactions).notInTable).toEqual(['newinib']);
  });
});

describe(askGate.name, () => {
  it.each<[string, string, GateFacts, GateOutcome]>([
    // EMA 2020; FDA labels of October 2025 and communication of February 2026
    ['DPYD not tested', 'capecitabine', {}, 'test-first'],
    ['DPYD normal', 'capecitabine', genes(read('DPYD', '*1/*1')), 'ok'],
    ['DPYD partial', 'fluorouracil', genes(read('DPYD', '*1/HapB3')), 'dose'],
    ['DPYD complete', 'fluorouracil', genes(read('DPYD', '*2A/*13')), 'avoid'],
    ['tegafur in partial deficiency', 'tegafur', genes(read('DPYD', '*1/*2A')), 'avoid'],
    // DPWG 2022
    ['UGT1A1 not tested', 'irinotecan', {}, 'test-first'],
    ['UGT1A1 poor', 'irinotecan', genes(read('UGT1A1', '*28/*28')), 'dose'],
    ['UGT1A1 intermediate', 'irinotecan', genes(read('UGT1A1', '*1/*28')), 'ok'],
    // Label: no dose rule
    ['sacituzumab, poor', 'sacituzumab govitecan', genes(read('UGT1A1', '*28/*28')), 'ok'],
    ['sacituzumab, not tested', 'sacituzumab govitecan', {}, 'unknown'],
    // CPIC 2018 and 2024, DPWG 2025
    ['thiopurine not tested', 'mercaptopurine', {}, 'test-first'],
    ['TPMT only', 'mercaptopurine', genes(read('TPMT', '*1/*1')), 'test-first'],
    ['both normal', 'mercaptopurine', genes(read('TPMT', '*1/*1'), read('NUDT15', '*1/*1')), 'ok'],
    ['both intermediate', 'mercaptopurine', genes(read('TPMT', '*1/*3A'), read('NUDT15', '*1/*3')), 'dose'],
    [
      'poor, no cancer drug',
      'azathioprine',
      genes(read('TPMT', '*3A/*3A'), read('NUDT15', '*1/*1')),
      'avoid',
    ],
    [
      'TPMT indeterminate',
      'mercaptopurine',
      genes(read('TPMT', '*1/*8'), read('NUDT15', '*1/*1')),
      'test-first',
    ],
    [
      'NUDT15 indeterminate',
      'mercaptopurine',
      genes(read('TPMT', '*1/*1'), read('NUDT15', '*1/*4')),
      'unknown',
    ],
    // CPIC 2018
    ['CYP2D6 not tested', 'tamoxifen', {}, 'unknown'],
    ['CYP2D6 normal', 'tamoxifen', genes(read('CYP2D6', '*1/*10')), 'ok'],
    ['CYP2D6 intermediate', 'tamoxifen', genes(read('CYP2D6', '*1/*4')), 'dose'],
    ['CYP2D6 poor', 'tamoxifen', genes(read('CYP2D6', '*4/*5')), 'avoid'],
    // CPIC 2014, label
    ['G6PD not tested', 'rasburicase', {}, 'test-first'],
    ['G6PD deficient', 'rasburicase', genes(read('G6PD', 'A-', 'male')), 'avoid'],
    ['G6PD variable', 'rasburicase', genes(read('G6PD', 'B/A-', 'female')), 'test-first'],
    ['G6PD negative genotype', 'rasburicase', genes(read('G6PD', 'B', 'male')), 'test-first'],
    ['activity normal', 'rasburicase', { g6pdActivity: 'normal', transfusionRecently: false }, 'ok'],
    [
      'activity after transfusion',
      'rasburicase',
      { g6pdActivity: 'normal', transfusionRecently: true },
      'test-first',
    ],
    ['activity, transfusion not stated', 'rasburicase', { g6pdActivity: 'normal' }, 'unknown'],
    ['activity low', 'rasburicase', { g6pdActivity: 'deficient' }, 'avoid'],
    [
      'activity normal, genotype deficient',
      'rasburicase',
      { ...genes(read('G6PD', 'A-', 'male')), g6pdActivity: 'normal', transfusionRecently: false },
      'avoid',
    ],
    ['medication not stated', 'pembrolizumab', { medication: 'not-stated' }, 'unknown'],
    ['no medication', 'pembrolizumab', {}, 'ok'],
    ['medication nobody knows', 'pembrolizumab', { medication: ['moonwort'] }, 'unknown'],
  ])('%s: %s', (_, drug, facts, outcome) => {
    const answer = gate(drug, facts);
    expect(answer.outcome).toBe(outcome);
    if (outcome === 'unknown' || outcome === 'test-first') expect(answer.settledBy).not.toEqual([]);
  });

  it('knows a drug by its other names, and lets no unknown name pass', () => {
    expect(gate('5-FU', {}).outcome).toBe('test-first');
    expect(gate('6-Mercaptopurine', {}).outcome).toBe('test-first');
    expect(gate('newinib', {}).outcome).toBe('unknown');
  });

  it('says the exception of the label, and that tegafur is no way out', () => {
    expect(textOf(gate('capecitabine', {}))).toContain('unless treatment is needed at once');
    const [drug] = gate('capecitabine', genes(read('DPYD', '*2A/*2A'))).drugs;
    expect(drug?.reasons.flatMap(({ notAlternatives = [] }) => notAlternatives)).toContain('tegafur');
  });

  it('applies phenoconversion by medication and by the draft itself', () => {
    const facts = genes(read('CYP2D6', '*1/*1'));
    const paroxetine = gate('tamoxifen', { ...facts, medication: ['paroxetine'] });
    expect(paroxetine.outcome).toBe('avoid');
    expect(textOf(paroxetine)).toContain('score 2) becomes Poor Metabolizer (score 0)');
    const both = askGate({ drugs: ['tamoxifen', 'abiraterone'] }, { ...facts, medication: [] }, tables);
    expect(textOf(both)).toContain('becomes Intermediate Metabolizer (score 1)');
  });

  it('counts the drugs of the draft as medication of one another', () => {
    const { drugs } = askGate({ drugs: ['ribociclib', 'tamoxifen'] }, { medication: [] }, tables);
    expect(drugs[0]).toMatchObject({
      drug: 'ribociclib',
      outcome: 'avoid',
      reasons: [{ with: 'tamoxifen' }],
    });
  });

  const callTpmt = (genotype: '0/1' | '1/1', without: readonly string[] = []): PharmacogeneResult => {
    // c.719A>C shares its place with c.719A>G.
    const variants = tableOf('TPMT').variants.filter(({ hgvs }) => ![...without, 'c.719A>C'].includes(hgvs));
    const positions = variants.map(({ hgvs, grch37, reference, alternate }) => ({
      chromosome: '6',
      position: grch37,
      reference,
      alternate,
      genotype: ['c.460G>A', 'c.719A>G'].includes(hgvs) ? genotype : ('0/0' as const),
    }));
    return callPharmacogene(tableOf('TPMT'), { build: 'GRCh37', source: 'saliva', positions });
  };

  it('asks for a test where TPMT may be intermediate or poor, with a reduction in either case', () => {
    const answer = gate('mercaptopurine', genes(callTpmt('0/1'), read('NUDT15', '*1/*1')));
    expect(answer.outcome).toBe('test-first');
    expect(textOf(answer)).toContain('Most likely: *1/*3A');
    expect(textOf(answer)).toContain('at least «dose»');
  });

  it('does not close a test that missed a position, though every named reading agrees', () => {
    const incomplete = callTpmt('1/1', ['c.238G>C']);
    expect(incomplete.possible.map(({ phenotype }) => phenotype)).toEqual(['Poor Metabolizer']);
    const answer = gate('mercaptopurine', genes(incomplete, read('NUDT15', '*1/*1')));
    expect(answer.outcome).toBe('test-first');
    expect(answer.settledBy).toContain('TPMT c.238G>C');
    expect(gate('mercaptopurine', genes(callTpmt('1/1'), read('NUDT15', '*1/*1'))).outcome).toBe('dose');
  });

  it('keeps the gravest of the drugs for the whole, and an empty draft is not fine', () => {
    const facts: GateFacts = { ...genes(read('DPYD', '*1/*1')), medication: ['omeprazole'] };
    const answer = askGate({ drugs: ['fluorouracil', 'sotorasib'] }, facts, tables);
    expect(answer.drugs.map(({ outcome }) => outcome)).toEqual(['ok', 'avoid']);
    expect(answer.outcome).toBe('avoid');
    expect(askGate({ drugs: [] }, facts, tables).outcome).toBe('unknown');
  });

  const dependent = [...new Set(pharmacogenomics.testing.flatMap(({ drugs }) => drugs))];
  it('is never ok for a drug whose gene was not covered', () => {
    const open = fc.constantFrom<GateFacts>(
      {},
      { pharmacogenes: 'not-tested' },
      genes(...pharmacogenomics.genes.map((table) => readReportedDiplotype(table, { state: 'failed' }))),
      genes(
        ...pharmacogenomics.genes.map((table) =>
          callPharmacogene(table, { build: 'GRCh38', source: 'blood', positions: [] }),
        ),
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...dependent), open, (drug, facts) => {
        expect(gate(drug, facts).outcome).not.toBe('ok');
      }),
    );
  });

  it('does not depend on the order of medication and drugs, and more medication never makes it milder', () => {
    const names = interactions.comedications.map(({ name }) => name);
    const drugs = interactions.oncology.map(({ drug }) => drug);
    const facts = genes(read('CYP2D6', '*1/*1'), read('DPYD', '*1/*1'), read('UGT1A1', '*1/*1'));
    const outcomes = (draft: readonly string[], medication: readonly string[]) => {
      const answer = askGate({ drugs: draft }, { ...facts, medication }, tables);
      return new Map(answer.drugs.map(({ drug, outcome }) => [drug, outcome]));
    };
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...drugs), { minLength: 1, maxLength: 3 }),
        fc.uniqueArray(fc.constantFrom(...names), { maxLength: 6 }),
        (draft, medication) => {
          const all = outcomes(draft, medication);
          const turned = outcomes([...draft].reverse(), [...medication].reverse());
          for (const [drug, outcome] of all) {
            expect(turned.get(drug)).toBe(outcome);
            const fewer = outcomes(draft, medication.slice(1)).get(drug) ?? 'ok';
            expect(gateOutcomes.indexOf(fewer)).toBeLessThanOrEqual(gateOutcomes.indexOf(outcome));
          }
        },
      ),
    );
  });
});
