export {
  assessOncogenicity,
  classifyVariant,
  type CountedCode,
  type OncogenicityAssessment,
  type OncogenicityInput,
  type OpenCode,
} from './assess-oncogenicity.js';
export type { CuratedCode } from './curate-codes.js';
export type { ExcludedCode } from './exclude-codes.js';
export { granthamDistance } from './grantham-distance.js';
export { codeRules, oncogenicityCodes, type CodeRule, type OncogenicityCode } from './oncogenicity-codes.js';
export { classify, cutOffProfiles, type CutOffs } from './oncogenicity-cut-offs.js';
export { readOncogenicityCode, type Labelling } from './read-oncogenicity-code.js';
