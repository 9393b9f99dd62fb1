import {
  call,
  fused,
  genomic,
  mutation,
  row,
  v600e,
  wild,
  type DocumentedMatch,
} from './ctml-matches.fixture.js';
import { mutated, tested } from './ctml-patients.fixture.js';

const small: readonly DocumentedMatch[] = [
  row('a gene', mutation('BRAF'), v600e, true),
  row('a gene', mutation('BRAF'), wild, false),
  row('a gene excluded', genomic({ hugo_symbol: 'BRAF', variant_category: '!Mutation' }), v600e, false),
  row('a gene excluded', genomic({ hugo_symbol: 'BRAF', variant_category: '!Mutation' }), wild, true),
  row(
    'a gene excluded by its name',
    genomic({ hugo_symbol: '!BRAF', variant_category: 'Mutation' }),
    wild,
    true,
  ),
  row('a change', mutation('BRAF', { protein_change: 'p.V600E' }), v600e, true),
  row('a change', mutation('BRAF', { protein_change: 'p.V600E' }), mutated('BRAF', 'V600K'), false),
  row('a change excluded', mutation('BRAF', { protein_change: '!p.V600E' }), v600e, false),
  row('a change excluded', mutation('BRAF', { protein_change: '!p.V600E' }), mutated('BRAF', 'V600K'), true),
  row('a change excluded, nothing found', mutation('BRAF', { protein_change: '!p.V600E' }), wild, true),
  row('a wildcard', mutation('BRAF', { wildcard_protein_change: 'p.V600' }), mutated('BRAF', 'V600K'), true),
  row(
    'a wildcard, another codon',
    mutation('BRAF', { wildcard_protein_change: 'p.V600' }),
    mutated('BRAF', 'G469A'),
    false,
  ),
  row(
    'a wildcard, no substitution',
    mutation('BRAF', { wildcard_protein_change: 'p.V600' }),
    mutated('BRAF', 'V600fs'),
    false,
  ),
  row('a wildcard excluded', mutation('BRAF', { wildcard_protein_change: '!p.V600' }), v600e, false),
  row('an exon', mutation('EGFR', { exon: 19 }), mutated('EGFR', 'E746_A750del', { exon: 19 }), true),
  row('an exon', mutation('EGFR', { exon: 19 }), mutated('EGFR', 'L858R', { exon: 21 }), false),
  row('an exon excluded', mutation('EGFR', { exon: '!20' }), mutated('EGFR', 'L858R', { exon: 21 }), true),
  row(
    'exon and class',
    mutation('EGFR', { exon: 19, variant_classification: 'In_Frame_Del' }),
    mutated('EGFR', 'E746_A750del', { exon: 19 }),
    true,
  ),
  row(
    'exon and class',
    mutation('EGFR', { exon: 20, variant_classification: 'In_Frame_Ins' }),
    mutated('EGFR', 'T790M', { exon: 20 }),
    false,
  ),
  row(
    'a class',
    mutation('PTEN', { variant_classification: 'Nonsense_Mutation' }),
    mutated('PTEN', 'R130*'),
    true,
  ),
  row(
    'a class',
    mutation('PTEN', { variant_classification: 'Nonsense_Mutation' }),
    mutated('PTEN', 'R130Q'),
    false,
  ),
  row(
    'a class',
    mutation('PTEN', { variant_classification: 'Frame_Shift_Del' }),
    mutated('PTEN', 'T319fs*1'),
    true,
  ),
  row(
    'a class',
    mutation('MET', { variant_classification: 'Splice_Site' }),
    mutated('MET', 'X1010_splice', { consequence: 'splice-site' }),
    true,
  ),
  row(
    'a class',
    mutation('PTEN', { variant_classification: 'Missense_Mutation' }),
    mutated('PTEN', 'R130*'),
    false,
  ),
  row(
    'a class excluded',
    mutation('PTEN', { variant_classification: '!Missense_Mutation' }),
    mutated('PTEN', 'R130*'),
    true,
  ),
  row(
    'a lost start',
    mutation('PTEN', { variant_classification: 'Translation_Start_Site' }),
    mutated('PTEN', 'M1?'),
    true,
  ),
  row(
    'a promoter',
    mutation('TERT', { variant_classification: "5'Flank" }),
    tested({
      smallVariants: [
        { gene: 'TERT', codingChange: 'c.-124C>T', consequence: 'promoter', origin: 'somatic' },
      ],
    }),
    true,
  ),
  row('wild type', genomic({ hugo_symbol: 'KRAS', wildtype: true }), mutated('KRAS', 'G12D'), false),
  row('not wild type', mutation('KRAS', { wildtype: false }), mutated('KRAS', 'G12D'), true),
  row(
    'a germline variant',
    mutation('BRCA1', { germline: true }),
    mutated('BRCA1', 'C61G', { origin: 'germline' }),
    true,
  ),
  row('a germline variant', mutation('BRCA1', { germline: true }), mutated('BRCA1', 'C61G'), false),
  row('a function of what is absent', mutation('BRAF', { molecular_function: 'Activating' }), wild, false),
  row('a tier of what is absent', mutation('BRAF', { tier: ['1', '2'] }), wild, false),
  row('labels', mutation('BRAF', { display_name: 'BRAF V600', matching_examples: 'V600E' }), v600e, true),
  row('OncoKB’s name', genomic({ hugo_symbol: 'BRAF', annotated_variant: 'V600E' }), v600e, true),
  row('OncoKB’s name excluded', genomic({ hugo_symbol: 'BRAF', annotated_variant: '!V600E' }), v600e, false),
  row('any patient', genomic({ match_all: 'true' }), tested({ diagnosis: 'LUAD' }), true),
];

const large: readonly DocumentedMatch[] = [
  row(
    'a call',
    genomic({
      hugo_symbol: 'ERBB2',
      variant_category: 'Copy Number Variation',
      cnv_call: 'High Amplification',
    }),
    call('ERBB2', 'amplification'),
    true,
  ),
  row(
    'a call',
    genomic({
      hugo_symbol: 'ERBB2',
      variant_category: 'Copy Number Variation',
      cnv_call: 'High Amplification',
    }),
    call('ERBB2', 'gain'),
    false,
  ),
  row(
    'a call',
    genomic({
      hugo_symbol: 'ERBB2',
      variant_category: 'Copy Number Variation',
      cnv_call: 'Low Amplification',
    }),
    call('ERBB2', 'gain'),
    true,
  ),
  row(
    'a call',
    genomic({ hugo_symbol: 'PTEN', variant_category: 'CNV', cnv_call: 'Homozygous Deletion' }),
    call('PTEN', 'deep-deletion'),
    true,
  ),
  row(
    'a call',
    genomic({ hugo_symbol: 'PTEN', variant_category: 'CNV', cnv_call: 'Heterozygous Deletion' }),
    call('PTEN', 'deep-deletion'),
    false,
  ),
  row(
    'a call excluded',
    genomic({ hugo_symbol: 'MET', variant_category: 'CNV', cnv_call: '!High Amplification' }),
    call('MET', 'amplification'),
    false,
  ),
  row(
    'any call',
    genomic({ hugo_symbol: 'PTEN', variant_category: 'Copy Number Variation' }),
    call('PTEN', 'loss'),
    true,
  ),
  row(
    'copy number excluded',
    genomic({ hugo_symbol: 'PTEN', variant_category: '!Copy Number Variation' }),
    wild,
    true,
  ),
  row(
    'any variation, a mutation',
    genomic({ hugo_symbol: 'PTEN', variant_category: 'Any Variation' }),
    mutated('PTEN', 'R130*'),
    true,
  ),
  row(
    'any variation, a deletion',
    genomic({ hugo_symbol: 'PTEN', variant_category: 'Any Variation' }),
    call('PTEN', 'deep-deletion'),
    true,
  ),
  row(
    'any variation, a fusion',
    genomic({ hugo_symbol: 'ALK', variant_category: 'Any Variation' }),
    fused('EML4', 'ALK'),
    false,
  ),
  row(
    'a structural variant',
    genomic({ hugo_symbol: 'ALK', variant_category: 'Structural Variation' }),
    fused('EML4', 'ALK'),
    true,
  ),
  row(
    'a structural variant',
    genomic({ hugo_symbol: 'ALK', variant_category: 'Structural Variation' }),
    wild,
    false,
  ),
  row(
    'a structural variant excluded',
    genomic({ hugo_symbol: 'ALK', variant_category: '!Structural Variation' }),
    fused('EML4', 'ALK'),
    false,
  ),
  row(
    'partners',
    genomic({
      hugo_symbol: 'BCR',
      variant_category: 'Structural Variation',
      fusion_partner_hugo_symbol: 'ABL1',
    }),
    fused('BCR', 'ABL1'),
    true,
  ),
  row(
    'partners the other way',
    genomic({
      hugo_symbol: 'ABL1',
      variant_category: 'Structural Variation',
      fusion_partner_hugo_symbol: 'BCR',
    }),
    fused('BCR', 'ABL1'),
    true,
  ),
  row(
    'another partner',
    genomic({
      hugo_symbol: 'ABL1',
      variant_category: 'Structural Variation',
      fusion_partner_hugo_symbol: 'BCR',
    }),
    fused('NUP214', 'ABL1'),
    false,
  ),
  row(
    'any partner',
    genomic({
      hugo_symbol: 'ALK',
      variant_category: 'Structural Variation',
      fusion_partner_hugo_symbol: 'any_gene',
    }),
    fused('EML4', 'ALK'),
    true,
  ),
];

/** Alterations of genes, and how they are joined. */
const trees: readonly DocumentedMatch[] = [
  row('and', { and: [mutation('BRAF'), mutation('KRAS')] }, v600e, false),
  row('or', { or: [mutation('BRAF'), mutation('KRAS')] }, v600e, true),
  row(
    'or within and',
    { and: [mutation('BRAF'), { or: [mutation('KRAS'), mutation('NRAS')] }] },
    v600e,
    false,
  ),
  row(
    'and within or',
    { or: [{ and: [mutation('KRAS'), mutation('NRAS')] }, mutation('BRAF')] },
    v600e,
    true,
  ),
];

export const genomicMatches: readonly DocumentedMatch[] = [...small, ...large, ...trees];
