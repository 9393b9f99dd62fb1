import type { MolecularCriterion } from '../../../language/molecular-criterion.js';
import { anyOrOnly, both, whole, type Rule } from './rule.js';

type Alterations = readonly MolecularCriterion[];

const genes: Readonly<Record<string, readonly string[]>> = {
  egfr: ['EGFR'],
  kras: ['KRAS'],
  nras: ['NRAS'],
  braf: ['BRAF'],
  her2: ['ERBB2'],
  erbb2: ['ERBB2'],
  met: ['MET'],
  'c-met': ['MET'],
  alk: ['ALK'],
  ros1: ['ROS1'],
  ret: ['RET'],
  ntrk: ['NTRK1', 'NTRK2', 'NTRK3'],
  ntrk1: ['NTRK1'],
  ntrk2: ['NTRK2'],
  ntrk3: ['NTRK3'],
  pik3ca: ['PIK3CA'],
  fgfr2: ['FGFR2'],
  fgfr3: ['FGFR3'],
};
const geneName = `(?:${Object.keys(genes).join('|')})`;

/** Exons of EGFR by residues (MANE transcript NM_005228), for reports that give no exon. */
const egfrExons: Readonly<
  Record<string, { readonly first: number; readonly last: number; readonly name: string }>
> = {
  '19': { first: 729, last: 761, name: 'exon 19' },
  '20': { first: 762, last: 823, name: 'exon 20' },
};

const exonChange =
  /^(?:(?:exon|ex)[- ]?(\d{1,2})[- ]?|)(deletions?|del|insertions?|ins)(?:[- ]?(\d{1,2}))?$|^(\d{1,2})[- ]?(del|deletion)s?$/u;

/** One alteration of a gene, without the gene. */
function readChange(gene: string, text: string): Alterations | undefined {
  const bare = text
    .replace(/ (?:point )?(?:mutations?|substitutions?|variants?|alterations?|positive|positivity)+$/u, '')
    .trim();
  const named = bare.replace(/^(?:exon )?\d{1,2} (?=[a-z]\d)/u, '');
  const [, from, codon = '', to] = /^([a-z])(\d{1,4})([a-z])?$/u.exec(named) ?? [];
  if (from !== undefined) {
    if (to === 'x' || to === undefined) return [{ smallVariant: { gene, codons: [Number(codon)] } }];
    return [{ smallVariant: { gene, changes: [named.toUpperCase()] } }];
  }
  const [match, before, kind, after, first, second] = exonChange.exec(bare) ?? [];
  const exon = before ?? after ?? first;
  const what = kind ?? second ?? '';
  const residues = exon === undefined ? undefined : egfrExons[exon];
  if (match !== undefined && gene === 'EGFR' && exon !== undefined && residues !== undefined) {
    const inserted = what.startsWith('ins');
    if (inserted !== (exon === '20')) return undefined;
    const exons = { first: Number(exon), last: Number(exon) };
    return [
      {
        smallVariant: {
          gene,
          exons,
          residues,
          classes: [inserted ? 'inframe-insertion' : 'inframe-deletion'],
        },
      },
    ];
  }
  if (/^(?:gene )?fusions?$/u.test(bare)) return [{ fusion: { gene } }];
  if (/^(?:gene )?(?:rearrangements?|translocations?)$/u.test(bare))
    return [{ fusion: { gene } }, { rearrangement: { gene } }];
  if (/^(?:gene )?amplifications?$/u.test(bare)) return [{ copyNumber: { gene, states: ['amplification'] } }];
  if (gene === 'MET' && /^(?:exon ?14|ex14) skipping$/u.test(bare)) {
    const exons = { first: 14, last: 14 };
    return [{ exonSkipping: { gene, exons } }, { smallVariant: { gene, exons, classes: ['splice-site'] } }];
  }
  return undefined;
}

const lead = whole(
  String.raw`(?:(?:documented|documentation|confirmed|confirmation|known|presence|of|locally|harbou?r(?:s|ing)?|positive|for|has|have|with|an?|the|any|tumou?rs?|evidence|either|carry(?:ing)?|must),? )*(?<rest>.+)`,
);
const sensitising = whole(
  String.raw`(?:(?:sensiti[sz]ing|sensitive|activating) )?egfr[ -](?:(?:sensiti[sz]ing|sensitive|activating) )?(?:gene )?mutations?,? ?(?:\(|: ?|either ?|of )*(?<items>[^()]+)\)?`,
);
const behind = whole(
  String.raw`(?<items>[^()]+?) (?:in )?(?<gene>egfr)(?: gene)?(?: (?:sensiti[sz]ing|sensitive|activating))?(?: mutations?)?`,
);
const closed =
  /\b(?:such|including|include|e\.?g|like|other|rare|uncommon|and|not|no|without|negative|wild|wt|except|unless|after|who|that|or more)\b/u;

/**
 * Alterations named exactly: a protein change, a deletion of exon 19 or insertion of exon 20 of EGFR, a fusion,
 * rearrangement, amplification, skipping of exon 14 of MET; joined by «or». «EGFR mutation», «ALK-positive», «wild type»
 * and open lists («such as») are left alone.
 */
export const alterationRule: Rule = {
  name: 'molecular alteration',
  lists: both,
  read(sentence) {
    if (closed.test(sentence)) return undefined;
    const rest = lead.exec(sentence)?.groups?.['rest'] ?? sentence;
    const groups = sensitising.exec(rest)?.groups;
    const inBrackets = groups?.['items'];
    if (inBrackets !== undefined) return anyOrOnly(readList(inBrackets, 'egfr') ?? []);
    const front = readList(rest, undefined);
    if (front !== undefined) return anyOrOnly(front);
    const after = behind.exec(rest)?.groups?.['items'];
    return after === undefined ? undefined : anyOrOnly(readList(after, 'egfr') ?? []);
  },
};

const withGene = new RegExp(`^(${geneName})(?: gene)?[ -](.+)$`, 'u');

/** Alterations joined by «or»; a gene holds for those behind it, an alteration for genes that have none (`ALK or ROS1 fusion`). */
function readList(text: string, startsWith: string | undefined): Alterations | undefined {
  const parts = text.split(/,? or |, |\//u).map((part) => part.replace(/^(?:either|an?|the) /u, '').trim());
  let gene = startsWith;
  const found: MolecularCriterion[] = [];
  const waiting: string[] = [];
  for (const part of parts) {
    if (Object.hasOwn(genes, part)) {
      waiting.push(part);
      continue;
    }
    const [, named, change = part] = withGene.exec(part) ?? [];
    gene = named ?? gene;
    if (gene === undefined) return undefined;
    for (const name of [...waiting.splice(0), gene]) {
      for (const symbol of genes[name] ?? []) {
        const read = readChange(symbol, change);
        if (read === undefined) return undefined;
        found.push(...read);
      }
    }
  }
  return waiting.length > 0 || found.length === 0 ? undefined : found;
}

const scores = String.raw`(?:\(?tps\)?|tumou?r (?:cell )?proportion score(?: \(tps\))?)`;
const combined = String.raw`(?:\(?cps\)?|combined positive score(?: \(cps\))?)`;
const pdl1 = whole(
  String.raw`(?:tumou?rs? |positive |documented |confirmed |with |expresses |has |have |an? )*(?:pd-?l1|programmed (?:cell )?death[- ]ligand 1(?: \(pd-l1\))?)(?: (?:expression|status|positive|level))*,? ?\(?(?:defined as |with an? |of |by )*(?:(?<tps>${scores})|(?<cps>${combined}))(?: of)? ?(?<sign>>=|<) ?(?<value>\d{1,3}) ?(?<percent>%)?\)?`,
);
const pdl1After = whole(
  String.raw`(?:tumou?r )?pd-?l1 expression(?: of)? ?(?<sign>>=|<) ?(?<value>\d{1,3}) ?% \(?(?<tps>${scores})\)?`,
);

export const pdl1Rule: Rule = {
  name: 'PD-L1',
  lists: both,
  read(sentence) {
    const groups = pdl1.exec(sentence)?.groups ?? pdl1After.exec(sentence)?.groups;
    const value = Number(groups?.['value']);
    if (groups === undefined || value > 100 || value === 0) return undefined;
    const scoring = groups['cps'] === undefined ? 'TPS' : 'CPS';
    const bound = groups['sign'] === '<' ? { below: value } : { atLeast: value };
    return { biomarker: { kind: 'PD-L1', states: [], scoring, ...bound } };
  },
};

const unstable = whole(
  String.raw`(?:documented |confirmed |known |has |have |with |an? )*(?:(?<msi>msi-?h(?:igh)?|microsatellite instability[- ]high(?: \(msi-?h\))?)|(?<mmr>dmmr|(?:mismatch repair|mmr)[- ]deficien(?:t|cy)(?: \(dmmr\))?|deficient mismatch repair(?: \(dmmr\))?))(?:(?: or |/)(?:(?<msi2>msi-?h(?:igh)?|microsatellite instability[- ]high(?: \(msi-?h\))?)|(?<mmr2>dmmr|(?:mismatch repair|mmr)[- ]deficien(?:t|cy)(?: \(dmmr\))?|deficient mismatch repair(?: \(dmmr\))?)))?(?: tumou?rs?)?`,
);
export const instabilityRule: Rule = {
  name: 'microsatellite instability',
  lists: both,
  read(sentence) {
    const groups = unstable.exec(sentence)?.groups;
    if (groups === undefined) return undefined;
    const msi = groups['msi'] ?? groups['msi2'];
    const mmr = groups['mmr'] ?? groups['mmr2'];
    return anyOrOnly([
      ...(msi === undefined ? [] : [{ biomarker: { kind: 'MSI', states: ['positive'] } } as const]),
      ...(mmr === undefined ? [] : [{ biomarker: { kind: 'MMR', states: ['positive'] } } as const]),
    ]);
  },
};

export const molecularRules: readonly Rule[] = [alterationRule, pdl1Rule, instabilityRule];
