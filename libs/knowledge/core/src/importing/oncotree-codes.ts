import type { TumourTypeScope } from '../evidence.js';
import type { ImportReferences } from './imported-row.js';

/** What an importer of a source that speaks OncoTree asks beside the common vocabulary. */
export interface OncoTreeReferences extends ImportReferences {
  /** The code itself where it is a tumour type today, its replacements where it was retired, else none. */
  readonly currentCodes: (code: string) => readonly string[];
}

export interface ReadTumourTypes {
  readonly tumourTypes: TumourTypeScope;
  readonly notes: readonly string[];
}

/** By the code first, else by the name; a disease that is neither fits no tumour type, with a note. */
export function readTumourTypes(code: string, name: string, references: OncoTreeReferences): ReadTumourTypes {
  const current = code === '' ? [] : references.currentCodes(code);
  if (current.length > 0) {
    const same = current.length === 1 && current[0] === code;
    return { tumourTypes: current, notes: same ? [] : [`${code} was read as ${current.join(', ')}.`] };
  }
  const named = name === '' ? undefined : references.tumourTypes({ name });
  if (named !== undefined) return { tumourTypes: named, notes: [] };
  const disease = [name, code].filter((part) => part !== '').join(', code ');
  return {
    tumourTypes: [],
    notes: [
      disease === ''
        ? 'No disease is named: the statement fits no tumour type.'
        : `${disease} has no counterpart among the tumour types: the statement fits none.`,
    ],
  };
}
