import { describe, expect, it } from '@jest/globals';
import { criterionOf, ctmlOf, importedOf, problemsOf } from './ctml.fixture.js';

const kras = { genomic: { hugo_symbol: 'KRAS', variant_category: 'Mutation' } };
const nras = { genomic: { hugo_symbol: 'NRAS', variant_category: 'Mutation' } };
const adult = { clinical: { age_numerical: '>=18' } };
const solid = { clinical: { oncotree_primary_diagnosis: '_SOLID_' } };
const asks = {
  kras: { smallVariant: { gene: 'KRAS' } },
  nras: { smallVariant: { gene: 'NRAS' } },
  adult: { age: { atLeast: 18 } },
  solid: { tumourType: { within: 'SOLID' } },
};

describe('a match tree', () => {
  it.each<[string, readonly unknown[], unknown]>([
    ['the nodes of a list by and', [adult, kras], { all: [asks.adult, asks.kras] }],
    ['and', [{ and: [adult, kras] }], { all: [asks.adult, asks.kras] }],
    ['or', [{ or: [kras, nras] }], { any: [asks.kras, asks.nras] }],
    [
      'or within and',
      [{ and: [adult, { or: [kras, nras] }] }],
      { all: [asks.adult, { any: [asks.kras, asks.nras] }] },
    ],
    [
      'and within or',
      [{ or: [{ and: [adult, kras] }, nras] }],
      { any: [{ all: [asks.adult, asks.kras] }, asks.nras] },
    ],
    [
      'numbered labels',
      [{ and_1: [adult, { or2: [kras, nras] }] }],
      { all: [asks.adult, { any: [asks.kras, asks.nras] }] },
    ],
    [
      'labels in capitals',
      [{ AND: [adult, { Or: [kras, nras] }] }],
      { all: [asks.adult, { any: [asks.kras, asks.nras] }] },
    ],
    ['two labels in one node by and', [{ ...adult, ...kras }], { all: [asks.adult, asks.kras] }],
    ['a part given without a list', [{ and: { or: [kras, nras] } }], { any: [asks.kras, asks.nras] }],
    ['a leaf wrapped in a list', [{ genomic: [kras.genomic] }], asks.kras],
  ])('joins %s', (_what, match, expected) => {
    expect(criterionOf(...match)).toEqual(expected);
  });

  it('takes a match that is no list', () => {
    expect(importedOf(ctmlOf({ and: [adult, kras] })).trial.arms[0]?.eligibility).toHaveProperty('all');
  });

  it.each<[string, unknown, string, string, RegExp]>([
    ['an and of nothing', { and: [] }, 'EMPTY', '/and', /remove it/],
    ['an or of nothing', { and: [{ or: [] }, kras] }, 'EMPTY', '/and/0/or', /remove it/],
    ['an empty node', {}, 'EMPTY', '', /Remove it/],
    ['a misspelt label', { genomics: kras.genomic }, 'UNKNOWN_KEY', '/genomics', /Did you mean «genomic»/],
    ['a text in place of a node', { and: ['KRAS'] }, 'WRONG_TYPE', '/and/0', /genomic or clinical/],
    ['a leaf of several', { genomic: [kras.genomic, nras.genomic] }, 'WRONG_TYPE', '/genomic', /by or/],
  ])('refuses %s with its place', (_what, node, reason, place, remedy) => {
    expect(problemsOf(node)).toEqual([
      expect.objectContaining({
        code: `TRIALS.CTML_${reason}`,
        place: `/treatment_list/step/0/arm/0/match/0${place}`,
        remedy: expect.stringMatching(remedy),
      }),
    ]);
  });

  it('refuses a tree that leads back into itself', () => {
    const circle: { and: unknown[] } = { and: [] };
    circle.and.push(circle);
    expect(problemsOf(circle).map(({ code }) => code)).toEqual(['TRIALS.CTML_TOO_DEEP']);
  });

  it.each<[string, unknown, RegExp]>([
    [
      'a criterion and its negation',
      { and: [kras, { genomic: { ...kras.genomic, variant_category: '!Mutation' } }] },
      /asked for and excluded at once/,
    ],
    ['ages that do not meet', { and: [adult, { clinical: { age_numerical: '<12' } }] }, /of an age/],
    [
      'a month of age beyond the bound',
      { and: [{ clinical: { age_numerical: '>=0.5' } }, { clinical: { age_numerical: '<0.25' } }] },
      /of an age/,
    ],
    [
      'solid and liquid tumours at once',
      { and: [solid, { clinical: { oncotree_primary_diagnosis: '_LIQUID_' } }] },
      /«or» may be meant/,
    ],
    [
      'both sexes at once',
      { and: [{ clinical: { gender: 'Male' } }, { clinical: { gender: 'Female' } }] },
      /both sexes/,
    ],
    [
      'an or of dead branches',
      {
        and: [
          adult,
          { or: [{ clinical: { age_numerical: '<12' } }, { clinical: { age_numerical: '<16' } }] },
        ],
      },
      /of an age/,
    ],
  ])('refuses %s', (_what, node, message) => {
    expect(problemsOf(node)).toEqual([
      expect.objectContaining({ code: 'TRIALS.CTML_CONTRADICTION', message: expect.stringMatching(message) }),
    ]);
  });

  it('tells of a branch that nobody can take, and keeps the others', () => {
    const { remarks } = importedOf(
      ctmlOf([{ and: [adult, { or: [{ clinical: { age_numerical: '<12' } }, kras] }] }]),
    );
    expect(remarks.join()).toMatch(/one of the alternatives/);
  });

  it.each(['<=65', '<66'])('does not take %s beside 65 and over for a contradiction', (bound) => {
    expect(
      problemsOf({ and: [{ clinical: { age_numerical: '>=65' } }, { clinical: { age_numerical: bound } }] }),
    ).toEqual([]);
  });

  it('tells of all problems at once', () => {
    const wrong = [{ genomic: { hugo_symbl: 'KRAS' } }, { clinical: { gender: 'Femal' } }, { nor: [] }];
    expect(problemsOf({ and: wrong })).toHaveLength(3);
  });
});
