const residue = '[ACDEFGHIKLMNPQRSTVWY]';
const place = `${residue}[1-9]\\d*`;
const places = `${place}(?:_${place})?`;

const normalForms = [
  new RegExp(`^(${residue})[1-9]\\d*(?!\\1)(?:${residue}|\\*)$`),
  new RegExp(`^${places}(?:del|dup)$`),
  new RegExp(`^${place}_${place}ins${residue}+$`),
  new RegExp(`^${places}delins${residue}+$`),
  new RegExp(`^${place}fs(?:\\*\\d+)?$`),
  /^X[1-9]\d*_splice$/,
];

/** `V600E`, `E746_A750del`, `T1556fs*14`: one-letter, without `p.`; `V600V` changes nothing and is refused. */
export const isProteinChange = (text: string): boolean => normalForms.some((form) => form.test(text));

const codon = new RegExp(`^${place}$`);

/** An exact change, or a codon with its residue (`V600`). */
export const isHotspot = (text: string): boolean => codon.test(text) || isProteinChange(text);
