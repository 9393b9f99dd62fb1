import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import {
  callPharmacogene,
  interpretPharmacogenes,
  phenoconvert,
  readReportedDiplotype,
  type GermlineCalls,
  type PharmacogeneResult,
  type Sex,
} from '@consilium/interpretation-core';
import {
  interactionRoles,
  pharmacogenes,
  type InteractionTables,
  type Pharmacogene,
  type PharmacogeneTable,
  type PharmacogenomicTables,
  type Phenotype,
} from '@consilium/knowledge-core';

const release = new URL('../../libs/knowledge/core/releases/consilium-2026.11/', import.meta.url);
const pharmacogenomics: PharmacogenomicTables = parse(
  readFileSync(new URL('pharmacogenomics.yaml', release), 'utf8'),
);
const interactions: InteractionTables = parse(readFileSync(new URL('interactions.yaml', release), 'utf8'));

const tableOf = (gene: Pharmacogene): PharmacogeneTable => {
  const found = pharmacogenomics.genes.find((one) => one.gene === gene);
  if (found === undefined) throw new Error(`No table of ${gene}.`);
  return found;
};

type Position = GermlineCalls['positions'][number];
type Carried = Readonly<Record<string, Position['genotype']>>;

/** Every place of a gene, reference but for what is carried; one row for each variant. */
function positionsOf(gene: Pharmacogene, carried: Carried = {}, without: readonly string[] = []): Position[] {
  const { chromosome, variants } = tableOf(gene);
  return variants
    .filter(({ hgvs }) => !without.includes(hgvs))
    .map(({ hgvs, grch38, reference, alternate }) => ({
      chromosome,
      position: grch38,
      reference,
      alternate,
      genotype: carried[hgvs] ?? '0/0',
    }));
}
const callOf = (positions: readonly Position[], source: GermlineCalls['source'] = 'blood') =>
  ({ build: 'GRCh38', source, positions }) as const;
const call = (gene: Pharmacogene, carried: Carried = {}, without: readonly string[] = []) =>
  callPharmacogene(tableOf(gene), callOf(positionsOf(gene, carried, without)));
const read = (gene: Pharmacogene, diplotype: string, sex?: Sex): PharmacogeneResult =>
  readReportedDiplotype(tableOf(gene), {
    state: 'called',
    diplotype,
    ...(sex === undefined ? {} : { sex }),
  });
describe('the tables', () => {
  it('give every row a dated source', () => {
    const keys = (one: { sources: PharmacogenomicTables['sources'] }) => one.sources.map(({ key }) => key);
    const rows = [
      ...pharmacogenomics.genes,
      ...pharmacogenomics.genes.flatMap(({ alleles }) => alleles),
      ...pharmacogenomics.recommendations,
      ...pharmacogenomics.testing,
    ];
    expect(rows.filter(({ source }) => !keys(pharmacogenomics).includes(source))).toEqual([]);
    const others = [...interactions.comedications, ...interactions.oncology];
    expect(others.filter(({ source }) => !keys(interactions).includes(source))).toEqual([]);
    for (const { date } of [...pharmacogenomics.sources, ...interactions.sources]) {
      expect(date).toMatch(/^\d{4}(-\d\d){0,2}$/);
    }
  });

  it('hold each gene once, with alleles of its own variants and both builds a constant distance apart', () => {
    expect(pharmacogenomics.genes.map(({ gene }) => gene).sort()).toEqual([...pharmacogenes]);
    for (const { alleles, variants, referenceAllele } of pharmacogenomics.genes) {
      const named = variants.map(({ hgvs }) => hgvs);
      expect(alleles.flatMap((one) => [...(one.variants ?? []), ...(one.proxies ?? [])])).toEqual(
        expect.arrayContaining(named),
      );
      expect(alleles.flatMap((one) => one.variants ?? []).filter((one) => !named.includes(one))).toEqual([]);
      expect(alleles.map(({ name }) => name)).toContain(referenceAllele);
      expect(new Set(variants.map(({ grch37, grch38 }) => grch37 - grch38)).size).toBeLessThanOrEqual(1);
    }
  });

  it.each([
    // dbSNP, both builds
    ['DPYD', 'rs3918290', 97915614, 97450058],
    ['DPYD', 'rs55886062', 97981343, 97515787],
    ['DPYD', 'rs67376798', 97547947, 97082391],
    ['DPYD', 'rs75017182', 98045449, 97579893],
    ['DPYD', 'rs56038477', 98039419, 97573863],
    ['TPMT', 'rs1142345', 18130918, 18130687],
    ['TPMT', 'rs1800460', 18139228, 18138997],
    ['TPMT', 'rs1800462', 18143955, 18143724],
    ['NUDT15', 'rs116855232', 48619855, 48045719],
    ['UGT1A1', 'rs4148323', 234669144, 233760498],
    ['UGT1A1', 'rs3064744', 234668879, 233760233],
    ['CYP2C19', 'rs4244285', 96541616, 94781859],
    ['CYP2C19', 'rs4986893', 96540410, 94780653],
    ['CYP2C19', 'rs12248560', 96521657, 94761900],
  ] as const)('place %s %s as dbSNP does', (gene, rsId, grch37, grch38) => {
    expect(tableOf(gene).variants.find((one) => one.rsId === rsId)).toMatchObject({ grch37, grch38 });
  });

  it('name each medicine once, with known roles only', () => {
    const names = interactions.comedications.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
    const drugs = interactions.oncology.map(({ drug }) => drug);
    expect(new Set(drugs).size).toBe(drugs.length);
    const roles = [
      ...interactions.comedications.flatMap((one) => one.roles),
      ...interactions.oncology.flatMap((one) => [
        ...(one.roles ?? []),
        ...one.rules.flatMap((rule) => rule.roles),
      ]),
    ];
    expect(roles.filter((role) => !interactionRoles.includes(role))).toEqual([]);
    const only = interactions.oncology.flatMap(({ rules }) => rules.flatMap((rule) => rule.only ?? []));
    expect(only.filter((name) => ![...names, ...drugs].includes(name))).toEqual([]);
  });
});

describe(callPharmacogene.name, () => {
  it.each<[Pharmacogene, Carried, string, Phenotype, number | undefined]>([
    ['DPYD', {}, 'Reference/Reference', 'Normal Metabolizer', 2],
    ['DPYD', { 'c.1905+1G>A': '0/1' }, 'Reference/c.1905+1G>A', 'Intermediate Metabolizer', 1],
    ['DPYD', { 'c.1905+1G>A': '1/1' }, 'c.1905+1G>A/c.1905+1G>A', 'Poor Metabolizer', 0],
    ['DPYD', { 'c.1129-5923C>G': '0/1' }, 'Reference/c.1129-5923C>G', 'Intermediate Metabolizer', 1.5],
    ['DPYD', { 'c.2846A>T': '1/1' }, 'c.2846A>T/c.2846A>T', 'Intermediate Metabolizer', 1],
    ['DPYD', { 'c.2846A>T': '0/1', 'c.1679T>G': '0/1' }, 'c.1679T>G/c.2846A>T', 'Poor Metabolizer', 0.5],
    ['UGT1A1', {}, '*1/*1', 'Normal Metabolizer', undefined],
    ['UGT1A1', { '(TA)7': '1/1' }, '*28/*28', 'Poor Metabolizer', undefined],
    ['UGT1A1', { '(TA)7': '0/1', 'c.211G>A': '0/1' }, '*6/*28', 'Poor Metabolizer', undefined],
    ['UGT1A1', { '(TA)5': '0/1' }, '*1/*36', 'Normal Metabolizer', undefined],
    ['TPMT', { 'c.719A>G': '0/1' }, '*1/*3C', 'Intermediate Metabolizer', undefined],
    ['TPMT', { 'c.719A>G': '1/1', 'c.460G>A': '1/1' }, '*3A/*3A', 'Poor Metabolizer', undefined],
    [
      'TPMT',
      { 'c.238G>C': '0/1', 'c.644G>A': '0/1' },
      '*2/*8',
      'Possible Intermediate Metabolizer',
      undefined,
    ],
    ['NUDT15', { 'c.415C>T': '0/1' }, '*1/*3', 'Intermediate Metabolizer', undefined],
    ['NUDT15', { 'c.415C>T': '1/1' }, '*3/*3', 'Poor Metabolizer', undefined],
    ['NUDT15', { 'c.416G>A': '0/1' }, '*1/*4', 'Indeterminate', undefined],
    ['CYP2C19', { 'c.681G>A': '0/1', 'c.-806C>T': '0/1' }, '*2/*17', 'Intermediate Metabolizer', undefined],
    ['CYP2C19', { 'c.-806C>T': '1/1' }, '*17/*17', 'Ultrarapid Metabolizer', undefined],
  ])('%s %j is %s, %s', (gene, carried, diplotype, phenotype, score) => {
    expect(call(gene, carried)).toMatchObject({ state: 'called', diplotype, phenotype, settledBy: [] });
    expect(call(gene, carried).score).toBe(score);
  });

  it('takes the two lowest of three DPYD values', () => {
    const three = call('DPYD', { 'c.1905+1G>A': '0/1', 'c.2846A>T': '0/1', 'c.1129-5923C>G': '0/1' });
    expect(three).toMatchObject({ score: 0.5, phenotype: 'Poor Metabolizer' });
    expect(three.reasons.join()).toContain('more than two variants');
  });

  it('does not exclude HapB3 where its intronic variant was not covered', () => {
    const exome = call('DPYD', {}, ['c.1129-5923C>G']);
    expect(exome).toMatchObject({ state: 'indeterminate', phenotype: 'Indeterminate' });
    expect(exome.settledBy).toEqual(['DPYD c.1129-5923C>G']);
    const proxy = call('DPYD', { 'c.1236G>A': '0/1' }, ['c.1129-5923C>G']);
    expect(proxy.state).toBe('indeterminate');
    expect(proxy.reasons.join()).toContain('c.1236G>A was found');
    // The causal variant decides against its companion.
    expect(call('DPYD', { 'c.1236G>A': '0/1' }).score).toBe(2);
  });

  it('lists both readings of TPMT *3B and *3C without phase, and names the likelier', () => {
    const open = call('TPMT', { 'c.460G>A': '0/1', 'c.719A>G': '0/1' });
    expect(open).toMatchObject({
      state: 'ambiguous',
      phenotype: 'Indeterminate',
      possible: [
        { diplotype: '*1/*3A', phenotype: 'Intermediate Metabolizer' },
        { diplotype: '*3B/*3C', phenotype: 'Poor Metabolizer' },
      ],
      mostLikely: { diplotype: '*1/*3A' },
    });
    expect(open.settledBy.join()).toContain('activity');
  });

  it('reads no germline genotype from a tumour', () => {
    const tumour = callPharmacogene(tableOf('DPYD'), callOf(positionsOf('DPYD'), 'tumour'));
    expect(tumour).toMatchObject({ state: 'indeterminate', possible: [] });
    expect(tumour.reasons.join()).toContain('loss of heterozygosity');
  });

  it('tells a file without the gene from a file with part of it', () => {
    expect(callPharmacogene(tableOf('TPMT'), callOf([])).state).toBe('not-tested');
    expect(call('CYP2D6')).toMatchObject({ state: 'not-tested' });
  });

  const callable = pharmacogenes.filter((gene) => tableOf(gene).fromGenotypes);
  const genotypes = fc.constantFrom<Position['genotype']>('0/0', '0/0', '0/0', '0/1', '1/1');
  // Alternates of one place exclude one another here: a file would name them in one row.
  const file = fc
    .constantFrom(...callable)
    .chain((gene) =>
      fc
        .array(genotypes, { minLength: 40, maxLength: 40 })
        .map((drawn) => ({ gene, positions: withOneAlternate(gene, drawn) })),
    );
  function withOneAlternate(gene: Pharmacogene, drawn: readonly Position['genotype'][]): Position[] {
    const seen = new Set<number>();
    return positionsOf(gene).flatMap((position, index) => {
      if (seen.has(position.position)) return [];
      seen.add(position.position);
      return [{ ...position, genotype: drawn[index] ?? '0/0' }];
    });
  }

  it('does not depend on the order of positions', () => {
    fc.assert(
      fc.property(file, fc.nat(), ({ gene, positions }, turn) => {
        const at = turn % positions.length;
        const turned = [...positions.slice(at), ...positions.slice(0, at)].reverse();
        expect(callPharmacogene(tableOf(gene), callOf(turned))).toEqual(
          callPharmacogene(tableOf(gene), callOf(positions)),
        );
      }),
    );
  });

  it('is never surer with a position less', () => {
    const sureness = ({ state }: PharmacogeneResult): number =>
      state === 'called' ? 2 : state === 'ambiguous' ? 1 : 0;
    fc.assert(
      fc.property(file, fc.nat(), ({ gene, positions }, which) => {
        const full = callPharmacogene(tableOf(gene), callOf(positions));
        const less = callPharmacogene(
          tableOf(gene),
          callOf(positions.filter((_, index) => index !== which % positions.length)),
        );
        expect(sureness(less)).toBeLessThanOrEqual(sureness(full));
        if (less.state !== 'not-tested') {
          expect(less.possible.map(({ phenotype }) => phenotype)).toEqual(
            expect.arrayContaining(full.possible.map(({ phenotype }) => phenotype)),
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe(readReportedDiplotype.name, () => {
  it.each<[Pharmacogene, string, Phenotype, number | undefined]>([
    ['DPYD', '*2A/*1', 'Intermediate Metabolizer', 1],
    ['DPYD', 'c.2846A>T/c.1905+1G>A (*2A)', 'Poor Metabolizer', 0.5],
    ['DPYD', 'HapB3/Reference', 'Intermediate Metabolizer', 1.5],
    ['DPYD', '[c.85T>C + c.2846A>T]/Reference', 'Intermediate Metabolizer', 1.5],
    ['UGT1A1', '*80+*28/*1', 'Intermediate Metabolizer', undefined],
    ['TPMT', '*3A/*1', 'Intermediate Metabolizer', undefined],
    ['CYP2D6', '*1/*4', 'Intermediate Metabolizer', 1],
    ['CYP2D6', '*10/*1', 'Normal Metabolizer', 1.25],
    ['CYP2D6', '*10/*10', 'Intermediate Metabolizer', 0.5],
    ['CYP2D6', '*1x2/*2', 'Ultrarapid Metabolizer', 3],
    ['CYP2D6', '*4/*1x2', 'Normal Metabolizer', 2],
    ['CYP2D6', '*36+*10/*5', 'Intermediate Metabolizer', 0.25],
    ['CYP2D6', '*4xN/*5', 'Poor Metabolizer', 0],
    ['CYP2D6', '*1xN/*1', 'Ultrarapid Metabolizer', undefined],
    ['CYP2D6', '*1/*22', 'Indeterminate', undefined],
    ['CYP2C19', '*17/*2', 'Intermediate Metabolizer', undefined],
  ])('%s %s is %s', (gene, diplotype, phenotype, score) => {
    expect(read(gene, diplotype)).toMatchObject({ state: 'called', phenotype });
    expect(read(gene, diplotype).score).toBe(score);
    expect(read(gene, diplotype.split('/').reverse().join('/'))).toEqual(read(gene, diplotype));
  });

  it('leaves open a copy number that decides, an allele nobody knows, and half a diplotype', () => {
    expect(read('CYP2D6', '*1xN/*4')).toMatchObject({
      state: 'indeterminate',
      settledBy: ['CYP2D6 copy number'],
    });
    expect(read('TPMT', '*1/*999').state).toBe('indeterminate');
    expect(read('DPYD', '*2A').state).toBe('indeterminate');
  });

  it.each<[string, Sex | undefined, Phenotype]>([
    ['A-', 'male', 'Deficient'],
    ['Guadalajara', 'male', 'Deficient with CNSHA'],
    ['B/Mediterranean', 'female', 'Variable'],
    ['Mediterranean/Mediterranean', 'female', 'Deficient'],
    ['A-/Canton', 'female', 'Deficient'],
    ['B/B', undefined, 'Normal'],
    ['B', undefined, 'Indeterminate'],
    ['B', 'female', 'Indeterminate'],
    ['B/A-', 'male', 'Indeterminate'],
    ['Papua', 'male', 'Indeterminate'],
  ])('G6PD %s (%s) is %s', (diplotype, sex, phenotype) => {
    expect(read('G6PD', diplotype, sex).phenotype).toBe(phenotype);
  });

  it.each(['failed', 'pending', 'not-tested', 'indeterminate'] as const)('keeps %s apart', (state) => {
    expect(readReportedDiplotype(tableOf('DPYD'), { state })).toMatchObject({ state, possible: [] });
  });
});

describe(interpretPharmacogenes.name, () => {
  const setting = { build: 'GRCh38' } as const;
  const reported = [{ gene: 'DPYD', state: 'called', diplotype: '*1/*2A' }] as const;
  it('chooses neither of two results that disagree', () => {
    const tests = { source: 'blood', reported, genotypes: positionsOf('DPYD') } as const;
    expect(interpretPharmacogenes(tests, setting, pharmacogenomics).DPYD?.state).toBe('indeterminate');
    const fits = { ...tests, genotypes: positionsOf('DPYD', { 'c.1905+1G>A': '0/1' }) };
    expect(interpretPharmacogenes(fits, setting, pharmacogenomics).DPYD).toMatchObject({
      state: 'called',
      score: 1,
    });
  });

  it('does not outvote a report nobody can read', () => {
    const unread = [{ gene: 'DPYD', state: 'called', diplotype: '*1/c.9999A>G' }] as const;
    const tests = { source: 'blood', reported: unread, genotypes: positionsOf('DPYD') } as const;
    expect(interpretPharmacogenes(tests, setting, pharmacogenomics).DPYD).toMatchObject({
      state: 'indeterminate',
      possible: [],
    });
  });

  it('takes no result from a tumour, reported or read', () => {
    const results = interpretPharmacogenes(
      { source: 'tumour', reported, genotypes: [] },
      setting,
      pharmacogenomics,
    );
    expect(results.DPYD).toMatchObject({ state: 'indeterminate', possible: [] });
  });
});

describe(phenoconvert.name, () => {
  it.each<[string, readonly string[], Phenotype]>([
    ['*1/*1', ['paroxetine'], 'Poor Metabolizer'],
    ['*1/*1', ['Duloxetine'], 'Intermediate Metabolizer'],
    ['*1/*1', ['abiraterone', 'fluoxetine'], 'Poor Metabolizer'],
    ['*1/*1', ['sertraline'], 'Normal Metabolizer'],
    ['*1/*22', ['bupropion'], 'Poor Metabolizer'],
    ['*1/*2x2', ['mirabegron'], 'Normal Metabolizer'],
  ])('CYP2D6 %s with %j is %s', (diplotype, medication, phenotype) => {
    expect(phenoconvert(read('CYP2D6', diplotype), medication, interactions).phenotype).toBe(phenotype);
  });

  it('makes a poor metaboliser of CYP2C19 by a strong inhibitor, and leaves other genes', () => {
    const fluvoxamine = ['fluvoxamine'];
    expect(phenoconvert(read('CYP2C19', '*1/*1'), fluvoxamine, interactions).phenotype).toBe(
      'Poor Metabolizer',
    );
    expect(phenoconvert(read('DPYD', '*1/*1'), fluvoxamine, interactions)).toEqual(read('DPYD', '*1/*1'));
  });
});
