import type { GeneCatalogue } from '@consilium/clinical';

export interface NamedGene {
  readonly gene: string;
  readonly geneAsReported?: string;
}

/** Names genes as the catalogue does, and remembers those it does not know, for one remark about all of them. */
export class GeneNames {
  private readonly known = new Map<string, NamedGene>();
  private readonly strange = new Set<string>();

  constructor(private readonly genes: GeneCatalogue) {}

  name(symbol: string): NamedGene {
    const seen = this.known.get(symbol);
    if (seen !== undefined) return seen;
    const answer = this.genes.resolve(symbol);
    const named =
      answer.kind === 'approved'
        ? { gene: symbol }
        : answer.kind === 'alias'
          ? { gene: answer.symbol, geneAsReported: symbol }
          : { gene: symbol };
    if (answer.kind === 'unknown' || answer.kind === 'ambiguous') this.strange.add(symbol);
    this.known.set(symbol, named);
    return named;
  }

  remarks(file: string): readonly string[] {
    if (this.strange.size === 0) return [];
    const some = [...this.strange].sort().slice(0, 5).join(', ');
    return [
      `${file}: ${String(this.strange.size)} gene symbols are not approved by HGNC and cannot be matched to evidence (${some}${this.strange.size > 5 ? ', …' : ''}).`,
    ];
  }
}
