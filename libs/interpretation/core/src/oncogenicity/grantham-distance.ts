/** Composition, polarity and volume of the side chains (Grantham 1974, PMID 4843792, table 1). */
const properties: Readonly<Record<string, readonly [number, number, number]>> = {
  S: [1.42, 9.2, 32],
  R: [0.65, 10.5, 124],
  L: [0, 4.9, 111],
  P: [0.39, 8.0, 32.5],
  T: [0.71, 8.6, 61],
  A: [0, 8.1, 31],
  V: [0, 5.9, 84],
  G: [0.74, 9.0, 3],
  I: [0, 5.2, 111],
  F: [0, 5.2, 132],
  Y: [0.2, 6.2, 136],
  C: [2.75, 5.5, 55],
  H: [0.58, 10.4, 96],
  Q: [0.89, 10.5, 85],
  N: [1.33, 11.6, 56],
  K: [0.33, 11.3, 119],
  D: [1.38, 13.0, 54],
  E: [0.92, 12.3, 83],
  M: [0, 5.7, 105],
  W: [0.13, 5.4, 170],
};

/** How different two residues are, 0 to about 215; undefined for what is no residue. */
export function granthamDistance(from: string, to: string): number | undefined {
  const [a, b] = [properties[from], properties[to]];
  if (a === undefined || b === undefined) return undefined;
  const [composition, polarity, volume] = [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
  const squared = 1.833 * composition ** 2 + 0.1018 * polarity ** 2 + 0.000399 * volume ** 2;
  return Math.round(50.723 * Math.sqrt(squared));
}
