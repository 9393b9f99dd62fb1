import {
  formatProteinChange,
  normaliseProteinChange,
  type Consequence,
  type SmallVariant,
} from '@consilium/clinical';
import type { CancerGene } from '@consilium/knowledge-core';
import type { CancerGenes } from './cancer-genes.js';
import { nameSmallVariant } from './describe-finding.js';
import { no, unclear, yes, type Judgement } from './judgement.js';
import { classifyVariant } from './oncogenicity/index.js';
import { effectOf, losesProduct, readChange, sameChange, truncates } from './variant-effect.js';

const harmful = ['pathogenic', 'likely pathogenic', 'oncogenic', 'likely oncogenic'];
const harmless = ['benign', 'likely benign', 'neutral', 'likely neutral'];
/** ClinVar writes these beside a classification; they do not change it. */
const beside = ['drug response', 'other', 'not provided'];
/** Outside the protein; a splice region or promoter variant may still matter, so they are not listed. */
const silent: readonly Consequence[] = ['synonymous', 'utr', 'intronic', 'non-coding', 'intergenic'];

/**
 * Whether a variant is known or likely oncogenic: set so by curators, a hotspot of the release, truncating in a tumour
 * suppressor, so classified by the sender, or by points. A variant of uncertain significance is unknown, never no;
 * contradictions are unknown too.
 */
export function judgeOncogenicity(variant: SmallVariant, genes: CancerGenes): Judgement {
  const name = nameSmallVariant(variant);
  const { curatedOncogenicity } = variant;
  if (curatedOncogenicity !== undefined) {
    if (curatedOncogenicity === 'uncertain')
      return unclear(`Curators set ${name} to uncertain significance.`);
    return curatedOncogenicity.endsWith('oncogenic') ? yes : no;
  }
  const sender = readSignificance(variant.significanceAsReported);
  const gene = variant.gene === undefined ? undefined : genes.get(variant.gene);
  const effect = effectOf(variant, name);
  const established =
    gene !== undefined &&
    (isHotspot(variant, gene) ||
      (suppresses(gene) && effect.known && truncates(effect.consequence) && losesProduct(variant, gene)));
  if (established) {
    return sender === 'harmless'
      ? unclear(
          `${name} is oncogenic by the release, and ${variant.significanceAsReported ?? ''} by the laboratory.`,
        )
      : yes;
  }
  if (sender === 'harmful') return yes;
  if (sender === 'harmless') return no;
  if (effect.known && silent.includes(effect.consequence)) return no;
  const classification = classifyVariant({ variant, ...(gene === undefined ? {} : { gene }) });
  if (classification === 'oncogenic' || classification === 'likely-oncogenic') return yes;
  if (classification === 'benign' || classification === 'likely-benign') return no;
  return unclear(`The significance of ${name} is not established.`);
}

const suppresses = ({ role }: CancerGene): boolean => role === 'tumour-suppressor' || role === 'both';

/** Exact, or any missense change at a codon, the reference residue agreeing (another residue: another transcript). */
function isHotspot(variant: SmallVariant, { hotspots = [] }: CancerGene): boolean {
  const change = readChange(variant);
  if (change === undefined || variant.proteinChange === undefined) return false;
  const exact = formatProteinChange(change);
  const codon = change.kind === 'substitution' ? `${change.from}${String(change.position)}` : undefined;
  return hotspots.some(
    (hotspot) => hotspot === codon || sameChange(normaliseProteinChange(hotspot) ?? hotspot, exact),
  );
}

/** Only terms known for certain count: "predicted pathogenic" or "conflicting" establish nothing. */
function readSignificance(text: string | undefined): 'harmful' | 'harmless' | undefined {
  const terms = (text ?? '')
    .toLowerCase()
    .replaceAll('_', ' ')
    .split(/[/;,|]/)
    .map((term) => term.trim())
    .filter((term) => term !== '' && !beside.includes(term));
  if (terms.length === 0) return undefined;
  if (terms.every((term) => harmful.includes(term))) return 'harmful';
  return terms.every((term) => harmless.includes(term)) ? 'harmless' : undefined;
}
