import type { Evaluate } from './evaluate-leaf.js';
import { open, settled } from './judged.js';

export const evaluateSex: Evaluate<'sex'> = (asked, patient) => {
  const sex = patient.facts?.sex;
  if (sex === undefined) return open(() => ({ missing: [{ key: 'ask:sex', effort: 'ask', text: 'Sex' }] }));
  return settled(sex === asked ? 'met' : 'not-met', () => ({
    facts: [{ text: 'Sex', value: sex }],
    change: { kind: 'fixed' },
  }));
};
