/** Diagnostic, prognostic and FDA levels are axes of their own: their types keep them from being sorted together. */
export type OncoKbDiagnosticLevel = 'Dx1' | 'Dx2' | 'Dx3';
export type OncoKbPrognosticLevel = 'Px1' | 'Px2' | 'Px3';
export type OncoKbFdaLevel = 'Fda1' | 'Fda2' | 'Fda3';

export const oncoKbDiagnosticMeaning: Readonly<Record<OncoKbDiagnosticLevel, string>> = {
  Dx1: 'required for the diagnosis',
  Dx2: 'supports the diagnosis',
  Dx3: 'may assist the diagnosis',
};
export const oncoKbPrognosticMeaning: Readonly<Record<OncoKbPrognosticLevel, string>> = {
  Px1: 'in a guideline, by well-powered studies',
  Px2: 'in a guideline, by small studies',
  Px3: 'clinical evidence of well-powered studies',
};
export const oncoKbFdaMeaning: Readonly<Record<OncoKbFdaLevel, string>> = {
  Fda1: 'companion diagnostic',
  Fda2: 'clinical significance',
  Fda3: 'potential clinical significance',
};

/** Negative where `a` is the stronger; each compares its own axis only. */
export const compareOncoKbDiagnostic = (a: OncoKbDiagnosticLevel, b: OncoKbDiagnosticLevel): number =>
  compare(a, b);
export const compareOncoKbPrognostic = (a: OncoKbPrognosticLevel, b: OncoKbPrognosticLevel): number =>
  compare(a, b);
export const compareOncoKbFda = (a: OncoKbFdaLevel, b: OncoKbFdaLevel): number => compare(a, b);

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
