import { negate, type MolecularProfile, type ProfilePattern } from '@consilium/clinical';
import type { CancerGenes } from './cancer-genes.js';
import { evaluateBiomarker } from './evaluate-biomarker.js';
import { evaluateCopyNumber } from './evaluate-copy-number.js';
import { evaluateExonSkipping } from './evaluate-exon-skipping.js';
import { evaluateFusion, genesOf } from './evaluate-fusion.js';
import { evaluateObservation } from './evaluate-observation.js';
import { evaluateSmallVariant } from './evaluate-small-variant.js';
import {
  allAnswers,
  anyAnswer,
  mergeFacts,
  mergeMissing,
  unknown,
  type MissingTest,
  type PatternAnswer,
} from './pattern-answer.js';

/** A pattern without `all`, `any` and `not`. */
type Leaf = Exclude<
  ProfilePattern,
  { readonly all: unknown } | { readonly any: unknown } | { readonly not: unknown }
>;

/**
 * Answers a pattern on a profile in three values. Found is met; not found is not met only where the assay would have
 * found it, else unknown. A cancelled report says nothing, neither found nor not found.
 */
export function evaluatePattern(
  pattern: ProfilePattern,
  profile: MolecularProfile,
  genes: CancerGenes,
): PatternAnswer {
  if ('all' in pattern) return allAnswers(pattern.all.map((part) => evaluatePattern(part, profile, genes)));
  if ('any' in pattern) return anyAnswer(pattern.any.map((part) => evaluatePattern(part, profile, genes)));
  if ('not' in pattern) {
    const inner = evaluatePattern(pattern.not, profile, genes);
    return { ...inner, answer: negate(inner.answer) };
  }
  const { answer, facts, missing } =
    profile.status === 'cancelled' ? unknown(cancelled(pattern)) : evaluateLeaf(pattern, profile, genes);
  return { answer, facts: mergeFacts([facts]), missing: mergeMissing([missing]) };
}

function evaluateLeaf(pattern: Leaf, profile: MolecularProfile, genes: CancerGenes): PatternAnswer {
  if ('smallVariant' in pattern) return evaluateSmallVariant(pattern.smallVariant, profile, genes);
  if ('copyNumber' in pattern) return evaluateCopyNumber(pattern.copyNumber, profile);
  if ('fusion' in pattern) return evaluateFusion(pattern.fusion, profile);
  if ('exonSkipping' in pattern) return evaluateExonSkipping(pattern.exonSkipping, profile);
  if ('observation' in pattern) return evaluateObservation(pattern.observation, profile);
  return evaluateBiomarker(pattern.biomarker, profile);
}

function cancelled(pattern: Leaf): MissingTest[] {
  const reason = 'The report was cancelled.';
  if ('biomarker' in pattern) return [{ kind: 'biomarker', biomarker: pattern.biomarker.kind, reason }];
  if ('smallVariant' in pattern) {
    return [{ kind: 'alteration', gene: pattern.smallVariant.gene, alteration: 'small-variant', reason }];
  }
  if ('copyNumber' in pattern) {
    return [{ kind: 'alteration', gene: pattern.copyNumber.gene, alteration: 'copy-number', reason }];
  }
  if ('observation' in pattern) {
    const { gene, feature } = pattern.observation;
    return [{ kind: 'observation', gene, feature, reason }];
  }
  const genes = 'fusion' in pattern ? genesOf(pattern.fusion) : [pattern.exonSkipping.gene];
  return genes.map((gene) => ({ kind: 'alteration', gene, alteration: 'structural-variant', reason }));
}
