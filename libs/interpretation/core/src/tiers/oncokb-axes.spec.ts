import { describe, expect, it } from '@jest/globals';
import {
  compareOncoKbDiagnostic,
  compareOncoKbFda,
  compareOncoKbPrognostic,
  type OncoKbDiagnosticLevel,
} from './oncokb-axes.js';
import { compareOncoKb } from './oncokb-level.js';

describe('axes of OncoKB', () => {
  it('keep their own order', () => {
    expect((['Dx3', 'Dx1', 'Dx2'] as const).toSorted(compareOncoKbDiagnostic)).toEqual(['Dx1', 'Dx2', 'Dx3']);
    expect((['Px3', 'Px1', 'Px2'] as const).toSorted(compareOncoKbPrognostic)).toEqual(['Px1', 'Px2', 'Px3']);
    expect((['Fda2', 'Fda3', 'Fda1'] as const).toSorted(compareOncoKbFda)).toEqual(['Fda1', 'Fda2', 'Fda3']);
  });

  it('cannot be sorted together: the compiler refuses', () => {
    const diagnostic: OncoKbDiagnosticLevel = 'Dx1';
    // @ts-expect-error a diagnostic level is none of therapy
    expect(compareOncoKb(diagnostic, '1')).toBeLessThan(0);
    // @ts-expect-error nor one of prognosis
    expect(compareOncoKbPrognostic(diagnostic, 'Px1')).toBeLessThan(0);
  });
});
