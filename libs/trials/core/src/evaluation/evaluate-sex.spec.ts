import { describe, expect, it } from '@jest/globals';
import type { EligibilityReferences } from './eligibility-references.js';
import { evaluateSex } from './evaluate-sex.js';

const noReferences = (): never => {
  throw new Error('Sex needs no references.');
};
const references: EligibilityReferences = {
  get tumourTypes() {
    return noReferences();
  },
  get genes() {
    return noReferences();
  },
  get conditions() {
    return noReferences();
  },
  get drugs() {
    return noReferences();
  },
};

const judge = (asked: 'female' | 'male', sex: 'female' | 'male' | undefined) =>
  evaluateSex(
    asked,
    {
      patient: 'p',
      hospital: 'h',
      profiles: [],
      facts: {
        patient: 'p',
        hospital: 'h',
        version: 1,
        recordedAt: '2026-01-01T00:00:00Z',
        ...(sex === undefined ? {} : { sex }),
      },
    },
    0,
    references,
  );

describe('sex', () => {
  it.each([
    ['female', 'female', 'met'],
    ['female', 'male', 'not-met'],
    ['male', 'male', 'met'],
    ['male', 'female', 'not-met'],
    ['male', undefined, 'unknown'],
  ] as const)('asked for %s, of a patient whose sex is %s, is %s', (asked, sex, answer) => {
    expect(judge(asked, sex).answer).toBe(answer);
  });

  it('does not change by itself', () => {
    expect(judge('male', 'female').reasons()).toEqual({
      facts: [{ text: 'Sex', value: 'female' }],
      missing: [],
      change: { kind: 'fixed' },
    });
  });

  it('is asked for where it is missing', () => {
    expect(
      judge('male', undefined)
        .reasons()
        .missing.map(({ key }) => key),
    ).toEqual(['ask:sex']);
  });
});
