import type { FractionOfNormal } from '@consilium/knowledge-core';

/** "30 to 80 % OF normal": `percentOf(30, 80)`. Throws outside 0 to 100 or in the wrong order. */
export function percentOf(from: number, to: number = from): FractionOfNormal {
  check(from, to);
  return { atLeast: from / 100, atMost: to / 100 };
}

/** "reduce BY 25 to 30 %": `reducedBy(25, 30)` leaves 70 to 75 % of normal. Throws as `percentOf` does. */
export function reducedBy(from: number, to: number = from): FractionOfNormal {
  check(from, to);
  return { atLeast: (100 - to) / 100, atMost: (100 - from) / 100 };
}

/** "30 to 80 % of the normal dose". */
export function describeFraction({ atLeast, atMost }: FractionOfNormal): string {
  const percent = (part: number): string => String(Math.round(part * 1000) / 10);
  const range = atLeast === atMost ? percent(atMost) : `${percent(atLeast)} to ${percent(atMost)}`;
  return `${range} % of the normal dose`;
}

function check(from: number, to: number): void {
  if (!(from >= 0 && to <= 100 && from <= to)) {
    throw new RangeError(`Not a range of per cent: ${String(from)} to ${String(to)}.`);
  }
}
