/** IUPAC three-letter codes to one-letter, with the stop (`Ter`) as `*`. */
const threeLetter: Readonly<Record<string, string>> = {
  ala: 'A',
  arg: 'R',
  asn: 'N',
  asp: 'D',
  cys: 'C',
  gln: 'Q',
  glu: 'E',
  gly: 'G',
  his: 'H',
  ile: 'I',
  leu: 'L',
  lys: 'K',
  met: 'M',
  phe: 'F',
  pro: 'P',
  ser: 'S',
  thr: 'T',
  trp: 'W',
  tyr: 'Y',
  val: 'V',
  sec: 'U',
  ter: '*',
  xaa: 'X',
};

const oneLetter = 'ACDEFGHIKLMNPQRSTVWYU';

/** Rewrites every three-letter code in a change to its one-letter form; other letters stay as they are. */
export const shortenResidues = (text: string): string =>
  text.replace(/[A-Za-z]{3}/g, (code) => threeLetter[code.toLowerCase()] ?? code);

/** Residues joined without separators, one or three letters each; undefined when a letter is none. */
export function readResidues(text: string): string | undefined {
  const shortened = /^([A-Z][a-z]{2})+$/.test(text) ? shortenResidues(text) : text;
  return Array.from(shortened).every((letter) => oneLetter.includes(letter) || letter === '*')
    ? shortened
    : undefined;
}
