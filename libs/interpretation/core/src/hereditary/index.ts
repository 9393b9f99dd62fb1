export { isHarmful, readAcmgClass, type AcmgClass } from './acmg-class.js';
export { stepsForCarrier, stepsForFlag, type NextStep } from './carrier-measures.js';
export { germlineFindings, type GermlineFinding, type GermlineReport } from './germline-findings.js';
export { germlineFlags, type GermlineFlag, type GermlineSuspicion } from './germline-flags.js';
