import type { Biomarker, BiomarkerKind, BiomarkerPattern, MolecularProfile } from '@consilium/clinical';
import { describeBiomarker } from './describe-finding.js';
import { judge, unclear, type Judgement } from './judgement.js';
import { met, notMet, unknown, type Fact, type PatternAnswer } from './pattern-answer.js';

/**
 * A biomarker by its state and, where the label names one, its least value. "Negative" and "not tested" stay apart, a
 * value counts only in the right unit, and PD-L1 only by the scoring that is meant.
 */
export function evaluateBiomarker(pattern: BiomarkerPattern, profile: MolecularProfile): PatternAnswer {
  const { kind } = pattern;
  const judged = profile.biomarkers.flatMap((biomarker, index) => {
    if (biomarker.kind !== kind) return [];
    const fact: Fact = { text: describeBiomarker(biomarker), finding: { list: 'biomarkers', index } };
    return [{ ...judgeBiomarker(biomarker, pattern), biomarker, fact }];
  });
  const missing = (reason: string) => ({ kind: 'biomarker', biomarker: kind, reason }) as const;
  if (judged.length === 0) return unknown([missing(`${wanted(pattern)}: ${kind} is not reported.`)]);
  const facts = (answer: Judgement['answer']): readonly Fact[] =>
    judged.filter((one) => one.answer === answer).map(({ fact }) => fact);
  const yes = facts('met');
  const no = facts('not-met');
  if (yes.length > 0 && no.length > 0) {
    return unknown([missing(`Results for ${kind} disagree: repeat or decide which holds.`)], [...yes, ...no]);
  }
  const open = judged.filter(({ answer }) => answer === 'unknown');
  // A failed run or one by another scoring is superseded by a definite result; an indeterminate one is not.
  const pending = open.filter(
    ({ biomarker }) => biomarker.state === 'indeterminate' && comparable(biomarker, pattern),
  );
  if (yes.length > 0 && pending.length === 0) return met(yes);
  if (no.length > 0 && pending.length === 0) return notMet(no);
  return unknown(
    open.flatMap(({ reasons }) => reasons.map(missing)),
    [...open.map(({ fact }) => fact), ...yes, ...no],
  );
}

const comparable = (biomarker: Biomarker, { scoring }: BiomarkerPattern): boolean =>
  scoring === undefined || biomarker.scoring === scoring;

function judgeBiomarker(biomarker: Biomarker, pattern: BiomarkerPattern): Judgement {
  const { kind, state, value, unit, scoring } = biomarker;
  const { states, atLeast } = pattern;
  if (pattern.scoring !== undefined && scoring !== pattern.scoring) {
    return unclear(`${wanted(pattern)}: ${kind} was scored by ${scoring ?? 'a method that is not stated'}.`);
  }
  if (state !== 'positive' && state !== 'negative') {
    return states.includes(state) ? judge(true) : unclear(`${wanted(pattern)}: ${kind} is ${state}.`);
  }
  if (atLeast === undefined) return judge(states.includes(state));
  const asked = unitOf(kind, pattern.scoring);
  if (value === undefined || !Number.isFinite(value))
    return unclear(`${wanted(pattern)}: no value is reported.`);
  if (asked === undefined || unit !== asked) {
    return unclear(`${wanted(pattern)}: the value is in ${unit ?? 'a unit that is not stated'}.`);
  }
  const reaches = value >= atLeast;
  // The laboratory's own cut-off may be above the label's: its "negative" does not undo the value, nor the reverse.
  return reaches && !states.includes(state)
    ? unclear(`${wanted(pattern)}: the value reaches it, but the laboratory reports ${state}.`)
    : judge(reaches);
}

const unitOf = (kind: BiomarkerKind, scoring: Biomarker['scoring']): Biomarker['unit'] => {
  switch (kind) {
    case 'TMB':
      return 'mut/Mb';
    case 'MSI':
      return '%';
    case 'HRD':
      return 'score';
    case 'PD-L1':
      return scoring === undefined ? undefined : scoring === 'CPS' ? 'score' : '%';
    case 'LOH':
      return '%';
    case 'MMR':
    case 'HLA':
    case 'HLA-LOH':
    case 'EBV':
    case 'HPV':
    case 'MCPyV':
      return undefined;
  }
};

function wanted({ kind, states, atLeast, scoring }: BiomarkerPattern): string {
  const unit = unitOf(kind, scoring);
  const least =
    atLeast === undefined ? '' : ` of at least ${String(atLeast)}${unit === undefined ? '' : ` ${unit}`}`;
  return `${kind}${scoring === undefined ? '' : ` ${scoring}`} ${states.join(' or ')}${least} is asked for`;
}
