import type { LetterLanguage } from '../letter.js';

/** A row of a table is never as high as a page: what is too long for a cell is cut, and says so. */
export interface LetterTable {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly {
    readonly title: string;
    /** Of the width, as parts of the whole. */
    readonly share: number;
  }[];
  readonly rows: readonly (readonly string[])[];
}

/** A paragraph, after its lead-in in bold where it has one. */
export interface LetterParagraph {
  readonly kind: 'paragraph';
  readonly lead?: string;
  readonly text: string;
}

export type LetterBlock =
  | LetterParagraph
  | LetterTable
  | {
      readonly kind: 'facts';
      readonly entries: readonly { readonly term: string; readonly value: string }[];
    }
  | { readonly kind: 'list'; readonly items: readonly LetterEntry[]; readonly isNumbered?: boolean }
  | LetterSection;

export interface LetterEntry {
  readonly lead?: string;
  readonly text: string;
}

/** A heading with what belongs under it. */
export interface LetterSection {
  readonly kind: 'section';
  readonly heading: string;
  readonly blocks: readonly LetterBlock[];
  /** Set apart by a rule at its side. */
  readonly isSetApart?: boolean;
}

/**
 * A letter in words, laid out for reading: what all forms for people show, in this order. Its texts hold no control
 * characters and nothing that turns the direction of writing.
 */
export interface LetterDocument {
  readonly language: LetterLanguage;
  readonly title: string;
  readonly subtitle: string;
  /** Stands across every page; absent: it is signed. */
  readonly draft?: string;
  readonly running: RunningLines;
  readonly front: readonly LetterBlock[];
  readonly appendixTitle: string;
  readonly appendix: readonly LetterBlock[];
}

/** What every page says beside its number. */
export interface RunningLines {
  readonly patient: string;
  readonly version: string;
  readonly knowledge: string;
  readonly hash: string;
}
