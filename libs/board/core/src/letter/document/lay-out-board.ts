import type { Letter } from '../letter.js';
import type { LetterWords } from '../words/english.js';
import type { LetterBlock, LetterSection } from './letter-document.js';
import { cell, dashed, paragraph } from './phrases.js';

/** The cohorts that were known to take the patient when the board signed. */
export function layOutTrials({ trials }: Letter, words: LetterWords): LetterSection {
  const { appendix } = words;
  const blocks = (): readonly LetterBlock[] => {
    if (trials === undefined) return [paragraph(appendix.trialsUnknown)];
    const { matches, evaluatedOn } = trials;
    if (matches.shown.length === 0) return [paragraph(appendix.noTrials)];
    return [
      {
        kind: 'table',
        caption: appendix.trialsCaption(evaluatedOn),
        columns: [
          { title: appendix.trialColumns.trial, share: 25 },
          { title: appendix.trialColumns.arm, share: 25 },
          { title: appendix.trialColumns.cohort, share: 20 },
          { title: appendix.trialColumns.verdict, share: 30 },
        ],
        rows: matches.shown.map(({ trial, arm, cohort, verdict }) => [
          cell(words, trial),
          cell(words, arm),
          cell(words, cohort ?? words.none),
          appendix.verdicts[verdict],
        ]),
      },
      ...(matches.left > 0 ? [paragraph(words.more(matches.left, words.inRecord))] : []),
    ];
  };
  return { kind: 'section', heading: appendix.trials, blocks: blocks() };
}

/** Who decided, who had no say, and whether enough took part. */
export function layOutBoard({ board }: Letter, words: LetterWords): LetterSection {
  const { appendix } = words;
  const { members, quorumLacks, recused, undeclared } = board;
  const people = (list: readonly string[]): string => (list.length === 0 ? words.none : list.join(', '));
  return {
    kind: 'section',
    heading: appendix.board,
    blocks: [
      members.length === 0
        ? paragraph(appendix.noMembers)
        : {
            kind: 'table',
            caption: appendix.membersCaption,
            columns: [
              { title: appendix.memberColumns.member, share: 38 },
              { title: appendix.memberColumns.specialties, share: 30 },
              { title: appendix.memberColumns.presence, share: 14 },
              { title: appendix.memberColumns.say, share: 18 },
            ],
            rows: members.map(({ person, specialties, presence }) => [
              cell(words, person),
              cell(words, specialties.map(dashed).join(', ')),
              appendix.presences[presence],
              recused.includes(person) ? appendix.noSay : appendix.say,
            ]),
          },
      paragraph(
        quorumLacks === undefined
          ? appendix.quorumUnknown
          : quorumLacks.length === 0
            ? appendix.quorumMet
            : appendix.quorumLacks(quorumLacks.join(', ')),
      ),
      paragraph(people(recused), `${appendix.recused}:`),
      paragraph(people(undeclared), `${appendix.undeclared}:`),
    ],
  };
}
