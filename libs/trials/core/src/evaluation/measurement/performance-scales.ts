import type { PerformanceStatus } from '@consilium/clinical';

export type Scale = PerformanceStatus['scale'];

/** Whether the scale has such a grade: ECOG 0 to 5, Karnofsky and Lansky 0 to 100 by tens. */
export const isGrade = (scale: Scale, value: number): boolean =>
  scale === 'ECOG'
    ? Number.isInteger(value) && value >= 0 && value <= 5
    : Number.isInteger(value / 10) && value >= 0 && value <= 100;

/** Least and greatest Karnofsky grade of each ECOG grade. */
const karnofskyOfEcog: readonly (readonly [number, number])[] = [
  [90, 100],
  [70, 80],
  [50, 60],
  [30, 40],
  [10, 20],
  [0, 0],
];

/**
 * The grade on another scale, from least to greatest, by the table of ECOG-ACRIN (Oken and others, Am J Clin Oncol
 * 1982;5:649, PMID 7165009): ECOG 0 is Karnofsky 90 to 100, 1 is 70 to 80, 2 is 50 to 60, 3 is 30 to 40, 4 is 10 to 20,
 * 5 is 0. Lansky's scale, for children under 16, is converted neither way. NaN where there is no such grade.
 */
export function lowestOn(asked: Scale, { scale, value }: PerformanceStatus): number {
  if (!isGrade(scale, value)) return Number.NaN;
  if (asked === scale) return value;
  if (scale === 'ECOG' && asked === 'Karnofsky') return karnofskyOfEcog[value]?.[0] ?? Number.NaN;
  if (scale === 'Karnofsky' && asked === 'ECOG')
    return karnofskyOfEcog.findIndex(([low, high]) => value >= low && value <= high);
  return Number.NaN;
}

/** As `lowestOn`; the two differ only where an ECOG grade is two of Karnofsky's. */
export const highestOn = (asked: Scale, status: PerformanceStatus): number =>
  isGrade(status.scale, status.value) && status.scale === 'ECOG' && asked === 'Karnofsky'
    ? (karnofskyOfEcog[status.value]?.[1] ?? Number.NaN)
    : lowestOn(asked, status);
