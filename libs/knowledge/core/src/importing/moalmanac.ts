import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import type { ProfilePattern } from '@consilium/clinical';
import type { Citation } from '../evidence.js';
import { moAlmanacLevels, rankingLevel, type MoAlmanacLevel, type SourceGrade } from '../source-grade.js';
import type { ImportedRow, RowPlace } from './imported-row.js';
import { JsonMembers, readJsonList } from './json-members.js';
import { readMoAlmanacFeature } from './moalmanac-feature.js';
import { readTumourTypes, type OncoTreeReferences } from './oncotree-codes.js';

/**
 * The assertions of the Molecular Oncology Almanac, as `/api/assertions` of moalmanac.org answers them (Reardon et
 * al., PMID 35121878). An assertion on therapy and on prognosis becomes two items.
 */
export function importMoAlmanac(
  file: string,
  json: unknown,
  references: OncoTreeReferences,
): Result<Iterable<ImportedRow>, readonly Problem[]> {
  const assertions = readJsonList(file, json, required);
  return assertions.ok ? succeed(importAll(file, assertions.value, references)) : fail(assertions.error);
}

const required = ['assertion_id', 'features', 'predictive_implication', 'sources', 'disease'];

function* importAll(
  file: string,
  assertions: readonly unknown[],
  references: OncoTreeReferences,
): Iterable<ImportedRow> {
  for (const [index, assertion] of assertions.entries()) {
    yield* importAssertion(JsonMembers.of(assertion), { file, row: index + 1 }, references);
  }
}

function importAssertion(
  source: JsonMembers,
  counted: RowPlace,
  references: OncoTreeReferences,
): readonly ImportedRow[] {
  const id = source.optionalText('assertion_id');
  const place: RowPlace = id === '' ? counted : { ...counted, id };
  const skip = (skipped: string): readonly ImportedRow[] => [{ place, skipped }];
  const notes: string[] = [];
  const profile = readFeatures(source, (name) => symbolOf(name, references, notes));
  const statement = readStatement(source, references, notes);
  const claims = readClaims(source, references);
  if (!/^\d+$/.test(id)) return skip('/assertion_id: the assertion has no number of its own.');
  if (source.fault !== undefined) return skip(`${source.fault}.`);
  if (!profile.ok) return skip(`/features: ${profile.error}.`);
  if (typeof statement === 'string') return skip(statement);
  if (typeof claims === 'string') return skip(claims);
  const base = { ...statement, profile: profile.value };
  return claims.map((claim) => ({
    place,
    item:
      'therapy' in claim
        ? { ...base, id: `MOAlmanac ${id}`, ...claim }
        : { ...base, id: `MOAlmanac ${id} prognosis`, ...claim },
    notes,
  }));
}

/** Several features of one assertion are asked together. */
function readFeatures(source: JsonMembers, symbol: (name: string) => string): Result<ProfilePattern, string> {
  const patterns: ProfilePattern[] = [];
  for (const feature of source.objects('features')) {
    for (const attributes of feature.objects('attributes')) {
      const type = attributes.optionalText('feature_type') || feature.optionalText('feature_type');
      const read = readMoAlmanacFeature(attributes, type, symbol);
      if (!read.ok) return read;
      patterns.push(read.value);
    }
  }
  const [only] = patterns;
  if (only === undefined) return fail('the assertion names no feature');
  return succeed(patterns.length === 1 ? only : { all: patterns });
}

function symbolOf(name: string, { geneSymbol }: OncoTreeReferences, notes: string[]): string {
  const symbol = geneSymbol(name);
  if (symbol === undefined)
    notes.push(`${name} is no approved gene symbol: it matches only findings of that very name.`);
  else if (symbol !== name) notes.push(`${name} was read as ${symbol}.`);
  return symbol ?? name;
}

function readStatement(source: JsonMembers, references: OncoTreeReferences, notes: string[]) {
  const word = source.text('predictive_implication');
  const level = levelOf(word);
  if (level === undefined) return `/predictive_implication: «${word}» is none of the almanac's levels.`;
  const grade: SourceGrade = { scale: 'MOAlmanac', level };
  const name = source.optionalText('disease');
  const types = readTumourTypes(source.optionalText('oncotree_code'), name, references);
  notes.push(...types.notes);
  const described = source.optionalText('description');
  if (described === '') notes.push('The source gives no description.');
  const reviewedOn = readDate(source.optionalText('last_updated'));
  const setting = source.optionalText('context');
  const [feature] = source.optionalObjects('features').flatMap((each) => each.optionalObjects('attributes'));
  const germline = feature?.optionalText('feature_type') === 'germline_variant';
  return {
    tumourTypes: types.tumourTypes,
    ...(name === '' ? {} : { disease: { name } }),
    statement: described === '' ? `An assertion of the level «${word}» without a description.` : described,
    citations: source.objects('sources').flatMap(readCitation),
    level: rankingLevel(grade),
    grade,
    ...(setting === '' ? {} : { setting }),
    ...(germline ? { origin: 'germline' as const } : {}),
    ...(reviewedOn === undefined ? {} : { reviewedOn }),
  };
}

const levelOf = (word: string): MoAlmanacLevel | undefined =>
  moAlmanacLevels.find((level) => level.toLowerCase() === word.toLowerCase());

/** What the assertion says, or why nothing can be taken from it. */
function readClaims(source: JsonMembers, { drugName }: OncoTreeReferences) {
  const sensitivity = source.optionalFlag('therapy_sensitivity');
  const resistance = source.optionalFlag('therapy_resistance');
  const favourable = source.optionalFlag('favorable_prognosis');
  if (sensitivity === true && resistance === true)
    return 'The assertion says sensitive and resistant at once.';
  const drugs = source
    .optionalText('therapy_name')
    .split(/\s*\+\s*/)
    .filter((drug) => drug !== '')
    .map(drugName);
  const responds = sensitivity ?? resistance;
  if (responds !== undefined && drugs.length === 0) return '/therapy_name: no therapy is named.';
  const resistant = resistance === true || sensitivity === undefined;
  // Not sensitive is no claim of resistance: what was looked for was not found.
  const against = resistance !== true && responds === false;
  const claims = [
    ...(responds === undefined
      ? []
      : [
          {
            therapy: { drugs },
            direction: resistant ? ('resistant' as const) : ('sensitive' as const),
            ...(against ? { support: 'does-not-support' as const } : {}),
          },
        ]),
    ...(favourable === undefined
      ? []
      : [
          {
            kind: 'prognostic' as const,
            significance: favourable ? ('better-outcome' as const) : ('poor-outcome' as const),
          },
        ]),
  ];
  return claims.length === 0 ? 'The assertion says nothing of a therapy or of the course.' : claims;
}

/** Labels and guidelines by the year their citation names; what has no number is cited in the source's words. */
function readCitation(source: JsonMembers): readonly Citation[] {
  const pmid = source.optionalText('pmid').replace(/\.0$/, '');
  const trial = source.optionalText('nct').replace(/\.$/, '');
  const trials: readonly Citation[] = /^NCT\d+$/.test(trial) ? [{ kind: 'other', text: trial }] : [];
  if (/^[1-9]\d{0,7}$/.test(pmid)) return [{ kind: 'pmid', id: pmid }, ...trials];
  const text = source.optionalText('citation') || source.optionalText('url');
  const type = source.optionalText('source_type').toLowerCase();
  const [, labelYear] = /\blabel\/(\d{4})\//.exec(source.optionalText('url')) ?? [];
  const [, number] = /\/(\d{6})s?\w*lbl/i.exec(source.optionalText('url')) ?? [];
  if (type === 'fda' && labelYear !== undefined) {
    const reference = number === undefined ? {} : { reference: number };
    return [{ kind: 'label', agency: 'FDA', ...reference, year: Number(labelYear) }, ...trials];
  }
  const [, name, year] = /^(.*?)\s*\(Version [\d.]*?(\d{4})\)/i.exec(text) ?? [];
  if (type === 'guideline' && name !== undefined) {
    return [{ kind: 'guideline', name, year: Number(year) }, ...trials];
  }
  return text === '' ? trials : [{ kind: 'other', text }, ...trials];
}

/** `2021-09-16`, and `9/16/21` as the almanac's tables write it. */
function readDate(text: string): string | undefined {
  const [iso] = /^\d{4}-\d{2}-\d{2}/.exec(text) ?? [];
  if (iso !== undefined) return iso;
  const [, month = '', day = '', year] = /^(\d{1,2})\/(\d{1,2})\/(\d{2})$/.exec(text) ?? [];
  return year === undefined ? undefined : `20${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
