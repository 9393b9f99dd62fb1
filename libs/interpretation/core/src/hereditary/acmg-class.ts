/** The five classes of ACMG/AMP 2015 (PMID 25741868), and what is no class. */
export type AcmgClass =
  | 'pathogenic'
  | 'likely-pathogenic'
  | 'uncertain'
  | 'likely-benign'
  | 'benign'
  | 'conflicting'
  | 'not-stated';

/** Whole terms only: "not pathogenic" and "suspected pathogenic" hold the word and mean something else. */
const terms: readonly (readonly [RegExp, AcmgClass])[] = [
  [/^conflicting\b/, 'conflicting'],
  [/^(pathogenic( variant)?|p|(acmg )?(class|klasse) (5|v))$/, 'pathogenic'],
  [/^((likely|probably) pathogenic( variant)?|lp|(acmg )?(class|klasse) (4|iv))$/, 'likely-pathogenic'],
  [
    /^((variant of )?(uncertain|unknown|undetermined) (clinical )?significance|uncertain|vus|vous|(acmg )?(class|klasse) (3|iii))$/,
    'uncertain',
  ],
  [/^((likely|probably) benign|lb|(acmg )?(class|klasse) (2|ii))$/, 'likely-benign'],
  [/^(benign|b|(acmg )?(class|klasse) (1|i))$/, 'benign'],
];

/** ClinVar writes these beside a class; they do not change it. */
const beside = [
  'affects',
  'association',
  'confers sensitivity',
  'drug response',
  'low penetrance',
  'not provided',
  'other',
  'protective',
  'risk factor',
];

/** Advice that laboratories add to a class. */
const advice =
  /^(germline|genetic) (testing|test|counselling|counseling|confirmation) (is )?(advised|recommended|suggested|required)$/;

/**
 * The class a laboratory reports in its own words (`Pathogenic/Likely_pathogenic`, `pathogenic (ClinVar, expert
 * panel)`). Terms that contradict each other are conflicting; a prediction, or a word that is not known, is no class.
 */
export function readAcmgClass(text: string | undefined): AcmgClass {
  const parts = (text ?? '')
    .toLowerCase()
    .replaceAll(/[_-]/g, ' ')
    .replaceAll(/\((likely|probably)\)/g, '$1')
    .replaceAll(/\([^)]*\)/g, '')
    .split(/[/;,|]/)
    .map((part) => part.replaceAll(/\s+/g, ' ').trim())
    .filter((part) => part !== '' && !beside.includes(part) && !advice.test(part));
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

/** Benign by its class: nothing further is asked. Uncertain is not among them. */
export const isHarmless = (acmg: AcmgClass): boolean => acmg === 'benign' || acmg === 'likely-benign';
