import type { Problem } from '@consilium/kernel';

/** Every reason for which genomics refuses an input. Published: a code never changes its meaning. */
export type GenomicsCode =
  | 'GENOMICS.NOT_A_VARIANT_FILE'
  | 'GENOMICS.BROKEN_HEADER'
  | 'GENOMICS.CUT_SHORT'
  | 'GENOMICS.LINE_TOO_LONG'
  | 'GENOMICS.BAD_RECORD'
  | 'GENOMICS.IMPOSSIBLE_COORDINATE'
  | 'GENOMICS.WRONG_BUILD'
  | 'GENOMICS.WHICH_SAMPLE'
  | 'GENOMICS.TOO_MANY_VARIANTS'
  | 'GENOMICS.UNKNOWN_GENE'
  | 'GENOMICS.AMBIGUOUS_GENE'
  | 'GENOMICS.UNKNOWN_TUMOUR_TYPE'
  | 'GENOMICS.UNREADABLE_CHANGE'
  | 'GENOMICS.CONTRADICTION'
  | 'GENOMICS.ISSUED_IN_FUTURE';

export const problem = (code: GenomicsCode, place: string, message: string, remedy: string): Problem => ({
  code,
  place,
  message,
  remedy,
});

/** Carries a refusal out of a reading loop; caught at the reader's door. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

export const refuse = (code: GenomicsCode, place: string, message: string, remedy: string): never => {
  throw new Refused(problem(code, place, message, remedy));
};
