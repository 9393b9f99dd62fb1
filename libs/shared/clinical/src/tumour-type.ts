export interface TumourType {
  /** OncoTree code. */
  readonly code: string;
  readonly name: string;
  /** Absent only for the root, `TISSUE`. */
  readonly parent?: string;
}

/** How the tumour type an item of evidence was made for relates to the patient's. */
export type TumourTypeFit =
  /** The same code. */
  | 'this-type'
  /** The evidence holds for an ancestor of the patient's type, and so for it. */
  | 'parent-type'
  /** The evidence holds for every tumour, or every solid tumour. */
  | 'any-tumour'
  /** The evidence is for a subtype; the diagnosis as given does not say whether it is that one. */
  | 'subtype'
  | 'another-type';
