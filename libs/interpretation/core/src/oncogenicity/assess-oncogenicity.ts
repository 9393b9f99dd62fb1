import type { SmallVariant } from '@consilium/clinical';
import type { CancerGene } from '@consilium/knowledge-core';
import type { OncogenicityClass } from '../override.js';
import { applyCodes } from './apply-codes.js';
import { curateCodes, type CuratedCode } from './curate-codes.js';
import { excludeCodes, type ExcludedCode } from './exclude-codes.js';
import { codeRules, oncogenicityCodes, type OncogenicityCode } from './oncogenicity-codes.js';
import { classify, cutOffProfiles, type CutOffs } from './oncogenicity-cut-offs.js';

/** What is known of a variant. Absent members were not looked up, which is no evidence either way. */
export interface OncogenicityInput {
  readonly variant: SmallVariant;
  readonly gene?: CancerGene;
  /** Highest frequency over five continental populations of gnomAD, 0 to 1; in place of the variant's own. */
  readonly population?: { readonly maximum: number } | 'absent';
  /** Tools that call the variant damaging, and benign. */
  readonly predictions?: { readonly damaging: number; readonly benign: number };
  readonly singleAetiology?: boolean;
  /** Well-established functional studies, beside those of the release. */
  readonly functional?: 'damaging' | 'neutral';
  readonly curated?: readonly CuratedCode[];
}

export interface CountedCode {
  readonly code: OncogenicityCode;
  readonly label: string;
  readonly points: number;
  readonly reason: string;
  readonly origin: 'computed' | 'curated';
}

export interface OpenCode {
  readonly code: OncogenicityCode;
  readonly why: string;
  /** The class if this code alone were found to hold; absent where it would stay the same. */
  readonly wouldBecome?: OncogenicityClass;
}

export interface OncogenicityAssessment {
  readonly classification: OncogenicityClass;
  readonly points: number;
  readonly codes: readonly CountedCode[];
  /** Codes that hold and do not count, beside the one they are not counted together with. */
  readonly excluded: readonly ExcludedCode[];
  /** Codes that could not be decided: what would settle an uncertain class. */
  readonly notAssessed: readonly OpenCode[];
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
  const { decided, holding, cautions } = decideCodes(input, cutOffs);
  const { counted, excluded, points, classification } = tally(holding, cutOffs);
  return {
    classification,
    points,
    codes: counted.map((code): CountedCode => {
      const { reason = '', origin = 'computed' } = decided.get(code) ?? {};
      return { code, label: codeRules[code].label, points: codeRules[code].points, reason, origin };
    }),
    excluded,
    notAssessed: oncogenicityCodes.flatMap((code): OpenCode[] => {
      const answer = decided.get(code);
      if (answer?.holds !== undefined) return [];
      const then = tally([...holding, code], cutOffs).classification;
      return [
        {
          code,
          why: answer?.reason ?? 'Not looked up.',
          ...(then === classification ? {} : { wouldBecome: then }),
        },
      ];
    }),
    cutOffs: cutOffs.name,
    cautions,
  };
}

/** The class alone, where nobody asks how it came about. */
export const classifyVariant = (
  input: OncogenicityInput,
  cutOffs: CutOffs = cutOffProfiles['horak-2022'],
): OncogenicityClass => tally(decideCodes(input, cutOffs).holding, cutOffs).classification;

function decideCodes(input: OncogenicityInput, cutOffs: CutOffs) {
  const applied = applyCodes(input, cutOffs);
  const { decided, cautions } = curateCodes(applied.answers, input.curated ?? []);
  const holding = oncogenicityCodes.filter((code) => decided.get(code)?.holds === true);
  return { decided, holding, cautions: [...applied.cautions, ...cautions] };
}

function tally(
  holding: readonly OncogenicityCode[],
  cutOffs: CutOffs,
): {
  readonly counted: readonly OncogenicityCode[];
  readonly excluded: readonly ExcludedCode[];
  readonly points: number;
  readonly classification: OncogenicityClass;
} {
  const excluded = excludeCodes(holding);
  const counted = holding.filter((code) => !excluded.some((one) => one.code === code));
  const points = counted.reduce((sum, code) => sum + codeRules[code].points, 0);
  return { counted, excluded, points, classification: classify(points, cutOffs, counted) };
}
