import { nearest } from './nearest.js';
import type { TumourType, TumourTypeFit } from './tumour-type.js';

const root = 'TISSUE';
/** Level-1 nodes whose tumours are not solid. */
const liquidTissues = ['MYELOID', 'LYMPH'];

export type TumourTypeScope = 'ANY' | 'SOLID' | readonly string[];

/** OncoTree: tumour types, each under its parent; the level below the root holds tissues. */
export interface TumourTypeTree {
  /** Every code that is a diagnosis. */
  readonly diagnoses: readonly string[];
  find(code: string): TumourType | undefined;
  /** Nearest first, without the root. */
  ancestors(code: string): readonly string[];
  /** Whether the code names a tumour, not the root or a tissue. */
  isDiagnosis(code: string): boolean;
  isSolid(code: string): boolean;
  /** How evidence made for `scope` relates to a patient's type. */
  fit(scope: TumourTypeScope, code: string): TumourTypeFit;
  /** Whether `code` is one of `codes` or lies below one. */
  isWithin(codes: readonly string[], code: string): boolean;
  /** The code and all below it. */
  codesWithin(code: string): readonly string[];
  /** Today's codes for a retired one (several after a split). */
  replacementsFor(code: string): readonly string[];
  suggestionsFor(code: string): readonly string[];
}

const fitOrder: readonly TumourTypeFit[] = [
  'this-type',
  'parent-type',
  'any-tumour',
  'subtype',
  'another-type',
];

/** Reads the table of `data/tumour-types.tsv`. Throws on a duplicate, an unknown parent or a cycle, naming the line. */
export function readTumourTypes(tsv: string): TumourTypeTree {
  const types = new Map<string, TumourType>();
  const replacements = new Map<string, string[]>();
  for (const [index, line] of tsv.split('\n').entries()) {
    if (line === '' || line.startsWith('#') || line.startsWith('code\t')) continue;
    const [code = '', parent = '', name = '', formerly = ''] = line.split('\t');
    if (types.has(code)) throw new Error(`Tumour types, line ${String(index + 1)}: ${code} stands twice.`);
    types.set(code, parent === '' ? { code, name } : { code, name, parent });
    for (const old of formerly === '' ? [] : formerly.split('|')) {
      replacements.set(old, [...(replacements.get(old) ?? []), code]);
    }
  }
  const lineages = new Map([...types.keys()].map((code) => [code, lineage(types, code)]));
  const above = (code: string): readonly string[] => lineages.get(code) ?? [];
  const isSolid = (code: string): boolean =>
    types.has(code) && code !== root && ![code, ...above(code)].some((node) => liquidTissues.includes(node));
  const fitOne = (evidence: string, code: string): TumourTypeFit =>
    evidence === code
      ? 'this-type'
      : above(code).includes(evidence)
        ? 'parent-type'
        : above(evidence).includes(code)
          ? 'subtype'
          : 'another-type';
  return {
    find: (code) => types.get(code),
    ancestors: above,
    diagnoses: [...types.keys()].filter((code) => above(code).length > 0),
    isDiagnosis: (code) => types.has(code) && above(code).length > 0,
    isSolid,
    fit(scope, code) {
      if (scope === 'ANY') return 'any-tumour';
      if (scope === 'SOLID') return isSolid(code) ? 'any-tumour' : 'another-type';
      const fits = scope.map((evidence) => fitOne(evidence, code));
      return fitOrder.find((fit) => fits.includes(fit)) ?? 'another-type';
    },
    isWithin: (codes, code) => [code, ...above(code)].some((node) => codes.includes(node)),
    codesWithin: (code) => [...types.keys()].filter((other) => other === code || above(other).includes(code)),
    replacementsFor: (code) => (types.has(code) ? [] : (replacements.get(code) ?? [])),
    suggestionsFor: (code) =>
      nearest(code.toUpperCase(), new Map([...types.keys()].map((known) => [known, known]))),
  };
}

function lineage(types: ReadonlyMap<string, TumourType>, code: string): readonly string[] {
  const path: string[] = [];
  let parent = types.get(code)?.parent;
  while (parent !== undefined && parent !== root) {
    if (path.includes(parent) || parent === code) throw new Error(`Tumour types: ${code} lies in a circle.`);
    if (!types.has(parent))
      throw new Error(`Tumour types: the parent ${parent} of ${path.at(-1) ?? code} is not in the table.`);
    path.push(parent);
    parent = types.get(parent)?.parent;
  }
  return path;
}
