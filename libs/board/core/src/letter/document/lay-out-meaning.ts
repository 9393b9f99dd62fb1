import type { Letter, LetterOption } from '../letter.js';
import { optionGroups } from '../letter-source.js';
import type { LetterWords } from '../words/english.js';
import type { LetterSection } from './letter-document.js';
import { cell, joined, paragraph } from './phrases.js';

/** How many of each group the front tells of. */
const onFront = { options: 5, avoid: 3, possible: 2, withheld: 0 } as const;
const because = 140;

/** The options the board saw, in short. */
export function layOutMeaning({ options, reports }: Letter, words: LetterWords): LetterSection {
  const { meaning } = words;
  const shown = optionGroups.flatMap((group) =>
    options.shown.filter((option) => option.group === group).slice(0, onFront[group]),
  );
  const others = options.shown.length - shown.length + options.left;
  const isInterpreted = reports.some(({ interpreted }) => interpreted);
  return {
    kind: 'section',
    heading: meaning.heading,
    blocks:
      shown.length === 0 && others === 0
        ? [paragraph(isInterpreted ? meaning.nothing : meaning.pending)]
        : [
            {
              kind: 'table',
              caption: meaning.caption,
              columns: [
                { title: meaning.columns.therapy, share: 27 },
                { title: meaning.columns.group, share: 13 },
                { title: meaning.columns.level, share: 8 },
                { title: meaning.columns.fit, share: 18 },
                { title: meaning.columns.because, share: 34 },
              ],
              rows: shown.map((option) => [
                cell(words, option.therapy),
                meaning.groups[option.group],
                cell(words, option.level),
                cell(words, meaning.fits[option.tumourTypeFit] ?? option.tumourTypeFit),
                cell(words, becauseText(option, words), because),
              ]),
            },
            ...(others === 0 ? [] : [paragraph(words.more(others, words.inAppendix))]),
          ],
  };
}

const becauseText = ({ facts, wouldSettle }: LetterOption, { meaning }: LetterWords): string =>
  joined('; ', ...facts.map(nameIn), ...wouldSettle.map((test) => meaning.settle(test)));

/** A fact without what is told of it elsewhere. */
const nameIn = (fact: string): string => fact.split(' (')[0] ?? fact;
