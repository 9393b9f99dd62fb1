import type { Trial, TrialsRelease } from './trial.js';

/** The source of the catalogue that comes with the product, and of what an installation's own curators publish. */
export const builtInSource = 'consilium';
export const localSource = 'local';

/**
 * The trials of several releases as one list, by id. Where two have the same trial, the installation's own curators have
 * the last word, and any other source knows better than the built-in catalogue, which ages with the product.
 */
export function trialsInUse(releases: readonly TrialsRelease[]): readonly Trial[] {
  const byId = new Map<string, Trial>();
  for (const { trials } of [...releases].sort(byRank)) for (const trial of trials) byId.set(trial.id, trial);
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

const byRank = (a: TrialsRelease, b: TrialsRelease): number =>
  rank(a) - rank(b) || (a.source < b.source ? -1 : 1);

const rank = ({ source }: TrialsRelease): number =>
  source === builtInSource ? 0 : source === localSource ? 2 : 1;
