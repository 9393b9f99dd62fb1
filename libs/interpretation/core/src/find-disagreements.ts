import { isPredictive, type EvidenceItem } from '@consilium/knowledge-core';
import { isOnLabel, type JudgedStatement } from './judge-statements.js';
import { nameGrade } from './name-grade.js';
import { compareText } from './pattern-answer.js';
import { regimenKey } from './regimen.js';

/** One side of a disagreement: what it claims, and by which items. */
export interface DisagreeingSide {
  readonly claim: string;
  readonly items: readonly {
    readonly id: string;
    readonly source: string;
    readonly grade: string;
    readonly reviewedOn?: string;
  }[];
}

/** Why two statements about the same thing may part: they speak of other tumours, other times, or plainly differ. */
export type DisagreementReason = 'direction' | 'not-supported' | 'tumour-mapping' | 'date';

/** Statements that hold for this patient and do not say the same. */
export interface Disagreement {
  /** Drugs, or the diagnosis or prognosis spoken of. */
  readonly subject: string;
  readonly sides: readonly DisagreeingSide[];
  readonly reasons: readonly DisagreementReason[];
  readonly sentence: string;
}

/**
 * Where statements that are met, for this tumour type, contradict each other: by therapy for predictive ones, else by
 * kind. Every item of both sides is named; none is dropped for losing.
 */
export function findDisagreements(statements: readonly JudgedStatement[]): readonly Disagreement[] {
  const subjects = new Map<string, JudgedStatement[]>();
  for (const statement of statements) {
    if (statement.answer.answer !== 'met' || !isOnLabel(statement.fit) || statement.excluded) continue;
    const subject = subjectOf(statement.item);
    if (subject === undefined || claimOf(statement.item) === undefined) continue;
    const known = subjects.get(subject);
    if (known === undefined) subjects.set(subject, [statement]);
    else known.push(statement);
  }
  return [...subjects]
    .flatMap(([subject, about]) => disagreement(subject, about))
    .sort((a, b) => compareText(a.subject, b.subject));
}

const subjectOf = (item: EvidenceItem): string | undefined => {
  if (isPredictive(item)) return regimenKey(item.therapy);
  return item.kind === 'prognostic' || item.kind === 'diagnostic' ? item.kind : undefined;
};

/** The claim in words; undefined where the source leaves it open. */
function claimOf(item: EvidenceItem): string | undefined {
  const said = isPredictive(item) ? item.direction : item.significance;
  if (said === 'not-stated' || item.support === 'not-stated') return undefined;
  const plain = said.replaceAll('-', ' ');
  return item.support === 'does-not-support' ? `${plain}: not supported` : plain;
}

const opposed = [
  ['sensitive', 'resistant'],
  ['sensitive', 'reduced sensitivity'],
  ['better outcome', 'poor outcome'],
  ['supports diagnosis', 'against diagnosis'],
] as const;

function disagreement(subject: string, about: readonly JudgedStatement[]): readonly Disagreement[] {
  const byClaim = new Map<string, JudgedStatement[]>();
  for (const statement of about) {
    const claim = claimOf(statement.item) ?? '';
    const known = byClaim.get(claim);
    if (known === undefined) byClaim.set(claim, [statement]);
    else known.push(statement);
  }
  const claims = [...byClaim.keys()].sort();
  const contrary = opposed.some(([one, other]) => byClaim.has(one) && byClaim.has(other));
  const unsupported = claims.some((claim) => byClaim.has(claim) && byClaim.has(`${claim}: not supported`));
  if (!contrary && !unsupported) return [];
  const sides = claims.map((claim) => side(claim, byClaim.get(claim) ?? []));
  const reasons = [
    ...(contrary ? (['direction'] as const) : []),
    ...(unsupported ? (['not-supported'] as const) : []),
    ...(differ(about, ({ item }) => scopeOf(item)) ? (['tumour-mapping'] as const) : []),
    ...(differ(about, ({ item }) => item.reviewedOn?.slice(0, 4)) ? (['date'] as const) : []),
  ];
  return [{ subject, sides, reasons, sentence: sentenceOf(subject, sides, reasons) }];
}

const side = (claim: string, statements: readonly JudgedStatement[]): DisagreeingSide => ({
  claim,
  items: statements.map(({ item }) => ({
    id: item.id,
    source: item.id.split(' ').length > 1 ? (item.id.split(' ')[0] ?? '') : 'Consilium',
    grade: nameGrade(item),
    ...(item.reviewedOn === undefined ? {} : { reviewedOn: item.reviewedOn }),
  })),
});

const scopeOf = ({ tumourTypes, disease }: EvidenceItem): string =>
  disease?.name ?? (typeof tumourTypes === 'string' ? tumourTypes : [...tumourTypes].sort().join(' '));

const differ = (
  statements: readonly JudgedStatement[],
  member: (statement: JudgedStatement) => string | undefined,
): boolean => new Set(statements.map(member).filter((value) => value !== undefined)).size > 1;

const words: Readonly<Record<DisagreementReason, string>> = {
  direction: 'they claim the contrary',
  'not-supported': 'one found no support for what the other claims',
  'tumour-mapping': 'they were made for different tumour types that both fit',
  date: 'they were reviewed in different years',
};

const sentenceOf = (
  subject: string,
  sides: readonly DisagreeingSide[],
  reasons: readonly DisagreementReason[],
): string =>
  `Sources disagree on ${subject}: ${sides
    .map(({ claim, items }) => `${claim} (${items.map(({ id }) => id).join(', ')})`)
    .join('; ')}. Why: ${reasons.map((reason) => words[reason]).join('; ')}.`;
