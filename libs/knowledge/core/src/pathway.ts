/** What `pathways.yaml` of a release holds: genes that act together, and which way each pushes. */
export interface Pathway {
  readonly name: string;
  readonly genes: readonly { readonly symbol: string; readonly role: 'activates' | 'suppresses' }[];
  readonly source: string;
}

export interface PathwayTables {
  readonly sources: readonly {
    readonly key: string;
    readonly name: string;
    readonly date: string;
    readonly pmid?: string;
  }[];
  readonly pathways: readonly Pathway[];
}
