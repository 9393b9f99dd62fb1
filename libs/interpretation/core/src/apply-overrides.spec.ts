import { describe, expect, it } from '@jest/globals';
import { indexCancerGenes } from './cancer-genes.js';
import { indexKnowledge } from './index-knowledge.js';
import { interpretProfile } from './interpret-profile.js';
import { judgeOncogenicity } from './judge-oncogenicity.js';
import { withOverrides } from './apply-overrides.js';
import { reviewOverride, type Override, type OverrideSubject } from './override.js';
import { items, profileOf, releaseOf, tumourTypes, variant } from './samples.fixture.js';

const genes = indexCancerGenes(releaseOf().genes);
const override = (subject: OverrideSubject, more: Partial<Override> = {}): Override => ({
  id: '1',
  hospital: 'hospital-1',
  gene: 'KRAS',
  change: 'L19F',
  subject,
  reason: 'Read.',
  proposedBy: 'chen',
  proposedAt: '2026-11-01T00:00:00Z',
  review: { decision: 'approved', by: 'hana', at: '2026-11-02T00:00:00Z' },
  ...more,
});
const l19f = variant('KRAS', 'L19F');
const answer = (...overrides: readonly Override[]) => {
  const [one = l19f] = withOverrides([l19f], overrides, genes);
  return judgeOncogenicity(one, genes).answer;
};

describe(withOverrides.name, () => {
  it('lets the class that two people set stand over the rules', () => {
    expect(answer()).toBe('unknown');
    expect(answer(override({ kind: 'oncogenicity', value: 'likely-oncogenic' }))).toBe('met');
    expect(answer(override({ kind: 'oncogenicity', value: 'benign' }))).toBe('not-met');
    expect(answer(override({ kind: 'oncogenicity', value: 'uncertain' }))).toBe('unknown');
  });

  it('counts codes that were set as the rules count them', () => {
    const code = (name: 'functional_damaging' | 'hotspot_strong', id: string) =>
      override({ kind: 'code', code: name, value: 'applies' }, { id });
    expect(answer(code('functional_damaging', '1'))).toBe('unknown');
    expect(answer(code('functional_damaging', '1'), code('hotspot_strong', '2'))).toBe('met');
  });

  it('no longer counts what curators took away', () => {
    const truncated = variant('TP53', 'R213*');
    const taken = override(
      { kind: 'code', code: 'null_variant_in_suppressor', value: 'does not apply' },
      { gene: 'TP53', change: 'R213*' },
    );
    const judged = (overrides: readonly Override[]) =>
      withOverrides([truncated], overrides, genes).map((one) => judgeOncogenicity(one, genes).answer);
    expect(judged([])).toEqual(['met']);
    expect(judged([taken])).toEqual(['unknown']);
  });

  it('counts nothing that waits, was rejected, or is for another variant', () => {
    const set = { kind: 'oncogenicity', value: 'oncogenic' } as const;
    const { review: _, ...waiting } = override(set);
    expect(answer(waiting)).toBe('unknown');
    expect(answer(override(set, { review: { decision: 'rejected', by: 'hana', at: '' } }))).toBe('unknown');
    expect(answer(override(set, { change: 'L19P' }))).toBe('unknown');
  });

  it('keeps what the rules gave beside what was set', () => {
    const profile = profileOf({ smallVariants: [l19f] });
    const index = indexKnowledge([releaseOf(items.melanoma)]);
    const set = override({ kind: 'oncogenicity', value: 'oncogenic' });
    const [finding] = interpretProfile(profile, index, tumourTypes, { overrides: [set] }).findings;
    expect(finding).toMatchObject({
      oncogenic: 'met',
      oncogenicity: { classification: 'uncertain' },
      overrides: [{ id: '1' }],
    });
  });
});

describe(reviewOverride.name, () => {
  const { review: _, ...open } = override({ kind: 'oncogenicity', value: 'oncogenic' });
  const by = (name: string) => ({ decision: 'approved', by: name, at: '2026-11-02T00:00:00Z' }) as const;

  it('takes a second person, once', () => {
    expect(reviewOverride(open, by('hana'))).toMatchObject({ ok: true });
    expect(reviewOverride(open, by('chen'))).toMatchObject({
      error: { code: 'INTERPRETATION.SAME_REVIEWER' },
    });
    expect(reviewOverride(override(open.subject), by('elif'))).toMatchObject({
      error: { code: 'INTERPRETATION.OVERRIDE_DECIDED' },
    });
  });
});
