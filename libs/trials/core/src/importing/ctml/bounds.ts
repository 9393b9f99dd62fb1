/** A comparison as CTML writes it: `>=18`, `< 12`, `.5` after the sign. */
export interface Bound {
  readonly sign: '>=' | '<=' | '>' | '<' | '==';
  readonly number: number;
}

const pattern = /^(>=|<=|==|=|>|<|≥|≤)\s*(\d{1,6}(?:\.\d{1,6})?|\.\d{1,6})$/;
const signs: Readonly<Record<string, Bound['sign']>> = {
  '>=': '>=',
  '≥': '>=',
  '<=': '<=',
  '≤': '<=',
  '>': '>',
  '<': '<',
  '=': '==',
  '==': '==',
};

export function readBound(text: string): Bound | undefined {
  const [, spelt = '', digits] = pattern.exec(text.trim()) ?? [];
  const sign = signs[spelt];
  return sign === undefined || digits === undefined ? undefined : { sign, number: Number(digits) };
}

/** The next number a report can give: values are told with far fewer digits. */
export const justAbove = (number: number): number => number + Math.max(number, 1) * 2 ** -40;

export const boundRemedy = (key: string, example: string): string =>
  `Write ${key} as a comparison: '${example}'.`;
