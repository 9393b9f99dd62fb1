export { assertUnreachable } from './assert-unreachable.js';
export { canonicalJson } from './canonical-json.js';
export { fixedClock, type Clock } from './clock.js';
export { describeProblem, type Problem } from './problem.js';
export { rememberLast } from './remember-last.js';
export { fail, succeed, type Result } from './result.js';
export { isDay, isIdentifier, isUuid } from './well-formed.js';
