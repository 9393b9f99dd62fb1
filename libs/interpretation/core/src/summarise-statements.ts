import type { Answer, TumourTypeFit } from '@consilium/clinical';
import { isPredictive, type EvidenceKind } from '@consilium/knowledge-core';
import type { JudgedStatement } from './judge-statements.js';
import { nameCitation } from './name-citation.js';
import { nameGrade } from './name-grade.js';
import type { Fact } from './pattern-answer.js';
import { displayLevel, type DisplayLevel } from './tiers/index.js';

/** What a finding says beside therapy, or of a therapy without deciding on it. */
export interface StatementSummary {
  readonly id: string;
  readonly kind: EvidenceKind;
  /** Direction or significance, in words. */
  readonly claim: string;
  readonly statement: string;
  readonly grade: string;
  /** An AMP level put beside the grade, for display only. */
  readonly display?: DisplayLevel;
  readonly disease?: string;
  readonly tumourTypeFit: TumourTypeFit;
  readonly answer: Exclude<Answer, 'not-met'>;
  readonly facts: readonly Fact[];
  readonly citations: readonly string[];
  /** `flagged`, `retracted`, `submitted`, `does-not-support`: why it decides nothing. */
  readonly reserve?: string;
  readonly unverified: boolean;
}

/** Statements that are met, best fit and grade first, therapies left to the options unless they do not decide. */
export const summariseStatements = (
  statements: readonly JudgedStatement[],
  decides: (statement: JudgedStatement) => boolean,
): readonly StatementSummary[] =>
  statements.filter((statement) => statement.answer.answer === 'met' && !decides(statement)).map(summary);

function summary({ item, answer, fit }: JudgedStatement): StatementSummary {
  const reserve = item.status ?? item.support;
  return {
    id: item.id,
    kind: isPredictive(item) ? 'predictive' : item.kind,
    claim: claimWords(isPredictive(item) ? item.direction : item.significance),
    statement: item.statement,
    grade: nameGrade(item),
    ...(item.grade === undefined ? {} : { display: displayLevel(item.grade) }),
    ...(item.disease === undefined ? {} : { disease: item.disease.name }),
    tumourTypeFit: fit,
    answer: answer.answer === 'unknown' ? 'unknown' : 'met',
    facts: answer.facts,
    citations: item.citations.map(nameCitation),
    ...(reserve === undefined ? {} : { reserve }),
    unverified: item.unverified === true,
  };
}

const claimWords = (claim: string): string => claim.replaceAll('-', ' ');
