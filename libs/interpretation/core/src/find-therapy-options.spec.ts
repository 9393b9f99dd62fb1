import { describe, expect, it } from '@jest/globals';
import type { MolecularProfile } from '@consilium/clinical';
import type { PredictiveItem } from '@consilium/knowledge-core';
import { findTherapyOptions } from './find-therapy-options.js';
import { indexKnowledge, type KnowledgeIndex } from './index-knowledge.js';
import { judgeStatements } from './judge-statements.js';
import { assay, evidence, items, profileOf, releaseOf, tumourTypes, variant } from './samples.fixture.js';
import type { TherapyOption } from './therapy-option.js';

const all = Object.values(items);
const optionsUnder = (profile: MolecularProfile, index: KnowledgeIndex) =>
  findTherapyOptions(profile, judgeStatements(profile, index, tumourTypes), index, tumourTypes);
const interpret = (profile: MolecularProfile, ...from: readonly PredictiveItem[]) =>
  optionsUnder(profile, indexKnowledge([releaseOf(...(from.length === 0 ? all : from))]));
const names = (options: readonly TherapyOption[]) => options.map(({ drugs }) => drugs.join(' + '));
const braf = (diagnosis: string) => profileOf({ diagnosis, smallVariants: [variant('BRAF', 'V600E')] });

describe('BRAF V600E', () => {
  it('offers both regimens in melanoma, the better supported first', () => {
    const { options, withheld } = interpret(braf('MEL'));
    expect(options.map(({ drugs, level, rank }) => [drugs.join(' + '), level, rank])).toEqual([
      ['dabrafenib + trametinib', 'A', 1],
      ['dabrafenib', 'A', 2],
      ['cetuximab + encorafenib', 'C', 3],
    ]);
    expect(options[0]?.evidence.map(({ id }) => id)).toEqual(['MEL-1', 'ANY-1']);
    expect(options[0]?.explanation.join('\n')).toContain('Found: BRAF V600E');
    expect(withheld).toEqual([]);
  });

  it('in colorectal cancer offers the antibody combination and withholds the others with their reasons', () => {
    const { options, withheld, avoid } = interpret(braf('COAD'));
    expect(names(options)).toEqual(['cetuximab', 'cetuximab + encorafenib']);
    expect(names(withheld)).toEqual(['dabrafenib + trametinib', 'dabrafenib']);
    expect(withheld.map(({ withheldBecause }) => withheldBecause?.evidence)).toEqual([
      ['CRC-R', 'ANY-1'],
      ['CRC-R'],
    ]);
    expect(avoid.map(({ therapy }) => therapy)).toEqual([items.resistance.therapy]);
  });

  it('closes off-label proposals of drugs whose label excludes the type', () => {
    const { options, withheld } = interpret(braf('COAD'), items.melanoma, items.agnostic);
    expect(options).toEqual([]);
    expect(withheld.map(({ withheldBecause }) => withheldBecause?.reason)).toEqual(['tumour-type-excluded']);
    expect(withheld[0]?.withheldBecause?.evidence).toEqual(['ANY-1']);
  });

  it('asks for the diagnosis where a subtype is excluded', () => {
    const { options, possible } = interpret(braf('BOWEL'), items.agnostic);
    expect(options).toEqual([]);
    expect(possible[0]?.wouldSettle).toMatchObject([{ kind: 'diagnosis', tumourTypes: ['COADREAD'] }]);
  });
});

describe('levels', () => {
  const at = (level: PredictiveItem['level'], tumourTypesOf: PredictiveItem['tumourTypes'] = ['MEL']) =>
    evidence({ ...items.melanoma, level, tumourTypes: tumourTypesOf });
  it.each([
    ['A', 'C'],
    ['B', 'C'],
    ['C', 'D'],
    ['D', 'D'],
  ] as const)('%s in another solid tumour is %s', (published, here) => {
    const [option] = interpret(braf('LUAD'), at(published)).options;
    expect(option).toMatchObject({ level: here, levelAsPublished: published, tumourTypeFit: 'another-type' });
    expect(option?.explanation.join(' ')).toContain('off-label');
  });

  it('does not carry over between solid and liquid, from mixed evidence, or to an unknown diagnosis', () => {
    expect(interpret(braf('AML'), at('A')).options).toEqual([]);
    expect(interpret(braf('MEL'), at('A', ['AML'])).options).toEqual([]);
    expect(interpret(braf('LUAD'), at('A', ['AML', 'MEL'])).options).toEqual([]);
    expect(interpret(braf('AML'), at('A', 'SOLID')).options).toEqual([]);
    expect(interpret(braf('NOWHERE'), at('A')).options).toEqual([]);
    expect(interpret(braf('AML'), at('A', 'ANY')).options).toHaveLength(1);
  });

  it('does not carry over what an absence alone supports', () => {
    expect(interpret(profileOf({ diagnosis: 'MEL' }), items.wildType).options).toEqual([]);
  });

  it('does not carry resistance over', () => {
    expect(interpret(braf('MEL'), items.resistance, items.melanoma)).toMatchObject({
      avoid: [],
      withheld: [],
    });
  });

  it('asks for the subtype', () => {
    const { options, possible } = interpret(braf('NSCLC'), at('A', ['LUAD']));
    expect(options).toEqual([]);
    expect(possible).toMatchObject([
      { answer: 'unknown', wouldSettle: [{ kind: 'diagnosis', tumourTypes: ['LUAD'] }] },
    ]);
  });

  it('only cautions for preclinical resistance', () => {
    const weak = evidence({ ...items.resistance, level: 'D', tumourTypes: ['MEL'] });
    const { options, avoid } = interpret(braf('MEL'), items.melanoma, weak);
    expect(options[0]?.explanation.join(' ')).toContain('Caution: Statement of CRC-R');
    expect(avoid).toHaveLength(1);
  });
});

describe('not tested is not negative', () => {
  const untested = { ...assay, genes: ['BRAF'], structuralVariantGenes: [] };
  it('keeps a wild-type therapy open until KRAS is tested', () => {
    const open = interpret(profileOf({ diagnosis: 'COAD', assay: untested }), items.wildType, items.ras);
    expect(open.options).toEqual([]);
    expect(open.possible[0]?.wouldSettle).toMatchObject([{ gene: 'KRAS' }]);
    const tested = interpret(profileOf({ diagnosis: 'COAD' }), items.wildType, items.ras);
    expect(names(tested.options)).toEqual(['cetuximab']);
    const mutated = profileOf({ diagnosis: 'COAD', smallVariants: [variant('KRAS', 'G12V')] });
    expect(interpret(mutated, items.wildType, items.ras)).toMatchObject({ options: [], possible: [] });
  });

  it('warns of a resistance that is not excluded', () => {
    const { options } = interpret({ ...braf('COAD'), assay: untested }, items.colorectal, items.ras);
    expect(options[0]).toMatchObject({ answer: 'met', wouldSettle: [{ gene: 'KRAS' }] });
    expect(options[0]?.explanation.join(' ')).toContain('Not excluded: Statement of RAS-R');
  });

  it('finds an NTRK fusion in any solid tumour, and asks for it where fusions were not looked at', () => {
    const fusion = {
      kind: 'fusion',
      fivePrimeGene: 'TPM3',
      threePrimeGene: 'NTRK1',
      origin: 'somatic',
    } as const;
    const found = interpret(profileOf({ diagnosis: 'COAD', structuralVariants: [fusion] }), items.trk);
    expect(found.options).toMatchObject([
      { drugs: ['larotrectinib'], level: 'A', tumourTypeFit: 'any-tumour' },
    ]);
    expect(interpret(profileOf(), items.trk).possible).toEqual([]);
    expect(names(interpret(profileOf({ assay: untested }), items.trk).possible)).toEqual(['larotrectinib']);
  });

  it('asks for MSI', () => {
    const { possible } = interpret(profileOf(), items.msi);
    expect(possible[0]?.wouldSettle).toMatchObject([{ kind: 'biomarker', biomarker: 'MSI' }]);
    const negative = profileOf({ biomarkers: [{ kind: 'MSI', state: 'negative' }] });
    expect(interpret(negative, items.msi)).toMatchObject({ options: [], possible: [] });
  });

  it('concludes nothing from a cancelled report', () => {
    expect(interpret({ ...braf('MEL'), status: 'cancelled' })).toMatchObject({
      options: [],
      avoid: [],
      withheld: [],
      possible: [],
    });
  });
});
