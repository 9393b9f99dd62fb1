import type { GateFacts } from './gate-facts.js';
import type { GatePart, GateReason } from './gate-answer.js';

/**
 * Measured activity outweighs a genotype that is negative, variable or missing, unless a transfusion may have brought
 * other people's red cells (PMID 24787449). It never lifts a genotype that is deficient.
 */
export function gateByG6pd(part: GatePart, { g6pdActivity, transfusionRecently }: GateFacts): GatePart {
  if (g6pdActivity === undefined) return part;
  if (g6pdActivity !== 'normal') {
    return {
      reasons: [
        reason('avoid', `The measured G6PD activity is ${g6pdActivity}: contraindicated.`),
        ...part.reasons,
      ],
      settledBy: [],
    };
  }
  if (transfusionRecently === true) {
    return {
      reasons: [
        reason('test-first', 'The measured G6PD activity is normal, and a recent transfusion may feign it.'),
        ...part.reasons,
      ],
      settledBy: ['G6PD activity three months after the transfusion', ...part.settledBy],
    };
  }
  if (transfusionRecently === undefined) {
    return {
      reasons: [
        reason(
          'unknown',
          'The measured G6PD activity is normal; whether a transfusion feigns it is not stated.',
        ),
        ...withoutTestFirst(part),
      ],
      settledBy: ['whether there was a transfusion within three months'],
    };
  }
  return {
    reasons: [
      reason('ok', 'The measured G6PD activity is normal, without a recent transfusion.'),
      ...withoutTestFirst(part),
    ],
    settledBy: [],
  };
}

const withoutTestFirst = ({ reasons }: GatePart): readonly GateReason[] =>
  reasons.filter(({ outcome }) => outcome !== 'test-first');

const reason = (outcome: GateReason['outcome'], text: string): GateReason => ({
  outcome,
  basis: 'pharmacogenomics',
  gene: 'G6PD',
  text,
  role: 'decides',
});
