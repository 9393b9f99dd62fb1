export { decodeCursor, encodeCursor, type CasePlace } from './case-cursor.js';
export type { CaseFile, CaseProfile, CaseResult } from './case-file.js';
export { interpretationState, type InterpretationState } from './interpretation-state.js';
