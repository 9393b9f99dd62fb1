import { assertUnreachable } from '@consilium/kernel';
import type { ProteinChange } from './protein-change.js';
import type { Consequence } from './variant.js';

/** Sequence Ontology terms, most severe first (the order Ensembl publishes), folded to the product's words. */
const terms: readonly (readonly [string, Consequence])[] = [
  ['transcript_ablation', 'other'],
  ['splice_acceptor_variant', 'splice-site'],
  ['splice_donor_variant', 'splice-site'],
  ['stop_gained', 'nonsense'],
  ['frameshift_variant', 'frameshift'],
  ['stop_lost', 'stop-lost'],
  ['start_lost', 'start-lost'],
  ['initiator_codon_variant', 'start-lost'],
  ['inframe_insertion', 'inframe-insertion'],
  ['conservative_inframe_insertion', 'inframe-insertion'],
  ['disruptive_inframe_insertion', 'inframe-insertion'],
  ['inframe_deletion', 'inframe-deletion'],
  ['conservative_inframe_deletion', 'inframe-deletion'],
  ['disruptive_inframe_deletion', 'inframe-deletion'],
  ['missense_variant', 'missense'],
  ['missense', 'missense'],
  ['protein_altering_variant', 'other'],
  ['splice_donor_5th_base_variant', 'splice-region'],
  ['splice_region_variant', 'splice-region'],
  ['splice_donor_region_variant', 'splice-region'],
  ['splice_polypyrimidine_tract_variant', 'splice-region'],
  ['splice_acceptor', 'splice-site'],
  ['splice_donor', 'splice-site'],
  ['splice_region', 'splice-region'],
  ['stop_retained_variant', 'synonymous'],
  ['start_retained_variant', 'synonymous'],
  ['synonymous_variant', 'synonymous'],
  ['synonymous', 'synonymous'],
  ['coding_sequence_variant', 'other'],
  ['5_prime_utr_variant', 'utr'],
  ['3_prime_utr_variant', 'utr'],
  ['5_prime_utr', 'utr'],
  ['3_prime_utr', 'utr'],
  ['5_prime_utr_premature_start_codon_gain_variant', 'utr'],
  ['non_coding_transcript_exon_variant', 'non-coding'],
  ['non_coding', 'non-coding'],
  ['intron_variant', 'intronic'],
  ['intron', 'intronic'],
  ['non_coding_transcript_variant', 'non-coding'],
  ['upstream_gene_variant', 'promoter'],
  ['downstream_gene_variant', 'intergenic'],
  ['regulatory_region_variant', 'promoter'],
  ['intergenic_variant', 'intergenic'],
  ['intergenic_region', 'intergenic'],
];
const rank = new Map(terms.map(([term, consequence], index) => [term, { index, consequence }]));

/** The most severe of terms joined by `&`, `,` or `+`; `other` for terms not known. Lower rank is more severe. */
export function consequenceFromSequenceOntology(text: string): Consequence {
  return mostSevere(text)?.consequence ?? 'other';
}

/** Place of the most severe term in the published order, to choose among transcripts; unknown terms come last. */
export const severityOf = (text: string): number => mostSevere(text)?.index ?? terms.length;

function mostSevere(text: string): { index: number; consequence: Consequence } | undefined {
  const known = text
    .toLowerCase()
    .split(/[&,+]/)
    .flatMap((term) => rank.get(term.trim().replace(/^\*/, '')) ?? []);
  return known.sort((a, b) => a.index - b.index)[0];
}

const mafClasses: Readonly<Record<string, Consequence>> = {
  missense_mutation: 'missense',
  nonsense_mutation: 'nonsense',
  frame_shift_del: 'frameshift',
  frame_shift_ins: 'frameshift',
  in_frame_del: 'inframe-deletion',
  in_frame_ins: 'inframe-insertion',
  splice_site: 'splice-site',
  splice_region: 'splice-region',
  translation_start_site: 'start-lost',
  nonstop_mutation: 'stop-lost',
  silent: 'synonymous',
  "5'flank": 'promoter',
  "3'flank": 'intergenic',
  "5'utr": 'utr',
  "3'utr": 'utr',
  intron: 'intronic',
  rna: 'non-coding',
  lincrna: 'non-coding',
  igr: 'intergenic',
  targeted_region: 'other',
  de_novo_start_inframe: 'other',
  de_novo_start_outofframe: 'other',
};

/** A MAF's Variant_Classification (GDC MAF format); undefined for an empty or unknown one. */
export function consequenceFromMafClassification(text: string): Consequence | undefined {
  const name = text.trim().toLowerCase().replaceAll(' ', '');
  return Object.hasOwn(mafClasses, name) ? mafClasses[name] : undefined;
}

/** What a protein change alone tells; undefined for `p.?`. */
export function consequenceFromProteinChange(change: ProteinChange): Consequence | undefined {
  switch (change.kind) {
    case 'substitution':
      return 'missense';
    case 'synonymous':
      return 'synonymous';
    case 'nonsense':
      return 'nonsense';
    case 'frameshift':
      return 'frameshift';
    case 'deletion':
      return 'inframe-deletion';
    case 'duplication':
    case 'insertion':
      return 'inframe-insertion';
    case 'deletion-insertion':
      return delinsConsequence(change.range.last - change.range.first + 1, change.inserted);
    case 'start-lost':
      return 'start-lost';
    case 'stop-lost':
      return 'stop-lost';
    case 'splice':
      return 'splice-site';
    case 'unknown':
      return undefined;
    default:
      return assertUnreachable(change);
  }
}

function delinsConsequence(removed: number, inserted: string): Consequence {
  if (inserted.includes('*')) return 'nonsense';
  if (inserted.length === removed) return 'missense';
  return inserted.length > removed ? 'inframe-insertion' : 'inframe-deletion';
}

const altering: ReadonlySet<Consequence> = new Set<Consequence>([
  'missense',
  'nonsense',
  'frameshift',
  'inframe-deletion',
  'inframe-insertion',
  'splice-site',
  'start-lost',
  'stop-lost',
]);

/** Whether the protein is another, or absent. */
export const altersProtein = (consequence: Consequence): boolean => altering.has(consequence);
