/** How much one operation may ask for. */
export interface QueryLimits {
  /** Points, as `field-costs.ts` counts them. */
  readonly cost: number;
  /** Fields within fields. */
  readonly depth: number;
  /** Fields of the root type, aliases counted apart. */
  readonly rootFields: number;
  /** Fields altogether, each fragment counted where it is used. */
  readonly fields: number;
  /** Of the document, as the parser counts. */
  readonly tokens: number;
  /** Of the document's text. */
  readonly characters: number;
}
