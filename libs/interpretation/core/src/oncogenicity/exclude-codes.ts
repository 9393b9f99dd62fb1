import { codeRules, oncogenicityCodes, type OncogenicityCode } from './oncogenicity-codes.js';

export interface ExcludedCode {
  readonly code: OncogenicityCode;
  readonly because: OncogenicityCode;
}

/** Of two codes that do not count together the one worth more points stays; of equals the one the table names first. */
export function excludeCodes(holding: readonly OncogenicityCode[]): readonly ExcludedCode[] {
  const byWeight = [...holding].sort(
    (a, b) => Math.abs(codeRules[b].points) - Math.abs(codeRules[a].points) || order(a) - order(b),
  );
  const kept: OncogenicityCode[] = [];
  const excluded: ExcludedCode[] = [];
  for (const code of byWeight) {
    const because = kept.find((other) => clash(code, other));
    if (because === undefined) kept.push(code);
    else excluded.push({ code, because });
  }
  return excluded;
}

const clash = (a: OncogenicityCode, b: OncogenicityCode): boolean =>
  codeRules[a].notWith.includes(b) || codeRules[b].notWith.includes(a);

const order = (code: OncogenicityCode): number => oncogenicityCodes.indexOf(code);
