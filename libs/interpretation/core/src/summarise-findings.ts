import { altersProtein, type Answer, type MolecularProfile, type SmallVariant } from '@consilium/clinical';
import type { Direction, EvidenceLevel } from '@consilium/knowledge-core';
import type { CancerGenes } from './cancer-genes.js';
import {
  describeBiomarker,
  describeCopyNumber,
  describeSmallVariant,
  describeStructuralVariant,
} from './describe-finding.js';
import { describeObservation } from './evaluate-observation.js';
import { judgeOncogenicity } from './judge-oncogenicity.js';
import { compareText, type Fact, type FindingReference } from './pattern-answer.js';
import { regimenKey } from './regimen.js';
import type { Interpretation, TherapyOption } from './therapy-option.js';
import { effectOf } from './variant-effect.js';

/** What one finding did: which item it met (or may meet), for which therapy, in which list. */
export interface FindingMatch {
  readonly evidence: string;
  /** Drugs joined by ` + `, or the class. */
  readonly therapy: string;
  readonly direction: Direction;
  readonly level: EvidenceLevel;
  readonly list: 'options' | 'avoid' | 'withheld' | 'possible';
}

export interface FindingSummary {
  readonly finding: FindingReference;
  readonly text: string;
  readonly genes: readonly string[];
  /** Small variants only: known or likely oncogenic; `unknown` is a variant of uncertain significance. */
  readonly oncogenic?: Answer;
  readonly matches: readonly FindingMatch[];
}

/** Every finding a reader should see: what may change a protein, every other alteration, every biomarker. */
export function summariseFindings(
  profile: MolecularProfile,
  interpretation: Interpretation,
  genes: CancerGenes,
): readonly FindingSummary[] {
  if (profile.status === 'cancelled') return [];
  const matches = collectMatches(interpretation);
  const summary = (
    finding: FindingReference,
    text: string,
    symbols: readonly (string | undefined)[],
  ): FindingSummary => ({
    finding,
    text,
    genes: symbols.filter((symbol) => symbol !== undefined),
    matches: matches.get(placeOf(finding)) ?? [],
  });
  const small = profile.smallVariants.flatMap((variant, index): FindingSummary[] => {
    const described = summary({ list: 'smallVariants', index }, describeSmallVariant(variant), [
      variant.gene,
    ]);
    if (described.matches.length === 0 && !isReportable(variant)) return [];
    return [{ ...described, oncogenic: judgeOncogenicity(variant, genes).answer }];
  });
  return [
    ...small,
    ...profile.copyNumberAlterations.map((alteration, index) =>
      summary({ list: 'copyNumberAlterations', index }, describeCopyNumber(alteration), [alteration.gene]),
    ),
    ...profile.structuralVariants.map((variant, index) =>
      summary({ list: 'structuralVariants', index }, describeStructuralVariant(variant), [
        variant.fivePrimeGene,
        variant.threePrimeGene,
      ]),
    ),
    ...profile.biomarkers.map((biomarker, index) =>
      summary({ list: 'biomarkers', index }, describeBiomarker(biomarker), []),
    ),
    ...(profile.observations ?? []).map((observation, index) =>
      summary({ list: 'observations', index }, describeObservation(observation), [observation.gene]),
    ),
  ];
}

/** In a gene, and changing its protein or not known not to. */
function isReportable(variant: SmallVariant): boolean {
  if (variant.gene === undefined) return false;
  const effect = effectOf(variant, '');
  return !effect.known || altersProtein(effect.consequence);
}

const placeOf = ({ list, index }: FindingReference): string => `${list}/${String(index)}`;

function collectMatches(interpretation: Interpretation): ReadonlyMap<string, readonly FindingMatch[]> {
  const found = new Map<string, FindingMatch[]>();
  for (const list of ['options', 'avoid', 'withheld', 'possible'] as const) {
    for (const option of interpretation[list]) {
      for (const [facts, match] of matchesOf(option, list)) {
        for (const { finding } of facts) {
          if (finding === undefined) continue;
          found.set(placeOf(finding), [...(found.get(placeOf(finding)) ?? []), match]);
        }
      }
    }
  }
  for (const matches of found.values()) matches.sort((a, b) => compareText(key(a), key(b)));
  return found;
}

const key = ({ evidence, list }: FindingMatch): string => `${evidence} ${list}`;

const matchesOf = (option: TherapyOption, list: FindingMatch['list']): [readonly Fact[], FindingMatch][] =>
  option.evidence.map(({ id, level, facts }) => [
    facts,
    { evidence: id, therapy: regimenKey(option.therapy), direction: option.direction, level, list },
  ]);
