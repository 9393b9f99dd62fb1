import type { MeasurementTest } from '@consilium/clinical';
import type { Effort } from '../question.js';

interface TestWords {
  readonly name: string;
  readonly effort: Effort;
  /** UCUM units it is reported in; each may stand for a quantity of its own (seconds or a ratio). */
  readonly units: readonly string[];
}

const row = (name: string, units: readonly string[], effort: Effort = 'lab'): TestWords => ({
  name,
  effort,
  units,
});

const cells = ['10*9/L'];
const enzyme = ['U/L'];
const viralLoad = ['{copies}/mL', '[IU]/mL'];
const pressure = ['mm[Hg]'];

/** What each measurement is called, how hard it is to have, and in which units laboratories report it. */
const tests: Readonly<Record<MeasurementTest, TestWords>> = {
  neutrophils: row('Neutrophil count', [...cells, '%']),
  platelets: row('Platelet count', cells),
  haemoglobin: row('Haemoglobin', ['g/dL', 'mmol/L']),
  lymphocytes: row('Lymphocyte count', [...cells, '%']),
  leukocytes: row('Leukocyte count', cells),
  creatinine: row('Serum creatinine', ['mg/dL', 'umol/L']),
  'creatinine-clearance': row('Creatinine clearance', ['mL/min', 'mL/min/{1.73_m2}']),
  bilirubin: row('Total bilirubin', ['mg/dL', 'umol/L']),
  'direct-bilirubin': row('Direct bilirubin', ['mg/dL', 'umol/L', '%']),
  ast: row('AST', enzyme),
  alt: row('ALT', enzyme),
  'alkaline-phosphatase': row('Alkaline phosphatase', enzyme),
  albumin: row('Serum albumin', ['g/L', 'g/dL']),
  inr: row('INR', ['1']),
  aptt: row('aPTT', ['s', '1']),
  qt: row('QT interval', ['ms']),
  qtcf: row('QTcF', ['ms']),
  'heart-rate': row('Heart rate', ['/min'], 'ask'),
  lvef: row('Left ventricular ejection fraction', ['%'], 'imaging'),
  potassium: row('Serum potassium', ['mmol/L', 'mg/dL']),
  calcium: row('Serum calcium', ['mmol/L', 'mg/dL']),
  magnesium: row('Serum magnesium', ['mmol/L', 'mg/dL']),
  phosphate: row('Serum phosphate', ['mmol/L', 'mg/dL']),
  glucose: row('Glucose', ['mg/dL', 'mmol/L']),
  hba1c: row('HbA1c', ['%', 'mmol/mol']),
  ldh: row('LDH', enzyme),
  troponin: row('Troponin', ['ng/L']),
  tsh: row('TSH', ['m[IU]/L']),
  lipase: row('Lipase', enzyme),
  amylase: row('Amylase', enzyme),
  'creatine-kinase': row('Creatine kinase', enzyme),
  'urine-protein': row('Protein in urine', ['g/(24.h)', 'mg/g', 'mg/mmol', 'mg/dL', '{+}']),
  'systolic-pressure': row('Systolic blood pressure', pressure, 'ask'),
  'diastolic-pressure': row('Diastolic blood pressure', pressure, 'ask'),
  'oxygen-saturation': row('Oxygen saturation', ['%'], 'ask'),
  weight: row('Weight', ['kg'], 'ask'),
  height: row('Height', ['cm'], 'ask'),
  bmi: row('Body mass index', ['kg/m2'], 'ask'),
  testosterone: row('Testosterone', ['ng/dL', 'nmol/L']),
  psa: row('PSA', ['ng/mL']),
  afp: row('AFP', ['ng/mL', 'U/mL']),
  'ca-125': row('CA-125', ['U/mL']),
  'cd4-count': row('CD4 cell count', ['/uL', '%']),
  'hiv-rna': row('HIV RNA', viralLoad),
  'hbv-dna': row('HBV DNA', viralLoad),
  'hcv-rna': row('HCV RNA', viralLoad),
  'bone-marrow-blasts': row('Blasts in the bone marrow', ['%'], 'biopsy'),
  'peripheral-blasts': row('Blasts in the blood', ['%', '10*9/L']),
  'child-pugh': row('Child-Pugh score', ['1'], 'ask'),
  dlco: row('DLCO', ['%', 'mL/min/mm[Hg]', 'mmol/min/kPa']),
  fev1: row('FEV1', ['%', 'L']),
};

export const nameOf = (test: MeasurementTest): string => tests[test].name;
export const effortOf = (test: MeasurementTest): Effort => tests[test].effort;
export const usualUnitsOf = (test: MeasurementTest): readonly string[] => tests[test].units;

/** INR and scores have no unit, so that a value without one is not ambiguous. */
export const unitWithoutUnit = (test: MeasurementTest): string | undefined =>
  test === 'inr' || test === 'child-pugh' ? '1' : undefined;
