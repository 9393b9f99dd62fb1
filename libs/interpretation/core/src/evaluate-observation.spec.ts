import { describe, expect, it } from '@jest/globals';
import type { GeneObservation } from '@consilium/clinical';
import { evaluateObservation } from './evaluate-observation.js';
import { profileOf } from './samples.fixture.js';

const methylated = { gene: 'MGMT', feature: 'promoter-methylation', states: ['present', 'high'] } as const;
const answer = (...observations: readonly GeneObservation[]) =>
  evaluateObservation(methylated, profileOf(observations.length === 0 ? {} : { observations }));
const seen = (state: GeneObservation['state']): GeneObservation => ({
  gene: 'MGMT',
  feature: 'promoter-methylation',
  state,
});

describe(evaluateObservation.name, () => {
  it.each([
    ['present', 'met'],
    ['high', 'met'],
    ['absent', 'not-met'],
    ['indeterminate', 'unknown'],
    ['failed', 'unknown'],
  ] as const)('%s: %s', (state, expected) => {
    expect(answer(seen(state)).answer).toBe(expected);
  });

  it('does not take what nobody reported for an absence', () => {
    expect(answer()).toMatchObject({
      answer: 'unknown',
      missing: [{ kind: 'observation', gene: 'MGMT', feature: 'promoter-methylation' }],
    });
  });

  it('tells isoforms and sites apart by name, in any case', () => {
    const wanted = { gene: 'AR', feature: 'splice-variant', states: ['present'], name: 'AR-V7' } as const;
    const observed = (name: string): GeneObservation => ({
      gene: 'AR',
      feature: 'splice-variant',
      state: 'present',
      name,
    });
    expect(evaluateObservation(wanted, profileOf({ observations: [observed('ar-v7')] })).answer).toBe('met');
    expect(evaluateObservation(wanted, profileOf({ observations: [observed('AR-V9')] })).answer).toBe(
      'unknown',
    );
  });
});
