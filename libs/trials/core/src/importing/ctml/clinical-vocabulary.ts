import type { Criterion } from '../../language/criterion.js';
import type { ReceptorCriterion } from '../../language/clinical-criterion.js';
import type { Vocabulary } from './read-members.js';

/**
 * Keys of a clinical criterion: those of MatchMiner's API schema (`yaml_clinical_schema`) and engines, of the University
 * of Hong Kong's fork (`pdl1_status`, `mmr_status`, `ms_status` beside the clinical ones), and of the Princess Margaret's
 * CTIMS (`age_expression`, `llm_…`).
 */
export const clinicalVocabulary: Vocabulary = {
  of: 'a clinical criterion',
  keys: [
    'oncotree_primary_diagnosis',
    'age_numerical',
    'gender',
    'er_status',
    'pr_status',
    'her2_status',
    'pdl1_status',
    'tmb_numerical',
    'mmr_status',
    'ms_status',
    'disease_status',
    'llm_stage_group',
    'llm_class_t',
    'llm_class_n',
    'llm_class_m',
    'number_prior_lines_therapy_allowed',
    'active_brain_metastases_allowed',
    'brca1_germline_mutation',
    'ecog',
    'molecular_marker_other',
  ],
  aliases: {
    oncotree_diagnosis: 'oncotree_primary_diagnosis',
    oncotree_primary_diagnosis_name: 'oncotree_primary_diagnosis',
    age_expression: 'age_numerical',
    sex: 'gender',
    tmb: 'tmb_numerical',
    tumor_mutational_burden: 'tmb_numerical',
    tumor_mutational_burden_per_megabase: 'tmb_numerical',
    tumour_mutational_burden: 'tmb_numerical',
    msi_status: 'ms_status',
    pd_l1_status: 'pdl1_status',
    ecog_status: 'ecog',
    ecog_expression: 'ecog',
    ecog_performance_status: 'ecog',
    stage_group: 'llm_stage_group',
  },
};

type States = ReceptorCriterion['states'];

const oestrogen: Readonly<Record<string, States>> = {
  // 1 to 10 % is «ER low positive» and counts as positive (ASCO/CAP 2020, Allison et al., PMID 31928404).
  positive: ['positive', 'low'],
  true: ['positive', 'low'],
  negative: ['negative'],
  false: ['negative'],
};

/** CTML knows positive and negative; `true` and `false` are the second engine's own words for them. */
export const receptorStates: Readonly<Record<'ER' | 'PR' | 'HER2', Readonly<Record<string, States>>>> = {
  ER: oestrogen,
  PR: oestrogen,
  HER2: {
    positive: ['positive'],
    true: ['positive'],
    // «HER2-low» is no category of its own beside negative (ASCO/CAP 2023, Wolff et al., PMID 37303228).
    negative: ['negative', 'low'],
    false: ['negative', 'low'],
    low: ['low'],
    equivocal: ['equivocal'],
  },
};

/** The values of `disease_status` that say one certain thing; the others stay open. Neither engine matches by them. */
export const diseaseStates: Readonly<Record<string, Criterion>> = {
  localized: { stage: { extents: ['localised'] } },
  localised: { stage: { extents: ['localised'] } },
  'locally advanced': { stage: { extents: ['locally-advanced'] } },
  metastatic: { stage: { extents: ['metastatic'] } },
  advanced: { stage: { extents: ['locally-advanced', 'metastatic'] } },
  recurrent: { stage: { extents: ['recurrent'] } },
  unresectable: { stage: { resectable: false } },
};

export const stageGroups: Readonly<Record<string, string>> = {
  '0': '0',
  i: 'I',
  ii: 'II',
  iii: 'III',
  iv: 'IV',
};
