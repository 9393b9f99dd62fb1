import type { TumourTypeFit } from '@consilium/clinical';
import type { Direction, EvidenceLevel } from '@consilium/knowledge-core';
import { nameCitation } from './name-citation.js';
import type { Interpretation, OptionEvidence, TherapyOption } from './therapy-option.js';

/** An interpretation in plain words, as it leaves the context (`matching.result.v1`). */
export interface DescribedInterpretation {
  readonly options: readonly DescribedOption[];
  readonly avoid: readonly DescribedOption[];
  readonly withheld: readonly DescribedOption[];
  readonly possible: readonly DescribedOption[];
}

export interface DescribedOption {
  readonly drugs: readonly string[];
  readonly drugClass?: string;
  readonly withoutClass?: string;
  readonly direction: Direction;
  /** For this patient's tumour type. */
  readonly level: EvidenceLevel;
  readonly tumourTypeFit: TumourTypeFit;
  readonly facts: readonly string[];
  readonly wouldSettle: readonly string[];
  readonly withheldBecause?: string;
  readonly evidence: readonly DescribedEvidence[];
  readonly explanation: readonly string[];
}

export interface DescribedEvidence {
  readonly id: string;
  readonly statement: string;
  /** As published. */
  readonly level: EvidenceLevel;
  readonly setting?: string;
  readonly tumourTypeFit: TumourTypeFit;
  readonly citations: readonly string[];
  readonly unverified: boolean;
}

export const describeInterpretation = (interpretation: Interpretation): DescribedInterpretation => ({
  options: interpretation.options.map(describeOption),
  avoid: interpretation.avoid.map(describeOption),
  withheld: interpretation.withheld.map(describeOption),
  possible: interpretation.possible.map(describeOption),
});

function describeOption(option: TherapyOption): DescribedOption {
  const { therapy, withheldBecause } = option;
  return {
    drugs: option.drugs,
    ...('drugs' in therapy ? {} : therapy),
    direction: option.direction,
    level: option.level,
    tumourTypeFit: option.tumourTypeFit,
    facts: option.facts.map(({ text }) => text),
    wouldSettle: option.wouldSettle.map(({ reason }) => reason),
    ...(withheldBecause === undefined ? {} : { withheldBecause: withheldBecause.sentence }),
    evidence: option.evidence.map(describeEvidence),
    explanation: option.explanation,
  };
}

const describeEvidence = (evidence: OptionEvidence): DescribedEvidence => ({
  id: evidence.id,
  statement: evidence.statement,
  level: evidence.levelAsPublished,
  ...(evidence.setting === undefined ? {} : { setting: evidence.setting }),
  tumourTypeFit: evidence.tumourTypeFit,
  citations: evidence.citations.map(nameCitation),
  unverified: evidence.unverified,
});
