import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TumourTypeFit } from '@consilium/clinical';
import type { EvidenceLevel, OncoKbTherapyLevel, SourceGrade } from '@consilium/knowledge-core';
import { assignTier, machineTier, tierOf, type ClinicalPurpose, type TierItem } from './amp-tier.js';
import { civicScore } from './civic-score.js';
import { displayLevel } from './display-level.js';
import { compareOncoKb, highestOncoKb, propagateOncoKb, requireTumourType } from './oncokb-level.js';
import { compareZpm, formatZpm, parseZpm, zpmInAnotherTumour } from './zpm-grade.js';

const uncertain = { oncogenicity: 'uncertain', pairing: 'tumour-only' } as const;
const item = (id: string, level: EvidenceLevel, purpose: ClinicalPurpose = 'therapeutic'): TierItem => ({
  id,
  level,
  purpose,
});

describe('AMP/ASCO/CAP 2017 (Li, PMID 27993330)', () => {
  it.each<[EvidenceLevel, string]>([
    ['A', 'I'],
    ['B', 'I'],
    ['C', 'II'],
    ['D', 'II'],
  ])('level %s is tier %s', (level, tier) => {
    expect(tierOf(level)).toBe(tier);
  });

  it('is set by the best item of each purpose, and names the others as additional', () => {
    const items = [item('x', 'C'), item('y', 'A'), item('z', 'D', 'prognostic')];
    expect(assignTier({ items, ...uncertain })).toMatchObject({
      tier: 'I',
      byPurpose: [
        { purpose: 'therapeutic', tier: 'I', level: 'A', setBy: 'y', additional: ['x'] },
        { purpose: 'prognostic', tier: 'II', level: 'D', setBy: 'z', additional: [] },
      ],
    });
  });

  it.each([
    ['IV', { oncogenicity: 'benign', pairing: 'paired' }],
    ['IV', { oncogenicity: 'likely-benign', pairing: 'paired' }],
    ['IV', { ...uncertain, populationFrequency: 0.01 }],
    ['III', { ...uncertain, populationFrequency: 0.0099 }],
    ['III', { oncogenicity: 'uncertain', pairing: 'paired', populationFrequency: 0.2 }],
    ['III', uncertain],
    ['III', { ...uncertain, oncogenicity: 'oncogenic' }],
  ] as const)('without any item: tier %s for %o', (tier, facts) => {
    expect(assignTier({ items: [], ...facts }).tier).toBe(tier);
  });

  const items = fc.array(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      level: fc.constantFrom<EvidenceLevel>('A', 'B', 'C', 'D'),
      purpose: fc.constantFrom<ClinicalPurpose>('therapeutic', 'diagnostic', 'prognostic'),
    }),
  );
  const tiers = ['I', 'II', 'III', 'IV'];

  it('evidence of a lower level never changes a tier', () => {
    fc.assert(
      fc.property(items, (some) => {
        const before = assignTier({ items: some, ...uncertain });
        for (const { purpose, level } of before.byPurpose) {
          if (level === 'D') continue;
          const after = assignTier({ items: [...some, item('new', 'D', purpose)], ...uncertain });
          expect(after.byPurpose.find((one) => one.purpose === purpose)?.tier).toBe(tierOf(level));
        }
      }),
    );
  });

  it('more evidence never makes a tier worse', () => {
    fc.assert(
      fc.property(items, items, (some, more) => {
        const [before, after] = [some, [...some, ...more]].map((list) =>
          assignTier({ items: list, ...uncertain }),
        );
        expect(tiers.indexOf(after?.tier ?? '')).toBeLessThanOrEqual(tiers.indexOf(before?.tier ?? ''));
      }),
    );
  });

  it('the order of items does not matter', () => {
    fc.assert(
      fc.property(items, (some) => {
        expect(assignTier({ items: [...some].reverse(), ...uncertain })).toEqual(
          assignTier({ items: some, ...uncertain }),
        );
      }),
    );
  });
});

describe("PCGR's rule for outside grades", () => {
  const civic = (level: 'A' | 'B' | 'C' | 'D' | 'E'): SourceGrade => ({ scale: 'CIViC', level });
  const oncoKb = (level: OncoKbTherapyLevel): SourceGrade => ({ scale: 'OncoKB', level });
  it.each<[SourceGrade, TumourTypeFit, string]>([
    [civic('A'), 'this-type', 'I'],
    [civic('B'), 'any-tumour', 'I'],
    [civic('B'), 'another-type', 'II'],
    [civic('C'), 'this-type', 'II'],
    [civic('D'), 'parent-type', 'II'],
    [civic('E'), 'another-type', 'III'],
    [civic('C'), 'any-tumour', 'III'],
    [oncoKb('1'), 'this-type', 'I'],
    [oncoKb('3A'), 'this-type', 'I'],
    // By definition of another tumour: never tier I.
    [oncoKb('3B'), 'this-type', 'II'],
    [oncoKb('3B'), 'any-tumour', 'II'],
    [oncoKb('4'), 'this-type', 'II'],
    [oncoKb('4'), 'another-type', 'III'],
  ])('%o for %s: tier %s', (grade, fit, tier) => {
    expect(machineTier(grade, fit)).toBe(tier);
  });
});

describe('OncoKB levels (LevelUtils, getDefaultPropagationLevelByTumorForm)', () => {
  it('are shown in the order R1, 1, 2, 3A, 3B, 4, R2', () => {
    const levels: OncoKbTherapyLevel[] = ['R2', '4', '3B', '2', 'R1', '3A', '1'];
    expect([...levels].sort(compareOncoKb)).toEqual(['R1', '1', '2', '3A', '3B', '4', 'R2']);
  });

  it('R2 does not displace the highest level', () => {
    expect(highestOncoKb(['R2', '4'])).toBe('4');
  });

  it.each<[OncoKbTherapyLevel, ('solid' | 'liquid')[], 'solid' | 'liquid', string | undefined]>([
    ['1', ['solid'], 'solid', '3B'],
    ['2', ['solid', 'solid'], 'solid', '3B'],
    ['3A', ['solid'], 'solid', '3B'],
    ['4', ['solid'], 'solid', undefined],
    ['1', ['solid'], 'liquid', undefined],
    ['1', ['liquid'], 'solid', undefined],
    ['1', ['liquid'], 'liquid', undefined],
    ['1', ['solid', 'liquid'], 'solid', undefined],
    ['R1', ['solid'], 'solid', undefined],
    ['R2', ['solid'], 'solid', undefined],
  ])('%s for %j, asked for %s: %s', (level, evidence, query, expected) => {
    expect(propagateOncoKb(level, evidence, query)).toEqual({ ok: true, value: expected });
  });

  it('a curator may set 3B, 4 or none, for each form by itself', () => {
    const told = (query: 'solid' | 'liquid') =>
      propagateOncoKb('1', ['solid'], query, { solid: 'NO', liquid: '4' });
    expect([told('solid'), told('liquid')]).toEqual([
      { ok: true, value: undefined },
      { ok: true, value: '4' },
    ]);
  });

  it('3B is never curated, and a clinical view needs a tumour type', () => {
    expect(propagateOncoKb('3B', ['solid'], 'solid')).toMatchObject({ ok: false });
    expect(requireTumourType(' ')).toMatchObject({ ok: false });
  });
});

describe('ZPM grades', () => {
  it.each([
    ['m1A', 'm1A'],
    ['m2B Z', 'm2B Z'],
    ['m3 (iv, is)', 'm3 is iv'],
    ['m1C R Z', 'm1C Z R'],
  ])('reads «%s»', (text, written) => {
    const parsed = parseZpm(text);
    expect(parsed.ok && formatZpm(parsed.value)).toBe(written);
  });

  it.each(['m5', 'm1', 'm1A X', ''])('refuses «%s»', (text) => {
    expect(parseZpm(text)).toMatchObject({ ok: false, error: { code: 'INTERPRETATION.ZPM_GRADE' } });
  });

  it('m1 becomes m2 in another tumour, without its approval', () => {
    expect(zpmInAnotherTumour({ level: 'm1A', addenda: ['Z', 'R'] })).toEqual({
      level: 'm2A',
      addenda: ['R'],
    });
    expect(zpmInAnotherTumour({ level: 'm3', addenda: ['is'] })).toEqual({ level: 'm3', addenda: ['is'] });
  });

  it('are ordered', () => {
    expect(compareZpm({ level: 'm1C', addenda: [] }, { level: 'm2A', addenda: [] })).toBeLessThan(0);
  });
});

describe('scores and display', () => {
  const graded = (level: 'A' | 'B' | 'C' | 'D' | 'E', stars: number, status?: 'retracted') => ({
    id: level,
    kind: 'prognostic' as const,
    significance: 'poor-outcome' as const,
    profile: { smallVariant: { gene: 'BRAF' } },
    tumourTypes: ['MEL'],
    statement: '',
    citations: [],
    grade: { scale: 'CIViC' as const, level, stars },
    ...(status === undefined ? {} : { status }),
  });

  it('CIViC: weight by level times stars, accepted items only', () => {
    expect(civicScore([graded('A', 5), graded('B', 4), graded('C', 2), graded('D', 3), graded('E', 4)])).toBe(
      79,
    );
    expect(civicScore([graded('A', 5, 'retracted')])).toBe(0);
  });

  it.each<[SourceGrade, EvidenceLevel, boolean]>([
    [{ scale: 'OncoKB', level: '1' }, 'A', true],
    [{ scale: 'OncoKB', level: 'R1' }, 'A', true],
    [{ scale: 'OncoKB', level: '3A' }, 'B', true],
    [{ scale: 'OncoKB', level: '3B' }, 'C', true],
    [{ scale: 'OncoKB', level: '4' }, 'D', true],
    [{ scale: 'AMP', level: 'C' }, 'C', false],
    [{ scale: 'ESCAT', level: 'I-C' }, 'A', true],
    [{ scale: 'ESCAT', level: 'III-A' }, 'C', true],
    [{ scale: 'ZPM', level: 'm1B' }, 'B', true],
    [{ scale: 'ZPM', level: 'm2A' }, 'C', true],
    [{ scale: 'ZPM', level: 'm3' }, 'D', true],
  ])('shows %o beside %s', (grade, level, approximate) => {
    expect(displayLevel(grade)).toMatchObject({ level, approximate });
  });
});
