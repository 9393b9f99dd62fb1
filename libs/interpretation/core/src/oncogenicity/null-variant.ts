import { losesProduct, truncates } from '../variant-effect.js';
import { fails, holds, open, suppresses, type CodeAnswer, type Examined } from './code-answer.js';

/**
 * A null variant in a bona fide tumour suppressor, with the paper's reservations: near the 3′ end a curator decides, and
 * skipping of an exon may keep the frame. Deletions of exons come with copy numbers and are no small variants.
 */
export function nullVariant(examined: Examined): {
  readonly answer: CodeAnswer;
  readonly cautions: readonly string[];
} {
  const { variant, gene, effect } = examined;
  if (!suppresses(gene)) return { answer: fails(`${gene.symbol} is no tumour suppressor.`), cautions: [] };
  if (!effect.known) return { answer: open(effect.reason), cautions: [] };
  const { consequence } = effect;
  if (!truncates(consequence)) return { answer: fails('It does not truncate the protein.'), cautions: [] };
  if (gene.truncationUncertain === true) {
    return { answer: open(`Truncation is not how ${gene.symbol} is known to fail.`), cautions: [] };
  }
  const late = !losesProduct(variant, gene);
  const cautions = [
    ...(late ? ['It lies near the 3′ end and may escape nonsense-mediated decay: check the last exon.'] : []),
    ...(!late && endUnknown(examined)
      ? ['Whether it lies in the last exon is not known: check the 3′ end.']
      : []),
    ...(consequence === 'splice-site'
      ? ['Skipping of an exon may keep the reading frame: check by RNA.']
      : []),
    ...(gene.role === 'both' ? [`${gene.symbol} is a tumour suppressor in some settings only.`] : []),
  ];
  return {
    answer: late
      ? open('It may escape nonsense-mediated decay; a curator decides.')
      : holds(`${consequence} in the tumour suppressor ${gene.symbol}.`),
    cautions,
  };
}

/** A stop whose place in the protein, or where decay ends in the gene, nobody gave. */
const endUnknown = ({ gene, change, effect }: Examined): boolean =>
  effect.known &&
  (effect.consequence === 'nonsense' || effect.consequence === 'frameshift') &&
  (gene.nmdEscapeFrom === undefined || change === undefined || !('position' in change));
