import type { GeneFeature, ObservationState, ProfilePattern } from '@consilium/clinical';

/** Copy number, expression, methylation, loss, wild type: what is said of a whole gene. */
export function readStateName(gene: string, text: string): ProfilePattern | undefined {
  const lower = text.toLowerCase();
  const seen = (
    feature: GeneFeature,
    states: readonly ObservationState[],
    name?: string,
  ): ProfilePattern => ({
    observation: { gene, feature, states, ...(name === undefined ? {} : { name }) },
  });
  const deleted: ProfilePattern = { copyNumber: { gene, states: ['deep-deletion'] } };
  const truncated: ProfilePattern = { smallVariant: { gene, classes: ['truncating'] } };
  const absent: readonly ObservationState[] = ['absent', 'low'];
  const plenty: readonly ObservationState[] = ['high'];
  const there: readonly ObservationState[] = ['present', 'high'];

  switch (lower) {
    case 'amplification':
      return { copyNumber: { gene, states: ['amplification'] } };
    case 'copy number variation':
      return { copyNumber: { gene, states: ['amplification', 'gain', 'loss', 'deep-deletion'] } };
    case 'deletion':
      return { copyNumber: { gene, states: ['deep-deletion', 'loss'] } };
    case 'loss':
      return { any: [deleted, truncated, seen('protein-expression', absent), seen('expression', absent)] };
    case 'loss-of-function':
      return { any: [truncated, { smallVariant: { gene, classes: ['oncogenic'] } }, deleted] };
    case 'loh':
    case 'copy-neutral loss of heterozygosity':
      return {
        any: [
          { copyNumber: { gene, states: lower === 'loh' ? ['neutral-loh', 'loss'] : ['neutral-loh'] } },
          seen('loss-of-heterozygosity', ['present']),
        ],
      };
    case 'alteration':
      return {
        any: [
          { smallVariant: { gene } },
          { copyNumber: { gene, states: ['amplification', 'deep-deletion'] } },
          { fusion: { gene } },
        ],
      };
    case 'wildtype':
    case 'wild type':
      return { not: { smallVariant: { gene } } };
    case 'overexpression':
      return { any: [seen('expression', plenty), seen('protein-expression', plenty)] };
    case 'underexpression':
      return { any: [seen('expression', absent), seen('protein-expression', absent)] };
    case 'expression':
      return { any: [seen('expression', there), seen('protein-expression', there)] };
    case 'nuclear expression':
      return seen('nuclear-expression', there);
    case 'serum levels':
      return seen('serum-level', plenty);
    case 'phosphorylation':
      return seen('phosphorylation', there);
    case 'methylation':
    case 'promoter methylation':
    case 'promoter hypermethylation':
      return seen('promoter-methylation', there);
    case 'promoter demethylation':
      return seen('promoter-methylation', absent);
    case 'rearrangement':
    case 'translocation':
    case 'fusion':
    case 'fusions':
      return { fusion: { gene } };
    default:
      return readNamedState(text, seen, there);
  }
}

/** A site or an isoform before the feature: `Y1092 PHOSPHORYLATION`, `p16 Expression`, `AR-V7`, `SNP309`. */
function readNamedState(
  text: string,
  seen: (feature: GeneFeature, states: readonly ObservationState[], name?: string) => ProfilePattern,
  there: readonly ObservationState[],
): ProfilePattern | undefined {
  const [, name, feature] = /^(\S+) (phosphorylation|expression)$/i.exec(text) ?? [];
  if (name !== undefined) {
    return feature?.toLowerCase() === 'phosphorylation'
      ? seen('phosphorylation', there, name)
      : seen('protein-expression', there, name);
  }
  if (/^(AR-V\d+|CD44v\d+|alternative transcript.*)$/i.test(text))
    return seen('splice-variant', ['present'], text);
  return /polymorphism$|^snp\d+$|homozygosity$/i.test(text)
    ? seen('polymorphism', ['present'], text)
    : undefined;
}
