import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { normaliseProteinChange, parseProteinChange, residuesOf } from '@consilium/clinical';
import type { CancerGene, PathwayTables } from '@consilium/knowledge-core';
import { loadGeneCatalogue } from '@consilium/platform-reference';
import { parse } from 'yaml';

const { resolve } = createRequire(import.meta.url);
const folder = dirname(resolve('@consilium/knowledge-core/releases/consilium-2026.11/release.yaml'));
const read = (file: string): unknown => parse(readFileSync(join(folder, file), 'utf8'));
// The next list is checked before it takes the place of the present one.
const list = existsSync(join(folder, 'genes.next.yaml')) ? 'genes.next.yaml' : 'genes.yaml';
const { genes } = read(list) as { readonly genes: readonly CancerGene[] };
const { pathways } = read('pathways.yaml') as PathwayTables;
const catalogue = loadGeneCatalogue();
const bySymbol = new Map(genes.map((gene) => [gene.symbol, gene]));

const codon = /^([ACDEFGHIKLMNPQRSTVWY])([1-9]\d*)$/;
const isPmid = (text: string): boolean => /^[1-9]\d{6,7}$/.test(text);

/** Every change or residue the row of a gene names. */
const named = ({ hotspots = [], functional = [], recurrence = [] }: CancerGene): readonly string[] => [
  ...hotspots,
  ...functional.map(({ change }) => change),
  ...recurrence.flatMap(({ residue, changes }) => [residue, ...Object.keys(changes)]),
];

/** Residues with their letters: `E746_A750del` names two. */
function lettersOf(text: string): readonly (readonly [number, string])[] {
  const whole = codon.exec(text);
  if (whole !== null) return [[Number(whole[2]), whole[1] ?? '']];
  const change = parseProteinChange(text);
  if (change === undefined) return [];
  if ('from' in change) return [[change.position, change.from]];
  if (!('range' in change)) return [];
  const { first, last, firstResidue = '?', lastResidue = '?' } = change.range;
  return [
    [first, firstResidue],
    [last, lastResidue],
  ];
}

const lastResidueOf = (text: string): number => {
  const change = parseProteinChange(text);
  return (change === undefined ? undefined : residuesOf(change)?.last) ?? Number(codon.exec(text)?.[2]);
};

describe('the genes', () => {
  it('are more than 200, by approved symbols, each once and in order', () => {
    const symbols = genes.map(({ symbol }) => symbol);
    expect(symbols.length).toBeGreaterThan(200);
    expect(symbols.filter((symbol) => catalogue.resolve(symbol).kind !== 'approved')).toEqual([]);
    expect(symbols).toEqual([...new Set(symbols)].sort());
  });

  it('name changes in normal form, each once', () => {
    const odd = genes.flatMap((gene) =>
      named(gene)
        .filter((text) => !codon.test(text) && normaliseProteinChange(text) !== text)
        .map((text) => `${gene.symbol} ${text}`),
    );
    expect(odd).toEqual([]);
    const twice = genes.filter(({ hotspots = [] }) => new Set(hotspots).size < hotspots.length);
    expect(twice).toEqual([]);
  });

  it('have one reference residue at a position', () => {
    const odd = genes.flatMap((gene) => {
      const letters = new Map<number, string>();
      return named(gene)
        .flatMap(lettersOf)
        .filter(([position, letter]) => {
          const before = letters.get(position) ?? letter;
          letters.set(position, before);
          return before !== letter;
        })
        .map(([position]) => `${gene.symbol} ${String(position)}`);
    });
    expect(odd).toEqual([]);
  });

  it('end where their protein ends', () => {
    const odd = genes.flatMap((gene) => {
      const { symbol, proteinLength = Infinity, criticalDomains = [], nmdEscapeFrom = 1 } = gene;
      const places = [
        ...named(gene).map(lastResidueOf),
        ...criticalDomains.map(({ last }) => last),
        nmdEscapeFrom,
      ];
      return places
        .filter((place) => !(place >= 1 && place <= proteinLength))
        .map((place) => `${symbol} ${String(place)}`);
    });
    expect(odd).toEqual([]);
  });

  it('count at a residue changes of that residue, none more often than there are patients', () => {
    const odd = genes.flatMap(({ symbol, recurrence = [] }) =>
      recurrence
        .filter(({ residue, samples, changes }) => {
          const counts = Object.values(changes);
          const place = codon.exec(residue);
          const agrees = Object.keys(changes).every((change) => {
            const parsed = parseProteinChange(change);
            return (
              parsed?.kind === 'substitution' &&
              parsed.from === place?.[1] &&
              parsed.position === Number(place[2])
            );
          });
          // Two changes in one patient: the sum may exceed the patients, never fall short of them.
          const sum = counts.reduce((total, count) => total + count, 0);
          return !agrees || samples < 3 || sum < samples || Math.max(...counts) > samples;
        })
        .map(({ residue }) => `${symbol} ${residue}`),
    );
    expect(odd).toEqual([]);
    const twice = genes.filter(
      ({ recurrence = [] }) => new Set(recurrence.map(({ residue }) => residue)).size < recurrence.length,
    );
    expect(twice).toEqual([]);
  });

  it('give a source for each domain, study and role', () => {
    const odd = genes.flatMap(({ symbol, criticalDomains = [], functional = [], sources = [] }) => [
      ...criticalDomains
        .filter(
          ({ first, last, source }) => first > last || !/^(?:UniProt [A-Z0-9]{6,10}|PMID \d+)$/.test(source),
        )
        .map(({ name }) => `${symbol} ${name}`),
      ...functional.filter(({ pmid }) => !isPmid(pmid)).map(({ change }) => `${symbol} ${change}`),
      ...sources.filter((source) => !isPmid(source)).map((source) => `${symbol} ${source}`),
    ]);
    expect(odd).toEqual([]);
  });

  it('expect truncations of suppressors only to escape decay', () => {
    expect(
      genes.filter(({ role, nmdEscapeFrom }) => role === 'oncogene' && nmdEscapeFrom !== undefined),
    ).toEqual([]);
  });
});

describe('what is established', () => {
  it.each([
    ['BRAF', 'V600E', 'Davies 2002, PMID 12068308'],
    ['KRAS', 'G12C', 'CIViC'],
    ['EGFR', 'L858R', 'Greulich 2005, PMID 16187797'],
    ['EGFR', 'E746_A750del', 'Lynch 2004, PMID 15118073'],
    ['PIK3CA', 'H1047R', 'Kang 2005, PMID 15647370'],
    ['IDH1', 'R132H', 'Dang 2009, PMID 19935646'],
    ['IDH2', 'R140Q', 'Ward 2010, PMID 20171147'],
    ['JAK2', 'V617F', 'James 2005, PMID 15793561'],
    ['MYD88', 'L265P', 'Ngo 2011, PMID 21179087'],
    ['KIT', 'D816V', 'Furitsu 1993, PMID 7691885'],
    ['PDGFRA', 'D842V', 'Heinrich 2003, PMID 12522257'],
    ['GNAQ', 'Q209L', 'Van Raamsdonk 2009, PMID 19078957'],
    ['GNA11', 'Q209L', 'Van Raamsdonk 2010, PMID 21083380'],
    ['ESR1', 'D538G', 'Toy 2013, PMID 24185512'],
    ['TP53', 'R175H', 'Kato 2003, PMID 12826609'],
    ['POLE', 'P286R', 'León-Castillo 2020, PMID 31829442'],
    ['DNMT3A', 'R882H', 'Ley 2010, PMID 21067377'],
    ['RET', 'M918T', 'CIViC'],
    ['FOXL2', 'C134W', 'Shah 2009, PMID 19516027'],
  ])('holds %s %s (%s)', (symbol, change) => {
    expect(bySymbol.get(symbol)?.hotspots).toContain(change);
  });

  // Common in gnomAD, and benign in ClinVar.
  it.each([
    ['TP53', 'P72R'],
    ['KDR', 'Q472H'],
    ['KIT', 'M541L'],
    ['PIK3CA', 'I391M'],
    ['STK11', 'F354L'],
    ['CDKN2A', 'A148T'],
    ['EGFR', 'R521K'],
    ['BRCA2', 'K3326*'],
    ['RET', 'G691S'],
    ['FGFR4', 'G388R'],
    ['ATM', 'D1853N'],
  ])('never holds the polymorphism %s %s, by change, count or study', (symbol, change) => {
    const gene = bySymbol.get(symbol);
    if (gene === undefined) throw new Error(`${symbol} is not listed.`);
    const place = /^[A-Z]\d+/.exec(change)?.[0] ?? '';
    expect(named(gene).filter((text) => text === change || text === place)).toEqual([]);
  });

  // Specifications of ClinGen's expert panels: full weight up to 753, 891, 1341, 798 and 375; ENIGMA for BRCA2.
  it.each([
    ['BRCA2', 3308, 3326],
    ['MLH1', 753, 754],
    ['MSH2', 891, 892],
    ['MSH6', 1341, 1342],
    ['PMS2', 798, 799],
    ['PTEN', 375, 376],
  ])('counts truncations of %s up to %i, and leaves those from %i on to a curator', (symbol, full, late) => {
    const limit = bySymbol.get(symbol)?.nmdEscapeFrom;
    expect(limit).toBeGreaterThan(full);
    expect(limit).toBeLessThanOrEqual(late);
  });
});

describe('counted recurrence', () => {
  const count = (symbol: string, residue: string): number | undefined =>
    bySymbol.get(symbol)?.recurrence?.find((one) => one.residue === residue)?.samples;

  // Each cohort alone has as many: THCA, LGG, LAML, LUAD with PAAD, BRCA.
  it.each([
    ['BRAF', 'V600', 290],
    ['IDH1', 'R132', 400],
    ['FLT3', 'D835', 10],
    ['KRAS', 'G12', 250],
    ['PIK3CA', 'H1047', 130],
  ])('of %s %s is at least that of its main cohorts', (symbol, residue, least) => {
    expect(count(symbol, residue)).toBeGreaterThanOrEqual(least);
  });

  it('stands under the residue of the listed protein, not of a longer isoform', () => {
    expect(count('GNAS', 'R201')).toBeGreaterThanOrEqual(10);
    expect(count('GNAS', 'R844')).toBeUndefined();
    expect(count('RUNX1', 'R162')).toBeGreaterThanOrEqual(3);
    expect(count('RUNX1', 'R135')).toBeUndefined();
  });
});

describe('the pathways', () => {
  it('hold listed genes only, each once, pushing the way its role allows', () => {
    const odd = pathways.flatMap((pathway) => [
      ...pathway.genes
        .filter(({ symbol, role }) => {
          const known = bySymbol.get(symbol)?.role;
          return known === undefined || known === (role === 'suppresses' ? 'oncogene' : 'tumour-suppressor');
        })
        .map(({ symbol }) => `${pathway.name}: ${symbol}`),
      ...(new Set(pathway.genes.map(({ symbol }) => symbol)).size < pathway.genes.length
        ? [pathway.name]
        : []),
    ]);
    expect(odd).toEqual([]);
  });
});
