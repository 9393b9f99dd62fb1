import {
  normaliseProteinChange,
  type MolecularProfile,
  type ProfilePattern,
  type SmallVariant,
  type SmallVariantPattern,
} from '@consilium/clinical';
import { canonicalJson } from '@consilium/kernel';
import {
  isPredictive,
  type Drug,
  type EvidenceItem,
  type KnowledgeRelease,
  type KnowledgeTables,
  type PredictiveItem,
} from '@consilium/knowledge-core';
import { indexCancerGenes, type CancerGenes } from './cancer-genes.js';
import { genesOf } from './evaluate-fusion.js';
import { compareText } from './pattern-answer.js';
import { regimenKey } from './regimen.js';
import { normalChangeOf, shortFrameshift } from './variant-effect.js';

/** Items that ask the same question of a profile, so that it is answered once for all of them. */
export interface Question {
  readonly pattern: ProfilePattern;
  /** By id. */
  readonly items: readonly EvidenceItem[];
}

/** Releases arranged so that a profile meets only the questions that may concern it. */
export interface KnowledgeIndex {
  /** In the order in which they were given: for a gene or a drug that several describe, the first counts. */
  readonly releases: readonly KnowledgeRelease[];
  /** Names of the releases joined by ` + `. */
  readonly name: string;
  readonly genes: CancerGenes;
  /** Questions by what may meet them: a gene, a gene with an exact change, a biomarker. */
  readonly byKey: ReadonlyMap<string, readonly Question[]>;
  /** Questions that may be met with nothing found (a wild type asked for). */
  readonly withoutFinding: readonly Question[];
  /** Questions whose unknown answer matters: of sensitive items of level A, of resistant ones of level A or B. */
  readonly openQuestions: readonly Question[];
  /** Sensitive items with excluded tumour types, by the drugs given. */
  readonly exclusions: ReadonlyMap<string, readonly PredictiveItem[]>;
  readonly drugs: readonly Drug[];
  readonly knownDrugs: ReadonlySet<string>;
  /** Rules as data, of the first release that holds them. */
  readonly tables?: KnowledgeTables;
}

export function indexKnowledge(releases: readonly KnowledgeRelease[]): KnowledgeIndex {
  const items = releases.flatMap(({ evidence }) => evidence).sort((a, b) => compareText(a.id, b.id));
  const questions = questionsOf(items);
  const tables = releases.find((release) => release.tables !== undefined)?.tables;
  const drugs = firstOfEach(
    releases.flatMap((release) => release.drugs),
    ({ name }) => name,
  );
  return {
    releases,
    name: releases.map(({ name }) => name).join(' + '),
    genes: indexCancerGenes(
      firstOfEach(
        releases.flatMap(({ genes }) => genes),
        ({ symbol }) => symbol,
      ),
    ),
    byKey: groupBy(questions, ({ pattern }) => lookupKeysOf(pattern)),
    withoutFinding: questions.filter(({ pattern }) => mayHoldWithoutFinding(pattern)),
    openQuestions: questions.flatMap(({ pattern, items: asking }) => {
      const worthATest = asking.filter(isWorthATest);
      return worthATest.length === 0 ? [] : [{ pattern, items: worthATest }];
    }),
    exclusions: groupBy(
      items.filter(
        (item): item is PredictiveItem =>
          decides(item) && item.direction === 'sensitive' && item.exceptTumourTypes !== undefined,
      ),
      ({ therapy }) => [regimenKey(therapy)],
    ),
    drugs,
    knownDrugs: new Set(drugs.map(({ name }) => name)),
    ...(tables === undefined ? {} : { tables }),
  };
}

/**
 * Whether an item takes part in the choice of a therapy. What its source flags, retracted, has not accepted or did not
 * find supported is shown, and decides nothing.
 */
export const decides = (item: EvidenceItem): item is PredictiveItem =>
  isPredictive(item) &&
  item.status === undefined &&
  item.support === undefined &&
  (item.direction === 'sensitive' || item.direction === 'resistant');

/** Sources graded elsewhere hold thousands of items; an open answer is worth a test only for what was graded here. */
const isWorthATest = (item: EvidenceItem): boolean =>
  decides(item) &&
  item.grade === undefined &&
  (item.level === 'A' || (item.direction === 'resistant' && item.level === 'B'));

/** Questions that something reported in the profile may meet. */
export function questionsFor(index: KnowledgeIndex, profile: MolecularProfile): readonly Question[] {
  const keys = new Set([
    ...profile.smallVariants.flatMap(keysOfVariant),
    ...profile.copyNumberAlterations.map(({ gene }) => gene),
    ...profile.structuralVariants.flatMap(({ fivePrimeGene, threePrimeGene }) =>
      [fivePrimeGene, threePrimeGene].filter((gene) => gene !== undefined),
    ),
    ...profile.biomarkers.map(({ kind }) => kind),
    ...(profile.observations ?? []).map(({ gene }) => gene),
  ]);
  return [...new Set([...index.withoutFinding, ...[...keys].flatMap((key) => index.byKey.get(key) ?? [])])];
}

/** The gene's general questions and those of the exact change; without a readable change, all of the gene's. */
function keysOfVariant(variant: SmallVariant): readonly string[] {
  const { gene } = variant;
  if (gene === undefined) return [];
  const change = normalChangeOf(variant);
  return change === undefined ? [gene, exactIn(gene)] : [gene, exact(gene, change)];
}

const exact = (gene: string, change: string): string => `${gene} ${shortFrameshift(change) ?? change}`;
const exactIn = (gene: string): string => `${gene} *`;

/** HGNC symbols and biomarker kinds a pattern asks about. No symbol is spelt like a kind (`MSI1`, not `MSI`). */
export function keysOf(pattern: ProfilePattern): readonly string[] {
  return [...new Set(collectKeys(pattern, ({ gene }) => [gene]))];
}

const lookupKeysOf = (pattern: ProfilePattern): readonly string[] => [
  ...new Set(
    collectKeys(pattern, ({ gene, changes, codingChanges, dbSnp }) =>
      changes === undefined || codingChanges !== undefined || dbSnp !== undefined
        ? [gene]
        : [...changes.map((change) => exact(gene, normaliseProteinChange(change) ?? change)), exactIn(gene)],
    ),
  ),
];

function collectKeys(
  pattern: ProfilePattern,
  ofVariant: (pattern: SmallVariantPattern) => readonly string[],
): readonly string[] {
  const collect = (part: ProfilePattern): readonly string[] => collectKeys(part, ofVariant);
  if ('all' in pattern) return pattern.all.flatMap(collect);
  if ('any' in pattern) return pattern.any.flatMap(collect);
  if ('not' in pattern) return collectKeys(pattern.not, ({ gene }) => [gene]);
  if ('smallVariant' in pattern) return ofVariant(pattern.smallVariant);
  if ('copyNumber' in pattern) return [pattern.copyNumber.gene];
  if ('exonSkipping' in pattern) return [pattern.exonSkipping.gene];
  if ('observation' in pattern) return [pattern.observation.gene];
  if ('fusion' in pattern) return genesOf(pattern.fusion);
  return [pattern.biomarker.kind];
}

/** Whether absences alone can meet it. */
export function mayHoldWithoutFinding(pattern: ProfilePattern): boolean {
  if ('all' in pattern) return pattern.all.every(mayHoldWithoutFinding);
  if ('any' in pattern) return pattern.any.some(mayHoldWithoutFinding);
  return 'not' in pattern;
}

const questionsOf = (items: readonly EvidenceItem[]): readonly Question[] =>
  [...groupBy(items, ({ profile }) => [canonicalJson(profile)]).values()].flatMap((asking) =>
    asking[0] === undefined ? [] : [{ pattern: asking[0].profile, items: asking }],
  );

function firstOfEach<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  const first = new Map<string, T>();
  for (const item of items) if (!first.has(key(item))) first.set(key(item), item);
  return [...first.values()];
}

function groupBy<T>(
  items: readonly T[],
  keys: (item: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keys(item)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}
