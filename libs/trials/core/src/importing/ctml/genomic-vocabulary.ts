import type { BiomarkerState, CopyNumberState, SmallVariantClass } from '@consilium/clinical';
import type { Vocabulary } from './read-members.js';

/**
 * Keys of a genomic criterion: those of MatchMiner's API schema (`yaml_genomic_schema`) and of both engines' mappings
 * (dfci/matchminer-engine, dfci/matchengine-V2), of the Princess Margaret's CTIMS (`match_all`), and of OncoKB's curation
 * tool (`annotated_variant`, `matching_examples`, `germline`).
 */
export const genomicVocabulary: Vocabulary = {
  of: 'a genomic criterion',
  keys: [
    'hugo_symbol',
    'variant_category',
    'protein_change',
    'wildcard_protein_change',
    'variant_classification',
    'exon',
    'cnv_call',
    'wildtype',
    'fusion_partner_hugo_symbol',
    'molecular_function',
    'germline',
    'annotated_variant',
    'tier',
    'mmr_status',
    'ms_status',
    'tobacco_signature',
    'uva_signature',
    'temozolomide_signature',
    'pole_signature',
    'apobec_signature',
    'tmb_numerical',
    'display_name',
    'matching_examples',
    'match_all',
  ],
  aliases: {
    gene: 'hugo_symbol',
    true_hugo_symbol: 'hugo_symbol',
    true_protein_change: 'protein_change',
    true_variant_classification: 'variant_classification',
    true_transcript_exon: 'exon',
    fusion_partner: 'fusion_partner_hugo_symbol',
    wild_type: 'wildtype',
    oncokb_variant: 'annotated_variant',
    msi_status: 'ms_status',
    // MatchMiner's own data spell it so.
    tabacco_signature: 'tobacco_signature',
    tmz_signature: 'temozolomide_signature',
    polymerase_signature: 'pole_signature',
    uv_signature: 'uva_signature',
    tmb: 'tmb_numerical',
    tumor_mutational_burden: 'tmb_numerical',
    tumor_mutational_burden_per_megabase: 'tmb_numerical',
    tumour_mutational_burden: 'tmb_numerical',
  },
};

export type VariantCategory = 'mutation' | 'copy-number' | 'structural' | 'any-variation' | 'signature';

export const variantCategories: Readonly<Record<string, VariantCategory>> = {
  mutation: 'mutation',
  'copy number variation': 'copy-number',
  cnv: 'copy-number',
  'structural variation': 'structural',
  'structural variant': 'structural',
  sv: 'structural',
  'any variation': 'any-variation',
  signature: 'signature',
};
export const categoryNames = [
  'Mutation',
  'Copy Number Variation',
  'Structural Variation',
  'Any Variation',
  'Signature',
];

/** CTML's calls, and the laboratory's words that both engines pass through unmapped. */
export const copyNumberCalls: Readonly<Record<string, CopyNumberState>> = {
  'high amplification': 'amplification',
  'high level amplification': 'amplification',
  'low amplification': 'gain',
  'low level amplification': 'gain',
  gain: 'gain',
  'homozygous deletion': 'deep-deletion',
  'heterozygous deletion': 'loss',
};
export const copyNumberCallNames = [
  'High Amplification',
  'Low Amplification',
  'Homozygous Deletion',
  'Heterozygous Deletion',
  'High level amplification',
  'Gain',
];
/** `Copy Number Variation` without a call: any of them. */
export const anyCopyNumberCall: readonly CopyNumberState[] = [
  'amplification',
  'gain',
  'loss',
  'deep-deletion',
];

/** A variant class as CTML (and MAF) names it, in our words. */
export type ReadClass =
  | { readonly classes: readonly SmallVariantClass[] }
  | { readonly changes: readonly string[] }
  /** The classes hold also for what is not meant: whether it is meant stays open. */
  | { readonly within: readonly SmallVariantClass[] }
  | 'nonsense'
  /** No class of ours comes near. */
  | 'unexpressed';

/** Every value of the API schema's `variant_classification`, and the other MAF ones. */
export const variantClasses: Readonly<Record<string, ReadClass>> = {
  'missense mutation': { classes: ['missense'] },
  'nonsense mutation': 'nonsense',
  'nonstop mutation': 'unexpressed',
  'in frame del': { classes: ['inframe-deletion'] },
  'in frame ins': { classes: ['inframe-insertion'] },
  'inframe indel': { classes: ['inframe-deletion', 'inframe-insertion'] },
  'del ins': { within: ['protein-altering'] },
  'frame shift del': { classes: ['frameshift'] },
  'frame shift ins': { classes: ['frameshift'] },
  frameshift: { classes: ['frameshift'] },
  'frameshift mutation': { classes: ['frameshift'] },
  'splice site': { classes: ['splice-site'] },
  'splice site mutation': { classes: ['splice-site'] },
  'splice acceptor': { classes: ['splice-site'] },
  'splice donor': { classes: ['splice-site'] },
  'splice lost': { within: ['splice-site'] },
  'splice region': 'unexpressed',
  'missense and splice region': { within: ['missense'] },
  'initiator codon': { changes: ['M1?'] },
  'translation start site': { changes: ['M1?'] },
  'protein altering': { classes: ['protein-altering'] },
  "5'flank": { classes: ['promoter'] },
  "3'flank": 'unexpressed',
  "5'utr": 'unexpressed',
  "5'utr mutation": 'unexpressed',
  '5 prime utr': 'unexpressed',
  "3'utr": 'unexpressed',
  '3 prime utr': 'unexpressed',
  'coding sequence': 'unexpressed',
  'intergenic variant': 'unexpressed',
  intron: 'unexpressed',
  'intron mutation': 'unexpressed',
  rna: 'unexpressed',
  silent: 'unexpressed',
  synonymous: 'unexpressed',
  'stop retained': 'unexpressed',
};

/**
 * MatchMiner keeps one field for both tests: `MMR-Deficient` and `MSI-H` are its «Deficient (MMR-D / MSI-H)»,
 * `MMR-Proficient`, `MSS` and `MSI-L` its «Proficient (MMR-P / MSS)» (`mmr_ms_map`).
 */
export const mismatchRepairStates: Readonly<Record<string, BiomarkerState>> = {
  'mmr deficient': 'positive',
  'mmr d': 'positive',
  dmmr: 'positive',
  'msi h': 'positive',
  'msi high': 'positive',
  'deficient (mmr d / msi h)': 'positive',
  'mmr proficient': 'negative',
  'mmr p': 'negative',
  pmmr: 'negative',
  'msi l': 'negative',
  'msi low': 'negative',
  mss: 'negative',
  'proficient (mmr p / mss)': 'negative',
};
export const mismatchRepairNames = ['MMR-Deficient', 'MMR-Proficient', 'MSI-H', 'MSI-L', 'MSS'];

/**
 * COSMIC signatures of the proposed cause: UV light SBS7a to d, tobacco smoking SBS4, temozolomide SBS11, POLE
 * exonuclease domain SBS10a and b, APOBEC SBS2 and 13 (COSMIC 3; Alexandrov et al. 2020, PMID 32025018).
 */
export const signatureCauses: Readonly<Record<string, readonly string[]>> = {
  uva_signature: ['SBS7a', 'SBS7b', 'SBS7c', 'SBS7d'],
  tobacco_signature: ['SBS4'],
  temozolomide_signature: ['SBS11'],
  pole_signature: ['SBS10a', 'SBS10b'],
  apobec_signature: ['SBS2', 'SBS13'],
};

export const yesOrNo: Readonly<Record<string, boolean>> = {
  yes: true,
  y: true,
  true: true,
  no: false,
  n: false,
  false: false,
};
