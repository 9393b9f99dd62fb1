import type { MolecularProfile, TumourTypeFit, TumourTypeTree } from '@consilium/clinical';
import {
  isPredictive,
  type EvidenceItem,
  type EvidenceLevel,
  type PredictiveItem,
  type SourceGrade,
} from '@consilium/knowledge-core';
import { evaluatePattern } from './evaluate-pattern.js';
import { keysOf, mayHoldWithoutFinding, questionsFor, type KnowledgeIndex } from './index-knowledge.js';
import { compareText, type PatternAnswer } from './pattern-answer.js';
import { propagateOncoKb, type TumourForm } from './tiers/index.js';

/** How one statement of the knowledge stands to one patient. */
export interface JudgedStatement<T extends EvidenceItem = EvidenceItem> {
  readonly item: T;
  readonly answer: PatternAnswer;
  readonly fit: TumourTypeFit;
  /** The level for this patient; absent where the item does not carry over to this tumour type, or has none. */
  readonly level?: EvidenceLevel;
  /** The source's grade as it holds here: OncoKB's own rule carries 1 to 3A over as 3B. */
  readonly grade?: SourceGrade;
  /** The item excludes the patient's type. */
  readonly excluded: boolean;
  /** The item excludes a subtype of the diagnosis, which does not say whether it is that one. */
  readonly maybeExcluded: boolean;
}

export type JudgedEvidence = JudgedStatement<PredictiveItem>;

/** Every statement that is met or not yet excluded, by id; each question is answered once for all items that ask it. */
export function judgeStatements(
  profile: MolecularProfile,
  index: KnowledgeIndex,
  tumourTypes: TumourTypeTree,
): readonly JudgedStatement[] {
  const found = questionsFor(index, profile);
  const asked = new Set(found.map(({ pattern }) => pattern));
  const isForThis = (item: EvidenceItem): boolean =>
    isOnLabel(tumourTypes.fit(item.tumourTypes, profile.diagnosis));
  const open = index.openQuestions
    .filter(({ pattern }) => !asked.has(pattern))
    .map(({ pattern, items }) => ({ pattern, items: items.filter(isForThis) }))
    .filter(({ items }) => items.length > 0);
  return [...found, ...open]
    .flatMap(({ pattern, items }) => {
      const answer = evaluatePattern(pattern, profile, index.genes);
      if (answer.answer === 'not-met') return [];
      return items.map((item) => judgeStatement(item, answer, profile.diagnosis, tumourTypes));
    })
    .sort((a, b) => compareText(a.item.id, b.item.id));
}

function judgeStatement(
  item: EvidenceItem,
  answer: PatternAnswer,
  diagnosis: string,
  tumourTypes: TumourTypeTree,
): JudgedStatement {
  const fit = tumourTypes.fit(item.tumourTypes, diagnosis);
  const grade = gradeHere(item, fit, diagnosis, tumourTypes);
  // What its own source does not carry over has no level here.
  const carried = item.grade?.scale !== 'OncoKB' || grade !== undefined;
  const level = carried ? levelHere(item, fit, diagnosis, tumourTypes) : undefined;
  const except = item.exceptTumourTypes ?? [];
  return {
    item,
    answer,
    fit,
    ...(level === undefined ? {} : { level }),
    ...(grade === undefined ? {} : { grade }),
    excluded: except.length > 0 && tumourTypes.isWithin(except, diagnosis),
    maybeExcluded: except.length > 0 && tumourTypes.fit(except, diagnosis) === 'subtype',
  };
}

function gradeHere(
  { grade, tumourTypes: scope }: EvidenceItem,
  fit: TumourTypeFit,
  diagnosis: string,
  tumourTypes: TumourTypeTree,
): SourceGrade | undefined {
  if (grade?.scale !== 'OncoKB' || fit !== 'another-type') return grade;
  const form = (code: string): TumourForm => (tumourTypes.isSolid(code) ? 'solid' : 'liquid');
  const forms = typeof scope === 'string' ? [] : scope.map(form);
  const carried = propagateOncoKb(grade.level, forms, form(diagnosis));
  return carried.ok && carried.value !== undefined ? { scale: 'OncoKB', level: carried.value } : undefined;
}

/** This type, a parent of it, or any tumour. */
export const isOnLabel = (fit: TumourTypeFit): boolean =>
  fit === 'this-type' || fit === 'parent-type' || fit === 'any-tumour';

/**
 * AMP/ASCO/CAP 2017 (Li et al., PMID 27993330): established in another tumour type is level C here; weaker evidence is
 * D. As in OncoKB's propagation, only from a solid tumour to a solid tumour, and never for resistance, diagnosis or
 * prognosis. What an absence alone supports (KRAS wild type) does not carry over: nearly every tumour of another type
 * would have it. Nor does PD-L1, whose scores and cut-offs belong to one drug in one tumour. Weak statements graded
 * elsewhere count for this tumour only (PCGR's rule: weak, and another site or any, is tier III).
 */
function levelHere(
  item: EvidenceItem,
  fit: TumourTypeFit,
  diagnosis: string,
  tumourTypes: TumourTypeTree,
): EvidenceLevel | undefined {
  const { level, profile, tumourTypes: scope, grade } = item;
  const weakElsewhere = level === 'D' && grade !== undefined && grade.scale !== 'AMP';
  if (fit === 'any-tumour' && weakElsewhere) return undefined;
  if (level === undefined || fit !== 'another-type') return level;
  const solidEvidence =
    typeof scope !== 'string' && scope.length > 0 && scope.every((code) => tumourTypes.isSolid(code));
  if (!isPredictive(item) || item.direction === 'resistant' || mayHoldWithoutFinding(profile))
    return undefined;
  if (keysOf(profile).includes('PD-L1')) return undefined;
  if (!solidEvidence || !tumourTypes.isSolid(diagnosis)) return undefined;
  if (level === 'A' || level === 'B') return 'C';
  return grade === undefined || grade.scale === 'AMP' ? 'D' : undefined;
}
