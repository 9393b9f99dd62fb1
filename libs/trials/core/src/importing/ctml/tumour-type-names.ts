import type { TumourTypeTree } from '@consilium/clinical';
import { closest } from './closest.js';
import { didYouMean, type Reading } from './reading.js';
import { retiredTumourNames } from './retired-tumour-names.js';

/** OncoTree's first level (its version of 3 October 2025); every other node lies below one of these. */
export const tissueCodes = [
  'ADRENAL_GLAND',
  'AMPULLA_OF_VATER',
  'BILIARY_TRACT',
  'BLADDER',
  'BONE',
  'BOWEL',
  'BRAIN',
  'BREAST',
  'CERVIX',
  'EYE',
  'HEAD_NECK',
  'KIDNEY',
  'LIVER',
  'LUNG',
  'LYMPH',
  'MYELOID',
  'OTHER',
  'OVARY',
  'PANCREAS',
  'PENIS',
  'PERITONEUM',
  'PLEURA',
  'PNS',
  'PROSTATE',
  'SKIN',
  'SOFT_TISSUE',
  'STOMACH',
  'TESTIS',
  'THYMUS',
  'THYROID',
  'UTERUS',
  'VULVA',
] as const;

interface Names {
  /** Folded name to codes: OncoTree gives some names to a tumour of several organs. */
  readonly codes: ReadonlyMap<string, readonly string[]>;
  readonly names: readonly string[];
}

const known = new WeakMap<TumourTypeTree, Names>();

function namesOf(tree: TumourTypeTree): Names {
  const before = known.get(tree);
  if (before !== undefined) return before;
  const codes = new Map<string, string[]>();
  const names = new Set<string>();
  for (const code of tissueCodes.flatMap((tissue) => tree.codesWithin(tissue))) {
    const name = tree.find(code)?.name;
    if (name === undefined) continue;
    names.add(name);
    codes.set(fold(name), [...(codes.get(fold(name)) ?? []), code]);
  }
  const fresh = { codes, names: [...names] };
  known.set(tree, fresh);
  return fresh;
}

const fold = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replaceAll('tumour', 'tumor')
    .replaceAll('leukaemia', 'leukemia');

/**
 * OncoTree codes of a name as CTML writes it (`Lung Adenocarcinoma`), or of a code. A name that OncoTree gives to
 * tumours of several organs means all of them, as it does where names are compared.
 */
export function readTumourType(text: string, place: string, reading: Reading): readonly string[] | undefined {
  const { tumourTypes } = reading.references;
  const { codes, names } = namesOf(tumourTypes);
  const named = codes.get(fold(text));
  if (named !== undefined) {
    if (named.length > 1)
      reading.remark(
        `The tumour type «${text}» is one of several organs and was read as ${named.join(', ')}.`,
      );
    return named;
  }
  const type = tumourTypes.find(text.trim());
  if (type !== undefined && type.code !== 'TISSUE') {
    reading.remark(`The tumour type «${text}» was read as the OncoTree code of ${type.name}.`);
    return [type.code];
  }
  const retired = retiredIn(fold(text), tumourTypes);
  const today = (retired?.codes ?? []).flatMap((code) => tumourTypes.find(code)?.name ?? []);
  if (retired?.same === true && today.length > 0) {
    reading.remark(`The tumour type «${text}» is an earlier name and was read as ${today.join(', ')}.`);
    return retired.codes;
  }
  const message =
    retired === undefined
      ? `«${text}» is no name of OncoTree.`
      : `«${text}» is an earlier name of OncoTree, whose tumours have been divided otherwise since.`;
  const remedy = `Use a name of the present version.${didYouMean([...new Set([...today, ...closest(text, names)])].slice(0, 4))}`;
  reading.refuse('UNKNOWN_TUMOUR_TYPE', place, message, remedy);
  return undefined;
}

function retiredIn(
  name: string,
  tumourTypes: TumourTypeTree,
): { readonly codes: readonly string[]; readonly same: boolean } | undefined {
  if (!Object.hasOwn(retiredTumourNames, name)) return undefined;
  const { code, same } = retiredTumourNames[name] ?? { code: '', same: false };
  const codes = tumourTypes.find(code) === undefined ? tumourTypes.replacementsFor(code) : [code];
  return { codes, same };
}
