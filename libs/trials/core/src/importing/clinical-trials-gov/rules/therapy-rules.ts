import type { TreatmentSetting } from '@consilium/clinical';
import type { Criterion } from '../../../language/criterion.js';
import { orDoubtful, whole, type Rule, type StatedList } from './rule.js';

interface Agent {
  readonly words: RegExp;
  /** Classes as the knowledge release names them; empty where it holds no such drug. */
  readonly classes: readonly string[];
}

const kinds = '(?: (?:(?:monoclonal )?antibod(?:y|ies)|inhibitors?|agents?|drugs?|immunotherapy))?';
const tki = String.raw`(?:tkis?|tyrosine[ -]kinase inhibitors?(?: \((?:egfr-)?tkis?\))?)`;
const agents: readonly Agent[] = [
  { words: whole(`(?:anti-?)?pd-?1${kinds}`), classes: ['PD-1 antibody'] },
  { words: whole(`(?:anti-?)?pd-?l1${kinds}`), classes: ['PD-L1 antibody'] },
  {
    words: whole(`(?:anti-?)?pd-?(?:1/(?:pd-?)?l1|\\(l\\)1)${kinds}`),
    classes: ['PD-1 antibody', 'PD-L1 antibody'],
  },
  // No drug is directed at PD-L2 alone.
  { words: whole(`anti-?pd-?l2${kinds}`), classes: [] },
  { words: whole(`(?:anti-?)?ctla-?4${kinds}`), classes: ['CTLA-4 antibody'] },
  {
    words: whole('(?:immune )?checkpoint inhibitors?(?: \\(icis?\\))?'),
    classes: ['immune checkpoint inhibitor'],
  },
  {
    words: whole(`(?:egfr|epidermal growth factor receptor(?: \\(egfr\\))?)[ -]${tki}`),
    classes: ['EGFR TKI'],
  },
  { words: whole(`alk[ -](?:${tki}|inhibitors?)`), classes: ['ALK inhibitor'] },
  { words: whole('kras g12c inhibitors?'), classes: ['KRAS G12C inhibitor'] },
  { words: whole('(?:systemic |cytotoxic )*chemotherapy'), classes: ['chemotherapy'] },
];

/** Every class a rule may name; the knowledge release must hold each, or it would be found in nobody. */
export const therapyClasses: readonly string[] = [...new Set(agents.flatMap(({ classes }) => classes))];

const generic =
  /^(?:[a-z]{3,}(?:tinib|rasib|limab|zumab|ximab|mumab|parib|ciclib|taxel|platin)|pemetrexed|gemcitabine|vinorelbine|etoposide|temozolomide)$/u;

const lead = String.raw`(?:has |have |had |been |patients? )*(?:any )?`;
const forms = [
  whole(
    String.raw`${lead}(?:prior|previous|previously)(?: or concurrent)? (?:systemic )?(?:treatment|therapy|exposure|use|receipt)s?(?: (?:with|to|of|by))(?: any)?(?: kind of)? (?<what>.+?)`,
  ),
  whole(String.raw`${lead}(?:prior|previous) (?<what>.+?)(?: (?:treatment|therapy|therapies|use))?`),
  whole(
    String.raw`(?:has |have |had )*previously (?:been )?(?:received|treated (?:with|by))(?: treatment with)?(?: any)? (?<what>.+?)(?: (?:treatment|therapy))?`,
  ),
  whole(
    String.raw`(?:has |have |had )(?:been )?(?:received|treated with) (?:prior|previous) (?:treatment |therapy )?(?:with )?(?<what>.+?)(?: (?:treatment|therapy))?`,
  ),
];

const advanced = whole(
  String.raw`${lead}(?:prior|previous) systemic (?:anti-?(?:cancer|tumou?r|neoplastic) )?(?:therapy|treatment|therapies)s? for (?:the )?(?:locally advanced(?: or |/|, ))?(?:advanced|metastatic|recurrent or metastatic|advanced(?: or |/)metastatic)(?:[ -]stage)?(?: (?:disease|nsclc|non-small cell lung cancer(?: \(nsclc\))?))?`,
);
const allogeneic = whole(
  String.raw`(?:has |have )*(?:prior|previous|history of|known history of) (?:an? )?allogen(?:e)?ic (?:bone marrow|(?:ha?ematopoietic )?stem[ -]cell)(?: \(hsct\))? transplant(?:ation)?s?`,
);

/** Therapy ever given, by agents each of which is named; «such as», «including» and open ends are left alone. */
export const priorTherapyRule: Rule = {
  name: 'prior therapy',
  lists: ['exclusion'],
  read(sentence, list, source) {
    if (advanced.test(sentence)) return forAdvancedDisease(sentence, source, list);
    if (allogeneic.test(sentence))
      return { priorTherapy: { types: ['stem-cell-transplant'], sites: ['allogeneic'] } };
    for (const form of forms) {
      const read = readAgents(form.exec(sentence)?.groups?.['what']);
      if (read !== undefined) return read;
    }
    return undefined;
  },
};

/** Consolidation, and treatment meant to cure, of locally advanced disease: counted by some protocols. */
function forAdvancedDisease(sentence: string, source: string, list: StatedList): Criterion {
  const local: readonly TreatmentSetting[] = sentence.includes('locally') ? ['neoadjuvant', 'adjuvant'] : [];
  return orDoubtful(
    { priorTherapy: { types: ['systemic'], settings: ['advanced', 'maintenance'] } },
    { priorTherapy: { types: ['systemic'], settings: ['consolidation', ...local] } },
    source,
    list,
  );
}

function readAgents(what: string | undefined): Criterion | undefined {
  if (what === undefined) return undefined;
  const classes: string[] = [];
  const drugs: string[] = [];
  for (const part of what.split(/,? (?:or|and\/or) |, |(?<=pd-?1)\/(?=anti)/u)) {
    const name = part.replace(/^(?:an?|any|the|other) /u, '').trim();
    const agent = agents.find(({ words }) => words.test(name) || words.test(`${name} ${lastWord(what)}`));
    if (agent !== undefined) classes.push(...agent.classes);
    else if (generic.test(name)) drugs.push(name);
    else return undefined;
  }
  if (classes.length + drugs.length === 0) return undefined;
  return {
    priorTherapy: {
      ...(drugs.length === 0 ? {} : { drugs }),
      ...(classes.length === 0 ? {} : { classes: [...new Set(classes)] }),
    },
  };
}

const lastWord = (text: string): string => text.slice(text.lastIndexOf(' ') + 1);
