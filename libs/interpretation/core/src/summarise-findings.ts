import { altersProtein, type Answer, type MolecularProfile, type SmallVariant } from '@consilium/clinical';
import type { Direction, EvidenceItem, EvidenceLevel } from '@consilium/knowledge-core';
import {
  describeBiomarker,
  describeCopyNumber,
  describeSmallVariant,
  describeStructuralVariant,
} from './describe-finding.js';
import { describeObservation } from './evaluate-observation.js';
import type { KnowledgeIndex } from './index-knowledge.js';
import { judgeOncogenicity } from './judge-oncogenicity.js';
import type { JudgedStatement } from './judge-statements.js';
import { assessOncogenicity, type OncogenicityAssessment } from './oncogenicity/index.js';
import { curatedCodes, overrideFor, type Override } from './override.js';
import { compareText, type Fact, type FindingReference } from './pattern-answer.js';
import { regimenKey } from './regimen.js';
import type { Interpretation, TherapyOption } from './therapy-option.js';
import { collectTierItems, placeOf, tierFinding, type TierItems } from './tier-findings.js';
import { civicScore, type AmpTier } from './tiers/index.js';
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
  /** Small variants only: class by points, with each code and what was not assessed. */
  readonly oncogenicity?: OncogenicityAssessment;
  /** AMP/ASCO/CAP, for this tumour type; absent for biomarkers and observations without any item. */
  readonly tier?: AmpTier;
  /** What curators set in place of class or tier; what the rules gave stands beside it. */
  readonly overrides: readonly Override[];
  /** CIViC's score over its accepted statements on this finding; absent where it has none. */
  readonly civicScore?: number;
  /** Names of the pathways its genes belong to. */
  readonly pathways: readonly string[];
  readonly matches: readonly FindingMatch[];
}

/** A variant that is not shown among the findings, and the filter that took it out. */
export interface HiddenVariant {
  readonly finding: FindingReference;
  readonly text: string;
  readonly filter: 'no gene' | 'no effect on the protein';
}

/** What findings are summarised from. */
export interface Findings {
  readonly profile: MolecularProfile;
  readonly interpretation: Interpretation;
  readonly statements: readonly JudgedStatement[];
  readonly index: KnowledgeIndex;
  readonly overrides: readonly Override[];
}

/** Every finding a reader should see: what may change a protein, every other alteration, every biomarker. */
export function summariseFindings(findings: Findings): {
  readonly shown: readonly FindingSummary[];
  readonly hidden: readonly HiddenVariant[];
} {
  const { profile, interpretation, statements } = findings;
  if (profile.status === 'cancelled') return { shown: [], hidden: [] };
  const matches = collectMatches(interpretation);
  const items = collectTierItems(statements);
  const graded = collectGraded(statements);
  const hidden: HiddenVariant[] = [];
  const summary = (
    finding: FindingReference,
    text: string,
    symbols: readonly (string | undefined)[],
  ): FindingSummary => {
    const genes = symbols.filter((symbol) => symbol !== undefined);
    const altered = finding.list !== 'biomarkers' && finding.list !== 'observations';
    const tiered = altered || items.has(placeOf(finding));
    return {
      finding,
      text,
      genes,
      matches: matches.get(placeOf(finding)) ?? [],
      overrides: [],
      pathways: pathwaysOf(genes, findings.index),
      ...(graded.has(placeOf(finding)) ? { civicScore: civicScore(graded.get(placeOf(finding)) ?? []) } : {}),
      ...(tiered ? { tier: tierFinding(finding, items, profile, 'uncertain') } : {}),
    };
  };
  const small = profile.smallVariants.flatMap((variant, index): FindingSummary[] => {
    const finding: FindingReference = { list: 'smallVariants', index };
    const shown = matches.has(placeOf(finding)) || items.has(placeOf(finding)) || isReportable(variant);
    if (shown) {
      return [
        smallVariantSummary(
          summary(finding, describeSmallVariant(variant), [variant.gene]),
          variant,
          items,
          findings,
        ),
      ];
    }
    const filter = variant.gene === undefined ? 'no gene' : 'no effect on the protein';
    hidden.push({ finding, text: describeSmallVariant(variant), filter });
    return [];
  });
  const shown = [
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
  return { shown, hidden };
}

function smallVariantSummary(
  summary: FindingSummary,
  variant: SmallVariant,
  items: TierItems,
  { profile, index, overrides }: Findings,
): FindingSummary {
  const gene = variant.gene === undefined ? undefined : index.genes.get(variant.gene);
  const curated = curatedCodes(variant, overrides);
  const oncogenicity = assessOncogenicity({ variant, ...(gene === undefined ? {} : { gene }), curated });
  const tumourTypes = [profile.diagnosis];
  const inForce = [
    overrideFor(variant, overrides, ({ kind }) => kind === 'oncogenicity'),
    ...(['therapeutic', 'diagnostic', 'prognostic'] as const).map((purpose) =>
      overrideFor(
        variant,
        overrides,
        (subject) =>
          subject.kind === 'tier' && subject.purpose === purpose && tumourTypes.includes(subject.tumourType),
      ),
    ),
  ].filter((one) => one !== undefined);
  return {
    ...summary,
    oncogenic: judgeOncogenicity(variant, index.genes).answer,
    oncogenicity,
    tier: tierFinding(
      summary.finding,
      items,
      profile,
      variant.curatedOncogenicity ?? oncogenicity.classification,
    ),
    overrides: inForce,
  };
}

/** CIViC's statements by the finding they rest on. */
function collectGraded(statements: readonly JudgedStatement[]): ReadonlyMap<string, readonly EvidenceItem[]> {
  const graded = new Map<string, Set<EvidenceItem>>();
  for (const { item, answer } of statements) {
    if (item.grade?.scale !== 'CIViC' || answer.answer !== 'met') continue;
    for (const { finding } of answer.facts) {
      if (finding === undefined) continue;
      const known = graded.get(placeOf(finding));
      if (known === undefined) graded.set(placeOf(finding), new Set([item]));
      else known.add(item);
    }
  }
  return new Map([...graded].map(([place, items]) => [place, [...items]]));
}

const pathwaysOf = (genes: readonly string[], { tables }: KnowledgeIndex): readonly string[] =>
  (tables?.pathways.pathways ?? [])
    .filter((pathway) => pathway.genes.some(({ symbol }) => genes.includes(symbol)))
    .map(({ name }) => name);

/** In a gene, and changing its protein or not known not to. */
function isReportable(variant: SmallVariant): boolean {
  if (variant.gene === undefined) return false;
  const effect = effectOf(variant, '');
  return !effect.known || altersProtein(effect.consequence);
}

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
