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
import { effectOf, normalChangeOf, sameChange, truncates } from './variant-effect.js';

/** Whether a variant of the pattern's gene is what the pattern means: every member present must hold. */
export function judgeSmallVariant(
  variant: SmallVariant,
  pattern: SmallVariantPattern,
  genes: CancerGenes,
): Judgement {
  const { exceptChanges, origin } = pattern;
  // A polymorphism named by its number or coding change need not alter the protein.
  const { classes = isNamedOutsideProtein(pattern) ? [] : (['protein-altering'] as const) } = pattern;
  return allJudged([
    classes.length === 0 ? yes : anyJudged(classes.map((wanted) => judgeClass(variant, wanted, genes))),
    judgeNames(variant, pattern),
    exceptChanges === undefined ? yes : notJudged(judgeChange(variant, exceptChanges)),
    judgePlace(variant, pattern),
    origin === undefined ? yes : judgeOrigin(variant, origin),
  ]);
}

const isNamedOutsideProtein = ({ changes, codingChanges, dbSnp }: SmallVariantPattern): boolean =>
  codingChanges !== undefined ||
  dbSnp !== undefined ||
  changes?.every((change) => change.endsWith('=')) === true;

function judgeChange(variant: SmallVariant, changes: readonly string[]): Judgement {
  const normal = normalChangeOf(variant);
  if (normal === undefined) {
    return changes.some((change) => couldBe(variant, change))
      ? unclear(`The protein change of ${nameSmallVariant(variant)} is not reported.`)
      : no;
  }
  return judge(changes.some((change) => sameChange(normalFormOf(change), normal)));
}

/** Releases name few changes, and each is asked for often. */
const normalForms = new Map<string, string>();

function normalFormOf(change: string): string {
  const known = normalForms.get(change);
  if (known !== undefined) return known;
  const fresh = normaliseProteinChange(change) ?? change;
  normalForms.set(change, fresh);
  return fresh;
}

/** Any of the names by which the pattern knows the change: protein, coding, dbSNP. */
function judgeNames(variant: SmallVariant, pattern: SmallVariantPattern): Judgement {
  const { changes, codingChanges, dbSnp } = pattern;
  const asked: Judgement[] = [
    ...(changes === undefined ? [] : [judgeChange(variant, changes)]),
    ...(codingChanges === undefined ? [] : [judgeCoding(variant, codingChanges)]),
    ...(dbSnp === undefined ? [] : [judgeDbSnp(variant, dbSnp)]),
  ];
  return asked.length === 0 ? yes : anyJudged(asked);
}

const judgeCoding = (variant: SmallVariant, wanted: readonly string[]): Judgement =>
  variant.codingChange === undefined
    ? unclear(`The coding change of ${nameSmallVariant(variant)} is not reported.`)
    : judge(wanted.includes(variant.codingChange));

const judgeDbSnp = (variant: SmallVariant, wanted: readonly string[]): Judgement =>
  variant.dbSnp === undefined
    ? unclear(`The dbSNP number of ${nameSmallVariant(variant)} is not reported.`)
    : judge(variant.dbSnp.some((number) => wanted.includes(number)));

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
    case 'frameshift':
    case 'promoter':
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
