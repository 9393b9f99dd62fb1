import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildOfLength, chromosomeLength, normaliseChromosome } from './chromosomes.js';

const chromosomes = [...Array.from({ length: 22 }, (_, index) => String(index + 1)), 'X', 'Y', 'MT'];
const inherited = ['constructor', 'toString', '__proto__', 'hasOwnProperty'];

describe(normaliseChromosome.name, () => {
  it.each(chromosomes)('knows %s with and without chr', (name) => {
    for (const text of [name, `chr${name}`, `CHR${name}`, name.toLowerCase()])
      expect(normaliseChromosome(text)).toBe(name);
  });

  it.each([['M'], ['chrM'], ['chrm']])('reads %s as MT', (text) => {
    expect(normaliseChromosome(text)).toBe('MT');
  });

  it.each(['', 'chr', '0', '23', '01', 'GL000220.1', 'hs37d5', 'chrUn_KI270302v1', 'chr1_alt', ...inherited])(
    'knows no %p',
    (text) => {
      expect(normaliseChromosome(text)).toBeUndefined();
    },
  );
});

describe('lengths', () => {
  it.each(chromosomes.filter((name) => name !== 'MT'))('tell the builds of chromosome %s apart', (name) => {
    for (const build of ['GRCh37', 'GRCh38'] as const)
      expect(buildOfLength(name, chromosomeLength(build, name) ?? 0)).toBe(build);
  });

  it('of MT are the same on both builds and tell nothing', () => {
    expect(chromosomeLength('GRCh37', 'MT')).toBe(16569);
    expect(buildOfLength('MT', 16569)).toBeUndefined();
  });

  it('that no build has tell nothing', () => {
    expect(buildOfLength('7', 1)).toBeUndefined();
  });

  it.each(inherited)('of %s do not exist', (name) => {
    expect(chromosomeLength('GRCh38', name)).toBeUndefined();
    expect(buildOfLength(name, 1)).toBeUndefined();
  });

  it('of any text are a number or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, length) => {
        expect([undefined, 'GRCh37', 'GRCh38']).toContain(
          buildOfLength(normaliseChromosome(text) ?? text, length),
        );
      }),
    );
  });
});
