import type { TumourTypeTree } from '@consilium/clinical';
import type { PredictiveItem } from '@consilium/knowledge-core';
import { nameTypes } from './explain-option.js';
import { keysOf, type KnowledgeIndex } from './index-knowledge.js';
import { isOnLabel, type JudgedEvidence } from './judge-statements.js';
import type { MissingTest } from './pattern-answer.js';
import { regimenKey } from './regimen.js';

/** The sensitive items of one regimen, by what they allow to be said. */
export interface SortedRegimen {
  readonly offered: readonly JudgedEvidence[];
  /** Would be offered, if what is missing turned out so. */
  readonly possible: readonly JudgedEvidence[];
  /** Met, but the release excludes the tumour type. */
  readonly excluded: readonly JudgedEvidence[];
  /** Ids of the items that exclude the tumour type. */
  readonly excludedBy: readonly string[];
  /** Diagnoses that would settle `possible`. */
  readonly diagnoses: readonly MissingTest[];
}

/**
 * An excluded tumour type closes the item, and every off-label proposal of the same drugs for the same finding: where a
 * label says that a therapy does not work, evidence from elsewhere is no reason to propose it.
 */
export function sortRegimen(
  judged: readonly JudgedEvidence[],
  diagnosis: string,
  index: KnowledgeIndex,
  tumourTypes: TumourTypeTree,
): SortedRegimen {
  const exclusionsOf = ({ item, fit }: JudgedEvidence): readonly PredictiveItem[] => {
    if (fit !== 'another-type') return item.exceptTumourTypes === undefined ? [] : [item];
    const keys = keysOf(item.profile);
    const sameDrugs = index.exclusions.get(regimenKey(item.therapy)) ?? [];
    return sameDrugs.filter(({ profile }) => keysOf(profile).some((key) => keys.includes(key)));
  };
  const sorted = judged.map((one) => {
    const exclusions = exclusionsOf(one);
    const closing = exclusions.filter(({ exceptTumourTypes = [] }) =>
      tumourTypes.isWithin(exceptTumourTypes, diagnosis),
    );
    const doubtful = exclusions
      .flatMap(({ exceptTumourTypes = [] }) => exceptTumourTypes)
      .filter((code) => tumourTypes.fit([code], diagnosis) === 'subtype');
    return { one, closing, doubtful, group: groupOf(one, closing.length > 0, doubtful.length > 0) };
  });
  const of = (group: Group) => sorted.filter((entry) => entry.group === group);
  return {
    offered: of('offered').map(({ one }) => one),
    possible: of('possible').map(({ one }) => one),
    excluded: of('excluded').map(({ one }) => one),
    excludedBy: [...new Set(of('excluded').flatMap(({ closing }) => closing.map(({ id }) => id)))].sort(),
    diagnoses: of('possible').flatMap(({ one, doubtful }) => [
      ...(one.fit === 'subtype' ? [subtypeNeeded(one.item, diagnosis, tumourTypes)] : []),
      ...(doubtful.length > 0 ? [subtypeToExclude(one.item, doubtful, diagnosis, tumourTypes)] : []),
    ]),
  };
}

type Group = 'offered' | 'possible' | 'excluded' | 'nothing';

function groupOf({ answer, fit, level, item }: JudgedEvidence, closed: boolean, doubtful: boolean): Group {
  if (level === undefined || answer.answer === 'not-met') return 'nothing';
  if (answer.answer === 'unknown') {
    return !closed && item.level === 'A' && isOnLabel(fit) ? 'possible' : 'nothing';
  }
  if (closed) return 'excluded';
  return doubtful || fit === 'subtype' ? 'possible' : 'offered';
}

function subtypeNeeded(item: PredictiveItem, diagnosis: string, tumourTypes: TumourTypeTree): MissingTest {
  const scope = typeof item.tumourTypes === 'string' ? [] : item.tumourTypes;
  const codes = scope.filter((code) => tumourTypes.fit([code], diagnosis) === 'subtype');
  const [given, needed] = [nameTypes([diagnosis], tumourTypes), nameTypes(codes, tumourTypes)];
  return {
    kind: 'diagnosis',
    tumourTypes: codes,
    reason: `The diagnosis ${given} does not say whether it is ${needed}; ${item.id} holds only then.`,
  };
}

function subtypeToExclude(
  item: PredictiveItem,
  codes: readonly string[],
  diagnosis: string,
  tumourTypes: TumourTypeTree,
): MissingTest {
  const distinct = [...new Set(codes)].sort();
  const [given, excluded] = [nameTypes([diagnosis], tumourTypes), nameTypes(distinct, tumourTypes)];
  return {
    kind: 'diagnosis',
    tumourTypes: distinct,
    reason: `The diagnosis ${given} does not say whether it is ${excluded}; ${item.id} does not hold then.`,
  };
}
