import type { TrialPhase, TrialStatus } from '../../language/trial.js';
import { lookUp, type Vocabulary } from './read-members.js';

/** Keys that hold a treatment's bookkeeping and nothing of who may take part. */
const bookkeeping = [
  'cancer_center_accrual_goal_upper',
  'cancer_center_current_accrual',
  'coordinating_center',
  'ctml_status',
  'curated_on',
  'data_table4',
  'lead_study_coordinator',
  'lead_study_coordinator_email',
  'management_group_list',
  'management_group_primary',
  'nct_link',
  'nct_purpose',
  'oncology_group_list',
  'oncpro_link',
  'primary_study_contact',
  'primary_study_contact_email',
  'principal_investigator',
  'principal_investigator_institution',
  'program_area_list',
  'protocol_target_accrual',
  'protocol_type',
  'protocol_version_date',
  'protocol_version_no',
  'staff_list',
  'study_completion_date',
  'study_start_date',
  'summary',
  'trial_internal_id',
] as const;

/** The API's `parent_schema`, with the keys that the forks of Hong Kong, Zurich and Toronto add. */
export const trialVocabulary: Vocabulary = {
  of: 'a CTML trial',
  keys: [
    'protocol_no',
    'protocol_id',
    'protocol_ids',
    'nct_id',
    'trial_id',
    'short_title',
    'long_title',
    'title',
    'nickname',
    'phase',
    'status',
    '_summary',
    'age',
    'stage',
    'last_updated',
    'drug_list',
    'disease_site_list',
    'sponsor_list',
    'site_list',
    'treatment_list',
    'match',
    'prior_treatment_requirements',
    'additional_criteria_requirements',
    ...bookkeeping,
  ],
  // The database's own (`_id`, `_etag`, `_elasticsearch`); `_summary` alone says something.
  passedOver: (key) => key.startsWith('_'),
};

export const stepVocabulary: Vocabulary = {
  of: 'a step',
  keys: ['step_code', 'step_internal_id', 'step_type', 'uuid', 'arm', 'match'],
};

export const armVocabulary: Vocabulary = {
  of: 'an arm',
  keys: [
    'arm_code',
    'arm_internal_id',
    'arm_description',
    'arm_suspended',
    'arm_type',
    'arm_info',
    'arm_eligibility',
    'arm_additional_criteria_not_captured',
    'prior_treatment_requirements',
    'drugs',
    'uuid',
    'dose_level',
    'match',
  ],
};

export const levelVocabulary: Vocabulary = {
  of: 'a dose level',
  keys: ['level_code', 'level_internal_id', 'level_description', 'level_suspended', 'uuid', 'match'],
};

/** Words of OnCore, ClinicalTrials.gov and CTIMS; folded. */
export const trialStatusWords: Readonly<Record<string, TrialStatus>> = {
  'open to accrual': 'open',
  open: 'open',
  recruiting: 'open',
  'not yet recruiting': 'not-yet-open',
  new: 'not-yet-open',
  'enrolling by invitation': 'enrolling-by-invitation',
  'closed to accrual': 'closed',
  closed: 'closed',
  'active, not recruiting': 'closed',
  'active not recruiting': 'closed',
  'irb study closure': 'closed',
  suspended: 'suspended',
  'on hold': 'suspended',
  completed: 'completed',
  terminated: 'terminated',
  withdrawn: 'withdrawn',
  unknown: 'unknown',
  'unknown status': 'unknown',
};

/** `I/II`, `Phase 2`, `PHASE1`, `I and II`, `1/2a`; undefined for what is no phase. */
export function readPhase(text: string): TrialPhase | undefined {
  const folded = text.toLowerCase().replaceAll(/phase|early|[\s_.]/g, '');
  if (['na', 'n/a', 'notapplicable'].includes(folded)) return 'not-applicable';
  const numbers = folded
    .split(/\/|,|-|\||and|&/)
    .filter((part) => part !== '')
    .map((part) => lookUp(part.replace(/(?<=.)[abc]$/, ''), phases));
  if (numbers.some((number) => number === undefined)) return undefined;
  const phase = [...new Set(numbers)].join('/');
  return phase === '1' && /early/i.test(text) ? '0' : lookUp(phase, joinedPhases);
}

const phases: Readonly<Record<string, string>> = {
  '0': '0',
  '1': '1',
  '2': '2',
  '3': '3',
  '4': '4',
  i: '1',
  ii: '2',
  iii: '3',
  iv: '4',
};
const joinedPhases: Readonly<Record<string, TrialPhase>> = {
  '0': '0',
  '1': '1',
  '1/2': '1/2',
  '2': '2',
  '2/3': '2/3',
  '3': '3',
  '4': '4',
};
