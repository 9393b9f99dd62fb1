import type { MeasurementTest } from '@consilium/clinical';

const cellCounts: ReadonlySet<MeasurementTest | undefined> = new Set([
  'neutrophils',
  'platelets',
  'lymphocytes',
  'leukocytes',
]);

/** Where an international unit and the unit on the laboratory's paper are one: enzymes (1 U = 1 µmol/min), TSH, CA-125, AFP. */
const unitIsInternational: ReadonlySet<MeasurementTest | undefined> = new Set([
  'ast',
  'alt',
  'alkaline-phosphatase',
  'ldh',
  'lipase',
  'amylase',
  'creatine-kinase',
  'tsh',
  'ca-125',
  'afp',
]);

/** Spellings that can mean one thing only; each is applied to the whole unit, without blanks. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/[\u00b5\u03bc]/gu, 'u'],
  [/²/gu, '2'],
  [/³/gu, '3'],
  [/⁶/gu, '^6'],
  [/⁹/gu, '^9'],
  [/^[x×](?=10[\^*]\d)/u, ''],
  [/^10(?:\*\*|\^)(?=-?\d)/u, '10*'],
  [/\[iU\]/gu, '[IU]'],
  [/(^|[/.])([mukµ]?)IU(?=$|\/)/gu, '$1$2[IU]'],
  [/^mEq(?=\/)/u, 'meq'],
  [/^gm(?=\/d?[lL]$)/u, 'g'],
  [/^mcg(?=\/)/u, 'ug'],
  [/^(?:[Kk]|[Tt]housand|[Tt]sd)\/(uL|ul|mm3|mm\^3)$/u, '10*3/$1'],
  [/^Gpt\/[lL]$/u, '10*9/L'],
  [/^cells\/(uL|ul|mm3|mm\^3)$/u, '/$1'],
  [/^copies\/(m[lL])$/u, '{copies}/$1'],
  [/(?<=m)\^(?=[23]$)/u, ''],
  [/^mm\[?H[gG]\]?$/u, 'mm[Hg]'],
  [/^(?:bpm|beats\/min)$/u, '/min'],
  [/^msec$/u, 'ms'],
  [/^(?:sec|seconds)$/u, 's'],
  [/^lbs?$/u, '[lb_av]'],
  [/^(?:in|inch|inches)$/u, '[in_i]'],
  [/^percent$/u, '%'],
  [/\/24h(?:ours|rs?)?$/u, '/(24.h)'],
  [/\/day$/u, '/d'],
  [/^m[lL]\/min\/(?:\{1\.73[_.]?[mM]2\}|\(?1\.73_?m2\)?|\(173\.10\*-2\.m2\))$/u, 'mL/min/{1.73_m2}'],
  [/^(?:ratio|score|INR)$/u, '1'],
];

/**
 * The UCUM code a unit is read as. Resolved are only spellings that are certain: `x10^9/L`, `K/uL` (never kelvin), `µL`,
 * `mmHg`, and `G/L` for a cell count (elsewhere it may be `g/L` in capitals). All else stays as it is.
 */
export function ucumOf(unit: string, test?: MeasurementTest): string {
  let code = unit.replace(/\s+/gu, '');
  for (const [pattern, replacement] of spellings) code = code.replace(pattern, replacement);
  if (cellCounts.has(test) && /^G\/[lL]$/u.test(code)) return '10*9/L';
  return unitIsInternational.has(test) ? code.replace('[IU]', 'U') : code;
}

/**
 * A mega-, giga-, tera- or petagram, -mole, -litre, -unit: valid UCUM, but a unit in capitals (`Mg/dL`, `U/ML`) and off by
 * a factor of a thousand million.
 */
export const looksMiscapitalised = (code: string): boolean =>
  /(?:^|[/.(])[YZEPTGM](?:g|mol|[lL]|U|\[IU\]|eq|s|m)(?![\w[])/u.test(code);

/** What a unit measures although UCUM's arithmetic ignores it: annotations of logarithms, of body surface, of a scale. */
export const meaningOf = (code: string): string =>
  (code.match(/\{[^}]*\}/gu) ?? [])
    .filter((note) => /log|1\.73|ifcc|ngsp/iu.test(note))
    .join('')
    .toLowerCase();

/** An annotation alone: a score, a ratio, crosses on a dipstick. */
export const isBareAnnotation = (code: string): boolean => /^\{[^}]*\}$/u.test(code);

export const withoutAnnotations = (code: string): string => code.replace(/\{[^}]*\}/gu, '');
