import type { Recommendation, RecommendationItem } from './recommendation.js';

/** One difference between two versions, in words. */
export interface VersionChange {
  readonly change: 'added' | 'dropped' | 'changed';
  /** The item; absent where the recommendation as a whole is meant. */
  readonly item?: string;
  /** Which member changed: `drugs`. */
  readonly member?: string;
  readonly before?: string;
  readonly after?: string;
}

/** Each member of an item as a reader sees it. */
const texts: Readonly<Record<string, (item: RecommendationItem) => string>> = {
  kind: ({ kind }) => kind,
  priority: ({ priority }) => String(priority),
  drugs: ({ drugs }) => drugs.join(' + '),
  biomarkers: ({ biomarkers }) => biomarkers.join(', '),
  evidence: ({ evidence }) =>
    evidence.map(({ scale, level, source }) => `${scale} ${level} (${source})`).join(', '),
  label: ({ label }) => label,
  trial: ({ trial }) => [trial?.id, trial?.cohort].filter((part) => part !== undefined).join(' '),
  rationale: ({ rationale }) => rationale,
  references: ({ references }) => references.join(', '),
};

const inWords = (item: RecommendationItem): string =>
  ['kind', 'drugs', 'trial']
    .map((member) => texts[member]?.(item) ?? '')
    .filter((part) => part !== '')
    .join(' ');

/** What an amendment changes against the version it replaces, item by item. */
export function compareVersions(before: Recommendation, after: Recommendation): readonly VersionChange[] {
  const dropped = before.items.filter(({ id }) => !after.items.some((item) => item.id === id));
  return [
    ...(before.none === after.none
      ? []
      : [{ change: 'changed', member: 'none', before: before.none ?? '', after: after.none ?? '' } as const]),
    ...dropped.map((item) => ({ change: 'dropped', item: item.id, before: inWords(item) }) as const),
    ...after.items.flatMap((item): readonly VersionChange[] => {
      const earlier = before.items.find(({ id }) => id === item.id);
      return earlier === undefined
        ? [{ change: 'added', item: item.id, after: inWords(item) }]
        : compareItems(earlier, item);
    }),
  ];
}

const compareItems = (before: RecommendationItem, after: RecommendationItem): readonly VersionChange[] =>
  Object.entries(texts).flatMap(([member, textOf]) => {
    const [was, is] = [textOf(before), textOf(after)];
    return was === is ? [] : [{ change: 'changed', item: after.id, member, before: was, after: is }];
  });
