import { describe, expect, it } from '@jest/globals';
import { clinical, criterionOf, ctmlOf, importedOf, problemsOf } from './ctml.fixture.js';

const openText = (text: string) => ({ unstructured: { text, list: 'not-stated' } });

describe('a clinical criterion', () => {
  it.each<[string, unknown, unknown]>([
    ['oncotree_primary_diagnosis', 'Lung Adenocarcinoma', { tumourType: { within: ['LUAD'] } }],
    ['oncotree_primary_diagnosis', 'lung  adenocarcinoma', { tumourType: { within: ['LUAD'] } }],
    ['oncotree_primary_diagnosis', 'LUAD', { tumourType: { within: ['LUAD'] } }],
    ['oncotree_primary_diagnosis', 'Breast', { tumourType: { within: ['BREAST'] } }],
    ['oncotree_primary_diagnosis', 'Acute Myeloid Leukaemia', { tumourType: { within: ['AML'] } }],
    ['oncotree_primary_diagnosis', '_SOLID_', { tumourType: { within: 'SOLID' } }],
    ['oncotree_primary_diagnosis', '_LIQUID_', { tumourType: { within: 'LIQUID' } }],
    ['oncotree_primary_diagnosis', 'All Solid Tumors', { tumourType: { within: 'SOLID' } }],
    ['oncotree_primary_diagnosis', '!_LIQUID_', { not: { tumourType: { within: 'LIQUID' } } }],
    ['oncotree_primary_diagnosis', '!Melanoma', { not: { tumourType: { within: ['MEL'] } } }],
    [
      'oncotree_primary_diagnosis',
      ['Melanoma', 'Colon Adenocarcinoma'],
      { any: [{ tumourType: { within: ['MEL'] } }, { tumourType: { within: ['COAD'] } }] },
    ],
    ['oncotree_primary_diagnosis', 'Polyembryoma', { tumourType: { within: ['OPE', 'VPE'] } }],
    ['oncotree_diagnosis', 'Melanoma', { tumourType: { within: ['MEL'] } }],
    ['age_numerical', '>=18', { age: { atLeast: 18 } }],
    ['age_numerical', '>18', { age: { atLeast: 18 } }],
    ['age_numerical', '<12', { age: { below: 12 } }],
    ['age_numerical', '<= 65', { age: { atMost: 65 } }],
    ['age_numerical', '>=0.5', { age: { atLeast: 6, unit: 'months' } }],
    ['age_numerical', '>=.083', { age: { atLeast: 1, unit: 'months' } }],
    ['age_numerical', '<0.17', { age: { below: 2, unit: 'months' } }],
    ['age_expression', '>=18', { age: { atLeast: 18 } }],
    ['gender', 'Female', { sex: 'female' }],
    ['gender', 'MALE', { sex: 'male' }],
    ['sex', 'Male', { sex: 'male' }],
    ['gender', '!Male', { not: { sex: 'male' } }],
    ['gender', 'X', openText('gender: X')],
    ['er_status', 'Positive', { receptor: { receptor: 'ER', states: ['positive', 'low'] } }],
    ['er_status', 'Negative', { receptor: { receptor: 'ER', states: ['negative'] } }],
    ['pr_status', true, { receptor: { receptor: 'PR', states: ['positive', 'low'] } }],
    ['pr_status', 'False', { receptor: { receptor: 'PR', states: ['negative'] } }],
    ['her2_status', 'Positive', { receptor: { receptor: 'HER2', states: ['positive'] } }],
    ['her2_status', 'Negative', { receptor: { receptor: 'HER2', states: ['negative', 'low'] } }],
    ['her2_status', 'Unknown', openText('her2_status: Unknown')],
    ['pdl1_status', 'Positive', { biomarker: { kind: 'PD-L1', states: ['positive'] } }],
    ['pdl1_status', 'High', openText('pdl1_status: High')],
    ['tmb_numerical', '>=10', { biomarker: { kind: 'TMB', states: [], atLeast: 10 } }],
    ['tmb', '<10', { biomarker: { kind: 'TMB', states: [], below: 10 } }],
    [
      'ms_status',
      'MSS',
      {
        any: [
          { biomarker: { kind: 'MSI', states: ['negative'] } },
          { biomarker: { kind: 'MMR', states: ['negative'] } },
        ],
      },
    ],
    ['disease_status', ['Metastatic'], { stage: { extents: ['metastatic'] } }],
    [
      'disease_status',
      ['Metastatic', 'Refractory'],
      { any: [{ stage: { extents: ['metastatic'] } }, openText('disease_status: Refractory')] },
    ],
    ['disease_status', 'Unresectable', { stage: { resectable: false } }],
    ['disease_status', ['Untreated'], openText('disease_status: Untreated')],
    ['number_prior_lines_therapy_allowed', '>=2', { lines: { atLeast: 2 } }],
    ['number_prior_lines_therapy_allowed', '<=1', { lines: { atMost: 1 } }],
    ['number_prior_lines_therapy_allowed', 'Any', { tumourType: { within: 'ANY' } }],
    ['number_prior_lines_therapy_allowed', '2', openText('number_prior_lines_therapy_allowed: 2')],
    [
      'active_brain_metastases_allowed',
      'No',
      { not: { metastases: { sites: ['brain'], states: ['active'] } } },
    ],
    ['active_brain_metastases_allowed', 'Yes', { tumourType: { within: 'ANY' } }],
    [
      'brca1_germline_mutation',
      'Positive',
      {
        all: [
          { smallVariant: { gene: 'BRCA1', origin: 'germline' } },
          openText('brca1_germline_mutation: the variant counts as a mutation'),
        ],
      },
    ],
    ['molecular_marker_other', ['AR-V7 positive'], openText('molecular_marker_other: AR-V7 positive')],
    ['llm_stage_group', 'Stage IV', { stage: { groups: ['IV'] } }],
    ['llm_class_m', 'M1', openText('llm_class_m: M1')],
    ['ecog', '<=1', { performance: { scale: 'ECOG', atMost: 1 } }],
    ['ecog_status', '0-2', { performance: { scale: 'ECOG', atLeast: 0, atMost: 2 } }],
  ])('reads %s %j', (key, value, expected) => {
    expect(clinical({ [key]: value })).toEqual(expected);
  });

  it('joins its keys by and, each with its own negation', () => {
    expect(
      clinical({ age_numerical: '>=18', oncotree_primary_diagnosis: '!Melanoma', gender: 'Female' }),
    ).toEqual({
      all: [{ age: { atLeast: 18 } }, { not: { tumourType: { within: ['MEL'] } } }, { sex: 'female' }],
    });
  });

  it('gives every leaf the key it was read from, as spelt', () => {
    const { trial } = importedOf(ctmlOf([{ Clinical: { AGE_NUMERICAL: '>=18', Gender: 'Female' } }]));
    expect(trial.arms[0]?.eligibility).toMatchObject({
      all: [{ text: 'clinical: AGE_NUMERICAL: >=18' }, { text: 'clinical: Gender: Female' }],
    });
  });

  it.each<[string, Record<string, unknown>, string, RegExp]>([
    [
      'an unknown tumour',
      { oncotree_primary_diagnosis: 'Lung Adenocarcinom' },
      'UNKNOWN_TUMOUR_TYPE',
      /«Lung Adenocarcinoma»/,
    ],
    [
      'a name OncoTree gave up',
      { oncotree_primary_diagnosis: 'Glioblastoma' },
      'UNKNOWN_TUMOUR_TYPE',
      /«Glioblastoma, IDH-Wildtype»/,
    ],
    ['an age without direction', { age_numerical: 18 }, 'UNKNOWN_VALUE', />=18/],
    ['an age that is none', { age_numerical: 'adult' }, 'UNKNOWN_VALUE', />=18/],
    ['an unknown sex', { gender: 'Femal' }, 'UNKNOWN_VALUE', /«Female»/],
    ['an unknown receptor status', { er_status: 'Postive' }, 'UNKNOWN_VALUE', /«Positive»/],
    [
      'a misspelt key',
      { oncotree_primary_diagnossis: 'Melanoma' },
      'UNKNOWN_KEY',
      /«oncotree_primary_diagnosis»/,
    ],
    ['an empty list', { disease_status: [] }, 'EMPTY', /leave the key out/],
    ['nothing at all', {}, 'EMPTY', /patient/],
    ['an ECOG beyond the scale', { ecog: '<=7' }, 'UNKNOWN_VALUE', /<=1/],
  ])('refuses %s', (_what, keys, reason, remedy) => {
    const [problem, ...others] = problemsOf({ clinical: keys });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: `TRIALS.CTML_${reason}`, remedy: expect.stringMatching(remedy) });
  });
});

describe('a prior treatment', () => {
  it.each<[Record<string, unknown>, unknown]>([
    [{ drug: 'Osimertinib' }, { priorTherapy: { drugs: ['osimertinib'] } }],
    [{ drug: '!Osimertinib' }, { not: { priorTherapy: { drugs: ['osimertinib'] } } }],
    [{ prior_treatment_agent: 'Imatinib' }, { priorTherapy: { drugs: ['imatinib'] } }],
    [{ treatment_category: 'Surgery' }, { priorTherapy: { types: ['surgery'] } }],
    [
      { treatment_category: 'Stem Cell Transplant', transplant_type: '!Allogeneic' },
      { not: { priorTherapy: { types: ['stem-cell-transplant'], sites: ['allogeneic'] } } },
    ],
    [
      { treatment_category: 'CAR-T Therapy' },
      { all: [{ priorTherapy: { types: ['cell-therapy'] } }, openText('treatment_category: CAR-T Therapy')] },
    ],
    [
      { treatment_category: 'Medical Therapy', agent_class: 'EGFR inhibitor' },
      { all: [{ priorTherapy: { types: ['systemic'] } }, openText('agent_class: EGFR inhibitor')] },
    ],
  ])('reads %j', (keys, expected) => {
    expect(criterionOf({ prior_treatment: keys })).toEqual(expected);
    expect(criterionOf({ prior_treatments: keys })).toEqual(expected);
  });

  it('refuses a category that is none', () => {
    expect(problemsOf({ prior_treatment: { treatment_category: 'Surgry' } })[0]?.remedy).toMatch(/«Surgery»/);
  });
});
