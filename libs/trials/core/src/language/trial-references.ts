import type { GeneCatalogue, TumourTypeTree } from '@consilium/clinical';

/** Names that criteria may use. */
export interface TrialReferences {
  readonly tumourTypes: TumourTypeTree;
  readonly genes: GeneCatalogue;
  readonly drugs: {
    readonly knownClasses: ReadonlySet<string>;
    isKnownDrug(name: string): boolean;
    classesOf(name: string): readonly string[] | undefined;
  };
  /** Diseases beside the tumour, and other malignancies. */
  readonly conditions: ReadonlySet<string>;
}
