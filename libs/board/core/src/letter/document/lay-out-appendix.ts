import type { Letter, LetterEvidence, LetterOption, LetterReport } from '../letter.js';
import type { LetterWords } from '../words/english.js';
import type { LetterBlock, LetterSection } from './letter-document.js';
import { layOutBoard, layOutTrials } from './lay-out-board.js';
import { findingsTable } from './lay-out-found.js';
import { cell, dashed, entry, joined, paragraph, percent } from './phrases.js';

/** What the front rests on, as far as a letter can hold it. */
export const layOutAppendix = (letter: Letter, words: LetterWords): readonly LetterBlock[] => [
  ...(letter.reports.length === 0
    ? []
    : [
        {
          kind: 'section',
          heading: words.appendix.findings,
          blocks: letter.reports.map((report) => layOutReport(report, words)),
        } satisfies LetterSection,
      ]),
  ...layOutOptions(letter, words),
  layOutTrials(letter, words),
  layOutBoard(letter, words),
  layOutReferences(letter, words),
  layOutAbout(letter, words),
];

function layOutReport(report: LetterReport, words: LetterWords): LetterSection {
  const { appendix, found } = words;
  const { findings, pharmacogenes, remarks } = report;
  const isWithdrawn = report.status === 'cancelled';
  return {
    kind: 'section',
    heading: cell(words, found.report(report.reportId, report.version, report.laboratory)),
    blocks: [
      { kind: 'facts', entries: reportFacts(report, words) },
      ...(isWithdrawn ? [paragraph(found.withdrawn)] : []),
      ...(findings.shown.length > 0
        ? [findingsTable(findings.shown, words, cell(words, appendix.findingsCaption(report.reportId)))]
        : isWithdrawn
          ? []
          : [paragraph(found.noFindings)]),
      ...(findings.left > 0 ? [paragraph(words.more(findings.left, words.inReport(report.reportId)))] : []),
      ...(pharmacogenes.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              caption: cell(words, appendix.pharmacogenesCaption(report.reportId)),
              columns: [
                { title: appendix.pharmacogenes.gene, share: 20 },
                { title: appendix.pharmacogenes.result, share: 25 },
                { title: appendix.pharmacogenes.diplotype, share: 35 },
                { title: appendix.pharmacogenes.source, share: 20 },
              ],
              rows: pharmacogenes.map(({ gene, state, diplotype, source }) => [
                cell(words, gene),
                appendix.pharmacogeneStates[state],
                cell(words, diplotype ?? words.unknown),
                dashed(source),
              ]),
            },
          ]),
      ...(remarks.shown.length === 0
        ? []
        : [paragraph(joined(' ', ...remarks.shown), `${appendix.remarks}:`)]),
      ...(remarks.left > 0 ? [paragraph(words.more(remarks.left, words.inReport(report.reportId)))] : []),
    ],
  };
}

function reportFacts({ specimen, assay, issuedOn, status }: LetterReport, words: LetterWords) {
  const { appendix } = words;
  return [
    { term: appendix.report, value: appendix.issued(issuedOn, appendix.status[status]) },
    {
      term: appendix.specimen,
      value: joined(
        ', ',
        specimen.site,
        appendix.specimens[specimen.type] ?? dashed(specimen.type),
        appendix.tumourCells(
          specimen.tumourFraction === undefined ? words.unknown : percent(specimen.tumourFraction),
        ),
        specimen.collectedOn === undefined ? undefined : appendix.collected(specimen.collectedOn),
      ),
    },
    {
      term: appendix.assay,
      value: joined(
        ', ',
        joined(' ', assay.name, assay.version),
        assay.kind,
        appendix.genes(assay.genes),
        appendix.calls(assay.alterations.map(dashed).join(', ')),
        appendix.pairing[assay.pairing],
      ),
    },
  ].map(({ term, value }) => ({ term, value: entry(value).text }));
}

function layOutOptions({ options }: Letter, words: LetterWords): readonly LetterBlock[] {
  if (options.shown.length === 0) return [];
  return [
    {
      kind: 'section',
      heading: words.appendix.options,
      blocks: [
        ...options.shown.map((option) => layOutOption(option, words)),
        ...(options.left > 0 ? [paragraph(words.more(options.left, words.inRecord))] : []),
      ],
    },
  ];
}

function layOutOption(option: LetterOption, words: LetterWords): LetterSection {
  const { appendix, meaning } = words;
  const { evidence } = option;
  const line = (lead: string, texts: readonly string[]): readonly LetterBlock[] =>
    texts.length === 0
      ? []
      : [paragraph(`${texts.map((text) => withoutStop(cell(words, text))).join('; ')}.`, `${lead}:`)];
  return {
    kind: 'section',
    heading: cell(
      words,
      `${option.therapy}: ${meaning.groups[option.group]}, ${appendix.levelOf(option.level)}, ${meaning.fits[option.tumourTypeFit] ?? option.tumourTypeFit}`,
    ),
    blocks: [
      ...line(appendix.facts, option.facts),
      ...line(appendix.settle, option.wouldSettle),
      ...line(appendix.withheld, option.withheldBecause === undefined ? [] : [option.withheldBecause]),
      {
        kind: 'list',
        items: [
          ...evidence.shown.map((one) => entry(evidenceText(one, words))),
          ...(evidence.left > 0 ? [entry(words.more(evidence.left, words.inRecord))] : []),
        ],
      },
    ],
  };
}

const evidenceText = (
  { statement, level, setting, unverified, references }: LetterEvidence,
  words: LetterWords,
): string =>
  joined(
    ' ',
    cell(words, statement),
    `(${joined(', ', cell(words, level), setting === undefined ? undefined : withoutStop(cell(words, setting)), unverified ? words.appendix.unverified : undefined)})`,
    references.map((number) => `[${String(number)}]`).join(' '),
  );

function layOutReferences({ references }: Letter, words: LetterWords): LetterSection {
  const { appendix } = words;
  return {
    kind: 'section',
    heading: appendix.references,
    blocks:
      references.shown.length === 0
        ? [paragraph(appendix.noReferences)]
        : [
            {
              kind: 'list',
              isNumbered: true,
              items: references.shown.map((reference) => entry(reference)),
            },
            ...(references.left > 0 ? [paragraph(words.more(references.left, words.inRecord))] : []),
          ],
  };
}

function layOutAbout({ stamp }: Letter, words: LetterWords): LetterSection {
  const { appendix } = words;
  return {
    kind: 'section',
    heading: appendix.about,
    blocks: [
      paragraph(appendix.aboutText),
      {
        kind: 'facts',
        entries: [
          { term: appendix.hash, value: stamp.contentHash ?? words.stamp.notSigned },
          ...stamp.knowledge.flatMap(({ name, hash, evaluatedOn }) => [
            { term: appendix.knowledge, value: entry(`${name}, ${words.stamp.asOf(evaluatedOn)}`).text },
            { term: appendix.knowledgeHash, value: hash },
          ]),
        ],
      },
    ],
  };
}

const withoutStop = (text: string): string => text.replace(/\.$/, '');
