import type { ProfilePattern } from '@consilium/clinical';
import { parseExpression, type Expression } from './boolean-expression.js';
import { parseVariantName } from './parse-variant-name.js';

export interface ParsedProfile {
  readonly pattern: ProfilePattern;
  readonly notes: readonly string[];
}

/** Gives the approved symbol for a name, or undefined. */
export type GeneSymbol = (name: string) => string | undefined;

/** `EGFR L858R OR EGFR Exon 19 Deletion`; undefined where the expression does not hold together. */
export function parseMolecularProfile(text: string, geneSymbol: GeneSymbol): ParsedProfile | undefined {
  const expression = parseExpression(text);
  if (expression === undefined) return undefined;
  const notes = new Set<string>();
  const pattern = toPattern(expression, (name) => resolve(name, geneSymbol, notes));
  return { pattern, notes: [...notes] };
}

/** A gene and the name of its variant in two columns, as releases before 2022 have them. */
export function parseGeneAndVariant(gene: string, variant: string, geneSymbol: GeneSymbol): ParsedProfile {
  const notes = new Set<string>();
  const symbol = (name: string): string => resolve(name, geneSymbol, notes);
  const parts = variant
    .split(/ and /i)
    .map((part) => legacyPattern(symbol(gene), part.trim(), geneSymbol, symbol));
  const [only] = parts;
  return { pattern: only !== undefined && parts.length === 1 ? only : { all: parts }, notes: [...notes] };
}

function toPattern(expression: Expression, symbol: (name: string) => string): ProfilePattern {
  if ('all' in expression) return { all: expression.all.map((part) => toPattern(part, symbol)) };
  if ('any' in expression) return { any: expression.any.map((part) => toPattern(part, symbol)) };
  if ('not' in expression) return { not: toPattern(expression.not, symbol) };
  return termPattern(expression.term, symbol);
}

function termPattern(term: string, symbol: (name: string) => string): ProfilePattern {
  // Some regions and loci stand before the fusion: `C19MC TTYH1::C19MC fusion`.
  const [, five, three, rest = ''] = /(?:^|\s)(\S+)::(\S+)(?:\s+(.*))?$/.exec(term) ?? [];
  if (five !== undefined && three !== undefined) return fusionPattern(five, three, rest, symbol);
  const space = term.indexOf(' ');
  const [feature, name] = space < 0 ? [term, 'Mutation'] : [term.slice(0, space), term.slice(space + 1)];
  return factorPattern(feature, name) ?? parseVariantName(symbol(feature), name);
}

/** `v` is any partner, `?` an unknown one; `e6::e20` names the joined exons. */
function fusionPattern(
  five: string,
  three: string,
  rest: string,
  symbol: (name: string) => string,
): ProfilePattern {
  const partner = (text: string): string | undefined => {
    const bare = /@?\[([^\]]+)\]$/.exec(text)?.[1] ?? text;
    return bare === 'v' || bare === '?' ? undefined : symbol(bare);
  };
  const [fivePrime, threePrime] = [partner(five), partner(three)];
  const [, fivePrimeExon, threePrimeExon] = /^e(\d+)::e(\d+)$/.exec(rest) ?? [];
  return {
    fusion: {
      ...(fivePrime === undefined ? {} : { fivePrime }),
      ...(threePrime === undefined ? {} : { threePrime }),
      ...(fivePrimeExon === undefined ? {} : { fivePrimeExon: Number(fivePrimeExon) }),
      ...(threePrimeExon === undefined ? {} : { threePrimeExon: Number(threePrimeExon) }),
    },
  };
}

/** Biomarkers that stand where a gene would. Burden measured in blood is another test than in tissue. */
function factorPattern(feature: string, name: string): ProfilePattern | undefined {
  const lower = name.toLowerCase();
  const high = ['high', 'h', 'positive', 'mutation'].includes(lower);
  const low = ['low', 'negative', 'stable', 'mss'].includes(lower);
  const state = high ? 'positive' : low ? 'negative' : undefined;
  if (feature === 'TMB' || feature === 'MSI' || feature === 'HPV') {
    return state === undefined
      ? { observation: { gene: feature, feature: 'other', states: ['present'], name } }
      : { biomarker: { kind: feature, states: [state] } };
  }
  return ['Kataegis', 'CK', 'Chromothripsis', 'Methylation'].includes(feature)
    ? { observation: { gene: feature, feature: 'other', states: ['present'], name } }
    : undefined;
}

/** Names of old releases: `BCR-ABL T315I`, `ALK FUSION F1245C`, `EML4-ALK e6-e20`, `KIF5B-RET`, `Ex19 del L858R`. */
function legacyPattern(
  gene: string,
  text: string,
  geneSymbol: GeneSymbol,
  symbol: (name: string) => string,
): ProfilePattern {
  const [, five = '', three = '', rest = ''] =
    /^([A-Z][A-Z0-9]*)-([A-Z][A-Z0-9]+)(?: (.*))?$/.exec(text) ?? [];
  if (geneSymbol(five) !== undefined && geneSymbol(three) !== undefined) {
    const junction = rest.replace(/^e(\d+)-e(\d+)$/, 'e$1::e$2');
    const isJunction = /^e\d+::e\d+$/.test(junction);
    const fusion = fusionPattern(five, three, isJunction ? junction : '', symbol);
    return rest === '' || isJunction ? fusion : { all: [fusion, ...changesOf(gene, rest)] };
  }
  const [, change] = /^[A-Z0-9]+ fusions? (.+)$/i.exec(text) ?? [];
  if (change !== undefined) return { all: [{ fusion: { gene } }, ...changesOf(gene, change)] };
  const [, fused = ''] = /^([A-Z0-9]+) fusions?$/i.exec(text) ?? [];
  if (geneSymbol(fused) !== undefined) return { fusion: { gene: symbol(fused) } };
  if (/^ex19 del l858r$/i.test(text)) {
    return { any: [parseVariantName(gene, 'Exon 19 Deletion'), parseVariantName(gene, 'L858R')] };
  }
  return parseVariantName(gene, text);
}

/** `C1156Y-L1198F`. */
const changesOf = (gene: string, text: string): readonly ProfilePattern[] =>
  text.split('-').map((part) => parseVariantName(gene, part));

function resolve(name: string, geneSymbol: GeneSymbol, notes: Set<string>): string {
  const symbol = geneSymbol(name);
  if (symbol === undefined)
    notes.add(`${name} is no approved gene symbol: it matches only findings of that very name.`);
  else if (symbol !== name) notes.add(`${name} was read as ${symbol}.`);
  return symbol ?? name;
}
