import { nearest } from './nearest.js';

export type GeneAnswer =
  | { readonly kind: 'approved'; readonly symbol: string }
  /** A previous or alias symbol of exactly one gene. */
  | { readonly kind: 'alias'; readonly symbol: string }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] };

/** Approved gene symbols and the other names genes go by. */
export interface GeneCatalogue {
  resolve(symbol: string): GeneAnswer;
}

/** Reads the table of `data/genes.tsv`: symbol, HGNC number, aliases joined by `|`; `#` begins a comment. */
export function readGeneCatalogue(tsv: string): GeneCatalogue {
  const approved = new Map<string, string>();
  const aliases = new Map<string, string[]>();
  for (const line of tsv.split('\n')) {
    if (line === '' || line.startsWith('#') || line.startsWith('symbol\t')) continue;
    const [symbol = '', , others = ''] = line.split('\t');
    approved.set(symbol.toUpperCase(), symbol);
    for (const alias of others === '' ? [] : others.split('|')) {
      const key = alias.toUpperCase();
      aliases.set(key, [...(aliases.get(key) ?? []), symbol]);
    }
  }
  return {
    resolve(text) {
      const key = text.trim().toUpperCase();
      const symbol = approved.get(key);
      // An approved symbol wins over the same text as another gene's alias.
      if (symbol !== undefined)
        return symbol === text ? { kind: 'approved', symbol } : { kind: 'alias', symbol };
      const candidates = [...new Set(aliases.get(key))];
      if (candidates[0] !== undefined && candidates.length === 1)
        return { kind: 'alias', symbol: candidates[0] };
      if (candidates.length > 1) return { kind: 'ambiguous', candidates: candidates.sort() };
      // Comparing with every gene takes milliseconds: only for who asks.
      return {
        kind: 'unknown',
        get suggestions() {
          return nearest(key, approved);
        },
      };
    },
  };
}
