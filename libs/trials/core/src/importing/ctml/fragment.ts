import type { Composite, Criterion, Leaf } from '../../language/criterion.js';
import { isList, isMapping } from './read-members.js';

/**
 * A CTML fragment on one line, as a reader of the trial knows it: `{hugo_symbol: BRAF, exon: 15}`. What lies deeper than
 * any criterion does is left out, since a label may lead back into itself.
 */
export function fragmentOf(value: unknown, depth = 0): string {
  if (depth > 4) return '…';
  if (isMapping(value))
    return `{${Object.entries(value)
      .map(([key, content]) => `${key}: ${fragmentOf(content, depth + 1)}`)
      .join(', ')}}`;
  if (isList(value)) return `[${value.map((item) => fragmentOf(item, depth + 1)).join(', ')}]`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Every leaf of the criterion with the fragment it was read from. */
export function withText(criterion: Criterion, text: string): Criterion {
  if ('all' in criterion) return { ...criterion, all: criterion.all.map((part) => withText(part, text)) };
  if ('any' in criterion) return { ...criterion, any: criterion.any.map((part) => withText(part, text)) };
  if ('not' in criterion) return { ...criterion, not: withText(criterion.not, text) };
  if ('atLeast' in criterion) {
    const { count, of } = criterion.atLeast;
    return { ...criterion, atLeast: { count, of: of.map((part) => withText(part, text)) } };
  }
  return { ...criterion, text };
}

type Bare = Composite | Leaf;

/** All of them; a single one stands for itself. */
export const allOf = (parts: readonly Criterion[]): Criterion =>
  parts.length === 1 && parts[0] !== undefined ? parts[0] : { all: parts };

export const anyOf = (parts: readonly Criterion[]): Criterion =>
  parts.length === 1 && parts[0] !== undefined ? parts[0] : { any: parts };

export const negatedIf = (negated: boolean, criterion: Criterion): Criterion =>
  negated ? { not: criterion } : criterion;

/** What our language cannot express: kept, and never known. */
export const unstructured = (text: string): Bare => ({ unstructured: { text, list: 'not-stated' } });

/** Where a source says that anybody fits: any diagnosis of a tumour. */
export const anybody: Bare = { tumourType: { within: 'ANY' } };
