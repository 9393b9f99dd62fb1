import type { MolecularProfile, TumourTypeTree } from '@consilium/clinical';
import { buildDraft, isBetter, type Draft } from './build-option.js';
import { explainOption, nameTypes } from './explain-option.js';
import { decides, type KnowledgeIndex } from './index-knowledge.js';
import type { JudgedEvidence, JudgedStatement } from './judge-statements.js';
import { compareOptions } from './rank-options.js';
import { regimenKey } from './regimen.js';
import type { Circumstances } from './option-standing.js';
import { sortRegimen } from './sort-regimen.js';
import type { Interpretation, TherapyOption, Withholding } from './therapy-option.js';
import { bearsOnPatient, isFound, weighResistance } from './weigh-resistance.js';

/**
 * What the knowledge says of a profile: what may work, what will not, what is not offered and why, and what might be an
 * option if a named test or fact turned out so. Depends on nothing but its arguments.
 */
export function findTherapyOptions(
  profile: MolecularProfile,
  statements: readonly JudgedStatement[],
  index: KnowledgeIndex,
  tumourTypes: TumourTypeTree,
  circumstances: Circumstances = {},
): Interpretation {
  const { diagnosis } = profile;
  const release = index.name;
  const remarks = remarksOn(profile, tumourTypes);
  if (profile.status === 'cancelled') {
    return { release, options: [], avoid: [], withheld: [], possible: [], remarks };
  }
  const judged = statements.filter(isDeciding).flatMap(eachAlternative);
  const resistances = judged.filter(bearsOnPatient);
  const sensitive = judged.filter(({ item }) => item.direction === 'sensitive');
  const sorted = groups(sensitive).map((group) =>
    sortOption(group, { resistances, diagnosis, index, tumourTypes, circumstances }),
  );
  const avoid = groups(resistances.filter(isFound)).flatMap((group) => buildDraft(group) ?? []);
  const finish = (drafts: readonly Draft[]): readonly TherapyOption[] =>
    [...drafts].sort(compareOptions).map((draft, position) => {
      const place = { rank: position + 1, of: drafts.length };
      const explanation = explainOption(draft, place, release, diagnosis, tumourTypes);
      const { cautions: _, ...option } = draft;
      return { ...option, rank: place.rank, explanation };
    });
  return {
    release,
    options: finish(sorted.flatMap(({ options }) => options)),
    avoid: finish(avoid),
    withheld: finish(sorted.flatMap(({ withheld }) => withheld)),
    possible: finish(sorted.flatMap(({ possible }) => possible)),
    remarks,
  };
}

const isDeciding = (statement: JudgedStatement): statement is JudgedEvidence => decides(statement.item);

/** Drugs that a source names as alternatives are an option each. */
function eachAlternative(judged: JudgedEvidence): readonly JudgedEvidence[] {
  const { therapy } = judged.item;
  if (!('drugs' in therapy) || therapy.given !== 'as-alternatives') return [judged];
  return therapy.drugs.map((drug) => ({ ...judged, item: { ...judged.item, therapy: { drugs: [drug] } } }));
}

interface SortedOption {
  readonly options: readonly Draft[];
  readonly withheld: readonly Draft[];
  readonly possible: readonly Draft[];
}

interface Surroundings {
  readonly resistances: readonly JudgedEvidence[];
  readonly diagnosis: string;
  readonly index: KnowledgeIndex;
  readonly tumourTypes: TumourTypeTree;
  readonly circumstances: Circumstances;
}

function sortOption(
  group: readonly JudgedEvidence[],
  { resistances, diagnosis, index, tumourTypes, circumstances }: Surroundings,
): SortedOption {
  const therapy = group[0]?.item.therapy;
  if (therapy === undefined) return { options: [], withheld: [], possible: [] };
  const { offered, possible, excluded, excludedBy, diagnoses } = sortRegimen(
    group,
    diagnosis,
    index,
    tumourTypes,
  );
  const verdict = weighResistance(therapy, resistances, index);
  const supported = buildDraft(offered, { ...verdict, circumstances });
  const exclusion = {
    withheldBecause: excludesType(excludedBy, nameTypes([diagnosis], tumourTypes), verdict.withheldBecause),
    cautions: verdict.cautions,
    circumstances,
  };
  const closed = supported === undefined ? buildDraft(excluded, exclusion) : undefined;
  const open = buildDraft(possible, {
    ...verdict,
    wouldSettle: [...diagnoses, ...verdict.wouldSettle],
    circumstances,
  });
  // What is offered already at this level gains nothing from another test.
  const worthwhile = open !== undefined && (supported === undefined || isBetter(open.level, supported.level));
  const hopeful: readonly Draft[] = worthwhile ? [{ ...open, answer: 'unknown' }] : [];
  if (verdict.withheldBecause !== undefined) {
    const refused = supported ?? closed;
    return { options: [], withheld: refused === undefined ? hopeful : [refused], possible: [] };
  }
  return {
    options: supported === undefined ? [] : [supported],
    withheld: closed === undefined ? [] : [closed],
    possible: hopeful,
  };
}

/** The release's exclusion; where resistance was found too, both are said, the finding first. */
function excludesType(by: readonly string[], diagnosis: string, resistance?: Withholding): Withholding {
  const sentence = `The evidence (${by.join(', ')}) excludes ${diagnosis}.`;
  if (resistance === undefined) return { reason: 'tumour-type-excluded', sentence, evidence: by, facts: [] };
  return {
    ...resistance,
    sentence: `${resistance.sentence} ${sentence}`,
    evidence: [...resistance.evidence, ...by],
  };
}

/** By therapy; items stay in order of id. */
function groups(judged: readonly JudgedEvidence[]): readonly (readonly JudgedEvidence[])[] {
  const byTherapy = new Map<string, JudgedEvidence[]>();
  for (const one of judged) {
    const key = regimenKey(one.item.therapy);
    byTherapy.set(key, [...(byTherapy.get(key) ?? []), one]);
  }
  return [...byTherapy.values()];
}

function remarksOn({ status, diagnosis }: MolecularProfile, tumourTypes: TumourTypeTree): readonly string[] {
  return [
    ...(status === 'cancelled' ? ['The report was cancelled: nothing is concluded from it.'] : []),
    ...(status === 'preliminary' ? ['The report is preliminary: the final one may say otherwise.'] : []),
    ...(tumourTypes.find(diagnosis) === undefined
      ? [
          `The diagnosis ${diagnosis} is not in the list of tumour types: only evidence for every tumour was used.`,
        ]
      : []),
  ];
}
