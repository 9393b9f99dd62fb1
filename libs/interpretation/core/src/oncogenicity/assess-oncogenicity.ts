import type { SmallVariant } from '@consilium/clinical';
import type { CancerGene } from '@consilium/knowledge-core';
import type { OncogenicityClass } from '../override.js';
import { applyCodes, type CodeAnswer } from './apply-codes.js';
import { codeRules, oncogenicityCodes, type OncogenicityCode } from './oncogenicity-codes.js';
import { classify, cutOffProfiles, type CutOffs } from './oncogenicity-cut-offs.js';

/** A code that a curator set or took away, where the data do not decide. */
export interface CuratedCode {
  readonly code: OncogenicityCode;
  readonly applies: boolean;
  readonly reason: string;
  readonly by: string;
}

/** What is known of a variant. Absent members were not looked up, which is no evidence either way. */
export interface OncogenicityInput {
  readonly variant: SmallVariant;
  readonly gene?: CancerGene;
  /** Tools that call the variant damaging, and benign. */
  readonly predictions?: { readonly damaging: number; readonly benign: number };
  readonly singleAetiology?: boolean;
  readonly curated?: readonly CuratedCode[];
}

export interface CountedCode {
  readonly code: OncogenicityCode;
  readonly label: string;
  readonly points: number;
  readonly reason: string;
  readonly origin: 'computed' | 'curated';
}

export interface OncogenicityAssessment {
  readonly classification: OncogenicityClass;
  readonly points: number;
  readonly codes: readonly CountedCode[];
  /** Codes that hold and do not count, beside the one they are not counted together with. */
  readonly excluded: readonly { readonly code: OncogenicityCode; readonly because: OncogenicityCode }[];
  /** Codes that could not be decided: what would settle an uncertain class. */
  readonly notAssessed: readonly { readonly code: OncogenicityCode; readonly why: string }[];
  readonly cutOffs: CutOffs['name'];
  readonly cautions: readonly string[];
}

/**
 * Oncogenicity of one small variant by ClinGen/CGC/VICC (Horak 2022, PMID 35101336): codes computed where the data
 * allow, set by a curator where they do not, summed under a published profile of cut-offs. What was not looked up adds
 * no points, so that a variant nobody knows stays uncertain and never becomes benign.
 */
export function assessOncogenicity(
  input: OncogenicityInput,
  cutOffs: CutOffs = cutOffProfiles['horak-2022'],
): OncogenicityAssessment {
  const { answers, cautions } = applyCodes(input, cutOffs);
  const decided = new Map<OncogenicityCode, CodeAnswer & { readonly origin: CountedCode['origin'] }>(
    [...answers].map(([code, answer]) => [code, { ...answer, origin: 'computed' }]),
  );
  for (const { code, applies, reason, by } of input.curated ?? []) {
    decided.set(code, { holds: applies, reason: `${reason} (${by})`, origin: 'curated' });
  }
  const holding = oncogenicityCodes.filter((code) => decided.get(code)?.holds === true);
  const excluded = exclusionsAmong(holding);
  const codes = holding
    .filter((code) => !excluded.some((one) => one.code === code))
    .map((code): CountedCode => {
      const { label, points } = codeRules[code];
      const { reason = '', origin = 'computed' } = decided.get(code) ?? {};
      return { code, label, points, reason, origin };
    });
  const points = codes.reduce((sum, one) => sum + one.points, 0);
  return {
    classification: classify(points, cutOffs),
    points,
    codes,
    excluded,
    notAssessed: oncogenicityCodes.flatMap((code) => {
      const answer = decided.get(code);
      return answer?.holds === undefined ? [{ code, why: answer?.reason ?? 'Not looked up.' }] : [];
    }),
    cutOffs: cutOffs.name,
    cautions,
  };
}

/** Of two codes that do not count together the one worth more points stays; of equals the one the rule names first. */
function exclusionsAmong(holding: readonly OncogenicityCode[]): OncogenicityAssessment['excluded'] {
  const byWeight = [...holding].sort(
    (a, b) => Math.abs(codeRules[b].points) - Math.abs(codeRules[a].points) || order(a) - order(b),
  );
  const kept: OncogenicityCode[] = [];
  const excluded: { code: OncogenicityCode; because: OncogenicityCode }[] = [];
  for (const code of byWeight) {
    const because = kept.find((other) => clash(code, other));
    if (because === undefined) kept.push(code);
    else excluded.push({ code, because });
  }
  return excluded;
}

const clash = (a: OncogenicityCode, b: OncogenicityCode): boolean =>
  codeRules[a].notWith.includes(b) || codeRules[b].notWith.includes(a);

const order = (code: OncogenicityCode): number => oncogenicityCodes.indexOf(code);
