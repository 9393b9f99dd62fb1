import type { OncogenicityClass } from '../override.js';

/** Least points of each class, and what a profile takes for extremely rare and for agreeing predictions. */
export interface CutOffs {
  readonly name: 'horak-2022' | 'pcgr';
  readonly source: string;
  readonly oncogenic: number;
  readonly likelyOncogenic: number;
  /** Most points of each class. */
  readonly likelyBenign: number;
  readonly benign: number;
  /** Whether computational evidence agrees. */
  readonly predictionsAgree: (forIt: number, against: number) => boolean;
  readonly unverified?: boolean;
}

export const cutOffProfiles: Readonly<Record<CutOffs['name'], CutOffs>> = {
  'horak-2022': {
    name: 'horak-2022',
    source: 'Horak 2022, PMID 35101336; bands as in the point table of PMC8011844',
    oncogenic: 10,
    likelyOncogenic: 6,
    likelyBenign: -1,
    benign: -7,
    predictionsAgree: (forIt, against) => forIt > 0 && against === 0,
    unverified: true,
  },
  /** Lower, because several codes can only partly be automated. */
  pcgr: {
    name: 'pcgr',
    source: 'PCGR, oncogenicity documentation',
    oncogenic: 9,
    likelyOncogenic: 5,
    likelyBenign: -1,
    benign: -7,
    predictionsAgree: (forIt, against) => forIt >= 8 && against <= 2,
  },
};

export function classify(points: number, cutOffs: CutOffs): OncogenicityClass {
  if (points >= cutOffs.oncogenic) return 'oncogenic';
  if (points >= cutOffs.likelyOncogenic) return 'likely-oncogenic';
  if (points <= cutOffs.benign) return 'benign';
  return points <= cutOffs.likelyBenign ? 'likely-benign' : 'uncertain';
}
