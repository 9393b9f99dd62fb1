import type { Answer, Biomarker } from '@consilium/clinical';
import { describeBiomarker } from '@consilium/interpretation-core';
import type { Day } from '../../calendar.js';
import type { BiomarkerCriterion } from '../../language/molecular-criterion.js';
import type { Evaluate } from '../evaluate-leaf.js';
import { open, settled, type Judged } from '../judged.js';
import type { Effort, Question } from '../question.js';
import { factOf } from './evaluate-alteration.js';
import { profilesOf, type ViewedProfile } from './profiles-of.js';

interface Reading {
  readonly viewed: ViewedProfile;
  readonly biomarker: Biomarker;
  readonly answer: Answer;
}

/**
 * A biomarker by its newest result that settles it. A failed run, or one scored or stained otherwise, is passed over for
 * an older one; an indeterminate one is not, since it speaks of the same thing; nor are two results of one report that
 * disagree.
 */
export const evaluateBiomarker: Evaluate<'biomarker'> = (criterion, patient, on) => {
  const earliest = criterion.withinDays === undefined ? -Infinity : on - criterion.withinDays;
  const passed: Reading[] = [];
  for (const viewed of profilesOf(patient, on)) {
    if (viewed.issuedOn < earliest) continue;
    const readings = readIn(viewed, criterion);
    const settling = readings.filter(({ answer }) => answer !== 'unknown');
    const first = settling[0];
    if (first === undefined) {
      if (readings.some(({ biomarker }) => biomarker.state === 'indeterminate'))
        return unclear(criterion, readings);
      passed.push(...readings);
      continue;
    }
    const contradicted = settling.some(({ answer }) => answer !== first.answer);
    const doubted = readings.some(
      ({ answer, biomarker }) => answer === 'unknown' && biomarker.state === 'indeterminate',
    );
    if (contradicted || doubted) return unclear(criterion, readings);
    return settle(first.answer, settling, criterion, viewed.issuedOn);
  }
  return unclear(criterion, passed);
};

function settle(
  answer: Answer,
  readings: readonly Reading[],
  { withinDays }: BiomarkerCriterion,
  issuedOn: Day,
): Judged {
  return settled(
    answer === 'met' ? 'met' : 'not-met',
    () => ({ facts: readings.map(asFact), change: { kind: 'possible', how: 'A later test may differ.' } }),
    withinDays === undefined ? undefined : issuedOn + withinDays,
  );
}

const unclear = (criterion: BiomarkerCriterion, readings: readonly Reading[]): Judged =>
  open(() => ({ facts: readings.map(asFact), missing: [testFor(criterion, readings)] }));

const asFact = ({ viewed, biomarker }: Reading) => factOf(describeBiomarker(biomarker), viewed);

function testFor(criterion: BiomarkerCriterion, readings: readonly Reading[]): Question {
  const { kind, scoring, clones, withinDays } = criterion;
  const states = readings.map(({ biomarker }) => biomarker.state);
  const state = states.includes('failed')
    ? 'failed'
    : states.every((one) => one === 'not-tested')
      ? 'not-tested'
      : undefined;
  const how = [
    scoring === undefined ? '' : ` ${scoring}`,
    clones === undefined ? '' : ` by clone ${clones.join(' or ')}`,
    withinDays === undefined ? '' : `, not older than ${String(withinDays)} days`,
  ].join('');
  return {
    key: `biomarker:${kind}${scoring === undefined ? '' : `:${scoring}`}${clones === undefined ? '' : `:${clones.join('|')}`}`,
    effort: efforts[kind],
    text: readings.length === 0 ? `${kind}${how}` : `${kind}${how}: what is reported does not settle it`,
    ...(state === undefined ? {} : { state }),
  };
}

const efforts: Readonly<Record<Biomarker['kind'], Effort>> = {
  TMB: 'panel',
  MSI: 'panel',
  MMR: 'stain',
  HRD: 'panel',
  LOH: 'panel',
  'PD-L1': 'stain',
  HLA: 'lab',
  'HLA-LOH': 'panel',
  EBV: 'stain',
  HPV: 'stain',
  MCPyV: 'stain',
};

const readIn = (viewed: ViewedProfile, criterion: BiomarkerCriterion): readonly Reading[] =>
  viewed.profile.biomarkers
    .filter(({ kind }) => kind === criterion.kind)
    .map((biomarker) => ({ viewed, biomarker, answer: judge(biomarker, criterion) }));

/** One result. A value counts only in the kind's own unit, and PD-L1 only as scored and stained as asked. */
function judge(biomarker: Biomarker, criterion: BiomarkerCriterion): Answer {
  const { state, value, unit, scoring, clone } = biomarker;
  const { states, atLeast, below, clones } = criterion;
  if (criterion.scoring !== undefined && scoring !== criterion.scoring) return 'unknown';
  if (clones !== undefined && (clone === undefined || !clones.includes(clone))) return 'unknown';
  const asked = states.length > 0;
  if (state !== 'positive' && state !== 'negative')
    return asked && states.includes(state) ? 'met' : 'unknown';
  if (atLeast === undefined && below === undefined) return states.includes(state) ? 'met' : 'not-met';
  if (value === undefined || !Number.isFinite(value) || unit === undefined || unit !== unitOf(biomarker))
    return 'unknown';
  const within = value >= (atLeast ?? -Infinity) && value < (below ?? Infinity);
  // The laboratory's cut-off may be another: its call does not undo the value, nor the value its call.
  if (asked && within && !states.includes(state)) return 'unknown';
  return within ? 'met' : 'not-met';
}

function unitOf({ kind, scoring }: Biomarker): Biomarker['unit'] {
  switch (kind) {
    case 'TMB':
      return 'mut/Mb';
    case 'MSI':
    case 'LOH':
      return '%';
    case 'HRD':
      return 'score';
    case 'PD-L1':
      return scoring === undefined ? undefined : scoring === 'CPS' ? 'score' : '%';
    default:
      return undefined;
  }
}
