import type { Condition, Measurement, MeasurementTest, TherapyCourse } from '@consilium/clinical';
import { normal, pick, pickWeighted, type Random } from './random.js';
import { dayBefore } from './days.js';

/** ECOG 0 to 4 of people with advanced cancer seen in practice; set by us. */
const ecog = [30, 45, 18, 6, 1].map((weight, value) => ({ weight, value }));
export const performanceFrom = (random: Random): number => pickWeighted(random, ecog).value;

interface LaboratoryTest {
  readonly test: MeasurementTest;
  readonly unit: string;
  /** Of the logarithm's middle and spread in people with cancer; upper limit of the normal range. */
  readonly median: number;
  readonly spread: number;
  readonly upperLimit?: number;
  /** How often it is on record at all. */
  readonly known: number;
}

/** Medians lie in adults' normal ranges or, as in cancer, a little outside; spread by us so that about a tenth is out. */
const tests: readonly LaboratoryTest[] = [
  { test: 'neutrophils', unit: '10*9/L', median: 4.2, spread: 0.45, known: 0.95 },
  { test: 'platelets', unit: '10*9/L', median: 240, spread: 0.4, known: 0.95 },
  { test: 'haemoglobin', unit: 'g/dL', median: 11.6, spread: 0.16, known: 0.95 },
  { test: 'creatinine', unit: 'mg/dL', median: 0.9, spread: 0.35, upperLimit: 1.2, known: 0.93 },
  { test: 'bilirubin', unit: 'mg/dL', median: 0.5, spread: 0.6, upperLimit: 1.2, known: 0.9 },
  { test: 'ast', unit: 'U/L', median: 26, spread: 0.6, upperLimit: 40, known: 0.9 },
  { test: 'alt', unit: 'U/L', median: 23, spread: 0.65, upperLimit: 41, known: 0.92 },
  { test: 'albumin', unit: 'g/dL', median: 3.8, spread: 0.14, known: 0.7 },
  { test: 'weight', unit: 'kg', median: 74, spread: 0.2, known: 0.8 },
  { test: 'qtcf', unit: 'ms', median: 420, spread: 0.05, known: 0.3 },
  { test: 'lvef', unit: '%', median: 60, spread: 0.1, known: 0.25 },
  { test: 'ldh', unit: 'U/L', median: 210, spread: 0.45, upperLimit: 250, known: 0.5 },
];

/** Bloods are taken together; most are fresh, some months old, a few pending. */
export function measurementsFrom(random: Random, today: string): Measurement[] {
  const daysOld = Math.floor(random() < 0.75 ? random() * 14 : random() * 120);
  const on = dayBefore(today, daysOld);
  return tests
    .filter(({ known }) => random() < known)
    .map(({ test, unit, median, spread, upperLimit }): Measurement => {
      if (random() < 0.01) return { test, state: 'pending', on };
      const value = Math.round(median * Math.exp(spread * normal(random)) * 100) / 100;
      return { test, state: 'final', value, unit, on, ...(upperLimit === undefined ? {} : { upperLimit }) };
    });
}

/** Common diseases beside cancer; set by us after registries' figures. */
const diseases: readonly (Omit<Condition, 'state'> & { readonly percent: number })[] = [
  { name: 'hypertension', kind: 'comorbidity', percent: 35 },
  { name: 'diabetes mellitus', kind: 'comorbidity', percent: 14 },
  { name: 'chronic obstructive pulmonary disease', kind: 'comorbidity', percent: 10 },
  { name: 'heart failure', kind: 'comorbidity', percent: 4 },
  { name: 'atrial fibrillation', kind: 'comorbidity', percent: 6 },
  { name: 'interstitial lung disease', kind: 'comorbidity', percent: 1.5 },
  { name: 'rheumatoid arthritis', kind: 'autoimmune', percent: 1.5 },
  { name: 'hypothyroidism', kind: 'autoimmune', percent: 5 },
  { name: 'psoriasis', kind: 'autoimmune', percent: 2 },
];

export const conditionsFrom = (random: Random): Condition[] =>
  diseases
    .filter(({ percent }) => random() * 100 < percent)
    .map(({ name, kind }) => ({ name, kind, state: random() < 0.8 ? 'controlled' : 'active' }));

const regimens: readonly (readonly string[])[] = [
  ['carboplatin', 'pemetrexed'],
  ['carboplatin', 'paclitaxel'],
  ['pembrolizumab'],
  ['nivolumab'],
  ['oxaliplatin', 'fluorouracil'],
  ['gemcitabine'],
  ['docetaxel'],
  ['capecitabine'],
  ['osimertinib'],
  ['trastuzumab', 'pertuzumab'],
  ['cisplatin'],
  ['irinotecan'],
];

/** Lines given for advanced disease, each two to eight months; the last may still go on. */
export function therapiesFrom(random: Random, today: string): TherapyCourse[] {
  const lines = Math.min(5, Math.floor(-Math.log(1 - random()) * 1.6));
  const courses: TherapyCourse[] = [];
  let end = Math.floor(random() * 90);
  for (let line = lines; line >= 1; line -= 1) {
    const start = end + 60 + Math.floor(random() * 180);
    const ongoing = line === lines && random() < 0.4;
    courses.unshift({
      type: 'systemic',
      drugs: pick(random, regimens),
      startedOn: dayBefore(today, start),
      ...(ongoing ? { ongoing: true } : { endedOn: dayBefore(today, end) }),
      setting: 'advanced',
      line,
      outcome: ongoing ? 'responded' : 'progressed',
      ...(ongoing ? {} : { progressedOn: dayBefore(today, end) }),
    });
    end = start + 7 + Math.floor(random() * 60);
  }
  return courses;
}
