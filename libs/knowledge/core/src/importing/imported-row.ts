import type { EvidenceItem, SourceTerm } from '../evidence.js';

/** What became of one row of a source's file: taken as an item or a term, or skipped with the reason. */
export type ImportedRow =
  | { readonly place: RowPlace; readonly item: EvidenceItem; readonly notes: readonly string[] }
  | { readonly place: RowPlace; readonly term: SourceTerm; readonly notes: readonly string[] }
  | { readonly place: RowPlace; readonly skipped: string };

export interface RowPlace {
  readonly file: string;
  /** 1-based line for a table, 1-based element for a JSON list. */
  readonly row: number;
  /** The source's own number, where the row has one. */
  readonly id?: string;
}

/** What an importer asks of the product's own vocabulary. */
export interface ImportReferences {
  /** The approved symbol, or undefined where the name is unknown or means several genes. */
  readonly geneSymbol: (name: string) => string | undefined;
  /** OncoTree codes (or ANY, SOLID) for a disease; undefined where none is known. */
  readonly tumourTypes: (disease: {
    readonly doid?: string;
    readonly name: string;
  }) => 'ANY' | 'SOLID' | readonly string[] | undefined;
  /** The generic name in lower case: salts and brand names resolved where known. */
  readonly drugName: (name: string) => string;
}
