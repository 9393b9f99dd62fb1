import type { Problem } from '@consilium/kernel';
import type { RecommendationItem } from '../recommendation/recommendation.js';
import { advanceCase } from './advance-case.js';
import type { CaseFacts } from './case-facts.js';
import { newCase, type CaseRecord } from './case-record.js';
import type { CaseStep } from './case-step.js';
import type { Referral } from './referral.js';
import type { Role } from './role.js';

export const sound: CaseFacts = {
  issues: [],
  finalReports: 1,
  qualityLacks: [],
  outsideRule: [],
  meeting: { id: 'm1', locked: false },
};
export const referral: Referral = {
  reason: 'Progress on osimertinib',
  question: 'Is there a targeted option?',
  diagnoses: [{ code: 'LUAD', topography: 'C34.1', morphology: '8140/3', isMain: true }],
  consent: { answer: 'given', on: '2026-11-01' },
};
export const item: RecommendationItem = {
  id: 'one',
  kind: 'therapy',
  priority: 1,
  drugs: ['capecitabine'],
  biomarkers: [],
  evidence: [{ scale: 'AMP', level: 'A', source: 'label' }],
  label: 'in-label',
  rationale: 'Standard after progress.',
  references: ['PMID:1'],
};
export const standing = { meeting: 'm1', quorumLacks: [], undeclared: [], recused: [] };
export const gate = (outcome: 'ok' | 'avoid' | 'test-first' | 'dose' | 'unknown') => ({
  outcome,
  drugs: ['capecitabine'],
  reasons: ['DPYD: poor metabolizer'],
  at: '2026-11-23T10:00:00Z',
});

/** Somebody, and what they do: `ada as referrer`. */
export type Told = readonly [who: string, role: Role, step: CaseStep];

/** From the referral to the follow-up, one step after the other. */
export const story: readonly Told[] = [
  ['ada', 'referrer', { kind: 'describe', referral }],
  ['ada', 'referrer', { kind: 'refer' }],
  ['ben', 'coordinator', { kind: 'triage', plan: 'Panel of the lung' }],
  ['ben', 'coordinator', { kind: 'prepare' }],
  ['chen', 'curator', { kind: 'propose-findings', findings: ['smallVariants:0'] }],
  ['chen', 'curator', { kind: 'submit' }],
  ['ivo', 'second-reviewer', { kind: 'accept' }],
  ['ben', 'coordinator', { kind: 'schedule', meeting: 'm1' }],
  ['elif', 'chair', { kind: 'open', standing }],
  ['elif', 'chair', { kind: 'draft-item', item }],
  ['gate', 'system', { kind: 'note-gate', item: 'one', result: gate('ok') }],
  ['elif', 'chair', { kind: 'recommend' }],
  ['elif', 'chair', { kind: 'sign', contentHash: 'h1' }],
  ['ben', 'coordinator', { kind: 'communicate', to: 'Dr. Ada', receipt: 'fax 17' }],
  ['ada', 'referrer', { kind: 'acknowledge' }],
  ['ada', 'referrer', { kind: 'decide', decision: { on: '2026-11-23', answer: 'accepted', item: 'one' } }],
];

export const today = '2026-11-23T12:00:00Z';

/** What comes of a step: the case, or why not. */
export function take(
  record: CaseRecord,
  [who, role, step]: Told,
  { facts = sound, at = today }: { readonly facts?: CaseFacts; readonly at?: string } = {},
): CaseRecord | Problem {
  const context = { actor: { id: who, role }, expectedVersion: record.version, at, facts, snapshot: 's' };
  const result = advanceCase(record, step, context);
  return result.ok ? result.value.record : result.error;
}

/** The case after steps that must all be taken. */
export function told(steps: readonly Told[], from: CaseRecord = newCase('c')): CaseRecord {
  return steps.reduce((record, one) => {
    const next = take(record, one);
    if ('remedy' in next) throw new Error(`${one[2].kind}: ${next.code} ${next.message}`);
    return next;
  }, from);
}

/** The story up to the first step of a kind, that step left out. */
export const before = (kind: CaseStep['kind']): CaseRecord =>
  told(
    story.slice(
      0,
      story.findIndex(([, , step]) => step.kind === kind),
    ),
  );
