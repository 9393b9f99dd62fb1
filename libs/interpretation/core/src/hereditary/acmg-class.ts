/** The five classes of ACMG/AMP 2015 (PMID 25741868), and what is no class. */
export type AcmgClass =
  | 'pathogenic'
  | 'likely-pathogenic'
  | 'uncertain'
  | 'likely-benign'
  | 'benign'
  | 'conflicting'
  | 'not-stated';

const terms: readonly (readonly [RegExp, AcmgClass])[] = [
  [/conflicting/, 'conflicting'],
  [/likely pathogenic|^lp$|class 4/, 'likely-pathogenic'],
  [/pathogenic|^p$|class 5/, 'pathogenic'],
  [/likely benign|^lb$|class 2/, 'likely-benign'],
  [/benign|^b$|class 1/, 'benign'],
  [/uncertain|^vus$|class 3/, 'uncertain'],
];

/**
 * The class a laboratory reports in its own words (`Pathogenic/Likely_pathogenic`, `pathogenic (ClinVar, expert
 * panel)`). Terms that contradict each other are conflicting; a prediction is no class.
 */
export function readAcmgClass(text: string | undefined): AcmgClass {
  const parts = (text ?? '')
    .toLowerCase()
    .replaceAll('_', ' ')
    .replaceAll(/\([^)]*\)/g, '')
    .split(/[/;,|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/predicted|drug response|not provided|^other$/.test(part));
  const classes = parts.map((part) => terms.find(([term]) => term.test(part))?.[1]);
  if (classes.length === 0 || classes.includes(undefined)) return 'not-stated';
  const known = [...new Set(classes)].filter((one) => one !== undefined);
  const [first = 'not-stated'] = known;
  if (known.length === 1) return first;
  const within = (list: readonly AcmgClass[]): boolean => known.every((one) => list.includes(one));
  // ClinVar joins neighbours; the more careful one stands.
  if (within(['pathogenic', 'likely-pathogenic'])) return 'likely-pathogenic';
  return within(['benign', 'likely-benign']) ? 'likely-benign' : 'conflicting';
}

export const isHarmful = (acmg: AcmgClass): boolean => acmg === 'pathogenic' || acmg === 'likely-pathogenic';
