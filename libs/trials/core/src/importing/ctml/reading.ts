import type { GeneCatalogue, TumourTypeTree } from '@consilium/clinical';
import type { Problem } from '@consilium/kernel';

export interface CtmlReferences {
  readonly tumourTypes: TumourTypeTree;
  readonly genes: GeneCatalogue;
}

/** One import under way: what it looks up, and what it has found wrong or worth telling so far. */
export interface Reading {
  readonly references: CtmlReferences;
  readonly problems: readonly Problem[];
  readonly remarks: readonly string[];
  /** Notes a problem; the caller goes on without the criterion, so that one import tells of all problems. */
  refuse(reason: CtmlReason, place: string, message: string, remedy: string): void;
  remark(text: string): void;
}

export const ctmlReasons = [
  'UNREADABLE',
  'TOO_LARGE',
  'TOO_DEEP',
  'WRONG_TYPE',
  'MISSING',
  'EMPTY',
  'UNKNOWN_KEY',
  'UNKNOWN_VALUE',
  'UNKNOWN_GENE',
  'UNKNOWN_TUMOUR_TYPE',
  'CONTRADICTION',
] as const;
export type CtmlReason = (typeof ctmlReasons)[number];

export const ctmlProblem = (reason: CtmlReason, place: string, message: string, remedy: string): Problem => ({
  code: `TRIALS.CTML_${reason}`,
  place,
  message,
  remedy,
});

export function startReading(references: CtmlReferences): Reading {
  const problems: Problem[] = [];
  const remarks = new Set<string>();
  return {
    references,
    problems,
    get remarks() {
      return [...remarks];
    },
    refuse(reason, place, message, remedy) {
      problems.push(ctmlProblem(reason, place, message, remedy));
    },
    remark: (text) => {
      remarks.add(text);
    },
  };
}

/** A step further in a JSON pointer. */
export const below = (place: string, key: string | number): string =>
  `${place}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** `A`, `A or B`, `A, B or C`. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1) ?? ''}`;

/** «Did you mean …?» where something comes near. */
export const didYouMean = (suggestions: readonly string[]): string =>
  suggestions.length === 0 ? '' : ` Did you mean ${listed(suggestions.map((one) => `«${one}»`))}?`;
