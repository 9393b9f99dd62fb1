export { indexCancerGenes, type CancerGenes } from './cancer-genes.js';
export {
  describeInterpretation,
  type DescribedInterpretation,
  type DescribedOption,
} from './describe-interpretation.js';
export { evaluatePattern } from './evaluate-pattern.js';
export { findTherapyOptions } from './find-therapy-options.js';
export { indexRelease, type ReleaseIndex } from './index-release.js';
export { interpretProfile, type ProfileInterpretation } from './interpret-profile.js';
export { judgeOncogenicity } from './judge-oncogenicity.js';
export type { Judgement } from './judgement.js';
export { nameCitation } from './name-citation.js';
export type { Fact, FindingReference, MissingTest, PatternAnswer } from './pattern-answer.js';
export type { FindingMatch, FindingSummary } from './summarise-findings.js';
export type { Interpretation, OptionEvidence, TherapyOption, Withholding } from './therapy-option.js';
