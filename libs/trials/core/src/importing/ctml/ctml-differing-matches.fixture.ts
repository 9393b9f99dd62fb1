import type { Answer } from '@consilium/clinical';
import type { PatientRecord } from '../../evaluation/patient-record.js';
import {
  brain,
  clinical,
  genomic,
  measured,
  mutation,
  present,
  signed,
  staged,
  structural,
} from './ctml-matches.fixture.js';
import { known, mutated, nobodyTested, onPlasma, tested, withDiagnosis } from './ctml-patients.fixture.js';

/** A criterion and a patient to whom the engines give another answer than we do. */
export interface DifferingMatch {
  /** The id of the difference. */
  readonly difference: string;
  readonly what: string;
  readonly node: unknown;
  readonly patient: PatientRecord;
  /** Whether the engines match. */
  readonly theirs: boolean;
  readonly ours: Answer;
}

const row = (
  difference: string,
  what: string,
  [node, patient]: readonly [unknown, PatientRecord],
  theirs: boolean,
  ours: Answer,
): DifferingMatch => ({ difference, what, node, patient, theirs, ours });

const wild = tested();
const frameshift = mutated('PTEN', 'T319fs*1');

export const differingMatches: readonly DifferingMatch[] = [
  row('not-tested', 'a mutation', [mutation('BRAF'), nobodyTested], false, 'unknown'),
  row('not-tested', 'a gene outside the panel', [mutation('ATM'), wild], false, 'unknown'),
  row(
    'not-tested',
    'a call',
    [genomic({ hugo_symbol: 'MET', variant_category: 'CNV', cnv_call: 'Gain' }), nobodyTested],
    false,
    'unknown',
  ),
  row('not-tested', 'microsatellites', [genomic({ ms_status: 'MSI-H' }), wild], false, 'unknown'),
  row(
    'negated-not-tested',
    'a mutation',
    [genomic({ hugo_symbol: 'BRAF', variant_category: '!Mutation' }), nobodyTested],
    true,
    'unknown',
  ),
  row(
    'negated-not-tested',
    'a change',
    [mutation('ATM', { protein_change: '!p.R2832C' }), wild],
    true,
    'unknown',
  ),
  row('negated-not-tested', 'microsatellites', [genomic({ ms_status: '!MSI-H' }), wild], true, 'unknown'),
  row(
    'plasma-only',
    'an exclusion',
    [genomic({ hugo_symbol: 'BRAF', variant_category: '!Mutation' }), onPlasma()],
    true,
    'unknown',
  ),
  row(
    'wildtype-derived',
    'a covered gene without a finding',
    [genomic({ hugo_symbol: 'KRAS', wildtype: true }), wild],
    false,
    'met',
  ),
  row(
    'silent-mutation',
    'a synonymous variant',
    [mutation('BRAF'), mutated('BRAF', 'G464=')],
    true,
    'not-met',
  ),
  row(
    'wildcard-range',
    'two residues at once',
    [mutation('BRAF', { wildcard_protein_change: 'p.V600' }), mutated('BRAF', 'V600_K601delinsEN')],
    false,
    'met',
  ),
  row(
    'spelling',
    'three letters',
    [mutation('BRAF', { protein_change: 'p.Val600Glu' }), mutated('BRAF', 'V600E')],
    false,
    'met',
  ),
  row(
    'frameshift-kind',
    'a frame shifted',
    [mutation('PTEN', { variant_classification: 'Frame_Shift_Ins' }), frameshift],
    false,
    'met',
  ),
  row(
    'class-not-told',
    'a silent variant',
    [mutation('BRAF', { variant_classification: 'Silent' }), wild],
    false,
    'unknown',
  ),
  row(
    'nonsense-beside',
    'a frameshift',
    [mutation('PTEN', { variant_classification: 'Nonsense_Mutation' }), frameshift],
    false,
    'unknown',
  ),
  row(
    'molecular-function',
    'an activating variant',
    [mutation('BRAF', { molecular_function: 'Activating' }), mutated('BRAF', 'V600E')],
    true,
    'unknown',
  ),
  row(
    'molecular-function',
    'a tier',
    [mutation('BRAF', { tier: ['1'] }), mutated('BRAF', 'V600E')],
    true,
    'unknown',
  ),
  row(
    'structural-comment',
    'partners in a rearrangement that is not confirmed',
    [
      genomic({
        hugo_symbol: 'BCR',
        variant_category: 'Structural Variation',
        fusion_partner_hugo_symbol: 'ABL1',
      }),
      structural({ kind: 'translocation', fivePrimeGene: 'BCR', threePrimeGene: 'ABL1' }),
    ],
    true,
    'unknown',
  ),
  row(
    'mismatch-repair',
    'stable, repair not stained',
    [genomic({ mmr_status: 'MMR-Deficient' }), measured({ kind: 'MSI', state: 'negative' })],
    false,
    'unknown',
  ),
  row(
    'signature-names',
    'one of two absent',
    [genomic({ apobec_signature: 'No' }), signed({ name: 'SBS2', state: 'absent' })],
    true,
    'unknown',
  ),
  row(
    'signature-names',
    'another signature',
    [genomic({ pole_signature: 'Yes' }), signed(present('SBS4'))],
    false,
    'unknown',
  ),
  row(
    'diagnosis-above',
    'a tissue',
    [clinical({ oncotree_primary_diagnosis: 'Lung Adenocarcinoma' }), withDiagnosis('NSCLC')],
    false,
    'unknown',
  ),
  row(
    'diagnosis-above',
    'a tissue excluded',
    [clinical({ oncotree_primary_diagnosis: '!Lung Adenocarcinoma' }), withDiagnosis('NSCLC')],
    true,
    'unknown',
  ),
  row(
    'age-upper',
    '65 and a half',
    [clinical({ age_numerical: '<=65' }), known({ birthDate: '1961-05-23' })],
    false,
    'met',
  ),
  row('not-stated', 'sex', [clinical({ gender: 'Male' }), known({})], false, 'unknown'),
  row('not-stated', 'sex excluded', [clinical({ gender: '!Male' }), known({})], true, 'unknown'),
  row('not-stated', 'a burden', [clinical({ tmb_numerical: '>=10' }), wild], false, 'unknown'),
  row('receptor-low', 'HER2', [clinical({ her2_status: 'Negative' }), receptorLow('HER2')], false, 'met'),
  row('receptor-low', 'ER', [clinical({ er_status: 'Positive' }), receptorLow('ER')], false, 'met'),
  row(
    'ignored-keys',
    'a disease status',
    [clinical({ disease_status: ['Metastatic'] }), staged('localised')],
    true,
    'not-met',
  ),
  row(
    'ignored-keys',
    'a disease status of no certain meaning',
    [clinical({ disease_status: ['Refractory'] }), staged('metastatic')],
    true,
    'unknown',
  ),
  row(
    'ignored-keys',
    'active brain metastases',
    [clinical({ active_brain_metastases_allowed: 'No' }), brain('active')],
    true,
    'not-met',
  ),
  row(
    'ignored-keys',
    'another marker',
    [clinical({ molecular_marker_other: ['AR-V7'] }), wild],
    true,
    'unknown',
  ),
  ...['llm_class_t', 'llm_class_n', 'llm_class_m'].map((key) =>
    row('ignored-keys', key, [clinical({ [key]: 'X' }), staged('metastatic')], true, 'unknown'),
  ),
];

function receptorLow(name: 'ER' | 'HER2'): PatientRecord {
  return known({ receptors: [{ receptor: name, state: 'low', on: '2026-10-01' }] });
}
