import type { MolecularProfile } from '@consilium/clinical';
import { isPredictive } from '@consilium/knowledge-core';
import { decides } from './index-knowledge.js';
import { isOnLabel, type JudgedStatement } from './judge-statements.js';
import type { FindingReference } from './pattern-answer.js';
import { assignTier, type AmpTier, type ClinicalPurpose, type TierItem } from './tiers/index.js';
import type { OncogenicityClass } from './override.js';

export const placeOf = ({ list, index }: FindingReference): string => `${list}/${String(index)}`;

/** What statements say of each finding for its tier, by the finding's place. */
export type TierItems = ReadonlyMap<string, readonly TierItem[]>;

/**
 * Met statements by the findings they rest on. Therapy counts off-label too, at the level that holds here; diagnosis
 * and prognosis only for this tumour type. What its source retracts, flags or did not find supported counts for nothing.
 */
export function collectTierItems(statements: readonly JudgedStatement[]): TierItems {
  const items = new Map<string, TierItem[]>();
  for (const statement of statements) {
    const item = tierItem(statement);
    if (item === undefined) continue;
    for (const { finding } of statement.answer.facts) {
      if (finding === undefined) continue;
      const known = items.get(placeOf(finding));
      if (known === undefined) items.set(placeOf(finding), [item]);
      else known.push(item);
    }
  }
  return items;
}

function tierItem({ item, answer, fit, level, excluded }: JudgedStatement): TierItem | undefined {
  if (answer.answer !== 'met' || level === undefined || excluded) return undefined;
  const purpose = purposeOf(item.kind);
  if (purpose === undefined) return undefined;
  const counts = isPredictive(item)
    ? decides(item) && fit !== 'subtype'
    : isOnLabel(fit) && item.support === undefined && item.status === undefined;
  return counts ? { id: item.id, purpose, level } : undefined;
}

function purposeOf(kind: JudgedStatement['item']['kind']): ClinicalPurpose | undefined {
  switch (kind) {
    case undefined:
    case 'predictive':
      return 'therapeutic';
    case 'diagnostic':
    case 'prognostic':
      return kind;
    default:
      return undefined;
  }
}

/** The tier of one finding in this tumour type. */
export function tierFinding(
  finding: FindingReference,
  items: TierItems,
  profile: MolecularProfile,
  oncogenicity: OncogenicityClass,
): AmpTier {
  const frequency =
    finding.list === 'smallVariants' ? profile.smallVariants[finding.index]?.populationFrequency : undefined;
  return assignTier({
    items: items.get(placeOf(finding)) ?? [],
    oncogenicity,
    pairing: profile.assay.pairing,
    ...(frequency === undefined ? {} : { populationFrequency: frequency }),
  });
}
