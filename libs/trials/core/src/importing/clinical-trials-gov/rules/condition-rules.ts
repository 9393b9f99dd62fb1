import type { InfectiousAgent } from '@consilium/clinical';
import type { Criterion } from '../../../language/criterion.js';
import { anyOrOnly, orDoubtful, whole, windowOf, windowDays, type Rule, type StatedList } from './rule.js';

const agents: readonly (readonly [InfectiousAgent, RegExp])[] = [
  ['HIV', whole(String.raw`(?:human immunodeficiency virus(?: \( ?hiv\))?|hiv(?: 1/2)?)(?:[ -]positive)?`)],
  ['HBV', whole(String.raw`(?:hepatitis b(?: virus)?(?: \(hbv\))?|hbv)`)],
  ['HCV', whole(String.raw`(?:hepatitis c(?: virus)?(?: \(hcv\))?|hcv|c)`)],
  ['tuberculosis', whole(String.raw`(?:tuberculosis(?: \(tb\))?|tb)`)],
];
const segment = whole(
  String.raw`(?:known |has |have |an? |any |presence of )*(?<state>(?:known )?history of |active |chronic )?(?:known |an? )*(?<agent>[a-z0-9 ()/]+?)(?<infection> infections?)?(?: \((?:hiv|hbv|hcv|tb)\))?`,
);

type InfectionState = 'active' | 'controlled' | 'past';
const one = (agent: InfectiousAgent, states: readonly InfectionState[]): Criterion => ({
  infection: { agents: [agent], states },
});

function infectionOf(agent: InfectiousAgent, state: string, source: string, list: StatedList): Criterion {
  if (state === 'active') return orDoubtful(one(agent, ['active']), one(agent, ['controlled']), source, list);
  if (state === 'history of' || agent === 'HIV') return one(agent, ['active', 'controlled', 'past']);
  const present = one(agent, ['active', 'controlled']);
  return state === 'chronic' ? present : orDoubtful(present, one(agent, ['past']), source, list);
}

const hivPositive = whole(
  String.raw`(?:known )?(?:to be )?(?:hiv(?: antibody)?[ -]positiv(?:e|ity)|positive for hiv|human immunodeficiency virus \(hiv\)[ -]positive|positive hiv (?:antibody )?test(?: results?)?)`,
);

/**
 * Infections named one by one, joined by «or»; a state holds for those after it («active hepatitis B or C»). What is
 * active under suppressing treatment, and what is meant by a past infection where no state is named, is left open.
 */
export const infectionRule: Rule = {
  name: 'infection with HIV, HBV, HCV, tuberculosis',
  lists: ['exclusion'],
  read(sentence, list, source) {
    if (hivPositive.test(sentence)) return one('HIV', ['active', 'controlled', 'past']);
    let state = '';
    const found: Criterion[] = [];
    for (const part of sentence.split(/,? (?:or|and\/or) |, (?!or)|(?<=b)\/(?=c)/u)) {
      const groups = segment.exec(part.trim())?.groups;
      const words = groups?.['agent']?.trim() ?? '';
      const agent = agents.find(([, pattern]) => pattern.test(words))?.[0];
      if (groups === undefined || agent === undefined) return undefined;
      if (words === 'c' && found.length === 0) return undefined;
      const stated = groups['state']?.replace('known ', '').trim();
      if (stated !== undefined) state = stated;
      found.push(infectionOf(agent, state, source, list));
    }
    return anyOrOnly(found);
  },
};

const autoimmune = 'autoimmune (?:diseases?|disorders?|conditions?)';
const activeAutoimmune = whole(
  `(?:has |have |with |an? |any |known |presence of )*active (?:known )?${autoimmune}`,
);
const anyAutoimmune = whole(
  `(?:an? |any |known )*(?:active (?:${autoimmune} )?or (?:prior|previous|a )?(?:documented )?(?:history of )?(?:an? )?${autoimmune}|(?:known )?history of (?:an? |any )?${autoimmune})`,
);
const replaced = String.raw`(?:\.? replacement therapy \([^()]*\) is not considered a form of systemic treatment(?: and is allowed)?)?`;
const treatedAutoimmune = whole(
  String.raw`(?:has |have |an? |any )*active ${autoimmune} that (?:has |have )?required systemic treatment (?:in|within) (?:the )?(?:past|last) (?<years>[1-5]|one|two) years?(?: \((?:i\.?e\.?|e\.?g\.?),? ?(?:with )?(?:the )?use of disease[- ]modifying agents, corticosteroids,? or immunosuppressive drugs\))?${replaced}`,
);
const numbers: Readonly<Record<string, number>> = { one: 1, two: 2 };

/** Lists of exceptions, and «suspected» disease, are left alone. */
export const autoimmuneRule: Rule = {
  name: 'autoimmune disease',
  lists: ['exclusion'],
  read(sentence, list, source) {
    if (activeAutoimmune.test(sentence))
      return orDoubtful(
        { autoimmuneDisease: { states: ['active'] } },
        { autoimmuneDisease: { states: ['controlled'] } },
        source,
        list,
      );
    if (anyAutoimmune.test(sentence)) return { autoimmuneDisease: {} };
    const years = treatedAutoimmune.exec(sentence)?.groups?.['years'];
    if (years === undefined) return undefined;
    const systemicTreatmentWithinDays = Math.ceil((numbers[years] ?? Number(years)) * 365.25);
    return orDoubtful(
      { autoimmuneDisease: { states: ['active'], systemicTreatmentWithinDays } },
      { autoimmuneDisease: { states: ['controlled', 'resolved'], systemicTreatmentWithinDays } },
      source,
      list,
    );
  },
};

/** What is this disease by name, and what some protocols count to it. */
const interstitial = ['interstitial lung disease'];
const related = ['pneumonitis', 'pulmonary fibrosis'];
const ild = String.raw`interstitial lung disease(?: \(ild\))?|ild`;
const history = '(?:(?:medical|past|known|previous|prior|an?) )*history of (?:an? )?';
const ildForm = whole(
  `(?:known |presence of |evidence of )?(?:(?<history>${history}(?:or current |or active )?)|(?<active>active |current ))?(?:${ild})`,
);
const pneumonitis = String.raw`\(?(?:non-?infectious)?\)? ?pneumonitis(?: ?/ ?(?:${ild}))?`;
const treatedPneumonitis = whole(
  String.raw`(?:has |have |an? )*(?:known )?history of ${pneumonitis} that (?:has )?required (?:systemic )?steroids,? or (?:has |have )?current ${pneumonitis}`,
);

/** Whether a past disease was treated with steroids is not recorded, so a past one is left open. */
export const interstitialRule: Rule = {
  name: 'interstitial lung disease',
  lists: ['exclusion'],
  read(sentence, list, source) {
    const groups = ildForm.exec(sentence)?.groups;
    if (groups !== undefined) {
      const ever = groups['history'] !== undefined;
      const states =
        groups['active'] === undefined ? (['active', 'controlled'] as const) : (['active'] as const);
      return orDoubtful(
        { condition: { names: interstitial, ...(ever ? {} : { states }) } },
        { condition: { names: ever ? related : [...interstitial, ...related] } },
        source,
        list,
      );
    }
    if (!treatedPneumonitis.test(sentence)) return undefined;
    const names = [...interstitial, ...related];
    return orDoubtful(
      { condition: { names, states: ['active', 'controlled'] } },
      { condition: { names, states: ['resolved'] } },
      source,
      list,
    );
  },
};

const malignancy = String.raw`(?:malignan(?:cy|cies)|cancers?|malignant (?:tumou?rs?|neoplasms?|diseases?))`;
const otherForm = whole(
  String.raw`(?:has |have |presence of |known |an? |any |history of |prior history of )*(?:other|another|additional|second)(?: primary)? ${malignancy}(?<window> (?:within|in|during|over) (?:the )?(?:past |last |previous )?(?<years>\d|two|three|five) years?(?:,? (?:before|prior to|of) (?:(?:the|first|study|trial|start|dose|of|treatment|drug|enrol+ment|entry|screening|randomi[sz]ation|entering|signing|informed|consent) ?)+)?)?`,
);
const yearWords: Readonly<Record<string, number>> = { two: 2, three: 3, five: 5 };

/** Without exceptions only: whether an exception was «adequately treated» is not in its name. «Diagnosed within» differs. */
export const otherCancerRule: Rule = {
  name: 'other malignancy',
  lists: ['exclusion'],
  read(sentence) {
    const match = otherForm.exec(sentence);
    if (match === null) return undefined;
    const years = match.groups?.['years'];
    if (years === undefined) return /history of/u.test(sentence) ? { otherCancer: {} } : undefined;
    return { otherCancer: { withinYears: yearWords[years] ?? Number(years) } };
  },
};

const steroids = whole(
  String.raw`(?:has |have |requir(?:es?|ing) |receiv(?:ed|ing|es) |treatment with |use of |current |concurrent |chronic |systemic treatment with )*(?:systemic )?(?:cortico)?steroids?(?: therapy| treatment)?,? ?\(?(?:at (?:a )?doses? (?:of )?|in doses |dose ?)?> 10 ?mg(?: ?/ ?d(?:ay)?| per day| daily)(?:,? (?:of )?prednisone)?(?: ?(?:or|/) ?(?:its |an )?equivalents?)?\)?${windowOf}`,
);
export const steroidRule: Rule = {
  name: 'systemic corticosteroids',
  lists: ['exclusion'],
  read(sentence) {
    const match = steroids.exec(sentence);
    if (match === null || !/systemic/u.test(sentence) || !/prednisone/u.test(sentence)) return undefined;
    return { steroids: { aboveMgPerDay: 10, ...windowDays(match.groups) } };
  },
};

export const conditionRules: readonly Rule[] = [
  infectionRule,
  autoimmuneRule,
  interstitialRule,
  otherCancerRule,
  steroidRule,
];
