import type { MolecularProfile, TumourTypeFit, TumourTypeTree } from '@consilium/clinical';
import type { EvidenceItem, EvidenceLevel } from '@consilium/knowledge-core';
import { evaluatePattern } from './evaluate-pattern.js';
import { keysOf, mayHoldWithoutFinding, type ReleaseIndex } from './index-release.js';
import type { PatternAnswer } from './pattern-answer.js';

/** How one item of evidence stands to one patient. */
export interface JudgedEvidence {
  readonly item: EvidenceItem;
  readonly answer: PatternAnswer;
  readonly fit: TumourTypeFit;
  /** The level for this patient; absent where the item does not carry over to this tumour type. */
  readonly level?: EvidenceLevel;
  /** The item excludes the patient's type. */
  readonly excluded: boolean;
  /** The item excludes a subtype of the diagnosis, which does not say whether it is that one. */
  readonly maybeExcluded: boolean;
}

export function judgeEvidence(
  item: EvidenceItem,
  profile: MolecularProfile,
  index: ReleaseIndex,
  tumourTypes: TumourTypeTree,
): JudgedEvidence {
  const { diagnosis } = profile;
  const fit = tumourTypes.fit(item.tumourTypes, diagnosis);
  const level = levelHere(item, fit, diagnosis, tumourTypes);
  const except = item.exceptTumourTypes ?? [];
  return {
    item,
    answer: evaluatePattern(item.profile, profile, index.genes),
    fit,
    ...(level === undefined ? {} : { level }),
    excluded: tumourTypes.isWithin(except, diagnosis),
    maybeExcluded: tumourTypes.fit(except, diagnosis) === 'subtype',
  };
}

/** This type, a parent of it, or any tumour. */
export const isOnLabel = (fit: TumourTypeFit): boolean =>
  fit === 'this-type' || fit === 'parent-type' || fit === 'any-tumour';

/**
 * AMP/ASCO/CAP 2017 (Li et al., PMID 27993330): established in another tumour type is level C here; weaker evidence is
 * D. As in OncoKB's propagation, only from a solid tumour to a solid tumour, and never for resistance. What an absence
 * alone supports (KRAS wild type) does not carry over: nearly every tumour of another type would have it. Nor does PD-L1,
 * whose scores and cut-offs belong to one drug in one tumour.
 */
function levelHere(
  { direction, level, profile, tumourTypes: scope }: EvidenceItem,
  fit: TumourTypeFit,
  diagnosis: string,
  tumourTypes: TumourTypeTree,
): EvidenceLevel | undefined {
  if (fit !== 'another-type') return level;
  const solidEvidence = typeof scope !== 'string' && scope.every((code) => tumourTypes.isSolid(code));
  if (direction === 'resistant' || mayHoldWithoutFinding(profile)) return undefined;
  if (keysOf(profile).includes('PD-L1')) return undefined;
  if (!solidEvidence || !tumourTypes.isSolid(diagnosis)) return undefined;
  return level === 'A' || level === 'B' ? 'C' : 'D';
}
