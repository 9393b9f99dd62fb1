import { measurementTests, type MeasurementTest } from '@consilium/clinical';
import { UcumLhcUtils } from '@lhncbc/ucum-lhc';
import { usualUnitsOf } from './measurement/measurement-tests.js';
import { roundTo12Digits } from './measurement/significant-digits.js';
import { substanceOf } from './measurement/substances.js';
import {
  isBareAnnotation,
  looksMiscapitalised,
  meaningOf,
  ucumOf,
  withoutAnnotations,
} from './measurement/unit-spelling.js';

/** `value * factor + offset`. */
interface Conversion {
  readonly factor: number;
  readonly offset: number;
}

const ucum = UcumLhcUtils.getInstance();
/** By test, by unit given, by unit asked; null where there is no conversion. */
type Known = Map<MeasurementTest | undefined, Map<string, Map<string, Conversion | null>>>;
let known: Known = new Map();
let count = 0;

/**
 * The value in another unit, by UCUM; between moles, equivalents and grams only where the test says of which substance.
 * Rounded to 12 significant digits. Undefined where either unit cannot be read or the two do not measure the same.
 *
 * HbA1c is converted by the master equation of IFCC and NGSP (NGSP % = 0.09148 × IFCC mmol/mol + 2.152; Hoelzel and
 * others, Clin Chem 2004;50:166, PMID 14709644), since the two are different scales and not one ratio in two units.
 */
export function convertUnit(
  value: number,
  from: string,
  to: string,
  test?: MeasurementTest,
): number | undefined {
  if (from === to) return isUnit(from, test) ? value : undefined;
  const conversion = conversionOf(from, to, test);
  return conversion === null ? undefined : roundTo12Digits(value * conversion.factor + conversion.offset);
}

const readable = new Map<MeasurementTest | undefined, Map<string, boolean>>();

/** Whether it is a unit: UCUM, or a common spelling that can mean one unit only. */
export function isUnit(unit: string, test?: MeasurementTest): boolean {
  const ofTest = readable.get(test) ?? new Map<string, boolean>();
  const before = ofTest.get(unit);
  if (before !== undefined) return before;
  const is = isCode(ucumOf(unit, test));
  // Units come from outside: whoever sends ever new ones must not fill the memory.
  if (ofTest.size > 1000) ofTest.clear();
  readable.set(test, ofTest.set(unit, is));
  return is;
}

function isCode(code: string): boolean {
  // The library reads `1.73` as 1 × 73, as UCUM has it and nobody means it, and says so only sometimes.
  if (code === '' || looksMiscapitalised(code) || /\d\.\d/u.test(withoutAnnotations(code))) return false;
  return ucum.validateUnitString(code).status === 'valid';
}

export type ConversionCheck =
  | { readonly possible: true }
  | { readonly possible: false; readonly reason: string; readonly suggestions: readonly string[] };

/** Whether a value given in one unit can be told in the other; if not, why, and which units may have been meant. */
export function canConvert(from: string, to: string, test?: MeasurementTest): ConversionCheck {
  for (const unit of [from, to])
    if (!isUnit(unit, test))
      return { possible: false, reason: `«${unit}» is no UCUM unit.`, suggestions: suggestUnits(unit, test) };
  if (from === to || conversionOf(from, to, test) !== null) return { possible: true };
  return {
    possible: false,
    reason: `«${from}» cannot be converted to «${to}»${test === undefined ? '' : ` for ${test}`}.`,
    suggestions: test === undefined ? [] : usualUnitsOf(test),
  };
}

/**
 * Whether a trial may ask for the test in this unit: one of those it is reported in can be converted to it. `ULN` and
 * `LLN` are multiples of the laboratory's limits and always possible.
 */
export function canMeasureIn(test: MeasurementTest, unit: string): ConversionCheck {
  if (unit === 'ULN' || unit === 'LLN') return { possible: true };
  const checks = usualUnitsOf(test).map((usual) => canConvert(usual, unit, test));
  return (
    checks.find(({ possible }) => possible) ??
    checks[0] ?? { possible: false, reason: `${test} has no unit.`, suggestions: [] }
  );
}

/** Units that a misspelt one may have been meant as, likeliest first; at most five. */
export function suggestUnits(unit: string, test?: MeasurementTest): readonly string[] {
  const code = ucumOf(unit, test);
  const { ucumCode, suggestions = [] } = ucum.validateUnitString(code, true);
  const lowered = looksMiscapitalised(code) ? [code.toLowerCase().replace(/l$/u, 'L')] : [];
  // The library guesses one part of the unit, in its own order; units of several parts only contain the guess.
  const parts = suggestions.flatMap(({ invalidUnit, units }) =>
    units.filter(([guess]) => !/[/.]/u.test(guess)).map(([guess]) => code.replace(invalidUnit, guess)),
  );
  const wholes = suggestions.flatMap(({ units }) => units.map(([guess]) => guess));
  const common = test === undefined ? measurementTests.flatMap(usualUnitsOf) : usualUnitsOf(test);
  const first = [...lowered, ...parts.slice(0, 1)];
  const others = [...parts, ...wholes, ...common, ...(ucumCode === null ? [] : [ucumCode])]
    .map((candidate) => ({ candidate, distance: distanceOf(candidate.toLowerCase(), code.toLowerCase()) }))
    .filter(({ candidate, distance }) => test !== undefined || distance < candidate.length)
    .sort((a, b) => a.distance - b.distance)
    .map(({ candidate }) => candidate);
  return [...new Set([...first, ...others])]
    .filter((candidate) => candidate !== code && isCode(candidate))
    .slice(0, 5);
}

function conversionOf(from: string, to: string, test: MeasurementTest | undefined): Conversion | null {
  const before = known.get(test)?.get(from)?.get(to);
  if (before !== undefined) return before;
  if (count > 20_000) {
    known = new Map();
    count = 0;
  }
  count += 1;
  const conversion = findConversion(ucumOf(from, test), ucumOf(to, test), test);
  const ofTest = known.get(test) ?? new Map<string, Map<string, Conversion | null>>();
  const ofUnit = ofTest.get(from) ?? new Map<string, Conversion | null>();
  known.set(test, ofTest.set(from, ofUnit.set(to, conversion)));
  return conversion;
}

function findConversion(from: string, to: string, test: MeasurementTest | undefined): Conversion | null {
  if (!isCode(from) || !isCode(to) || meaningOf(from) !== meaningOf(to)) return null;
  if (from === to) return { factor: 1, offset: 0 };
  // A logarithm is no number of copies; UCUM sees only the annotation.
  if (meaningOf(from).includes('log')) return null;
  if (isBareAnnotation(from) !== isBareAnnotation(to) && from !== '1' && to !== '1') return null;
  if (test === 'hba1c') return convertHba1c(withoutAnnotations(from), withoutAnnotations(to));
  if (test === 'urine-protein' && [from, to].some(isNoProteinUnit)) return null;
  // International units convert to themselves only; the library refuses even 1 [IU]/mL = 1000 [IU]/L.
  const both = from.includes('[IU]') && to.includes('[IU]');
  return both ? linear(from.replace('[IU]', 'U'), to.replace('[IU]', 'U'), test) : linear(from, to, test);
}

/** A bare number may be a dipstick's crosses, which are no ratio; and protein itself is not counted in moles. */
const isNoProteinUnit = (code: string): boolean =>
  code === '1' || isBareAnnotation(code) || /(?<!\/[mun]?)mol/u.test(code);

function convertHba1c(from: string, to: string): Conversion | null {
  if (from === to) return { factor: 1, offset: 0 };
  if (from === 'mmol/mol' && to === '%') return { factor: 0.09148, offset: 2.152 };
  if (from === '%' && to === 'mmol/mol') return { factor: 1 / 0.09148, offset: -2.152 / 0.09148 };
  return null;
}

function linear(from: string, to: string, test: MeasurementTest | undefined): Conversion | null {
  const substance = substanceOf(test);
  const convert = (value: number): number => {
    const { toVal, msg } = ucum.convertUnitTo(from, value, to, substance);
    return toVal === null || msg.length > 0 ? Number.NaN : toVal;
  };
  const [one, two, ten] = [convert(1), convert(2), convert(10)];
  const slope = two - one;
  if (!Number.isFinite(slope) || slope === 0) return null;
  // A temperature has an offset; a bel is no straight line at all.
  if (!(Math.abs(one + 9 * slope - ten) <= 1e-9 * Math.abs(ten))) return null;
  const offset = one - slope;
  return Math.abs(offset) <= 1e-9 * Math.abs(one)
    ? { factor: Number(one.toPrecision(14)), offset: 0 }
    : { factor: roundTo12Digits(slope), offset: roundTo12Digits(offset) };
}

/** Levenshtein's distance. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
