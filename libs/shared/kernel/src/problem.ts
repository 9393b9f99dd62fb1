/**
 * What is wrong with an input, so that its sender can mend it: the place, the reason and the remedy.
 * Codes read `CONTEXT.REASON` and never change once published.
 */
export interface Problem {
  readonly code: string;
  /** A JSON pointer (`/findings/smallVariants/3/gene`), or a place in a file (`tumour.vcf, line 12, column POS`). */
  readonly place: string;
  readonly message: string;
  /** What is accepted instead, or what to do next. */
  readonly remedy: string;
}

/** One line a person can act on. */
export const describeProblem = ({ place, message, remedy }: Problem): string =>
  `${place === '' ? 'the document' : place}: ${message} ${remedy}`.trim();
