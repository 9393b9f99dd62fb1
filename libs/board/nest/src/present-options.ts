import type { CaseResult } from '@consilium/board-core';
import { OptionGroupName, type TherapyOptionType } from './case.types.js';
import type { Interpretation, TherapyOption } from './interpretation.js';

const groups = [
  OptionGroupName.OPTION,
  OptionGroupName.AVOID,
  OptionGroupName.POSSIBLE,
  OptionGroupName.WITHHELD,
] as const;

/** All statements of a result, group by group, each with its place in the group. */
export const presentOptions = (result: CaseResult<Interpretation>): TherapyOptionType[] =>
  groups.flatMap((group) =>
    result.interpretation[group].map((option, index) => presentOption(result, group, option, index + 1)),
  );

const presentOption = (
  result: CaseResult<Interpretation>,
  group: OptionGroupName,
  option: TherapyOption,
  rank: number,
): TherapyOptionType => {
  const { facts, evidence, explanation, wouldSettle, ...shown } = option;
  return {
    ...shown,
    group,
    rank,
    profileId: result.profileId,
    explanation: {
      facts,
      evidence,
      sentences: explanation,
      wouldSettle,
      release: result.releaseName,
      releaseHash: result.releaseHash,
      evaluatedOn: result.evaluatedOn,
    },
  };
};
