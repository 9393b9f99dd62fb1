const powers: readonly number[] = Array.from({ length: 23 }, (_, exponent) =>
  Number(`1e${String(exponent)}`),
);

/**
 * The number with so many significant digits; builds no text where the powers of ten involved are exact (10^22 and below).
 */
export function roundToDigits(value: number, digits: number): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  const places = digits - 1 - Math.floor(Math.log10(Math.abs(value)));
  const power = powers[Math.abs(places)];
  if (power === undefined) return Number(value.toPrecision(digits));
  return places >= 0 ? Math.round(value * power) / power : Math.round(value / power) * power;
}

/** So that 1.4999999999999998, which binary arithmetic made of 1.5, is 1.5 again. */
export const roundTo12Digits = (value: number): number => roundToDigits(value, 12);
