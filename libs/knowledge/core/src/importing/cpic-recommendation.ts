import type { Citation } from '../evidence.js';
import { articles, importList, type CpicRows } from './cpic.js';
import type { JsonMembers } from './json-members.js';

/** An allele with the function CPIC assigns it, of `allele`. */
export interface CpicAllele {
  readonly gene: string;
  readonly allele: string;
  /** `No function`, `Decreased function`…; absent where none is assigned. */
  readonly clinicalFunction?: string;
  readonly activity?: CpicActivity;
  readonly citations: readonly Citation[];
}

/** Activity value of one allele, or the least one (`≥3`). */
export type CpicActivity = { readonly value: number } | { readonly atLeast: number };

/** CPIC's strength of a recommendation (PMID 21270786 and the guidelines). */
export const cpicClassifications = ['Strong', 'Moderate', 'Optional', 'No Recommendation'] as const;
export type CpicClassification = (typeof cpicClassifications)[number];

/** By gene symbol: a phenotype, an activity score or an allele's presence, as CPIC writes it. */
export type CpicByGene = Readonly<Record<string, string>>;

/** What CPIC recommends for a drug and a combination of results, of `recommendation`. */
export interface CpicRecommendation {
  /** `RxNorm:10324`. */
  readonly drugId: string;
  /** Lower case; where the drug was asked for too. */
  readonly drug?: string;
  /** The results it is looked up by. */
  readonly lookup: CpicByGene;
  readonly phenotypes: CpicByGene;
  readonly implications: CpicByGene;
  readonly recommendation: string;
  readonly classification: CpicClassification;
  /** `general`, `adults`, `pediatrics`, or an indication. */
  readonly population?: string;
  readonly comments?: string;
  readonly citations: readonly Citation[];
}

export function importCpicAlleles(file: string, json: unknown): CpicRows<CpicAllele> {
  return importList(file, json, ['genesymbol', 'name', 'clinicalfunctionalstatus'], (item) => {
    const clinicalFunction = item.optionalText('clinicalfunctionalstatus');
    const text = item.optionalText('activityvalue');
    const activity = readActivity(text);
    if (activity === 'odd') return `The activity value «${text}» is no number.`;
    return {
      gene: item.text('genesymbol'),
      allele: item.text('name'),
      ...(clinicalFunction === '' ? {} : { clinicalFunction }),
      ...(activity === 'none' ? {} : { activity }),
      citations: articles(item.optionalTexts('citations')),
    };
  });
}

/** `0.5`, `≥3`, `n/a`. */
function readActivity(text: string): CpicActivity | 'none' | 'odd' {
  if (text === '' || text.toLowerCase() === 'n/a') return 'none';
  const [, least, digits] = /^(≥|>=)?\s*(\d+(?:\.\d+)?)$/.exec(text) ?? [];
  if (digits === undefined) return 'odd';
  return least === undefined ? { value: Number(digits) } : { atLeast: Number(digits) };
}

export function importCpicRecommendations(file: string, json: unknown): CpicRows<CpicRecommendation> {
  return importList(
    file,
    json,
    ['drugid', 'lookupkey', 'drugrecommendation', 'classification'],
    readRecommendation,
  );
}

function readRecommendation(item: JsonMembers): CpicRecommendation | string {
  const word = item.text('classification');
  const classification = cpicClassifications.find((known) => known.toLowerCase() === word.toLowerCase());
  if (classification === undefined) return `The classification «${word}» is not known.`;
  const lookup = item.entries('lookupkey');
  if (Object.keys(lookup).length === 0) return '/lookupkey: no result is named that it holds for.';
  const drug = item.optionalObject('drug')?.text('name').toLowerCase();
  const guideline = item.optionalObject('guideline');
  const population = item.optionalText('population');
  const comments = item.optionalText('comments');
  return {
    drugId: item.text('drugid'),
    ...(drug === undefined ? {} : { drug }),
    lookup,
    phenotypes: item.entries('phenotypes'),
    implications: item.entries('implications'),
    recommendation: item.text('drugrecommendation'),
    classification,
    ...(population === '' ? {} : { population }),
    ...(comments === '' || comments.toLowerCase() === 'n/a' ? {} : { comments }),
    citations: [
      {
        kind: 'other',
        text:
          guideline === undefined
            ? `CPIC recommendation ${item.optionalText('id')}, api.cpicpgx.org`.replace(' ,', ',')
            : `CPIC guideline ${guideline.text('name')}, ${guideline.optionalText('url')}`,
      },
    ],
  };
}
