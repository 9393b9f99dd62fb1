import { createHash } from 'node:crypto';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Numbers in [0, 1) that follow from the seed alone: the same on every machine and in every run. */
export type Random = () => number;

/** Seeds in a row would begin alike: each is scattered first. */
export function randomFrom(seed: number): Random {
  const generator = xoroshiro128plus(createHash('sha256').update(String(seed)).digest().readInt32BE());
  return () => uniformFloat64(generator);
}

/** One of them. Throws on an empty list. */
export function pick<T>(random: Random, list: readonly T[]): T {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new RangeError('Nothing to pick from.');
  return one;
}

/** One of them, by its weight. */
export function pickWeighted<T extends { readonly weight: number }>(random: Random, list: readonly T[]): T {
  const total = list.reduce((sum, { weight }) => sum + weight, 0);
  let left = random() * total;
  const found = list.find(({ weight }) => (left -= weight) < 0) ?? list.at(-1);
  if (found === undefined) throw new RangeError('Nothing to pick from.');
  return found;
}

/** Standard normal, by Box and Muller. */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
