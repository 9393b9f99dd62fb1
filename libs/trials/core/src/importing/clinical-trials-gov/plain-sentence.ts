/**
 * A sentence as the rules read it: lower case, one spelling of each comparator (`>=`), product sign (`x`), dash and
 * bracket, numbers without thousands separators, no closing punctuation. For reading only; what is kept is the source's text.
 */
export function plainSentence(text: string): string {
  let plain = text;
  for (const [pattern, replacement] of spellings) plain = plain.replace(pattern, replacement);
  plain = plain.normalize('NFKC').toLowerCase();
  for (const [pattern, replacement] of words) plain = plain.replace(pattern, replacement);
  return plain.trim();
}

/** Before letters are folded: escapes, entities, and what folding would make ambiguous (10⁹ → 109). */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/\\([^\w\s])/gu, '$1'],
  [/&gt;/giu, '>'],
  [/&lt;/giu, '<'],
  [/&ge;/giu, '≥'],
  [/&le;/giu, '≤'],
  [/&amp;/giu, '&'],
  [/&nbsp;|\u00a0/giu, ' '],
  [/⁹/gu, '^9'],
  [/³/gu, '^3'],
  [/²/gu, '^2'],
  [/[、]/gu, ','],
  [/[。]/gu, '.'],
];

const words: readonly (readonly [RegExp, string])[] = [
  [/[\u2010-\u2015\u2212~∼]/gu, '-'],
  [/[‘’`´]/gu, "'"],
  [/[×✕⋅·∙]/gu, ' x '],
  [/[≧⩾≥]|>\s*=|=\s*>|>\s*\/\s*=|>\s*or\s*=/gu, '>='],
  [/[≦⩽≤]|<\s*=|=\s*<|<\s*\/\s*=|<\s*or\s*=/gu, '<='],
  [
    /\b(?:(?:greater|more) than or equal to|equal to or (?:greater|more) than|(?:not|no) less than|at least|(?:a )?minimum of)\b/gu,
    '>=',
  ],
  [/\b(?:less than or equal to|equal to or less than|(?:not|no) (?:more|greater) than|at most)\b/gu, '<='],
  [/\b(?:greater|more|higher|longer) than\b/gu, '>'],
  [/\b(?:less|lower|shorter) than\b/gu, '<'],
  [/\b(?:over|above|exceeding)(?=\s*\d)/gu, '>'],
  [/\b(?:below|under)(?=\s*\d)/gu, '<'],
  [/\s*(>=|<=|>|<)\s*/gu, ' $1 '],
  [/(\d),(\d{3})(?!\d)/gu, '$1$2'],
  [/\b(\d{1,3}) 000\b/gu, '$1000'],
  [/(\d)\s*x\s*(?=10[\d^* ]|uln|unl|upper|the upper|institutional|the institutional)/gu, '$1 x '],
  [/[[{]/gu, '('],
  [/[\]}]/gu, ')'],
  [/\s+/gu, ' '],
  [/\( /gu, '('],
  [/ (?=[),;.:])/gu, ''],
  [/[\s.;,]+$/u, ''],
];
