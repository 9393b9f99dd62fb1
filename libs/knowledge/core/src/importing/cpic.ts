import { succeed, type Problem, type Result } from '@consilium/kernel';
import type { Citation } from '../evidence.js';
import type { RowPlace } from './imported-row.js';
import { JsonMembers, readJsonList } from './json-members.js';

/** What became of one element of an answer of CPIC's interface (api.cpicpgx.org/v1; CC0). */
export type CpicRow<Value> =
  | { readonly place: RowPlace; readonly value: Value }
  | { readonly place: RowPlace; readonly skipped: string };

export type CpicRows<Value> = Result<readonly CpicRow<Value>[], readonly Problem[]>;

/** CPIC's levels, provisional ones included (cpicpgx.org/prioritization). */
export const cpicLevels = ['A', 'A/B', 'B', 'B/C', 'C', 'C/D', 'D'] as const;
export type CpicLevel = (typeof cpicLevels)[number];

/** A gene and a drug, of `pair_view`. */
export interface CpicPair {
  readonly gene: string;
  /** Lower case. */
  readonly drug: string;
  /** `RxNorm:704`. */
  readonly drugId?: string;
  readonly level: CpicLevel;
  /** The level was not yet confirmed by a guideline. */
  readonly provisional: boolean;
  /** ClinPGx clinical annotation level (`1A`), and the FDA label's testing level. */
  readonly clinPgxLevel?: string;
  readonly testing?: string;
  /** Undefined where CPIC says it does not apply. */
  readonly usedForRecommendation?: boolean;
  readonly guideline?: { readonly name: string; readonly url: string };
  readonly citations: readonly Citation[];
}

export interface CpicGuideline {
  readonly name: string;
  readonly url: string;
  readonly drugs: readonly string[];
  readonly genes: readonly string[];
  readonly citations: readonly Citation[];
}

/** Shares of chromosomes, 0 to 1; absent where no study counted the allele in this population. */
export interface CpicAlleleFrequency {
  readonly gene: string;
  readonly allele: string;
  readonly population: string;
  readonly subjects: number;
  readonly weightedAverage?: number;
  readonly average?: number;
  readonly least?: number;
  readonly most?: number;
  readonly citations: readonly Citation[];
}

const frequencyTable: Citation = { kind: 'other', text: 'CPIC allele frequency table, api.cpicpgx.org' };

export function importCpicPairs(file: string, json: unknown): CpicRows<CpicPair> {
  return importList(file, json, ['drugname', 'genesymbol', 'cpiclevel'], (item) => {
    const word = item.text('cpiclevel');
    const level = cpicLevels.find((known) => known === word);
    if (level === undefined) return `The level «${word}» is not known.`;
    const drugId = item.optionalText('drugid');
    // Named pgkbcalevel before 2025.
    const clinPgxLevel = item.optionalText('clinpgxlevel') || item.optionalText('pgkbcalevel');
    const testing = item.optionalText('pgxtesting');
    const name = item.optionalText('guidelinename');
    const used = item.optionalText('usedforrecommendation').toLowerCase();
    return {
      gene: item.text('genesymbol'),
      drug: item.text('drugname').toLowerCase(),
      ...(drugId === '' ? {} : { drugId }),
      level,
      provisional: item.optionalFlag('provisional') ?? false,
      ...(clinPgxLevel === '' ? {} : { clinPgxLevel }),
      ...(testing === '' ? {} : { testing }),
      ...(used === 'yes' || used === 'no' ? { usedForRecommendation: used === 'yes' } : {}),
      ...(name === '' ? {} : { guideline: { name, url: item.optionalText('guidelineurl') } }),
      citations: articles(item.optionalTexts('pmids')),
    };
  });
}

export function importCpicGuidelines(file: string, json: unknown): CpicRows<CpicGuideline> {
  return importList(file, json, ['guideline_name', 'guideline_url', 'drugs', 'genes'], (item) => {
    const name = item.text('guideline_name');
    const url = item.text('guideline_url');
    return {
      name,
      url,
      drugs: item.texts('drugs').map((drug) => drug.toLowerCase()),
      genes: item.objects('genes').map((gene) => gene.text('symbol')),
      citations: [{ kind: 'other', text: `CPIC guideline ${name}, ${url}` }],
    };
  });
}

export function importCpicFrequencies(file: string, json: unknown): CpicRows<CpicAlleleFrequency> {
  return importList(file, json, ['genesymbol', 'name', 'population_group', 'subjectcount'], (item) => {
    const weightedAverage = item.optionalNumber('freq_weighted_avg');
    const average = item.optionalNumber('freq_avg');
    const least = item.optionalNumber('freq_min');
    const most = item.optionalNumber('freq_max');
    const odd = [weightedAverage, average, least, most].find(
      (value) => value !== undefined && (value < 0 || value > 1),
    );
    if (odd !== undefined) return `The frequency ${String(odd)} is no share from 0 to 1.`;
    return {
      gene: item.text('genesymbol'),
      allele: item.text('name'),
      population: item.text('population_group'),
      subjects: item.number('subjectcount'),
      ...(weightedAverage === undefined ? {} : { weightedAverage }),
      ...(average === undefined ? {} : { average }),
      ...(least === undefined ? {} : { least }),
      ...(most === undefined ? {} : { most }),
      citations: [frequencyTable],
    };
  });
}

/** Reads each element by itself; what cannot be read is skipped with the reason, or with the place that is at fault. */
export function importList<Value>(
  file: string,
  json: unknown,
  required: readonly string[],
  read: (item: JsonMembers) => Value | string,
): CpicRows<Value> {
  const elements = readJsonList(file, json, required);
  if (!elements.ok) return elements;
  return succeed(
    elements.value.map((element, index): CpicRow<Value> => {
      const item = JsonMembers.of(element);
      const place: RowPlace = { file, row: index + 1 };
      const value = read(item);
      if (item.fault !== undefined) return { place, skipped: `${item.fault}.` };
      return typeof value === 'string' ? { place, skipped: value } : { place, value };
    }),
  );
}

export const articles = (pmids: readonly string[]): readonly Citation[] =>
  pmids.filter((id) => /^[1-9]\d{0,7}$/.test(id)).map((id) => ({ kind: 'pmid', id }));
