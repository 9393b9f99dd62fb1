/** The codes of ClinGen/CGC/VICC (Horak 2022, PMID 35101336, tables 2 and 3) by what they mean. */
export const oncogenicityCodes = [
  'null_variant_in_suppressor',
  'established_same_change',
  'functional_damaging',
  'hotspot_strong',
  'critical_domain',
  'inframe_in_cancer_gene',
  'hotspot_moderate',
  'same_residue_missense',
  'computational_damaging',
  'single_aetiology',
  'hotspot_weak',
  'absent_in_population',
  'very_common_in_population',
  'common_in_population',
  'functional_neutral',
  'computational_benign',
  'silent_no_effect',
] as const;
export type OncogenicityCode = (typeof oncogenicityCodes)[number];

export interface CodeRule {
  /** Positive speaks for an oncogenic effect, negative against it. */
  readonly points: number;
  /** The label in the journal's version of the paper (PMC9081216). */
  readonly label: string;
  /** The label in PCGR and the Emory calculator, where it differs: the two swap OM3 and OM4. */
  readonly labelElsewhere?: string;
  readonly rule: string;
  /** Codes it does not count together with; holds both ways. */
  readonly notWith: readonly OncogenicityCode[];
  readonly exclusionSource?: string;
  /** The exclusion (or the reservation in the rule) was not read in the paper itself. */
  readonly exclusionUnverified?: boolean;
}

const pcgr = 'as PCGR implements the paper (oncogenicity.py)';
const calculator = 'CGC calculator, Emory';
const byDefinition = 'by definition: both speak of one number';

/**
 * Points, labels and exclusions (PMC9081216, tables 2 and 3). Labels are for display: they changed between versions, so
 * nothing is stored by label. Codes that contradict each other (studies for and against) are not excluded: they sum.
 */
export const codeRules: Readonly<Record<OncogenicityCode, CodeRule>> = {
  null_variant_in_suppressor: {
    points: 8,
    label: 'OVS1',
    rule: 'Null variant (nonsense, frameshift, ±1 or 2 splice site, start codon, deletion of exons) in a bona fide tumour suppressor.',
    notWith: [],
  },
  established_same_change: {
    points: 4,
    label: 'OS1',
    rule: 'Same amino-acid change as an established oncogenic variant, regardless of the nucleotide; not where splicing is affected.',
    notWith: [],
    exclusionUnverified: true,
  },
  functional_damaging: {
    points: 4,
    label: 'OS2',
    rule: 'Well-established functional studies support an oncogenic effect.',
    notWith: [],
  },
  hotspot_strong: {
    points: 4,
    label: 'OS3',
    rule: 'Hotspot with at least 50 samples at the residue and at least 10 with the same change.',
    notWith: ['established_same_change'],
    exclusionSource: calculator,
  },
  critical_domain: {
    points: 2,
    label: 'OM1',
    rule: 'Critical and well-established part of a functional domain.',
    notWith: ['established_same_change', 'hotspot_strong'],
    exclusionSource: pcgr,
    exclusionUnverified: true,
  },
  inframe_in_cancer_gene: {
    points: 2,
    label: 'OM2',
    rule: 'In-frame deletion or insertion in a known oncogene or tumour suppressor, or stop loss in a tumour suppressor.',
    notWith: ['null_variant_in_suppressor'],
    exclusionSource: pcgr,
    exclusionUnverified: true,
  },
  hotspot_moderate: {
    points: 2,
    label: 'OM3',
    labelElsewhere: 'OM4',
    rule: 'Hotspot with fewer than 50 samples at the residue and at least 10 with the same change.',
    notWith: ['hotspot_strong', 'critical_domain', 'same_residue_missense'],
    exclusionSource: calculator,
    exclusionUnverified: true,
  },
  same_residue_missense: {
    points: 2,
    label: 'OM4',
    labelElsewhere: 'OM3',
    rule: 'Missense at a residue where a different missense is oncogenic; the change is at least similar in size (Grantham).',
    notWith: ['established_same_change', 'hotspot_strong', 'critical_domain'],
    exclusionSource: pcgr,
    exclusionUnverified: true,
  },
  computational_damaging: {
    points: 1,
    label: 'OP1',
    rule: 'All computational evidence supports an oncogenic effect; used once.',
    notWith: [],
  },
  single_aetiology: {
    points: 1,
    label: 'OP2',
    rule: 'Somatic variant in a gene of a malignancy with a single genetic aetiology.',
    notWith: [],
  },
  hotspot_weak: {
    points: 1,
    label: 'OP3',
    rule: 'Hotspot with fewer than 10 samples with the same change.',
    notWith: ['hotspot_strong', 'hotspot_moderate'],
    exclusionSource: byDefinition,
  },
  absent_in_population: {
    points: 1,
    label: 'OP4',
    rule: 'Absent from gnomAD, or extremely rare.',
    notWith: ['very_common_in_population', 'common_in_population'],
    exclusionSource: byDefinition,
  },
  very_common_in_population: {
    points: -8,
    label: 'SBVS1',
    rule: 'Frequency above 5 % in one of the five continental populations of gnomAD.',
    notWith: [],
  },
  common_in_population: {
    points: -4,
    label: 'SBS1',
    rule: 'Frequency above 1 % in one of the five continental populations of gnomAD.',
    notWith: ['very_common_in_population'],
    exclusionSource: byDefinition,
  },
  functional_neutral: {
    points: -4,
    label: 'SBS2',
    rule: 'Well-established functional studies show no oncogenic effect.',
    notWith: [],
  },
  computational_benign: {
    points: -1,
    label: 'SBP1',
    rule: 'All computational evidence suggests no effect; used once.',
    notWith: [],
  },
  silent_no_effect: {
    points: -1,
    label: 'SBP2',
    rule: 'Silent, no predicted effect on splicing, and not highly conserved.',
    notWith: [],
  },
};
