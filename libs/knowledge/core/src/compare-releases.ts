import { canonicalJson } from '@consilium/kernel';
import type { EvidenceItem, KnowledgeRelease } from './evidence.js';

export interface ChangedItem {
  readonly id: string;
  /** Members that differ, by name. */
  readonly members: readonly string[];
  readonly before: EvidenceItem;
  readonly after: EvidenceItem;
}

export interface ReleaseComparison {
  readonly added: readonly EvidenceItem[];
  readonly removed: readonly EvidenceItem[];
  readonly changed: readonly ChangedItem[];
  readonly unchanged: number;
  /** Genes, drugs and other parts that differ, by name. */
  readonly otherParts: readonly string[];
}

/** What another release says anew, no longer, and differently; each by id. */
export function compareReleases(before: KnowledgeRelease, after: KnowledgeRelease): ReleaseComparison {
  const earlier = new Map(before.evidence.map((item) => [item.id, item]));
  const later = new Map(after.evidence.map((item) => [item.id, item]));
  const ids = [...new Set([...earlier.keys(), ...later.keys()])].sort();
  const changed: ChangedItem[] = [];
  let unchanged = 0;
  for (const id of ids) {
    const [one, other] = [earlier.get(id), later.get(id)];
    if (one === undefined || other === undefined) continue;
    const members = differing(one, other);
    if (members.length === 0) unchanged += 1;
    else changed.push({ id, members, before: one, after: other });
  }
  const { evidence: _, ...partsBefore } = before;
  const { evidence: __, ...partsAfter } = after;
  return {
    added: ids.flatMap((id) => (earlier.has(id) ? [] : (later.get(id) ?? []))),
    removed: ids.flatMap((id) => (later.has(id) ? [] : (earlier.get(id) ?? []))),
    changed,
    unchanged,
    otherParts: differing(partsBefore, partsAfter).filter((member) => member !== 'name'),
  };
}

function differing(one: object, other: object): readonly string[] {
  const a = new Map<string, unknown>(Object.entries(one));
  const b = new Map<string, unknown>(Object.entries(other));
  const members = [...new Set([...a.keys(), ...b.keys()])].sort();
  return members.filter((member) => text(a.get(member)) !== text(b.get(member)));
}

const text = (value: unknown): string => (value === undefined ? '' : canonicalJson(value));
