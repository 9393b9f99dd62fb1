import { canonicalJson } from '@consilium/kernel';
import type { Arm, Cohort, Trial, TrialsRelease } from '../language/trial.js';

export interface ChangedTrial {
  readonly id: string;
  /** Members that differ; of arms and cohorts by their ids: `status`, `arms/A/drugs`, `arms/A/cohorts/2/eligibility`. */
  readonly parts: readonly string[];
}

export interface TrialsComparison {
  /** Ids of trials, sorted. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly ChangedTrial[];
  readonly unchanged: number;
}

/** What release `b` says anew, no longer, and differently. */
export function compareTrialsReleases(a: TrialsRelease, b: TrialsRelease): TrialsComparison {
  const before = new Map(a.trials.map((trial) => [trial.id, trial]));
  const after = new Map(b.trials.map((trial) => [trial.id, trial]));
  const both = [...after].flatMap(([id, trial]) => {
    const former = before.get(id);
    return former === undefined ? [] : [{ id, parts: changedParts(former, trial) }];
  });
  const changed = both.filter(({ parts }) => parts.length > 0);
  return {
    added: [...after.keys()].filter((id) => !before.has(id)).sort(),
    removed: [...before.keys()].filter((id) => !after.has(id)).sort(),
    changed: changed.sort((one, other) => (one.id < other.id ? -1 : 1)),
    unchanged: both.length - changed.length,
  };
}

/** Members of a trial that differ, arms and cohorts by their ids. */
export function changedParts({ arms, ...before }: Trial, { arms: after, ...now }: Trial): readonly string[] {
  return [...members(before, now), ...byId('arms', arms, after, armParts)];
}

function armParts(a: Arm, b: Arm): readonly string[] {
  const { cohorts = [], ...before } = a;
  const { cohorts: after = [], ...now } = b;
  return [...members(before, now), ...byId<Cohort>('cohorts', cohorts, after, members)];
}

function byId<T extends { readonly id: string }>(
  list: string,
  before: readonly T[],
  after: readonly T[],
  partsOf: (a: T, b: T) => readonly string[],
): readonly string[] {
  const ids = [...new Set([...before, ...after].map(({ id }) => id))];
  const parts = ids.flatMap((id) => {
    const [one, other] = [before, after].map((entries) => entries.find((entry) => entry.id === id));
    const place = `${list}/${id}`;
    return one === undefined || other === undefined
      ? [place]
      : partsOf(one, other).map((part) => `${place}/${part}`);
  });
  if (parts.length > 0) return parts;
  const order = (entries: readonly T[]): string => entries.map(({ id }) => id).join('\n');
  return order(before) === order(after) ? [] : [list];
}

function members(a: object, b: object): readonly string[] {
  const [before, after] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  const text = (value: unknown): string => (value === undefined ? '' : canonicalJson(value));
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => text(before.get(name)) !== text(after.get(name)))
    .sort();
}
