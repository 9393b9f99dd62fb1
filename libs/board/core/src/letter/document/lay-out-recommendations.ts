import type { Letter, LetterRecommendation } from '../letter.js';
import type { LetterWords } from '../words/english.js';
import { cleanLine } from './clean-text.js';
import type { LetterBlock, LetterSection } from './letter-document.js';
import { joined, paragraph, paragraphs } from './phrases.js';

/** `Therapy: osimertinib`, after its priority where that is asked for. */
export function nameRecommendation(
  { kind, drugs, trial, priority }: LetterRecommendation,
  { recommendations }: LetterWords,
  isNumbered = false,
): string {
  const named = joined(': ', recommendations.kinds[kind], joined(', ', drugs.join(' + '), trial?.id));
  return cleanLine(isNumbered ? `${String(priority)}. ${named}` : named);
}

/** Each recommendation with all that was signed of it, or why there is none. */
export function layOutRecommendations(letter: Letter, words: LetterWords): LetterSection {
  const { recommendations: terms, inShort } = words;
  const { none } = letter;
  if (letter.recommendations.length === 0)
    return {
      kind: 'section',
      heading: none === undefined ? terms.heading : terms.noneHeading,
      blocks: [paragraph(none === undefined ? inShort.undecided : inShort.nothing(terms.reasons[none]))],
    };
  return {
    kind: 'section',
    heading: terms.heading,
    blocks: letter.recommendations.map((item) => ({
      kind: 'section',
      heading: nameRecommendation(item, words, true),
      isSetApart: true,
      blocks: itemBlocks(item, words),
    })),
  };
}

function itemBlocks(item: LetterRecommendation, words: LetterWords): readonly LetterBlock[] {
  const { recommendations: terms, obstacles } = words;
  const line = (lead: string, text: string): readonly LetterBlock[] =>
    text === '' ? [] : [paragraph(text, `${lead}:`)];
  const { trial, gate } = item;
  return [
    ...line(terms.label, item.label === 'not-applicable' ? '' : terms.labels[item.label]),
    ...line(
      terms.trial,
      trial === undefined
        ? ''
        : joined(', ', trial.id, trial.cohort === undefined ? undefined : terms.cohort(trial.cohort)),
    ),
    ...line(terms.biomarkers, item.biomarkers.join(', ')),
    ...line(
      terms.evidence,
      item.evidence.map(({ scale, level, source }) => `${scale} ${level} (${source})`).join('; '),
    ),
    ...(item.drugs.length === 0
      ? []
      : line(
          terms.safety,
          joined(
            '; ',
            gate === undefined ? obstacles.notAsked : obstacles.gates[gate.outcome],
            item.override === undefined ? undefined : obstacles.overriddenShort,
          ),
        )),
    ...paragraphs(item.rationale, `${terms.rationale}:`),
    ...line(
      terms.references,
      item.references
        .map((reference, index) => `[${String(item.numbers[index] ?? '?')}] ${reference}`)
        .join('; '),
    ),
    ...item.dissents.flatMap(({ by, text }) => paragraphs(text, cleanLine(`${terms.dissent} (${by}):`))),
  ];
}
