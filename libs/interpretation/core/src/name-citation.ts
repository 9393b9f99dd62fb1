import type { Citation } from '@consilium/knowledge-core';

/** `PMID 12345678`, `FDA label NDA 202806, 2014`. */
export function nameCitation(citation: Citation): string {
  switch (citation.kind) {
    case 'pmid':
      return `PMID ${citation.id}`;
    case 'label':
      return `${citation.agency} label${citation.reference === undefined ? '' : ` ${citation.reference}`}, ${String(citation.year)}`;
    case 'guideline':
      return `${citation.name}, ${String(citation.year)}`;
    case 'other':
      return citation.text;
  }
}
