import type { TumourTypeFit } from '@consilium/clinical';
import { isStrongGrade, type EvidenceLevel, type SourceGrade } from '@consilium/knowledge-core';
import type { OncogenicityClass, TierName } from '../override.js';

export type ClinicalPurpose = 'therapeutic' | 'diagnostic' | 'prognostic';

/** AMP/ASCO/CAP 2017 (Li et al., PMID 27993330, table 3): A and B are tier I, C and D tier II. */
export const tierOf = (level: EvidenceLevel): 'I' | 'II' => (level === 'A' || level === 'B' ? 'I' : 'II');

/** One statement as it bears on a variant in this tumour; the level is the one that holds here. */
export interface TierItem {
  readonly id: string;
  readonly purpose: ClinicalPurpose;
  readonly level: EvidenceLevel;
}

export interface PurposeTier {
  readonly purpose: ClinicalPurpose;
  readonly tier: 'I' | 'II';
  readonly level: EvidenceLevel;
  /** The best item; resistance counts as well as response. */
  readonly setBy: string;
  readonly additional: readonly string[];
}

export interface TierFacts {
  readonly items: readonly TierItem[];
  readonly oncogenicity: OncogenicityClass;
  /** Highest frequency over continental populations; absent where it was not reported. */
  readonly populationFrequency?: number;
  /** Without paired normal tissue a common variant is taken for inherited. */
  readonly pairing: 'tumour-only' | 'paired';
}

export interface AmpTier {
  /** The best over all purposes. */
  readonly tier: TierName;
  readonly byPurpose: readonly PurposeTier[];
  readonly reason: string;
  /** What would tell tier III from IV, where it was not looked up. */
  readonly settledBy?: readonly string[];
  readonly unverified?: boolean;
}

const purposes: readonly ClinicalPurpose[] = ['therapeutic', 'diagnostic', 'prognostic'];

/**
 * The tier of a variant in one tumour type. For each purpose the best item sets it and the others are additional;
 * without any item a benign variant, or one frequent in the population (1 % where no normal tissue was compared), is
 * tier IV, and every other is tier III.
 */
export function assignTier({ items, oncogenicity, populationFrequency, pairing }: TierFacts): AmpTier {
  const byPurpose = purposes.flatMap((purpose) => purposeTier(purpose, items));
  const best = byPurpose.find(({ level }) => byPurpose.every((other) => level <= other.level));
  if (best !== undefined) {
    const reason = `Tier ${best.tier}, level ${best.level} (${best.purpose}), by ${best.setBy}.`;
    return { tier: best.tier, byPurpose, reason };
  }
  if (oncogenicity === 'benign' || oncogenicity === 'likely-benign') {
    return { tier: 'IV', byPurpose, reason: `Tier IV: ${oncogenicity.replace('-', ' ')}.` };
  }
  if (pairing === 'tumour-only' && populationFrequency !== undefined && populationFrequency >= 0.01) {
    const share = `${String(Math.round(populationFrequency * 1000) / 10)} %`;
    return {
      tier: 'IV',
      byPurpose,
      reason: `Tier IV: found in ${share} of a population, and no normal tissue was compared.`,
      unverified: true,
    };
  }
  const open = pairing === 'tumour-only' && populationFrequency === undefined;
  return {
    tier: 'III',
    byPurpose,
    reason: 'Tier III: no convincing evidence of its meaning is known.',
    ...(open ? { settledBy: ['frequency in the population', 'comparison with normal tissue'] } : {}),
  };
}

function purposeTier(purpose: ClinicalPurpose, items: readonly TierItem[]): readonly PurposeTier[] {
  const own = items
    .filter((item) => item.purpose === purpose)
    .sort((a, b) => (a.level === b.level ? (a.id < b.id ? -1 : 1) : a.level < b.level ? -1 : 1));
  const [best, ...others] = own;
  if (best === undefined) return [];
  const { level, id } = best;
  const additional = new Set(others.map((one) => one.id));
  return [
    {
      purpose,
      tier: tierOf(level),
      level,
      setBy: id,
      additional: [...additional].filter((one) => one !== id),
    },
  ];
}

/**
 * PCGR's rule for statements graded elsewhere: strong is CIViC A or B, or OncoKB 1 to 3B; weak is the rest. Strong for
 * this tumour or for any is tier I, strong for another tier II, weak for this tumour tier II, weak otherwise tier III.
 * Our changes: OncoKB 3B speaks by definition of another tumour and never gives tier I; resistance, on which PCGR is
 * silent, counts (R1 strong, R2 weak).
 */
export function machineTier(grade: SourceGrade, fit: TumourTypeFit): 'I' | 'II' | 'III' {
  const here = fit === 'this-type' || fit === 'parent-type';
  const pan = fit === 'any-tumour';
  // An AMP level holds for the tumour it was given for.
  if (grade.scale === 'AMP' && (here || pan)) return tierOf(grade.level);
  // Strong, and by definition of another tumour.
  if (grade.scale === 'OncoKB' && grade.level === '3B') return 'II';
  if (!isStrongGrade(grade)) return here ? 'II' : 'III';
  return here || pan ? 'I' : 'II';
}
