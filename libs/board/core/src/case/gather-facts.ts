import type { ClinicalFacts, MolecularProfile } from '@consilium/clinical';
import { outsideRule, type BoardPolicy } from '../policy/board-policy.js';
import type { CaseFacts } from './case-facts.js';
import { checkCompleteness, type Issue } from './completeness.js';
import type { Referral } from './referral.js';

/** What of a report its case is judged by. */
export type JudgedReport = Pick<MolecularProfile, 'reportId' | 'status' | 'specimen'>;

export interface CaseSources {
  readonly referral?: Referral;
  readonly clinical?: ClinicalFacts;
  readonly profiles: readonly JudgedReport[];
  readonly meeting?: CaseFacts['meeting'];
}

/** What the guards of a case look at, from what is known of the patient. */
export function gatherFacts(sources: CaseSources, policy: BoardPolicy): CaseFacts {
  const { referral, clinical, meeting } = sources;
  const final = finalOf(sources);
  return {
    issues: issuesOf(sources),
    finalReports: final.length,
    qualityLacks: qualityLacks(final, policy),
    outsideRule: outsideRule(policy, clinical, referral),
    ...(meeting === undefined ? {} : { meeting }),
  };
}

/** What is missing, the gravest first. */
export const issuesOf = (sources: CaseSources): readonly Issue[] => {
  const { referral, clinical, profiles } = sources;
  return checkCompleteness({
    ...(referral === undefined ? {} : { referral }),
    ...(clinical === undefined ? {} : { facts: clinical }),
    finalReports: finalOf(sources).length,
    preliminaryReports: profiles.filter(({ status }) => status === 'preliminary').length,
  });
};

const finalOf = ({ profiles }: CaseSources): readonly JudgedReport[] =>
  profiles.filter(({ status }) => status === 'final' || status === 'amended');

/** One report of enough quality is enough. What is not stated is not held against it: the laboratory signed it as final. */
function qualityLacks(
  final: readonly JudgedReport[],
  { tumourFractionAtLeast }: BoardPolicy,
): readonly string[] {
  const poor = final.flatMap(({ reportId, specimen: { tumourFraction } }) =>
    tumourFraction !== undefined && tumourFraction < tumourFractionAtLeast
      ? [
          `report ${reportId} has ${percent(tumourFraction)} tumour cells, below ${percent(tumourFractionAtLeast)}`,
        ]
      : [],
  );
  return poor.length < final.length ? [] : poor;
}

const percent = (share: number): string => `${String(Math.round(share * 100))} %`;
