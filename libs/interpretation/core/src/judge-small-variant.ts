import {
  altersProtein,
  consequenceFromProteinChange,
  normaliseProteinChange,
  parseProteinChange,
  type Consequence,
  type SmallVariant,
  type SmallVariantClass,
  type SmallVariantPattern,
} from '@consilium/clinical';
import { assertUnreachable } from '@consilium/kernel';
import type { CancerGenes } from './cancer-genes.js';
import { nameSmallVariant } from './describe-finding.js';
import { judgeOncogenicity } from './judge-oncogenicity.js';
import { judgePlace } from './judge-place.js';
import { allJudged, anyJudged, judge, no, notJudged, unclear, yes, type Judgement } from './judgement.js';
import { effectOf, readChange, truncates } from './variant-effect.js';

/** Whether a variant of the pattern's gene is what the pattern means: every member present must hold. */
export function judgeSmallVariant(
  variant: SmallVariant,
  pattern: SmallVariantPattern,
  genes: CancerGenes,
): Judgement {
  const { changes, exceptChanges, classes = ['protein-altering'], origin } = pattern;
  return allJudged([
    anyJudged(classes.map((wanted) => judgeClass(variant, wanted, genes))),
    changes === undefined ? yes : judgeChange(variant, changes),
    exceptChanges === undefined ? yes : notJudged(judgeChange(variant, exceptChanges)),
    judgePlace(variant, pattern),
    origin === undefined ? yes : judgeOrigin(variant, origin),
  ]);
}

function judgeChange(variant: SmallVariant, changes: readonly string[]): Judgement {
  const name = nameSmallVariant(variant);
  if (readChange(variant) === undefined) {
    return changes.some((change) => couldBe(variant, change))
      ? unclear(`The protein change of ${name} is not reported.`)
      : no;
  }
  const normal = normaliseProteinChange(variant.proteinChange ?? '');
  return judge(changes.some((change) => (normaliseProteinChange(change) ?? change) === normal));
}

/** Whether a variant without a protein change could still be `change`: not by another effect, nor in an intron. */
function couldBe({ consequence, codingChange }: SmallVariant, change: string): boolean {
  const parsed = parseProteinChange(change);
  const wanted = parsed === undefined ? undefined : consequenceFromProteinChange(parsed);
  if (wanted === undefined || wanted === 'splice-site') return true;
  if (codingChange !== undefined && /\d[+-]\d/.test(codingChange)) return false;
  return consequence === undefined || !excluding.includes(consequence) || consequence === wanted;
}

/** Effects that say plainly what the change is not; others (`splice-site`, `other`) leave it open. */
const excluding: readonly Consequence[] = ['nonsense', 'frameshift', 'start-lost', 'stop-lost', 'synonymous'];

function judgeOrigin(variant: SmallVariant, wanted: SmallVariant['origin']): Judgement {
  if (variant.origin === wanted) return yes;
  return variant.origin === 'unknown'
    ? unclear(`Whether ${nameSmallVariant(variant)} is ${wanted} is not known: confirm in normal tissue.`)
    : no;
}

function judgeClass(variant: SmallVariant, wanted: SmallVariantClass, genes: CancerGenes): Judgement {
  if (wanted === 'oncogenic') return judgeOncogenicity(variant, genes);
  const effect = effectOf(variant, nameSmallVariant(variant));
  if (!effect.known) return unclear(effect.reason);
  const { consequence } = effect;
  switch (wanted) {
    case 'missense':
    case 'inframe-deletion':
    case 'inframe-insertion':
    case 'splice-site':
      return judge(consequence === wanted);
    case 'truncating':
      return judge(truncates(consequence));
    case 'protein-altering':
      return judge(altersProtein(consequence));
    default:
      return assertUnreachable(wanted);
  }
}
