import { bounded, letterLimits } from './bounded.js';
import type { Bounded, LetterOption } from './letter.js';
import type { NumberedReferences } from './letter-references.js';
import { optionGroups, type LetterSource, type OptionGroup, type SeenOption } from './letter-source.js';
import { resultOf } from './letter-findings.js';
import { nameTherapy } from './name-finding.js';

/** The therapies the board saw, by group and then in the order they had. */
export function composeOptions(
  source: LetterSource,
  references: Pick<NumberedReferences, 'numberOf'>,
): Bounded<LetterOption> {
  const options = optionGroups.flatMap((group) =>
    source.profiles.flatMap((profile) =>
      (resultOf(source, profile)?.interpretation[group] ?? []).map((option) =>
        composeOption(option, { group, reportId: profile.reportId, references }),
      ),
    ),
  );
  return bounded(options, letterLimits.options);
}

const composeOption = (
  option: SeenOption,
  {
    group,
    reportId,
    references,
  }: {
    readonly group: OptionGroup;
    readonly reportId: string;
    readonly references: Pick<NumberedReferences, 'numberOf'>;
  },
): LetterOption => ({
  group,
  therapy: nameTherapy(option),
  level: option.level,
  tumourTypeFit: option.tumourTypeFit,
  reportId,
  facts: option.facts.slice(0, letterLimits.facts),
  wouldSettle: option.wouldSettle.slice(0, letterLimits.facts),
  ...(option.withheldBecause === undefined ? {} : { withheldBecause: option.withheldBecause }),
  evidence: bounded(
    option.evidence.map(({ statement, level, grade, setting, citations, unverified }) => ({
      statement,
      level: grade ?? level,
      ...(setting === undefined ? {} : { setting }),
      unverified,
      references: citations
        .map((citation) => references.numberOf(citation))
        .filter((number) => number !== undefined),
    })),
    letterLimits.evidence,
  ),
});
