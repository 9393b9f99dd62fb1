import type { MatchingResultV1 } from '@consilium/contracts';
import type {
  Interpretation,
  MissingTest,
  OptionEvidence,
  TherapyOption,
} from '@consilium/interpretation-core';
import { assertUnreachable } from '@consilium/kernel';
import type { Citation } from '@consilium/knowledge-core';

type Published = MatchingResultV1['interpretation'];
type PublishedOption = Published['options'][number];

/** An interpretation as the event carries it: every list in its order, references resolved into words. */
export const presentInterpretation = ({ options, avoid, withheld, possible }: Interpretation): Published => ({
  options: options.map(presentOption),
  avoid: avoid.map(presentOption),
  withheld: withheld.map(presentOption),
  possible: possible.map(presentOption),
});

function presentOption(option: TherapyOption): PublishedOption {
  const { therapy, withheldBecause } = option;
  return {
    drugs: option.drugs,
    ...('drugClass' in therapy ? { drugClass: therapy.drugClass } : {}),
    ...('drugClass' in therapy && therapy.withoutClass !== undefined
      ? { withoutClass: therapy.withoutClass }
      : {}),
    direction: option.direction,
    level: option.level,
    tumourTypeFit: option.tumourTypeFit,
    facts: option.facts.map(({ text }) => text),
    wouldSettle: option.wouldSettle.map(describeMissing),
    ...(withheldBecause === undefined ? {} : { withheldBecause: withheldBecause.sentence }),
    evidence: option.evidence.map(presentEvidence),
    explanation: option.explanation,
  };
}

const presentEvidence = (evidence: OptionEvidence): PublishedOption['evidence'][number] => ({
  id: evidence.id,
  statement: evidence.statement,
  level: evidence.levelAsPublished,
  grade: evidence.grade,
  ...(evidence.setting === undefined ? {} : { setting: evidence.setting }),
  tumourTypeFit: evidence.tumourTypeFit,
  citations: evidence.citations.map(describeCitation),
  unverified: evidence.unverified,
});

function describeCitation(citation: Citation): string {
  switch (citation.kind) {
    case 'pmid':
      return `PMID ${citation.id}`;
    case 'label':
      return `${citation.agency} label ${String(citation.year)}${citation.reference === undefined ? '' : ` (${citation.reference})`}`;
    case 'guideline':
      return `${citation.name} ${String(citation.year)}`;
    case 'other':
      return citation.text;
    default:
      return assertUnreachable(citation);
  }
}

function describeMissing(test: MissingTest): string {
  switch (test.kind) {
    case 'alteration':
      return `${test.gene}, ${test.alteration.replaceAll('-', ' ')}: ${test.reason}`;
    case 'biomarker':
      return `${test.biomarker}: ${test.reason}`;
    case 'observation':
      return `${test.gene}, ${test.feature.replaceAll('-', ' ')}: ${test.reason}`;
    case 'diagnosis':
      return `diagnosis ${test.tumourTypes.join(' or ')}: ${test.reason}`;
    default:
      return assertUnreachable(test);
  }
}
