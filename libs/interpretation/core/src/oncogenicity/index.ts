export {
  assessOncogenicity,
  type CountedCode,
  type CuratedCode,
  type OncogenicityAssessment,
  type OncogenicityInput,
} from './assess-oncogenicity.js';
export { granthamDistance } from './grantham-distance.js';
export { codeRules, oncogenicityCodes, type CodeRule, type OncogenicityCode } from './oncogenicity-codes.js';
export { classify, cutOffProfiles, type CutOffs } from './oncogenicity-cut-offs.js';
