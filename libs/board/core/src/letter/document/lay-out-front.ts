import type { Letter, LetterHeader, LetterTreatment } from '../letter.js';
import type { LetterWords } from '../words/english.js';
import type { LetterBlock, LetterEntry, LetterSection } from './letter-document.js';
import { cleanLine } from './clean-text.js';
import { cell, entry, joined, paragraph } from './phrases.js';
import { layOutBiomarkers, layOutFound } from './lay-out-found.js';
import { layOutMeaning } from './lay-out-meaning.js';
import { layOutObstacles } from './lay-out-obstacles.js';
import { layOutRecommendations, nameRecommendation } from './lay-out-recommendations.js';

/** What the referrer reads first: on two pages for a usual case. */
export const layOutFront = (letter: Letter, words: LetterWords): readonly LetterBlock[] => [
  ...(letter.draft ? [paragraph(words.draftNote, words.draft)] : []),
  layOutHeader(letter, words),
  layOutInShort(letter, words),
  ...layOutChanges(letter, words),
  {
    kind: 'section',
    heading: words.found.heading,
    blocks: [...layOutFound(letter, words), ...layOutBiomarkers(letter, words)],
  },
  layOutMeaning(letter, words),
  layOutObstacles(letter, words),
  layOutRecommendations(letter, words),
];

function layOutHeader({ header, stamp }: Letter, words: LetterWords): LetterBlock {
  const { header: terms, unknown } = words;
  const { diagnosis, stage, ecog } = header;
  const entries: [string, string][] = [
    [terms.hospital, header.hospital ?? unknown],
    [terms.board, boardLine(header, words)],
    [terms.patient, stamp.patient ?? unknown],
    [
      terms.diagnosis,
      diagnosis === undefined
        ? unknown
        : joined(
            ', ',
            joined(' ', diagnosis.name, `(${diagnosis.code})`),
            diagnosis.topography === undefined
              ? undefined
              : `ICD-O-3 ${joined(' ', diagnosis.topography, diagnosis.morphology)}`,
          ),
    ],
    [
      terms.stage,
      stage === undefined
        ? unknown
        : joined(
            ', ',
            joined(' ', stage.system, stage.group),
            stage.extent?.replaceAll('-', ' '),
            terms.on(stage.on),
          ),
    ],
    [terms.ecog, ecog === undefined ? unknown : `${String(ecog.value)}, ${terms.on(ecog.on)}`],
    [terms.treatments, treatmentsLine(header, words)],
    [terms.reason, header.reason ?? unknown],
    [terms.question, header.question ?? unknown],
  ];
  return { kind: 'facts', entries: entries.map(([term, value]) => ({ term, value: cleanLine(value) })) };
}

const boardLine = ({ board, meetingOn }: LetterHeader, { header, unknown }: LetterWords): string =>
  joined(', ', board ?? unknown, meetingOn === undefined ? header.noMeeting : header.meeting(meetingOn));

function treatmentsLine({ treatments }: LetterHeader, words: LetterWords): string {
  if (treatments === undefined) return words.unknown;
  if (treatments.shown.length === 0) return words.header.noTreatments;
  return joined(
    '; ',
    ...treatments.shown.map((one) => treatmentText(one, words)),
    treatments.left === 0 ? undefined : words.more(treatments.left, words.inRecord),
  );
}

function treatmentText(
  { drugs, line, from, until, ongoing, bestResponse, outcome }: LetterTreatment,
  { header, unknown }: LetterWords,
): string {
  const details = joined(
    ', ',
    line === undefined ? undefined : header.line(line),
    from === undefined && until === undefined && !ongoing
      ? undefined
      : header.until(from ?? unknown, ongoing ? header.ongoing : (until ?? unknown)),
    bestResponse === undefined ? undefined : header.best(bestResponse),
    outcome?.replaceAll('-', ' '),
  );
  return joined(' ', drugs.length === 0 ? unknown : drugs.join(' + '), details === '' ? '' : `(${details})`);
}

function layOutInShort(letter: Letter, words: LetterWords): LetterSection {
  const { inShort, recommendations } = words;
  const { none } = letter;
  const items = letter.recommendations.map((item): LetterEntry => {
    const hint =
      item.override !== undefined
        ? inShort.stopped
        : item.gate?.outcome === 'ok' || item.gate === undefined
          ? undefined
          : inShort.caution;
    const isTold = item.label === 'not-applicable' || item.label === item.kind;
    const details = joined('; ', isTold ? undefined : recommendations.labels[item.label], hint);
    return entry(details === '' ? '' : `(${details})`, nameRecommendation(item, words));
  });
  return {
    kind: 'section',
    heading: inShort.heading,
    blocks:
      items.length > 0
        ? [{ kind: 'list', items, isNumbered: true }]
        : [
            paragraph(
              none === undefined ? inShort.undecided : inShort.nothing(recommendations.reasons[none]),
            ),
          ],
  };
}

function layOutChanges({ changes, recommendations }: Letter, words: LetterWords): readonly LetterBlock[] {
  if (changes === undefined) return [];
  const { changes: terms } = words;
  const members: Readonly<Record<string, string>> = terms.members;
  const priorityOf = (id: string | undefined): string => {
    const item = recommendations.find((one) => one.id === id);
    return item === undefined ? terms.whole : nameRecommendation(item, words, true);
  };
  const items = changes.changes.map(({ change, item, member = '', before = '', after = '' }) =>
    entry(
      change === 'added'
        ? terms.added(cell(words, after))
        : change === 'dropped'
          ? terms.dropped(cell(words, before))
          : terms.changed(
              priorityOf(item),
              members[member] ?? member,
              cell(words, wordsOf(member, before, words)),
              cell(words, wordsOf(member, after, words)),
            ),
    ),
  );
  return [
    {
      kind: 'section',
      heading: terms.heading(changes.since),
      blocks: [
        ...(changes.because === undefined ? [] : [paragraph(changes.because, terms.because)]),
        items.length === 0 ? paragraph(terms.nothing) : { kind: 'list', items },
      ],
    },
  ];
}

/** What a member of a recommendation says, where it is a code. */
function wordsOf(member: string, value: string, { recommendations }: LetterWords): string {
  const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    none: recommendations.reasons,
    kind: recommendations.kinds,
    label: recommendations.labels,
  };
  return tables[member]?.[value] ?? value;
}
