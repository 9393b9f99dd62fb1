import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatProteinChange, normaliseProteinChange, residuesOf } from './format-protein-change.js';
import { parseProteinChange } from './parse-protein-change.js';
import type { ProteinChange } from './protein-change.js';

const names: Readonly<Record<string, string>> = {
  A: 'Ala',
  R: 'Arg',
  N: 'Asn',
  D: 'Asp',
  C: 'Cys',
  Q: 'Gln',
  E: 'Glu',
  G: 'Gly',
  H: 'His',
  I: 'Ile',
  L: 'Leu',
  K: 'Lys',
  M: 'Met',
  F: 'Phe',
  P: 'Pro',
  S: 'Ser',
  T: 'Thr',
  W: 'Trp',
  Y: 'Tyr',
  V: 'Val',
};

describe(normaliseProteinChange.name, () => {
  it.each([
    ['p.Val600Glu', 'V600E'],
    ['V600E', 'V600E'],
    ['p.V600E', 'V600E'],
    ['v600e', 'V600E'],
    [' p.Val600Glu ', 'V600E'],
    ['p.(Leu858Arg)', 'L858R'],
    ['NP_004324.2:p.Val600Glu', 'V600E'],
    ['NP_004324.2:p.(Val600Glu)', 'V600E'],
    ['ENSP00000288602.6%3Ap.Val600Glu', 'V600E'],
    ['p.Gly12Cys', 'G12C'],
    ['p.Sec46Cys', 'U46C'],
    ['p.Thr190%3D', 'T190='],
    ['p.Thr190=', 'T190='],
    ['V600V', 'V600='],
    ['p.Val600Val', 'V600='],
    ['R213*', 'R213*'],
    ['R213X', 'R213*'],
    ['p.Arg213Ter', 'R213*'],
    ['p.Arg213Stop', 'R213*'],
    ['ENSP00000418960.2:p.Glu11Ter', 'E11*'],
    ['p.Gln1756ProfsTer74', 'Q1756Pfs*74'],
    ['Q1756Pfs*74', 'Q1756Pfs*74'],
    ['T1556Nfs*14', 'T1556Nfs*14'],
    ['p.Thr1556fs', 'T1556fs'],
    ['p.T1556fs*', 'T1556fs'],
    ['p.Thr1556AsnfsTer?', 'T1556Nfs'],
    ['T1556fsX14', 'T1556fs*14'],
    ['p.Glu746_Ala750del', 'E746_A750del'],
    ['E746_A750del', 'E746_A750del'],
    ['E746_A750delELREA', 'E746_A750del'],
    ['p.Glu746_Ala750delGluLeuArgGluAla', 'E746_A750del'],
    ['p.E746_A750del5', 'E746_A750del'],
    ['p.Lys745del', 'K745del'],
    ['A767_V769dup', 'A767_V769dup'],
    ['p.Ala767_Val769dup', 'A767_V769dup'],
    ['A767_V769dupASV', 'A767_V769dup'],
    ['p.Tyr772_Ala775dup', 'Y772_A775dup'],
    ['A775_G776insYVMA', 'A775_G776insYVMA'],
    ['p.Ala775_Gly776insTyrValMetAla', 'A775_G776insYVMA'],
    ['D770_N771insSVD', 'D770_N771insSVD'],
    ['p.Asp770_Asn771ins3', 'D770_N771ins3'],
    ['p.Gly776delinsValCys', 'G776delinsVC'],
    ['G776>VC', 'G776delinsVC'],
    ['p.L747_P753delinsS', 'L747_P753delinsS'],
    ['p.Leu747_Pro753delLeuinsSer', 'L747_P753delinsS'],
    ['L747_T751>P', 'L747_T751delinsP'],
    ['M1?', 'M1?'],
    ['p.Met1?', 'M1?'],
    ['p.Met1Val', 'M1?'],
    ['p.Ter394ArgextTer9', '*394Rext*9'],
    ['*394Rext*9', '*394Rext*9'],
    ['p.*394R', '*394Rext*'],
    ['X1010_splice', 'X1010_splice'],
    ['p.D1010_splice', 'X1010_splice'],
    ['p.?', '?'],
    ['p.0', '?'],
  ])('%s → %s', (text, expected) => {
    expect(normaliseProteinChange(text)).toBe(expected);
  });

  it.each([
    '',
    'p.',
    'V',
    '600',
    'V600',
    'B600E',
    'p.Foo600Glu',
    'V600EE',
    'c.1799T>A',
    'activating',
    'exon 19 deletion',
    'amplification',
    'EML4-ALK',
    'E750_A746del',
    'A775_G777insY',
    'E746_A750',
    'p.Val600Glu;p.Lys601Glu',
    'V600E V600K',
    'p.[Val600Glu]',
    'M1',
    'Met1',
    'T1556fs*fs',
    'V0E',
    `V${'6'.repeat(30)}E`,
    'v600_k601del',
  ])('reads nothing in %p', (text) => {
    expect(normaliseProteinChange(text)).toBeUndefined();
  });

  it.each([
    ['digits', `V${'1'.repeat(5000)}E`],
    ['blanks', ' '.repeat(5000)],
    ['residues', `A1_A2ins${'Ala'.repeat(2000)}`],
    ['colons', ':'.repeat(5000)],
    ['brackets', '('.repeat(5000)],
    ['encoded signs', '%3D'.repeat(2000)],
    ['starts of frameshifts', 'A1fs'.repeat(1250)],
  ])('refuses thousands of %s at once', (_, text) => {
    const before = performance.now();
    expect(normaliseProteinChange(text)).toBeUndefined();
    expect(performance.now() - before).toBeLessThan(50);
  });
});

describe(residuesOf.name, () => {
  it.each([
    ['V600E', { first: 600, last: 600 }],
    ['E746_A750del', { first: 746, last: 750 }],
    ['D770_N771insSVD', { first: 770, last: 771 }],
    ['X1010_splice', { first: 1010, last: 1010 }],
    ['p.?', undefined],
  ])('of %s', (text, expected) => {
    const change = parseProteinChange(text);
    expect(change === undefined ? 'unread' : residuesOf(change)).toEqual(expected);
  });
});

describe('any change', () => {
  const residue = fc.constantFrom(...Object.keys(names));
  const position = fc.integer({ min: 2, max: 35_991 });
  const sequence = fc.string({ unit: residue, minLength: 1, maxLength: 12 });
  const range = fc
    .record({ first: position, length: fc.nat(40), a: residue, b: residue })
    .map(({ first, length, a, b }) => ({
      first,
      last: first + length,
      firstResidue: a,
      lastResidue: length === 0 ? a : b,
    }));
  const flanks = fc
    .record({ first: position, a: residue, b: residue })
    .map(({ first, a, b }) => ({ first, last: first + 1, firstResidue: a, lastResidue: b }));
  const change: fc.Arbitrary<ProteinChange> = fc.oneof(
    fc
      .record({ kind: fc.constant('substitution' as const), from: residue, position, to: residue })
      .filter(({ from, to }) => from !== to),
    fc.record({ kind: fc.constantFrom('synonymous' as const, 'nonsense' as const), from: residue, position }),
    fc.record(
      {
        kind: fc.constant('frameshift' as const),
        from: residue,
        position,
        to: residue,
        stopAfter: fc.nat(500),
      },
      { requiredKeys: ['kind', 'from', 'position'] },
    ),
    fc.record({ kind: fc.constantFrom('deletion' as const, 'duplication' as const), range }),
    fc.record({ kind: fc.constant('insertion' as const), range: flanks, inserted: sequence }),
    fc.record({ kind: fc.constant('deletion-insertion' as const), range, inserted: sequence }),
    fc.record(
      { kind: fc.constant('stop-lost' as const), position, to: residue, extension: fc.nat(500) },
      { requiredKeys: ['kind', 'position'] },
    ),
    fc.record({ kind: fc.constant('splice' as const), position }),
    fc.constant({ kind: 'start-lost', position: 1 } as const),
    fc.constant({ kind: 'unknown' } as const),
  );
  const lengthen = (text: string): string =>
    text.replace(
      /(del|ins|dup|fs|ext|splice)|([A-Z*])/g,
      (whole, word: string | undefined, letter?: string) =>
        word === undefined ? (letter === '*' ? 'Ter' : (names[letter ?? ''] ?? whole)) : word,
    );

  it('reads back from its normal form as the same change', () => {
    fc.assert(
      fc.property(change, (one) => {
        expect(parseProteinChange(formatProteinChange(one))).toEqual(one);
      }),
    );
  });

  it('is the same in one and in three letters, with prefix or brackets', () => {
    fc.assert(
      fc.property(
        change.filter(({ kind }) => kind !== 'splice'),
        (one) => {
          const short = formatProteinChange(one);
          for (const text of [`p.${short}`, `p.${lengthen(short)}`, `NP_1.1:p.(${lengthen(short)})`])
            expect(normaliseProteinChange(text)).toBe(short);
        },
      ),
    );
  });

  it('and any text is read or not, and what is read reads back', () => {
    const like = fc.string({
      unit: fc.constantFrom(...Array.from('AVXM*Ter10_delinsupf=?().p:>')),
      maxLength: 25,
    });
    fc.assert(
      fc.property(fc.oneof(like, fc.string({ unit: 'binary' })), (text) => {
        const normal = normaliseProteinChange(text);
        if (normal !== undefined) expect(normaliseProteinChange(normal)).toBe(normal);
      }),
      { numRuns: 3000 },
    );
  });
});
