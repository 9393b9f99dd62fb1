import type { MeasurementTest } from '@consilium/clinical';

/** What takes a substance from moles or equivalents to grams. */
export interface Substance {
  /** g/mol. */
  readonly molecularWeight?: number;
  /** Charges an ion carries, for equivalents. */
  readonly charge?: number;
}

/**
 * Molecular weights (g/mol) by which laboratories convert: PubChem's for creatinine (CID 588), bilirubin (5280352),
 * glucose (5793) and testosterone (6013); IUPAC's standard atomic weights for calcium, magnesium, potassium and
 * phosphorus. Conjugated bilirubin is calibrated and reported as bilirubin, phosphate as phosphorus. Haemoglobin in mmol/L
 * means the monomer (one haem, 16 114 g/mol), as IUPAC/IFCC recommend and laboratories in Europe report it, never the
 * tetramer. Protein in urine has no moles of its own: those of a protein/creatinine ratio are creatinine's.
 */
const substances: Partial<Record<MeasurementTest, Substance>> = {
  creatinine: { molecularWeight: 113.12 },
  bilirubin: { molecularWeight: 584.66 },
  'direct-bilirubin': { molecularWeight: 584.66 },
  glucose: { molecularWeight: 180.16 },
  calcium: { molecularWeight: 40.078, charge: 2 },
  magnesium: { molecularWeight: 24.305, charge: 2 },
  potassium: { molecularWeight: 39.098, charge: 1 },
  phosphate: { molecularWeight: 30.974 },
  testosterone: { molecularWeight: 288.42 },
  haemoglobin: { molecularWeight: 16_114 },
  'urine-protein': { molecularWeight: 113.12 },
};

export const substanceOf = (test: MeasurementTest | undefined): Substance =>
  (test === undefined ? undefined : substances[test]) ?? {};
