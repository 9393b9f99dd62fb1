import type { GeneCatalogue } from '@consilium/clinical';
import type { Problem } from '@consilium/kernel';
import type { NamedGene } from './gene-names.js';
import { problem, type GenomicsCode } from './genomics.errors.js';

/** Collects what is wrong with a report and what a reader should know of it, while it is read. */
export class ReportRemarks {
  readonly problems: Problem[] = [];
  readonly remarks: string[] = [];

  constructor(private readonly genes: GeneCatalogue) {}

  refuse(code: GenomicsCode, place: string, message: string, remedy: string): void {
    this.problems.push(problem(code, place, message, remedy));
  }

  remark(text: string): void {
    if (!this.remarks.includes(text)) this.remarks.push(text);
  }

  /** The gene by its HGNC symbol; an unknown or ambiguous one is a problem at `place`. */
  gene(text: string, place: string): NamedGene {
    const answer = this.genes.resolve(text);
    switch (answer.kind) {
      case 'approved':
        return { gene: answer.symbol };
      case 'alias':
        this.remark(`${text} is read as ${answer.symbol}.`);
        return { gene: answer.symbol, geneAsReported: text };
      case 'ambiguous':
        this.refuse(
          'GENOMICS.AMBIGUOUS_GENE',
          place,
          `${text} is an alias of several genes: ${answer.candidates.join(', ')}.`,
          'Send the HGNC symbol.',
        );
        return { gene: text };
      case 'unknown': {
        const near = answer.suggestions.length > 0 ? ` Did you mean ${answer.suggestions.join(' or ')}?` : '';
        this.refuse(
          'GENOMICS.UNKNOWN_GENE',
          place,
          `${text} is no gene symbol of HGNC.${near}`,
          'Send the HGNC symbol.',
        );
        return { gene: text };
      }
    }
  }
}
