import { roundTo12Digits } from './measurement/significant-digits.js';

/** Days a weight may lie from the creatinine it is computed with. */
export const weightDays = 90;
/** The equation was found in patients from 18 to 92 years; it is not used for children. */
export const youngestAge = 18;

/**
 * Creatinine clearance in mL/min by Cockcroft and Gault (Nephron 1976;16:31, PMID 1244564):
 * (140 − age) × weight / (72 × serum creatinine), times 0.85 for women; completed years, actual weight in kg, mg/dL.
 */
export function clearanceByCockcroftGault(
  years: number,
  sex: 'female' | 'male',
  weightKg: number,
  creatinineMgPerDl: number,
): number {
  const clearance = (Math.max(0, 140 - years) * weightKg) / (72 * creatinineMgPerDl);
  return roundTo12Digits(sex === 'female' ? clearance * 0.85 : clearance);
}
