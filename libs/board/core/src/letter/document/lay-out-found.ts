import type { Letter, LetterBiomarker, LetterFinding } from '../letter.js';
import type { LetterWords } from '../words/english.js';
import type { LetterBlock, LetterTable } from './letter-document.js';
import { cell, joined, paragraph, percent } from './phrases.js';

/** As many findings as the first page bears. */
const findingsOnFront = 10;
const bearingsInCell = 3;

/** The findings that matter, with where the others stand. */
export function layOutFound({ reports, otherFindings }: Letter, words: LetterWords): readonly LetterBlock[] {
  const { found } = words;
  if (reports.length === 0) return [paragraph(found.noReports)];
  const all = reports.flatMap(({ findings }) => findings.shown);
  const left = reports.reduce((sum, { findings }) => sum + findings.left, 0);
  const marked = all.filter(({ presented, bearsOn }) => presented || bearsOn.length > 0);
  const front = (marked.length > 0 ? marked : all).slice(0, findingsOnFront);
  const others = all.length - front.length + left;
  return [
    ...reports
      .filter(({ status }) => status === 'cancelled')
      .map(({ reportId, version, laboratory }) =>
        paragraph(found.withdrawn, `${found.report(reportId, version, laboratory)}.`),
      ),
    front.length === 0
      ? paragraph(found.noFindings)
      : findingsTable(front, words, marked.length > 0 ? found.caption : found.captionOther),
    ...(others === 0 ? [] : [paragraph(words.more(others, words.inAppendix))]),
    ...(otherFindings.length === 0 ? [] : [paragraph(otherFindings.join('; '), `${found.others}:`)]),
  ];
}

export function findingsTable(
  findings: readonly LetterFinding[],
  words: LetterWords,
  caption: string,
): LetterTable {
  const { columns, origins } = words.found;
  return {
    kind: 'table',
    caption,
    columns: [
      { title: columns.finding, share: 24 },
      { title: columns.detail, share: 24 },
      { title: columns.fraction, share: 9 },
      { title: columns.origin, share: 13 },
      { title: columns.bearsOn, share: 30 },
    ],
    rows: findings.map(({ name, kind, details, vaf, origin, bearsOn }) => [
      cell(words, name),
      cell(words, details.join(', ') || words.nothing),
      vaf === undefined ? (kind === 'small-variant' ? words.unknown : words.nothing) : percent(vaf),
      origin === undefined ? words.nothing : origins[origin],
      cell(words, bearingsText(bearsOn, words) || words.nothing),
    ]),
  };
}

function bearingsText(bearsOn: LetterFinding['bearsOn'], { found }: LetterWords): string {
  const shown = bearsOn
    .slice(0, bearingsInCell)
    .map(({ group, therapy }) => `${therapy} (${found.bearings[group]})`);
  return joined(', ', ...shown, bearsOn.length > bearingsInCell ? '…' : undefined);
}

/** What was measured, and in words what was not. */
export function layOutBiomarkers({ biomarkers }: Letter, words: LetterWords): readonly LetterBlock[] {
  const { columns, states, notTested, caption } = words.biomarkers;
  const tested = biomarkers.filter(({ state }) => state !== 'not-tested');
  const missing = biomarkers.filter(({ state }) => state === 'not-tested').map(({ kind }) => kind);
  const table: LetterTable = {
    kind: 'table',
    caption,
    columns: [
      { title: columns.biomarker, share: 14 },
      { title: columns.result, share: 24 },
      { title: columns.value, share: 26 },
      { title: columns.assay, share: 36 },
    ],
    rows: tested.map((one) => [
      cell(words, one.kind),
      states[one.state],
      cell(words, valueText(one, words) || words.nothing),
      cell(words, one.assay ?? words.unknown),
    ]),
  };
  return [
    ...(tested.length === 0 ? [] : [table]),
    ...(missing.length === 0 ? [] : [paragraph(`${missing.join(', ')}.`, `${notTested}:`)]),
  ];
}

function valueText({ value, unit, cutoff, result }: LetterBiomarker, { biomarkers }: LetterWords): string {
  const withUnit = (number: number): string => joined(' ', String(number), unit);
  return joined(
    ', ',
    value === undefined ? undefined : withUnit(value),
    cutoff === undefined ? undefined : biomarkers.cutoff(withUnit(cutoff)),
    result,
  );
}
