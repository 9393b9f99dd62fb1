import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TumourTypeFit } from '@consilium/clinical';
import type { EvidenceLevel, OncoKbTherapyLevel, SourceGrade } from '@consilium/knowledge-core';
import { assignTier, machineTier, type ClinicalPurpose } from './amp-tier.js';
import { propagateOncoKb, type PropagationOverride } from './oncokb-level.js';

describe(assignTier.name, () => {
  const uncertain = { oncogenicity: 'uncertain', pairing: 'tumour-only' } as const;

  it('names what would tell tier III from IV, where it was not looked up', () => {
    expect(assignTier({ items: [], ...uncertain }).settledBy).toEqual([
      'frequency in the population',
      'comparison with normal tissue',
    ]);
    expect(assignTier({ items: [], ...uncertain, populationFrequency: 0 })).not.toHaveProperty('settledBy');
    expect(assignTier({ items: [], ...uncertain, pairing: 'paired' })).not.toHaveProperty('settledBy');
  });

  it('does not name the statement that sets the tier as additional too', () => {
    const item = (level: EvidenceLevel) => ({ id: 'x', level, purpose: 'therapeutic' as const });
    expect(assignTier({ items: [item('C'), item('A')], ...uncertain }).byPurpose).toMatchObject([
      { setBy: 'x', level: 'A', additional: [] },
    ]);
  });

  it('is best over purposes, whichever comes first', () => {
    const levels = fc.constantFrom<EvidenceLevel>('A', 'B', 'C', 'D');
    fc.assert(
      fc.property(fc.array(levels, { minLength: 3, maxLength: 3 }), (three) => {
        const purposes: readonly ClinicalPurpose[] = ['therapeutic', 'diagnostic', 'prognostic'];
        const items = purposes.map((purpose, at) => ({ id: purpose, purpose, level: three[at] ?? 'D' }));
        const best = [...three].sort()[0] ?? 'D';
        expect(assignTier({ items, ...uncertain }).reason).toContain(`level ${best} `);
      }),
    );
  });
});

describe(machineTier.name, () => {
  // Li 2017 (PMID 27993330), table 3: A and B hold for the tumour they were given for; elsewhere they are level C.
  it.each<[EvidenceLevel, TumourTypeFit, string]>([
    ['A', 'this-type', 'I'],
    ['B', 'parent-type', 'I'],
    ['C', 'this-type', 'II'],
    ['A', 'any-tumour', 'I'],
    ['D', 'any-tumour', 'II'],
    ['A', 'another-type', 'II'],
    ['B', 'another-type', 'II'],
    ['A', 'subtype', 'II'],
    ['C', 'another-type', 'III'],
  ])('AMP %s for %s: tier %s', (level, fit, tier) => {
    expect(machineTier({ scale: 'AMP', level }, fit)).toBe(tier);
  });

  it('gives tier I to nothing that speaks of another tumour, 3B never', () => {
    const grade = fc.oneof(
      fc.record({
        scale: fc.constant('CIViC' as const),
        level: fc.constantFrom('A' as const, 'B', 'C', 'D', 'E'),
      }),
      fc.record({
        scale: fc.constant('OncoKB' as const),
        level: fc.constantFrom<OncoKbTherapyLevel>('1', '2', '3A', '3B', '4', 'R1', 'R2'),
      }),
      fc.record({
        scale: fc.constant('AMP' as const),
        level: fc.constantFrom<EvidenceLevel>('A', 'B', 'C', 'D'),
      }),
    );
    const fit = fc.constantFrom<TumourTypeFit>(
      'this-type',
      'parent-type',
      'any-tumour',
      'subtype',
      'another-type',
    );
    fc.assert(
      fc.property(grade, fit, (one: SourceGrade, how) => {
        if (how === 'another-type' || how === 'subtype' || (one.scale === 'OncoKB' && one.level === '3B')) {
          expect(machineTier(one, how)).not.toBe('I');
        }
      }),
    );
  });
});

describe(propagateOncoKb.name, () => {
  it('refuses an override the source does not allow', () => {
    const override: PropagationOverride = JSON.parse('{"solid":"1"}') as PropagationOverride;
    expect(propagateOncoKb('2', ['solid'], 'solid', override)).toMatchObject({
      ok: false,
      error: { code: 'INTERPRETATION.PROPAGATION_OVERRIDE' },
    });
    expect(propagateOncoKb('2', ['solid'], 'liquid', override)).toEqual({ ok: true, value: undefined });
  });

  it('carries nothing stronger than 3B over, and no resistance', () => {
    const level = fc.constantFrom<OncoKbTherapyLevel>('1', '2', '3A', '4', 'R1', 'R2');
    const form = fc.constantFrom('solid' as const, 'liquid' as const);
    fc.assert(
      fc.property(level, fc.array(form), form, (one, evidence, query) => {
        const carried = propagateOncoKb(one, evidence, query);
        expect(carried.ok && ['3B', undefined].includes(carried.value)).toBe(true);
        if (one.startsWith('R') || query === 'liquid' || evidence.includes('liquid')) {
          expect(carried).toEqual({ ok: true, value: undefined });
        }
      }),
    );
  });
});
