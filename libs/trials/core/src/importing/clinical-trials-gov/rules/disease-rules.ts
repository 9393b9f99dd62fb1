import type { Criterion } from '../../../language/criterion.js';
import { allOrOnly, anyOrOnly, orDoubtful, whole, type Rule, type StatedList } from './rule.js';

const recist = String.raw`(?:the )?(?:recist|response evaluation criteria in solid tumou?rs(?: \(recist\))?)(?: criteria)?[ ,(]*(?:version|v\.?)? ?1\.1\)?(?: \(recist 1\.1\))?(?: (?:criteria|standards?|definition))*`;
const according = String.raw`(?:,? ?\(?(?:as )?(?:according to|per|by|as per|as defined by|defined by|based on|meeting|that (?:met|meets)|under|in accordance with|at baseline according to|assessed by) ${recist}\)?|,? ?\(${recist}\))`;
const assessed = String.raw`(?:,? ?as (?:determined|assessed) by (?:the )?(?:(?:local|site|study|team|investigators?|radiologist|investigator/radiologist) ?)+|,? assessed by (?:the )?investigator)?`;
const lesion = String.raw`(?:>= )?(?:1|one|a)? ?(?:radiographically |radiologically |radiological |objectively |target )?(?:measurable|measureable)(?: (?:target|tumou?r))?(?: (?:lesions?|diseases?|tumou?rs?))(?: at baseline)?`;
const measurable = whole(
  String.raw`(?:had |there is )?(?:the )?(?:presence of )?${lesion}(?<criteria>${according})?${assessed}`,
);
const measurableAfter = whole(
  String.raw`(?:according to|per|based on) ${recist},? (?:the )?(?:patients?|subjects?|participants?)? ?(?:must |with |has |have |there is )*${lesion}(?: present)?`,
);

/** «Per RECIST» without a version, or with «evaluable», is left alone. */
export const measurableRule: Rule = {
  name: 'measurable disease',
  lists: ['inclusion'],
  read(sentence) {
    const match = measurable.exec(sentence);
    if (measurableAfter.test(sentence) || match?.groups?.['criteria'] !== undefined)
      return { measurableDisease: { criteria: 'RECIST 1.1' } };
    return match === null ? undefined : { measurableDisease: {} };
  },
};

const confirmed = String.raw`(?:newly )?(?:(?:patholog|histolog|cytolog)(?:y|ically|ical)?-?(?: ?(?:or|and|and/or|/) ?(?:patholog|histolog|cytolog)(?:y|ically|ical)?-?)*[ -](?:confirmed|documented|proven|verified|diagnosed(?: with)?|confirmed diagnosis of|documented diagnosis of|proven diagnosis of|diagnosis of|confirmation diagnosis of|confirmation of|diagnosed as))`;
const confirmedAfter = String.raw`(?: (?:is |are |was |were )?(?:confirmed|diagnosed|documented|proven) by (?:histology|cytology|pathology|histological|cytological|histopathology)(?: (?:or|and|and/or) (?:histology|cytology|pathology|histological|cytological|histopathology))?)`;
const nsclc = String.raw`(?<nonSquamous>non-?squamous )?(?:non-? ?small[ -]cell lung (?:cancer|carcinoma)(?: \(nsclc\))?|nsclc)`;
const extent = String.raw`(?:(?<extent>locally advanced(?:,)?(?: ?(?:or|and|and/or|/) ?)metastatic|locally advanced/metastatic|metastatic)(?: or recurrent)?,? )?`;
const group = '(?:iv[ab]?|iii[abc]?|ii[ab]?|i[ab]?)';
const eighth = String.raw`(?:,? ?\(?(?:(?:according to|per|by|based on|as per) )?(?:the )?(?:(?<edition>8th edition|8th|ajcc 8|ajcc v(?:ersion )?8|version 8|ajcc 8th edition|eighth edition|american joint committee on cancer version 8|8th edition of the (?:ajcc|iaslc|uicc)(?: tnm)?(?: staging)?(?: system| criteria)?))\)?)?`;
const stages = String.raw`stage ?(?<stages>${group}(?: ?(?:/|,|or|and|-|to) ?(?:stage ?)?(?:or )?(?:${group}|[bc]))*)`;
const forms = [
  whole(
    String.raw`(?:have |has |an? )*${confirmed} (?:diagnosis of )?(?:(?:an? )?${stages} )?(?:recurrent or )?${extent}${nsclc}(?:,? ?\(?${stages.replaceAll('<stages>', '<after>')}\)?)?${eighth}`,
  ),
  whole(
    String.raw`(?:${stages} )?${extent}${nsclc}(?:,? ?\(?${stages.replaceAll('<stages>', '<after>')}\)?)?${confirmedAfter}${eighth}`,
  ),
];

const order = ['i', 'ii', 'iii', 'iv'];

/** Groups of «IIIB/C or IV», «III-IV»; undefined where a range is not one of whole stages. */
function groupsOf(text: string): readonly string[] | undefined {
  const [, from = '', to = ''] = /^(i|ii|iii|iv) ?(?:-|to) ?(?:stage ?)?(i|ii|iii|iv)$/u.exec(text) ?? [];
  if (from !== '') {
    const [first, last] = [order.indexOf(from), order.indexOf(to)];
    return first < last ? order.slice(first, last + 1).map((one) => one.toUpperCase()) : undefined;
  }
  const [, low = ''] = /^(iii[ab]) ?(?:-|to) ?iv$/u.exec(text) ?? [];
  if (low !== '') return low === 'iiib' ? ['IIIB', 'IIIC', 'IV'] : ['IIIA', 'IIIB', 'IIIC', 'IV'];
  if (/-|to/u.test(text)) return undefined;
  const groups: string[] = [];
  let stem = '';
  for (const part of text.split(/ ?(?:\/|,|or|and) ?/u).filter((one) => one !== '')) {
    const bare = part.replace(/^stage ?/u, '');
    if (bare === '') continue;
    const whole = /^[bc]$/u.test(bare) ? stem + bare : bare;
    stem = whole.replace(/[abc]$/u, '');
    groups.push(whole.toUpperCase());
  }
  return [...new Set(groups)];
}

const nsclcType: Criterion = { tumourType: { within: ['NSCLC'] } };

/** Adenosquamous carcinoma is squamous for some protocols and not for others. */
const nonSquamousType = (source: string, list: StatedList): Criterion =>
  orDoubtful(
    { tumourType: { within: ['NSCLC'], except: ['LUSC', 'LUAS'] } },
    { tumourType: { within: ['LUAS'] } },
    source,
    list,
  );

/** IIIC came with the eighth edition of the TNM; before, it was part of IIIB. */
function stageOf(groups: readonly string[], edition: boolean, source: string, list: StatedList): Criterion {
  const stage: Criterion = { stage: { groups } };
  const reaches = groups.includes('IIIB') && !groups.includes('IIIC') && !groups.includes('III');
  return reaches && !edition ? orDoubtful(stage, { stage: { groups: ['IIIC'] } }, source, list) : stage;
}

export const lungCancerRule: Rule = {
  name: 'confirmed non-small-cell lung cancer',
  lists: ['inclusion'],
  read(sentence, list, source) {
    const groups = forms.map((form) => form.exec(sentence)?.groups).find((found) => found !== undefined);
    if (groups === undefined || /recurrent/u.test(sentence)) return undefined;
    const type = groups['nonSquamous'] === undefined ? nsclcType : nonSquamousType(source, list);
    const staged = groups['stages'] ?? groups['after'];
    const parts: Criterion[] = [type];
    if (groups['extent'] !== undefined)
      parts.push({
        stage: {
          extents: groups['extent'].startsWith('locally')
            ? ['locally-advanced', 'metastatic']
            : ['metastatic'],
        },
      });
    if (staged !== undefined) {
      const read = groupsOf(staged.trim());
      if (read === undefined || read.length === 0) return undefined;
      parts.push(stageOf(read, groups['edition'] !== undefined, source, list));
    }
    return allOrOnly(parts);
  },
};

const solid = whole(
  String.raw`${confirmed} (?<extent>(?:locally advanced or |advanced or )?metastatic )?(?:malignant )?solid (?:tumou?rs?|malignanc(?:y|ies))`,
);
export const solidTumourRule: Rule = {
  name: 'confirmed solid tumour',
  lists: ['inclusion'],
  read(sentence) {
    const match = solid.exec(sentence);
    if (match === null || match.groups?.['extent'] !== undefined) return undefined;
    return { tumourType: { within: 'SOLID' } };
  },
};

const brain = '(?:brain|cerebral|intracranial)';
const cns = String.raw`(?:central nervous system|cns)(?: \(cns\))?`;
const spread = '(?:metast(?:as[ei]s|atic disease))(?: \\(cns\\))?';
const meninges =
  '(?:leptomeningeal (?:metast(?:as[ei]s)|disease|carcinomatosis)|carcinomatous meningitis|cancerous meningitis|meningeal metast(?:as[ei]s)|carcinomatosis meningitis|meningeal carcinomatosis)';
const siteForm = whole(
  String.raw`(?:known |presence of |documented |has )*(?<active>active )?(?:known )?(?:(?<brain>${brain})|(?<cns>${cns})) ${spread}(?<more>,? ?(?:and|or|and/or) ?${meninges})?`,
);
const meningesForm = whole(String.raw`(?:known |presence of |documented |has )*${meninges}`);

/**
 * «Active» holds of lesions recorded as active; whether it holds of untreated ones without symptoms is for a person to
 * read. Symptomatic, untreated, stable and treated lesions are other questions and left alone.
 */
export const brainMetastasesRule: Rule = {
  name: 'metastases of the central nervous system',
  lists: ['exclusion'],
  read(sentence, list, source) {
    if (meningesForm.test(sentence)) return { metastases: { sites: ['leptomeningeal'] } };
    const groups = siteForm.exec(sentence)?.groups;
    if (groups === undefined) return undefined;
    const sites =
      groups['brain'] === undefined
        ? (['brain', 'leptomeningeal', 'spinal-cord'] as const)
        : (['brain'] as const);
    const here: Criterion =
      groups['active'] === undefined
        ? { metastases: { sites } }
        : orDoubtful(
            { metastases: { sites, states: ['active'] } },
            { metastases: { sites, states: ['untreated-asymptomatic'] } },
            source,
            list,
          );
    const more = groups['more'];
    // «Active» may speak of meningeal metastases too; «carcinomatous meningitis» is what it is.
    if (more === undefined || (groups['active'] !== undefined && /metasta/u.test(more)))
      return more === undefined
        ? here
        : anyOrOnly([
            here,
            orDoubtful(
              { metastases: { sites: ['leptomeningeal'], states: ['active'] } },
              { metastases: { sites: ['leptomeningeal'] } },
              source,
              list,
            ),
          ]);
    return anyOrOnly([here, { metastases: { sites: ['leptomeningeal'] } }]);
  },
};

export const diseaseRules: readonly Rule[] = [
  measurableRule,
  lungCancerRule,
  solidTumourRule,
  brainMetastasesRule,
];
