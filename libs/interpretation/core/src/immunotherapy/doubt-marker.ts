import type { Biomarker, BiomarkerState } from '@consilium/clinical';
import type { BiomarkerRule } from '@consilium/knowledge-core';

/** What speaks against taking the laboratory's answer as it is. */
export interface Doubt {
  readonly sentence: string;
  readonly settledBy: string;
}

const isDefinite = (state: BiomarkerState): boolean => state === 'positive' || state === 'negative';

/** The value, where it is a number at all. */
export const valueOf = ({ value }: Biomarker): number | undefined =>
  value !== undefined && Number.isFinite(value) ? value : undefined;

/** Reasons for which a positive or negative of the laboratory becomes indeterminate here. */
export const doubtsAbout = (
  measured: Biomarker,
  rule: BiomarkerRule,
  all: readonly Biomarker[],
): readonly Doubt[] => [
  ...doubtScoring(measured),
  ...doubtUnit(measured, rule),
  ...doubtCutOffs(measured, rule),
  ...doubtLoci(measured),
  ...doubtOthers(measured, all),
];

function doubtScoring({ kind, scoring, clone }: Biomarker): readonly Doubt[] {
  if (kind !== 'PD-L1' || (scoring !== undefined && clone !== undefined)) return [];
  const lacking = [
    ...(scoring === undefined ? ['its way of scoring (TPS, CPS, IC)'] : []),
    ...(clone === undefined ? ['its antibody clone'] : []),
  ];
  return [
    {
      sentence: `PD-L1 without ${lacking.join(' and ')} says nothing.`,
      settledBy: 'scoring and clone of PD-L1 from the laboratory',
    },
  ];
}

function doubtUnit(measured: Biomarker, { unit: asked }: BiomarkerRule): readonly Doubt[] {
  const { kind, unit } = measured;
  if (valueOf(measured) === undefined || asked === undefined || unit === asked) return [];
  return [
    {
      sentence: `The value is in ${unit ?? 'a unit that is not stated'}, the rule in ${asked}.`,
      settledBy: `${kind} in ${asked}`,
    },
  ];
}

/** What is reported must follow from the cut-off: the laboratory's own, or the rule's where it names none. */
function doubtCutOffs(measured: Biomarker, rule: BiomarkerRule): readonly Doubt[] {
  const { kind, state, cutoff } = measured;
  const cutOff = cutoff ?? comparableCutOff(measured, rule);
  const value = valueOf(measured);
  if (value === undefined || cutOff === undefined || !isDefinite(state)) return [];
  if (value >= cutOff === (state === 'positive')) return [];
  return [
    {
      sentence: `The laboratory reports ${state}, but ${String(value)} ${value >= cutOff ? 'reaches' : 'does not reach'} the cut-off of ${String(cutOff)}.`,
      settledBy: `clarification of ${kind} by the laboratory`,
    },
  ];
}

const comparableCutOff = ({ unit }: Biomarker, rule: BiomarkerRule): number | undefined =>
  unit === rule.unit ? rule.cutOff : undefined;

/** The laboratory goes by its own cut-off; where the rule's gives another answer, its state stands and says so. */
export function otherwiseByRule(measured: Biomarker, rule: BiomarkerRule): string | undefined {
  const { state, cutoff } = measured;
  const cutOff = comparableCutOff(measured, rule);
  const value = valueOf(measured);
  if (cutoff === undefined || cutOff === undefined || value === undefined || !isDefinite(state)) {
    return undefined;
  }
  if (value >= cutOff === value >= cutoff) return undefined;
  return `By the laboratory's cut-off of ${String(cutoff)} it is ${state}; by that of the rule, ${String(cutOff)}, it would be ${value >= cutOff ? 'positive' : 'negative'}. Hold.`;
}

/** MSI by PCR: 2 of 5 loci, or at least 30 % of more than 5 (NCI workshops, PMID 9823339 and 14970275). */
function doubtLoci({ kind, state, method, result }: Biomarker): readonly Doubt[] {
  const [, count, total] = /^\s*(\d+)\s*(?:\/|of)\s*(\d+)\b/.exec(result ?? '') ?? [];
  if (kind !== 'MSI' || !/pcr/i.test(method ?? '') || !isDefinite(state)) return [];
  if (count === undefined || total === undefined || Number(total) < 5) return [];
  const unstable = Number(total) === 5 ? Number(count) >= 2 : Number(count) / Number(total) >= 0.3;
  if (unstable === (state === 'positive')) return [];
  return [
    {
      sentence: `The laboratory reports ${state}, but ${count} of ${total} loci are unstable (high: 2 of 5, or 30 % of more).`,
      settledBy: 'clarification of MSI by the laboratory',
    },
  ];
}

/** A second result of the same kind, scoring and clone that says the contrary. */
function doubtOthers(measured: Biomarker, all: readonly Biomarker[]): readonly Doubt[] {
  const { kind, state, scoring, clone } = measured;
  const contrary = all.some(
    (other) =>
      other.kind === kind &&
      other.scoring === scoring &&
      other.clone === clone &&
      isDefinite(state) &&
      isDefinite(other.state) &&
      other.state !== state,
  );
  if (!contrary) return [];
  return [
    {
      sentence: `Results of ${kind} disagree.`,
      settledBy: `a repeat of ${kind}, or a decision which result holds`,
    },
  ];
}
