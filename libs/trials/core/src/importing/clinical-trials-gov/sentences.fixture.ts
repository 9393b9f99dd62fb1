import type { Criterion } from '../../language/criterion.js';

const uln = (test: 'ast' | 'alt', atMost: number): Criterion => ({
  measurement: { test, atMost, unit: 'ULN' },
});

/** Sentences of registered trials, with what the inclusion list requires by them. */
export const required: readonly (readonly [string, Criterion])[] = [
  ['Age ≥ 18 years.', { age: { atLeast: 18 } }],
  ['age≥18 years;', { age: { atLeast: 18 } }],
  ['Age of 20 or more.', { age: { atLeast: 20 } }],
  ['Male or female patients at least 18 years of age', { age: { atLeast: 18 } }],
  ['Male or female aged ≥ 18 years old at the time of signing informed consent.', { age: { atLeast: 18 } }],
  ['Patient with age ≥ 18 years old, gender is not limited.', { age: { atLeast: 18 } }],
  ['Age 18-75 years old, both genders;', { age: { atLeast: 18, atMost: 75 } }],
  ['Age between 18 and 75 years old (inclusive).', { age: { atLeast: 18, atMost: 75 } }],
  ['Age ≥18 years old and ≤75 years old, both male and female;', { age: { atLeast: 18, atMost: 75 } }],
  ['Men or woman between 18-80 years of age', { age: { atLeast: 18, atMost: 80 } }],
  [
    'Eastern Cooperative Oncology Group (ECOG) performance status ≤ 2',
    { performance: { scale: 'ECOG', atMost: 2 } },
  ],
  ['ECOG performance score (PS) of 0, 1, or 2.', { performance: { scale: 'ECOG', atMost: 2 } }],
  ['ECOG score is 0~2;', { performance: { scale: 'ECOG', atMost: 2 } }],
  [
    'Eastern Cooperative Oncology Group（ECOG）Performance Status（PS）:0-2.;',
    { performance: { scale: 'ECOG', atMost: 2 } },
  ],
  [
    'Performance status of Eastern Cooperative Oncology Group 0 to 2.',
    { performance: { scale: 'ECOG', atMost: 2 } },
  ],
  ['WHO performance status of 0 or 1;', { performance: { scale: 'ECOG', atMost: 1 } }],
  [
    'ECOG performance status 0-1 within 7 days prior to randomization',
    { performance: { scale: 'ECOG', atMost: 1, withinDays: 7 } },
  ],
  ['Karnofsky performance status ≥ 70%', { performance: { scale: 'Karnofsky', atLeast: 70 } }],
  ['Life expectancy of ≥12 weeks.', { lifeExpectancy: { atLeastWeeks: 12 } }],
  ['Expected survival \\>=3 months.', { lifeExpectancy: { atLeastWeeks: 13 } }],
  [
    'Life expectancy \\> 12 weeks as determined by the investigator',
    { lifeExpectancy: { atLeastWeeks: 13 } },
  ],
  ['Signed written informed consent.', { consent: { to: 'trial' } }],
  [
    'Patients must have the ability to understand and the willingness to sign a written informed consent document.',
    { consent: { to: 'trial' } },
  ],
  [
    'Subjects must voluntarily agree to participate in the trial and sign a written informed consent form.',
    { consent: { to: 'trial' } },
  ],
  [
    'All female and male subjects of reproductive potential must agree to use an effective method of contraception, as determined by the Investigator, during and for 120 days after the last dose of study treatment.',
    { contraception: 'agreed' },
  ],
  [
    'Women of childbearing potential must use effective contraception during treatment',
    { any: [{ sex: 'male' }, { contraception: 'agreed' }] },
  ],
  [
    'Patients who are not pregnant or breastfeeding',
    { not: { pregnancy: { states: ['pregnant', 'breastfeeding'] } } },
  ],
  [
    'Have at least one measurable tumor lesion per RECIST v1.1.',
    { measurableDisease: { criteria: 'RECIST 1.1' } },
  ],
  [
    'According to the RECIST 1.1 standard, the patient must have at least one measurable lesion.',
    { measurableDisease: { criteria: 'RECIST 1.1' } },
  ],
  ['At least one measurable lesion;', { measurableDisease: {} }],
  [
    'Absolute neutrophil count (ANC) ≥ 1500 cells/μL',
    { measurement: { test: 'neutrophils', atLeast: 1500, unit: '/uL' } },
  ],
  [
    'Absolute neutrophil count ≥1.5x 109/L',
    { measurement: { test: 'neutrophils', atLeast: 1.5, unit: '10*9/L' } },
  ],
  ['Platelet count ≥100 × 10\\^9/L', { measurement: { test: 'platelets', atLeast: 100, unit: '10*9/L' } }],
  [
    'Platelets ≥ 100 000/uL (collected within 10 days prior to the start of study treatment)',
    { measurement: { test: 'platelets', atLeast: 100_000, unit: '/uL', withinDays: 10 } },
  ],
  ['HB≥90g/L；', { measurement: { test: 'haemoglobin', atLeast: 90, unit: 'g/L' } }],
  [
    'Creatinine clearance \\>=45mL/min (Cockcroft Gault)',
    { measurement: { test: 'creatinine-clearance', atLeast: 45, unit: 'mL/min', method: 'Cockcroft-Gault' } },
  ],
  ['Creatinine ≤1.5 × ULN', { measurement: { test: 'creatinine', atMost: 1.5, unit: 'ULN' } }],
  [
    'total bilirubin ≤ institutional upper limit of normal (ULN)',
    { measurement: { test: 'bilirubin', atMost: 1, unit: 'ULN' } },
  ],
  [
    'Left ventricular ejection fraction (LVEF) ≥ 50%',
    { measurement: { test: 'lvef', atLeast: 50, unit: '%' } },
  ],
  ['AST(SGOT)/ALT(SGPT) ≤3 × institutional ULN', { all: [uln('ast', 3), uln('alt', 3)] }],
  [
    'Alanine aminotransferase/aspartate aminotransferase ≤2.5x ULN NOTE: ≤5x ULN is acceptable if liver metastases are present.',
    {
      any: [
        { all: [uln('ast', 2.5), uln('alt', 2.5)] },
        { all: [{ metastases: { sites: ['liver'] } }, { all: [uln('ast', 5), uln('alt', 5)] }] },
      ],
    },
  ],
  [
    "Total bilirubin ≤1.5x the upper limit of the normal range (ULN) (\\< 3x the ULN if Gilbert's disease is present)",
    {
      any: [
        { measurement: { test: 'bilirubin', atMost: 1.5, unit: 'ULN' } },
        {
          all: [
            { condition: { names: ['gilbert syndrome'] } },
            { measurement: { test: 'bilirubin', atMost: 3, unit: 'ULN' } },
          ],
        },
      ],
    },
  ],
  [
    'Serum creatinine ≤ 1.5 × ULN or creatinine clearance ≥ 50 mL/min',
    {
      any: [
        { measurement: { test: 'creatinine', atMost: 1.5, unit: 'ULN' } },
        { measurement: { test: 'creatinine-clearance', atLeast: 50, unit: 'mL/min' } },
      ],
    },
  ],
  [
    'Adequate bone marrow function (ANC ≥ 1.5x109/L, platelets ≥100x109/L, haemoglobin \\>9 g/dl);',
    {
      all: [
        { measurement: { test: 'neutrophils', atLeast: 1.5, unit: '10*9/L' } },
        { measurement: { test: 'platelets', atLeast: 100, unit: '10*9/L' } },
        { measurement: { test: 'haemoglobin', above: 9, unit: 'g/dL' } },
      ],
    },
  ],
  [
    'Histologically or cytologically confirmed non small cell lung cancer',
    { tumourType: { within: ['NSCLC'] } },
  ],
  [
    'Have histologically- or cytologically-confirmed diagnosis of StageIIIB/C or IV NSCLC.',
    { all: [{ tumourType: { within: ['NSCLC'] } }, { stage: { groups: ['IIIB', 'IIIC', 'IV'] } }] },
  ],
  [
    'Subjects with histologically confirmed locally advanced or metastatic NSCLC.',
    {
      all: [
        { tumourType: { within: ['NSCLC'] } },
        { stage: { extents: ['locally-advanced', 'metastatic'] } },
      ],
    },
  ],
  ['Documented KRAS G12C mutation', { smallVariant: { gene: 'KRAS', changes: ['G12C'] } }],
  ['BRAF V600E mutation', { smallVariant: { gene: 'BRAF', changes: ['V600E'] } }],
  ['ROS1 fusion', { fusion: { gene: 'ROS1' } }],
  ['ALK gene rearrangement', { any: [{ fusion: { gene: 'ALK' } }, { rearrangement: { gene: 'ALK' } }] }],
  ['PD-L1 TPS ≥ 50%', { biomarker: { kind: 'PD-L1', states: [], scoring: 'TPS', atLeast: 50 } }],
];

/** Sentences of exclusion lists, with what is required by them. */
export const excluded: readonly (readonly [string, Criterion])[] = [
  ['Pregnant or lactating women.', { not: { pregnancy: { states: ['pregnant', 'breastfeeding'] } } }],
  [
    'Females who are pregnant or breastfeeding',
    { not: { pregnancy: { states: ['pregnant', 'breastfeeding'] } } },
  ],
  [
    'Female patient who is pregnant or lactating at the time of enrollment',
    { not: { pregnancy: { states: ['pregnant', 'breastfeeding'] } } },
  ],
  [
    'Known HIV infection',
    { not: { infection: { agents: ['HIV'], states: ['active', 'controlled', 'past'] } } },
  ],
  ['Presence of cerebral metastases;', { not: { metastases: { sites: ['brain'] } } }],
  [
    'Participants with leptomeningeal disease are excluded',
    { not: { metastases: { sites: ['leptomeningeal'] } } },
  ],
  ['Prior EGFR TKI therapy.', { not: { priorTherapy: { classes: ['EGFR TKI'] } } }],
  [
    'Prior therapy with an anti-PD-1, anti-PD-L1, or anti-PD-L2 agent',
    { not: { priorTherapy: { classes: ['PD-1 antibody', 'PD-L1 antibody'] } } },
  ],
  [
    'Patients have prior exposure to docetaxel, anlotinib, lenvatinib, apatinib, cabozantinib.',
    {
      not: { priorTherapy: { drugs: ['docetaxel', 'anlotinib', 'lenvatinib', 'apatinib', 'cabozantinib'] } },
    },
  ],
  [
    'Patients who had previously received docetaxel treatment were excluded',
    { not: { priorTherapy: { drugs: ['docetaxel'] } } },
  ],
  [
    'Previous allogeneic bone marrow transplant.',
    { not: { priorTherapy: { types: ['stem-cell-transplant'], sites: ['allogeneic'] } } },
  ],
  [
    'Hematological:Neutrophil count \\<1.5×10\\^9/L; Platelet count \\< 75×10\\^9/L; Hemoglobin \\< 9 g/dL;',
    {
      not: {
        any: [
          { measurement: { test: 'neutrophils', below: 1.5, unit: '10*9/L' } },
          { measurement: { test: 'platelets', below: 75, unit: '10*9/L' } },
          { measurement: { test: 'haemoglobin', below: 9, unit: 'g/dL' } },
        ],
      },
    },
  ],
  ['History of other malignancies', { not: { otherCancer: {} } }],
  [
    'Has a prior history of other malignancy within 3 years prior to signing informed consent.',
    { not: { otherCancer: { withinYears: 3 } } },
  ],
  [
    'Systemic corticosteroids (> 10 mg/day prednisone or equivalent) within 14 days prior to first dose',
    { not: { steroids: { aboveMgPerDay: 10, withinDays: 14 } } },
  ],
  ['History of autoimmune disease', { not: { autoimmuneDisease: {} } }],
  [
    'Left ventricular ejection fraction (LVEF) \\<50%',
    { not: { measurement: { test: 'lvef', below: 50, unit: '%' } } },
  ],
  ['ECOG performance status ≥ 2', { not: { performance: { scale: 'ECOG', atLeast: 2 } } }],
  ['Life expectancy < 3 months', { lifeExpectancy: { atLeastWeeks: 13 } }],
  [
    '12 ECG: QTcF: female \\> 470 ms, male \\> 450 ms;',
    {
      not: {
        any: [
          { all: [{ sex: 'female' }, { measurement: { test: 'qtcf', above: 470, unit: 'ms' } }] },
          { all: [{ sex: 'male' }, { measurement: { test: 'qtcf', above: 450, unit: 'ms' } }] },
        ],
      },
    },
  ],
];
