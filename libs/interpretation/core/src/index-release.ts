import type { MolecularProfile, ProfilePattern } from '@consilium/clinical';
import type { EvidenceItem, KnowledgeRelease } from '@consilium/knowledge-core';
import { indexCancerGenes, type CancerGenes } from './cancer-genes.js';
import { genesOf } from './evaluate-fusion.js';
import { compareText } from './pattern-answer.js';
import { regimenKey } from './regimen.js';

/** A release arranged so that a profile meets only the items that may concern it. */
export interface ReleaseIndex {
  readonly release: KnowledgeRelease;
  readonly genes: CancerGenes;
  /** Items by what their pattern asks for: HGNC symbols and biomarker kinds. */
  readonly byKey: ReadonlyMap<string, readonly EvidenceItem[]>;
  /** Items that may be met with nothing found (a wild type asked for). */
  readonly withoutFinding: readonly EvidenceItem[];
  /** Items whose unknown answer matters: sensitive of level A, resistant of level A or B. */
  readonly openQuestions: readonly EvidenceItem[];
  /** Sensitive items with excluded tumour types, by the drugs given. */
  readonly exclusions: ReadonlyMap<string, readonly EvidenceItem[]>;
  /** Names of the drugs the release describes. */
  readonly knownDrugs: ReadonlySet<string>;
}

export function indexRelease(release: KnowledgeRelease): ReleaseIndex {
  const items = [...release.evidence].sort((a, b) => compareText(a.id, b.id));
  return {
    release,
    genes: indexCancerGenes(release.genes),
    byKey: groupBy(items, ({ profile }) => keysOf(profile)),
    withoutFinding: items.filter(({ profile }) => mayHoldWithoutFinding(profile)),
    openQuestions: items.filter(
      ({ direction, level }) => level === 'A' || (direction === 'resistant' && level === 'B'),
    ),
    exclusions: groupBy(
      items.filter(
        ({ direction, exceptTumourTypes }) => direction === 'sensitive' && exceptTumourTypes !== undefined,
      ),
      ({ therapy }) => [regimenKey(therapy)],
    ),
    knownDrugs: new Set(release.drugs.map(({ name }) => name)),
  };
}

/** Items that something reported in the profile may meet, by id. */
export function itemsFor(index: ReleaseIndex, profile: MolecularProfile): readonly EvidenceItem[] {
  const reported = [
    ...profile.smallVariants.map(({ gene }) => gene),
    ...profile.copyNumberAlterations.map(({ gene }) => gene),
    ...profile.structuralVariants.flatMap(({ fivePrimeGene, threePrimeGene }) => [
      fivePrimeGene,
      threePrimeGene,
    ]),
    ...profile.biomarkers.map(({ kind }) => kind),
  ];
  const keys = [...new Set(reported)].filter((key) => key !== undefined);
  const items = [...index.withoutFinding, ...keys.flatMap((key) => index.byKey.get(key) ?? [])];
  return [...new Set(items)].sort((a, b) => compareText(a.id, b.id));
}

/** HGNC symbols and biomarker kinds a pattern asks about. No symbol is spelt like a kind (`MSI1`, not `MSI`). */
export function keysOf(pattern: ProfilePattern): readonly string[] {
  if ('all' in pattern) return [...new Set(pattern.all.flatMap(keysOf))];
  if ('any' in pattern) return [...new Set(pattern.any.flatMap(keysOf))];
  if ('not' in pattern) return keysOf(pattern.not);
  if ('smallVariant' in pattern) return [pattern.smallVariant.gene];
  if ('copyNumber' in pattern) return [pattern.copyNumber.gene];
  if ('exonSkipping' in pattern) return [pattern.exonSkipping.gene];
  if ('fusion' in pattern) return genesOf(pattern.fusion);
  return [pattern.biomarker.kind];
}

/** Whether absences alone can meet it. */
export function mayHoldWithoutFinding(pattern: ProfilePattern): boolean {
  if ('all' in pattern) return pattern.all.every(mayHoldWithoutFinding);
  if ('any' in pattern) return pattern.any.some(mayHoldWithoutFinding);
  return 'not' in pattern;
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
