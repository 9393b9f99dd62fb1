import { describe, expect, it } from '@jest/globals';
import { scopeValues } from './scope-setting.js';

describe(scopeValues.name, () => {
  it.each([
    ['every-hospital' as const, ['*', '']],
    [{ hospitals: [] }, ['', '']],
    [{ hospitals: ['a', 'b'] }, ['a,b', '']],
    [{ hospitals: ['a'], holders: ['person:x', 'board'] }, ['a', '\u001fperson:x\u001fboard']],
    // Bound to nothing is not the same as not bound.
    [{ hospitals: ['a'], holders: [] }, ['a', '\u001f']],
  ])('of %j is %j', (scope, values) => {
    expect(scopeValues(scope)).toEqual(values);
  });
});
