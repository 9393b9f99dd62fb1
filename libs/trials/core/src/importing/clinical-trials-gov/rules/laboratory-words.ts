import type { MeasurementTest } from '@consilium/clinical';

interface TestWords {
  readonly tests: readonly MeasurementTest[];
  readonly words: string;
  /** The side on which trials set their limit; a bound on the other side is not what it seems. */
  readonly worse: 'low' | 'high';
  /** UCUM units, by the spellings in which this test's limits are written. */
  readonly units: Readonly<Record<string, string>>;
}

const uln = { ULN: 'ULN' };
const perMicrolitre = String.raw`(?:cells? ?)?/ ?(?:[uμ] ?l|mm\^?3|mcl|cmm|cu ?mm|microlit(?:er|re))`;
/** «109/L» behind a product sign is 10⁹/L whose superscript was lost. */
const billion = String.raw`x ?10(?:\^| ?\* ?\*?)?9 ?(?:cells? ?)?/ ?l(?:iter|itre)?`;
const cells = {
  [billion]: '10*9/L',
  [String.raw`x ?10\^?3 ?/ ?(?:[uμ]l|mm\^?3|mcl)`]: '10*3/uL',
  [perMicrolitre]: '/uL',
};
const short = (name: string, abbreviations: string): string =>
  String.raw`(?:${name})(?: ?\((?:${abbreviations})(?: or (?:${abbreviations}))?\))?`;
const ast = short(
  String.raw`(?:serum )?(?:aspartate (?:amino ?-?transferase|transaminase|transferase)|glutamic-oxaloacetic transaminase|ast(?: ?\(sgot\)|/sgot)?|sgot|asat)`,
  'ast|sgot|asat',
);
const alt = short(
  String.raw`(?:serum )?(?:alanine (?:amino ?-?transferase|transaminase|transferase)|glutamic-pyruvic transaminase|alt(?: ?\(sgpt\)|/sgpt)?|sgpt|alat)`,
  'alt|sgpt|alat',
);
const sgot = String.raw`(?: ?\((?:serum glutamic-oxaloacetic transaminase )?\(?sgot\)?\))?`;
const sgpt = String.raw`(?: ?\((?:serum glutam(?:ic-pyruvic|ate pyruvate) transaminase )?\(?sgpt\)?\))?`;

/** Longer names first, so that «creatinine clearance» is never read as creatinine. */
export const laboratoryTests: readonly TestWords[] = [
  {
    tests: ['neutrophils'],
    words: short(
      String.raw`(?:absolute )?neutrophils?(?: ?\(absolute value\))?(?: counts?)?|anc|absolute (?:value of )?neutrophils?`,
      'anc|absolute neutrophil count|absolute value',
    ),
    worse: 'low',
    units: cells,
  },
  {
    tests: ['platelets'],
    words: short(String.raw`(?:blood )?platelets?(?: counts?)?|plt`, 'plt|pc'),
    worse: 'low',
    units: cells,
  },
  {
    tests: ['leukocytes'],
    words: short(
      String.raw`white (?:blood )?cells?(?: \(wbc\))?(?: counts?)?|wbc(?: counts?)?|leukocytes?(?: counts?)?`,
      'wbc',
    ),
    worse: 'low',
    units: cells,
  },
  {
    tests: ['lymphocytes'],
    words: short(String.raw`(?:absolute )?lymphocytes?(?: counts?)?`, 'alc'),
    worse: 'low',
    units: cells,
  },
  {
    tests: ['haemoglobin'],
    words: short(String.raw`ha?emoglobin|hgb|hb`, 'hb|hgb'),
    worse: 'low',
    units: { 'g ?/ ?dl': 'g/dL', 'g ?/ ?l': 'g/L', 'g/100 ?ml': 'g/dL' },
  },
  {
    tests: ['creatinine-clearance'],
    words: short(
      String.raw`(?:(?:calculated|estimated) )?(?:serum )?(?:creatinine clearance(?: rate)?|cr ?cl|ccr|endogenous creatinine clearance rate)`,
      'cr ?cl|ccr',
    ),
    worse: 'low',
    units: { 'ml ?/ ?min(?:ute)?(?! ?/)': 'mL/min' },
  },
  {
    tests: ['creatinine'],
    words: short(String.raw`(?:serum )?creatinine|cr|scr`, 'cr|scr'),
    worse: 'high',
    units: { ...uln, 'mg ?/ ?dl': 'mg/dL', '[uμ]mol ?/ ?l': 'umol/L' },
  },
  {
    tests: ['bilirubin'],
    words: short(String.raw`(?:serum )?(?:total )?(?:serum )?bilirubin|tbil|tb`, 'tbil|tb'),
    worse: 'high',
    units: { ...uln, 'mg ?/ ?dl': 'mg/dL' },
  },
  {
    tests: ['ast', 'alt'],
    words: String.raw`(?:both )?${ast}${sgot} ?(?:and|/|,|&) ?${alt}${sgpt}`,
    worse: 'high',
    units: uln,
  },
  {
    tests: ['ast', 'alt'],
    words: String.raw`(?:both )?${alt}${sgpt} ?(?:and|/|,|&) ?${ast}${sgot}`,
    worse: 'high',
    units: uln,
  },
  { tests: ['ast'], words: `${ast}${sgot}`, worse: 'high', units: uln },
  { tests: ['alt'], words: `${alt}${sgpt}`, worse: 'high', units: uln },
  {
    tests: ['alkaline-phosphatase'],
    words: short('(?:serum )?alkaline? phosphatases?|alp', 'alp'),
    worse: 'high',
    units: uln,
  },
  {
    tests: ['albumin'],
    words: short('(?:serum )?albumin|alb', 'alb'),
    worse: 'low',
    units: { 'g ?/ ?dl': 'g/dL', 'g ?/ ?l': 'g/L' },
  },
  {
    tests: ['inr'],
    words: short('international (?:normali[sz]ed|standardi[sz]ed) ratio|inr', 'inr'),
    worse: 'high',
    units: { ...uln, '': '1' },
  },
  {
    tests: ['aptt'],
    words: short(String.raw`activated partial (?:thromboplastin|thrombin|prothrombin) time|aptt`, 'aptt'),
    worse: 'high',
    units: uln,
  },
  {
    tests: ['inr', 'aptt'],
    words: String.raw`(?:international (?:normali[sz]ed|standardi[sz]ed) ratio \(inr\)|inr) and (?:activated partial (?:thromboplastin|thrombin) time \(aptt\)|aptt)`,
    worse: 'high',
    units: uln,
  },
  { tests: ['lipase'], words: '(?:serum )?lipase', worse: 'high', units: uln },
  { tests: ['amylase'], words: '(?:serum )?amylase', worse: 'high', units: uln },
  {
    tests: ['lvef'],
    words: short(
      String.raw`(?:baseline )?(?:left ventricular )?ejection fraction|lvef|left ventricular ejection fraction`,
      'lvef',
    ),
    worse: 'low',
    units: { '%': '%' },
  },
  {
    tests: ['qtcf'],
    words: String.raw`(?:mean )?(?:resting )?(?:corrected qt interval \(qtcf\)|qtcf(?: interval)?|qt interval corrected (?:by|using) fridericia(?:'s)?(?: formula)?(?: \(qtcf\))?|qtc(?: interval)? (?:by|using) fridericia(?:'s)?(?: formula)?|fridericia-corrected qt interval(?: \(qtcf\))?)`,
    worse: 'high',
    units: { 'ms(?:ec)?|milliseconds?': 'ms' },
  },
];

const ofNormal = String.raw`(?:the )?(?:(?:institutional|laboratory|local) )?(?:upper limits? of (?:the )?(?:institutional )?normal(?: range)?|upper normal limit|uln|unl)(?: \((?:uln|unl)\))?`;
/** `1.5 x ULN`, `1.5 times the upper limit of normal`; a bare limit counts once. */
export const timesNormal = String.raw`(?:(?<times>\d+(?:\.\d+)?) ?(?:x|times)? ?)?${ofNormal}`;
