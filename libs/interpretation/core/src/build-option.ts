import type { EvidenceLevel } from '@consilium/knowledge-core';
import type { JudgedEvidence } from './judge-statements.js';
import { nameGrade } from './name-grade.js';
import { mergeFacts, mergeMissing, type MissingTest } from './pattern-answer.js';
import { standingOf, type Circumstances } from './option-standing.js';
import { compareEvidence } from './rank-options.js';
import { drugsOf } from './regimen.js';
import type { OptionEvidence, TherapyOption, Withholding } from './therapy-option.js';

/** An option before it has a place among others and its words. */
export type Draft = Omit<TherapyOption, 'rank' | 'explanation'> & {
  /** Resistances that are not excluded yet, and other warnings, as sentences. */
  readonly cautions: readonly string[];
};

/** What goes into a draft beside its items. */
export interface DraftExtras {
  readonly wouldSettle?: readonly MissingTest[];
  readonly cautions?: readonly string[];
  readonly withheldBecause?: Withholding;
  readonly circumstances?: Circumstances;
}

/** One option from the items for the same therapy; undefined where none carries over to this patient. */
export function buildDraft(judged: readonly JudgedEvidence[], extras: DraftExtras = {}): Draft | undefined {
  const evidence = judged.flatMap(toEvidence).sort(compareEvidence);
  const [best] = evidence;
  const item = judged.find(({ item: { id } }) => id === best?.id)?.item;
  if (best === undefined || item === undefined) return undefined;
  const option = {
    therapy: 'drugs' in item.therapy ? { drugs: drugsOf(item.therapy) } : item.therapy,
    drugs: drugsOf(item.therapy),
    direction: item.direction === 'sensitive' ? ('sensitive' as const) : ('resistant' as const),
    level: best.level,
    levelAsPublished: best.levelAsPublished,
    tumourTypeFit: best.tumourTypeFit,
    evidenceTumourTypes: best.tumourTypes,
    answer: evidence.every(({ answer }) => answer === 'unknown') ? ('unknown' as const) : ('met' as const),
    facts: mergeFacts(evidence.map(({ facts }) => facts)),
    wouldSettle: mergeMissing([...evidence.map(({ wouldSettle }) => wouldSettle), extras.wouldSettle ?? []]),
    evidence,
    cautions: extras.cautions ?? [],
    ...(extras.withheldBecause === undefined ? {} : { withheldBecause: extras.withheldBecause }),
  };
  return { ...option, standing: standingOf(option, extras.circumstances ?? {}) };
}

function toEvidence({ item, answer, fit, level, grade }: JudgedEvidence): OptionEvidence[] {
  if (level === undefined || answer.answer === 'not-met') return [];
  return [
    {
      id: item.id,
      statement: item.statement,
      level,
      levelAsPublished: item.level,
      grade: nameGrade({ ...item, ...(grade === undefined ? {} : { grade }) }),
      ...(item.setting === undefined ? {} : { setting: item.setting }),
      citations: item.citations,
      unverified: item.unverified === true,
      tumourTypes: item.tumourTypes,
      tumourTypeFit: fit,
      answer: answer.answer,
      facts: answer.facts,
      wouldSettle: answer.missing,
    },
  ];
}

export const isBetter = (a: EvidenceLevel, b: EvidenceLevel): boolean => a < b;
