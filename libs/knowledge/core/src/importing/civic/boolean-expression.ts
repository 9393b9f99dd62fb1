/** A Boolean expression over terms, as CIViC writes molecular profiles: `A AND ( B OR NOT C )`. */
export type Expression =
  | { readonly all: readonly Expression[] }
  | { readonly any: readonly Expression[] }
  | { readonly not: Expression }
  | { readonly term: string };

/**
 * Reads an expression. Names of variants hold parentheses themselves (`L188V (c.562C>G)`): only a parenthesis that
 * stands alone groups. AND binds closer than OR. Undefined where brackets or words do not match up.
 */
export function parseExpression(text: string): Expression | undefined {
  const words = text.split(/\s+/).filter((word) => word !== '');
  let at = 0;

  const either = (): Expression | undefined => {
    const parts = separated('OR', both);
    return parts === undefined ? undefined : parts.length === 1 ? parts[0] : { any: parts };
  };
  const both = (): Expression | undefined => {
    const parts = separated('AND', single);
    return parts === undefined ? undefined : parts.length === 1 ? parts[0] : { all: parts };
  };
  const separated = (word: string, part: () => Expression | undefined): readonly Expression[] | undefined => {
    const parts: Expression[] = [];
    do {
      const one = part();
      if (one === undefined) return undefined;
      parts.push(one);
    } while (words[at] === word && ++at > 0);
    return parts;
  };
  const single = (): Expression | undefined => {
    if (words[at] === 'NOT') {
      at += 1;
      const inner = single();
      return inner === undefined ? undefined : { not: inner };
    }
    if (words[at] === '(') {
      at += 1;
      const inner = either();
      if (inner === undefined || words[at] !== ')') return undefined;
      at += 1;
      return inner;
    }
    const from = at;
    while (at < words.length && !['AND', 'OR', '(', ')', 'NOT'].includes(words[at] ?? '')) at += 1;
    return at === from ? undefined : { term: words.slice(from, at).join(' ') };
  };

  const whole = either();
  return at === words.length ? whole : undefined;
}
