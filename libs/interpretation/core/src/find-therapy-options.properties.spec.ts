import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MolecularProfile } from '@consilium/clinical';
import type { PredictiveItem } from '@consilium/knowledge-core';
import { findTherapyOptions } from './find-therapy-options.js';
import { indexKnowledge, type KnowledgeIndex } from './index-knowledge.js';
import { judgeStatements } from './judge-statements.js';
import { assay, items, profileOf, releaseOf, tumourTypes, variant } from './samples.fixture.js';

const all = Object.values(items);
const optionsUnder = (profile: MolecularProfile, index: KnowledgeIndex) =>
  findTherapyOptions(profile, judgeStatements(profile, index, tumourTypes), index, tumourTypes);
const interpret = (profile: MolecularProfile, ...from: readonly PredictiveItem[]) =>
  optionsUnder(profile, indexKnowledge([releaseOf(...(from.length === 0 ? all : from))]));

describe('for every profile', () => {
  const pool = [
    variant('BRAF', 'V600E'),
    variant('BRAF', 'V600E', { vaf: 0.2 }),
    variant('KRAS', 'G12V'),
    variant('KRAS', 'A146T', { origin: 'unknown' }),
    variant('EGFR', 'E746_A750del'),
  ];
  const profiles = fc.record({
    diagnosis: fc.constantFrom('MEL', 'COAD', 'BOWEL', 'LUAD', 'NSCLC', 'AML'),
    smallVariants: fc.shuffledSubarray(pool),
    genes: fc.subarray([...assay.genes]),
    msi: fc.constantFrom('positive', 'negative', 'failed'),
  });
  const build = (parts: typeof profiles extends fc.Arbitrary<infer P> ? P : never): MolecularProfile =>
    profileOf({
      diagnosis: parts.diagnosis,
      smallVariants: parts.smallVariants,
      biomarkers: [{ kind: 'MSI', state: parts.msi }],
      assay: { ...assay, genes: parts.genes },
    });
  /** Without the places of findings, which follow the order of the profile. */
  const told = (value: unknown): string =>
    JSON.stringify(value, (key, member: unknown) => (key === 'index' ? 0 : member));

  it('a finding in an unrelated gene changes nothing', () => {
    fc.assert(
      fc.property(profiles, (parts) => {
        const profile = build(parts);
        const more = { ...profile, smallVariants: [...profile.smallVariants, variant('TTN', 'R100*')] };
        expect(interpret(more)).toEqual(interpret(profile));
      }),
    );
  });

  it('neither the order of findings nor of evidence matters, and the same input gives the same bytes', () => {
    fc.assert(
      fc.property(profiles, fc.shuffledSubarray(all, { minLength: all.length }), (parts, shuffled) => {
        const profile = build(parts);
        const turned = { ...profile, smallVariants: profile.smallVariants.toReversed() };
        const once = JSON.stringify(interpret(profile));
        expect(JSON.stringify(interpret(structuredClone(profile), ...shuffled))).toBe(once);
        expect(told(interpret(turned))).toBe(told(interpret(profile)));
      }),
    );
  });

  it('the index loses nothing that a scan of all evidence would find', () => {
    fc.assert(
      fc.property(profiles, (parts) => {
        const profile = build(parts);
        const index = indexKnowledge([releaseOf(...all)]);
        const everyQuestion = [...new Set([...index.byKey.values(), index.withoutFinding].flat())];
        const scan = { ...index, withoutFinding: everyQuestion };
        expect(optionsUnder(profile, scan)).toEqual(optionsUnder(profile, index));
      }),
    );
  });
});
