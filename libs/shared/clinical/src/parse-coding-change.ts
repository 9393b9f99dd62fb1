const longest = 2000;
const place = '[-*]?\\d+(?:[+-]\\d+)?';
const bases = '[ACGTN]+';

const forms: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [new RegExp(`^(${place})(${bases})>(${bases})$`), (m) => `${m[1] ?? ''}${m[2] ?? ''}>${m[3] ?? ''}`],
  [
    new RegExp(`^(${place}(?:_${place})?)del(?:${bases}|\\d+)?ins(${bases})$`),
    (m) => `${m[1] ?? ''}delins${m[2] ?? ''}`,
  ],
  [
    new RegExp(`^(${place}(?:_${place})?)(del|dup|inv)(?:${bases}|\\d+)?$`),
    (m) => `${m[1] ?? ''}${m[2] ?? ''}`,
  ],
  [new RegExp(`^(${place}_${place})ins(${bases}|\\d+)$`), (m) => `${m[1] ?? ''}ins${m[2] ?? ''}`],
  [new RegExp(`^(${place}(?:_${place})?)(${bases})?=$`), (m) => `${m[1] ?? ''}=`],
];

/**
 * Normal form of an HGVS coding change: `c.2235_2249del`, without transcript and without deleted or duplicated bases.
 * Undefined for what is none.
 */
export function normaliseCodingChange(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const decoded = text.trim().replaceAll(/%3D/gi, '=').replaceAll(/%3A/gi, ':').replaceAll(/%3E/gi, '>');
  const bare = decoded.slice(decoded.lastIndexOf(':') + 1);
  if (!/^c\./i.test(bare)) return undefined;
  const body = bare.slice(2).replace(/^\((.*)\)$/, '$1');
  const upper = body.replaceAll(/[acgtnu]+/gi, (run) =>
    /^(del|ins|dup|inv)$/i.test(run) ? run : run.toUpperCase(),
  );
  const cased = upper.replaceAll(/DEL|INS|DUP|INV/gi, (word) => word.toLowerCase());
  for (const [form, write] of forms) {
    const match = form.exec(cased);
    if (match !== null) return `c.${write(match)}`;
  }
  return undefined;
}
