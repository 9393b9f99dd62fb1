import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import type { ProfilePattern } from '@consilium/clinical';
import type { Citation } from '../evidence.js';
import { rankingLevel, type OncoKbTherapyLevel, type SourceGrade } from '../source-grade.js';
import type { FetchPage } from './fetch-page.js';
import type { ImportedRow, ImportReferences, RowPlace } from './imported-row.js';
import { JsonMembers, readJsonList } from './json-members.js';
import { readOncoKbAlteration } from './oncokb-alteration.js';
import { readTumourTypes, type OncoTreeReferences } from './oncotree-codes.js';

/** OncoKB's content is licensed: without a token of the user's own nothing is asked for. */
export function oncoKbAccess(
  token: string | undefined,
): Result<{ readonly authorization: string }, readonly Problem[]> {
  const given = token?.trim() ?? '';
  return given === ''
    ? fail([
        {
          code: 'KNOWLEDGE.SOURCE_OFF',
          place: 'OncoKB',
          message: 'OncoKB is off: no token is configured.',
          remedy:
            'Set the token of an OncoKB licence (oncokb.org/account/register), or do without this source.',
        },
      ])
    : succeed({ authorization: `Bearer ${given}` });
}

/** `/utils/allCuratedGenes`: the genes OncoKB speaks of. */
export function importOncoKbGenes(
  file: string,
  json: unknown,
  { geneSymbol }: ImportReferences,
): Result<Iterable<ImportedRow>, readonly Problem[]> {
  const genes = readJsonList(file, json, ['hugoSymbol', 'entrezGeneId']);
  if (!genes.ok) return genes;
  return succeed(
    genes.value.map((element, index): ImportedRow => {
      const gene = JsonMembers.of(element);
      const name = gene.text('hugoSymbol');
      const place: RowPlace = { file, row: index + 1, ...(name === '' ? {} : { id: name }) };
      const number = gene.number('entrezGeneId');
      if (gene.fault !== undefined) return { place, skipped: `${gene.fault}.` };
      // Biomarkers that are no gene stand in the list with a negative number.
      if (number <= 0) return { place, skipped: `${name} is no gene.` };
      const symbol = geneSymbol(name);
      return {
        place,
        term: {
          kind: 'feature',
          id: String(number),
          name,
          ...(symbol === undefined ? {} : { gene: symbol }),
        },
        notes: symbol === undefined ? [`${name} is no approved gene symbol.`] : [],
      };
    }),
  );
}

/** One question to `/annotate/mutations/byProteinChange`; without a tumour type every curated level is answered. */
export interface OncoKbQuery {
  readonly hugoSymbol: string;
  readonly alteration: string;
}

export interface OncoKbRequest {
  readonly path: '/annotate/mutations/byProteinChange';
  readonly body: readonly {
    readonly gene: { readonly hugoSymbol: string };
    readonly alteration: string;
    readonly referenceGenome: 'GRCh38';
  }[];
}

const batchSize = 50;

/** Asks for the alterations in batches. A broken answer becomes one skipped row; the other batches are still read. */
export async function* importOncoKb(
  queries: readonly OncoKbQuery[],
  fetchPage: FetchPage<OncoKbRequest>,
  references: OncoTreeReferences,
): AsyncIterable<ImportedRow> {
  for (let from = 0; from < queries.length; from += batchSize) {
    const file = `OncoKB annotations, batch ${String(from / batchSize + 1)}`;
    const batch = queries.slice(from, from + batchSize);
    const rows = importOncoKbAnnotations(file, await fetchPage(requestFor(batch)), references);
    if (rows.ok) yield* rows.value;
    else yield { place: { file, row: 1 }, skipped: rows.error.map(({ message }) => message).join(' ') };
  }
}

const requestFor = (queries: readonly OncoKbQuery[]): OncoKbRequest => ({
  path: '/annotate/mutations/byProteinChange',
  body: queries.map(({ hugoSymbol, alteration }) => ({
    gene: { hugoSymbol },
    alteration,
    referenceGenome: 'GRCh38',
  })),
});

/** The treatments of a list of answers, each a row of its own. */
export function importOncoKbAnnotations(
  file: string,
  json: unknown,
  references: OncoTreeReferences,
): Result<Iterable<ImportedRow>, readonly Problem[]> {
  const answers = readJsonList(file, json, ['query', 'treatments']);
  return answers.ok ? succeed(importAnswers(file, answers.value, references)) : fail(answers.error);
}

function* importAnswers(
  file: string,
  answers: readonly unknown[],
  references: OncoTreeReferences,
): Iterable<ImportedRow> {
  for (const [index, element] of answers.entries()) {
    const answer = JsonMembers.of(element);
    const asked = answer.object('query').text('hugoSymbol');
    const place: RowPlace = { file, row: index + 1, ...(asked === '' ? {} : { id: asked }) };
    const treatments = answer.elements('treatments');
    const reviewedOn = readDate(answer.optionalText('lastUpdate'));
    if (answer.fault !== undefined) {
      yield { place, skipped: `${answer.fault}.` };
      continue;
    }
    const gene = references.geneSymbol(asked) ?? asked;
    for (const [at, treatment] of treatments.entries()) {
      yield importTreatment(JsonMembers.of(treatment), { place, gene, at, reviewedOn }, references);
    }
    yield* separateAxes(answer, place);
  }
}

interface Asked {
  readonly place: RowPlace;
  readonly gene: string;
  readonly at: number;
  readonly reviewedOn: string | undefined;
}

function importTreatment(
  source: JsonMembers,
  { place, gene, at, reviewedOn }: Asked,
  references: OncoTreeReferences,
): ImportedRow {
  const skip = (skipped: string): ImportedRow => ({
    place,
    skipped: `/treatments/${String(at)}: ${skipped}`,
  });
  const read = readTreatment(source, references.drugName);
  if (source.fault !== undefined) return skip(`${source.fault}.`);
  if (read.word === 'LEVEL_3B')
    return skip('Level 3B is carried over from another tumour type, never curated.');
  const level = levels[read.word];
  if (level === undefined) return skip(`The level «${read.word}» is not known.`);
  if (read.drugs.length === 0) return skip('No drug is named.');
  const profile = readProfile(gene, read.names);
  if (profile.pattern === undefined)
    return skip(`The alterations «${read.names.join(', ')}» cannot be read.`);
  const types = readTumourTypes(read.disease.code, read.disease.name, references);
  const exclusions = readExclusions(read.excluded, references);
  if (!exclusions.ok) return skip(exclusions.error);
  const grade: SourceGrade = { scale: 'OncoKB', level };
  const about = `${gene} ${[...read.names].sort().join('/')}`;
  return {
    place,
    item: {
      id: `OncoKB ${about} ${read.drugs.join('+')} ${level} ${read.disease.code || read.disease.name}`,
      profile: profile.pattern,
      tumourTypes: types.tumourTypes,
      ...(exclusions.value.length === 0 ? {} : { exceptTumourTypes: exclusions.value }),
      disease: { name: read.disease.name || read.disease.code },
      statement: read.description || `OncoKB level ${level}: ${about} and ${read.drugs.join(' with ')}.`,
      citations: read.citations,
      grade,
      level: rankingLevel(grade),
      ...(read.setting === '' ? {} : { setting: read.setting }),
      ...(reviewedOn === undefined ? {} : { reviewedOn }),
      therapy: { drugs: read.drugs },
      direction: level.startsWith('R') ? 'resistant' : 'sensitive',
    },
    notes: [...profile.notes, ...types.notes],
  };
}

const readTreatment = (source: JsonMembers, drugName: (name: string) => string) => ({
  word: source.text('level'),
  names: source.texts('alterations'),
  drugs: source.objects('drugs').map((drug) => drugName(drug.text('drugName'))),
  disease: diseaseOf(source.object('levelAssociatedCancerType')),
  excluded: source.optionalObjects('levelExcludedCancerTypes').map(diseaseOf),
  citations: readCitations(source),
  description: source.optionalText('description'),
  setting: source
    .optionalTexts('approvedIndications')
    .filter((text) => text !== '')
    .join('; '),
});

/** An exclusion that cannot be kept would make the statement wider than it is. */
function readExclusions(
  excluded: readonly Disease[],
  references: OncoTreeReferences,
): Result<readonly string[], string> {
  const codes: string[] = [];
  for (const { code, name } of excluded) {
    const { tumourTypes } = readTumourTypes(code, name, references);
    if (typeof tumourTypes === 'string' || tumourTypes.length === 0)
      return fail(`The excluded type «${name || code}» has no counterpart.`);
    codes.push(...tumourTypes);
  }
  return succeed(codes);
}

const levels: Readonly<Record<string, Exclude<OncoKbTherapyLevel, '3B'>>> = {
  LEVEL_1: '1',
  LEVEL_2: '2',
  LEVEL_3A: '3A',
  LEVEL_4: '4',
  LEVEL_R1: 'R1',
  LEVEL_R2: 'R2',
};

/** Any of the alterations suffices; those that cannot be read are left out by name. */
function readProfile(
  gene: string,
  names: readonly string[],
): { readonly pattern: ProfilePattern | undefined; readonly notes: readonly string[] } {
  const read = names.map((name) => ({ name, pattern: readOncoKbAlteration(gene, name) }));
  const patterns = read.flatMap(({ pattern }) => (pattern === undefined ? [] : [pattern]));
  const lost = read.filter(({ pattern }) => pattern === undefined).map(({ name }) => name);
  const [only] = patterns;
  return {
    pattern: patterns.length > 1 ? { any: patterns } : only,
    notes: lost.length === 0 ? [] : [`Left out, since they cannot be read: ${lost.join(', ')}.`],
  };
}

interface Disease {
  readonly code: string;
  readonly name: string;
}

/** A main type has no code, and may have no name of its own. */
function diseaseOf(type: JsonMembers): Disease {
  const main = type.optionalObject('mainType')?.optionalText('name') ?? '';
  return { code: type.optionalText('code'), name: type.optionalText('name') || main };
}

function readCitations(source: JsonMembers): readonly Citation[] {
  const articles = source
    .optionalTexts('pmids')
    .filter((id) => /^[1-9]\d{0,7}$/.test(id))
    .map((id) => ({ kind: 'pmid' as const, id }));
  const abstracts = source.optionalObjects('abstracts').map((abstract) => ({
    kind: 'other' as const,
    text: [abstract.optionalText('abstract'), abstract.optionalText('link')].filter(Boolean).join(' '),
  }));
  return [...articles, ...abstracts];
}

/** Diagnostic and prognostic levels are axes of their own, which no therapeutic level stands for. */
function* separateAxes(answer: JsonMembers, place: RowPlace): Iterable<ImportedRow> {
  for (const list of ['diagnosticImplications', 'prognosticImplications']) {
    for (const [at, implication] of answer.optionalObjects(list).entries()) {
      const level = implication.optionalText('levelOfEvidence');
      yield {
        place,
        skipped: `/${list}/${String(at)}: the level «${level}» is an axis of its own, not taken.`,
      };
    }
  }
}

/** `09/28/2021`. */
function readDate(text: string): string | undefined {
  const [, month, day, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? [];
  return month === undefined || day === undefined || year === undefined
    ? undefined
    : `${year}-${month}-${day}`;
}
