import type { OncogenicityClass } from '../override.js';
import { codeRules, type OncogenicityCode } from './oncogenicity-codes.js';

/** Bands of points, and what a profile takes for extremely rare, for agreeing tools and for a change of similar size. */
export interface CutOffs {
  readonly name: 'horak-2022' | 'pcgr';
  readonly source: string;
  /** Least points of the class. */
  readonly oncogenic: number;
  readonly likelyOncogenic: number;
  /** Most points of the class. */
  readonly likelyBenign: number;
  readonly benign: number;
  /**
   * Likely oncogenic one point early: with so many codes, or with the established change among them, and none that
   * speaks against it.
   */
  readonly edge?: { readonly points: number; readonly leastCodes: number };
  /** Highest allele frequency that still counts as extremely rare. */
  readonly extremelyRare: number;
  /** Least size of a change (Grantham distance) as a share of the established one at the residue. */
  readonly leastSizeShare: number;
  /** Whether computational evidence agrees. */
  readonly predictionsAgree: (forIt: number, against: number) => boolean;
  /** The numbers were not read at their source; which, `source` says. */
  readonly unverified?: boolean;
}

export const cutOffProfiles: Readonly<Record<CutOffs['name'], CutOffs>> = {
  'horak-2022': {
    name: 'horak-2022',
    source:
      'Horak 2022, PMID 35101336. Unverified: the bands, as in the point table of PMC8011844; extremely rare, for which the number of PCGR is taken.',
    oncogenic: 10,
    likelyOncogenic: 6,
    likelyBenign: -1,
    benign: -7,
    extremelyRare: 1e-5,
    leastSizeShare: 1,
    predictionsAgree: (forIt, against) => forIt > 0 && against === 0,
    unverified: true,
  },
  /** Lower, because several codes can only partly be automated. */
  pcgr: {
    name: 'pcgr',
    source: 'PCGR: pcgr_vars.py and oncogenicity.py',
    oncogenic: 9,
    likelyOncogenic: 5,
    likelyBenign: -1,
    benign: -7,
    edge: { points: 4, leastCodes: 3 },
    extremelyRare: 1e-5,
    leastSizeShare: 0.8,
    predictionsAgree: (forIt, against) => forIt >= 8 && against <= 2,
  },
};

/** The class of a sum; `codes` are those counted, which only the edge of a profile asks for. */
export function classify(
  points: number,
  cutOffs: CutOffs,
  codes: readonly OncogenicityCode[] = [],
): OncogenicityClass {
  if (points >= cutOffs.oncogenic) return 'oncogenic';
  if (points >= cutOffs.likelyOncogenic || isAtEdge(points, cutOffs, codes)) return 'likely-oncogenic';
  if (points <= cutOffs.benign) return 'benign';
  return points <= cutOffs.likelyBenign ? 'likely-benign' : 'uncertain';
}

const isAtEdge = (points: number, { edge }: CutOffs, codes: readonly OncogenicityCode[]): boolean =>
  edge !== undefined &&
  points === edge.points &&
  codes.every((code) => codeRules[code].points > 0) &&
  (codes.length >= edge.leastCodes || codes.includes('established_same_change'));
