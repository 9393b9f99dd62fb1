import fc from 'fast-check';
import { gatedDrugs } from '../recommendation/check-signing.js';
import type { CaseFacts } from './case-facts.js';
import type { CaseRecord } from './case-record.js';
import type { CaseStep, CaseStepKind } from './case-step.js';

const issue = { path: '/facts/stage', message: 'The stage is not recorded.', owner: 'referrer' as const };
const mostly = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ arbitrary: fc.constant(usual), weight: 4 * others.length }, fc.constantFrom(...others));

export const facts: fc.Arbitrary<CaseFacts> = fc.record({
  issues: mostly<CaseFacts['issues']>(
    [],
    [{ ...issue, severity: 'warning' }],
    [{ ...issue, severity: 'error' }],
    [{ ...issue, severity: 'fatal' }],
  ),
  finalReports: mostly(1, 0, 2),
  qualityLacks: mostly<readonly string[]>([], ['tumour fraction below 20 %']),
  outsideRule: mostly<readonly string[]>([], ['ECOG above 2']),
  meeting: mostly({ id: 'm1', locked: false }, { id: 'm1', locked: true }, { id: 'm2', locked: false }),
});

/** What steps are made of. */
const ingredients = fc.record({
  reason: mostly('because it is so', '', 'a'),
  day: mostly('today', '2026-11-01', '2026-11-26', '2030-01-01', 'soon'),
  ref: fc.constantFrom('a', 'b'),
  flag: fc.boolean(),
  mains: mostly(1, 0, 2),
  topography: mostly('C34.1', 'lung'),
  consent: mostly('given' as const, 'refused' as const, undefined),
  kind: fc.constantFrom(
    'therapy' as const,
    'trial' as const,
    'rebiopsy' as const,
    'rebiopsy' as const,
    'combination' as const,
  ),
  priority: fc.integer({ min: 0, max: 2 }),
  drugs: fc.constantFrom<readonly string[]>([], [], [], ['capecitabine'], ['tucatinib', 'capecitabine']),
  outcome: fc.constantFrom(
    'ok' as const,
    'unknown' as const,
    'dose' as const,
    'test-first' as const,
    'avoid' as const,
  ),
  ownDrugs: mostly(true, false),
  meeting: mostly('m1', 'm2'),
  quorumLacks: mostly<readonly string[]>([], ['a molecular pathologist']),
  undeclared: mostly<readonly string[]>([], ['dora']),
  recused: mostly<readonly string[]>([], ['ada'], ['ben']),
  answer: fc.constantFrom('accepted' as const, 'none' as const),
  entry: fc.constantFrom(
    'therapy-start' as const,
    'therapy-stop' as const,
    'visit' as const,
    'progression' as const,
    'missed' as const,
    'death' as const,
    'claim' as const,
    'claim-answer' as const,
  ),
  ecog: mostly(1, -1, 5),
  close: fc.constantFrom('death' as const, 'lost-to-follow-up' as const, 'end-of-therapy' as const),
});
type Ingredients = typeof ingredients extends fc.Arbitrary<infer T> ? T : never;

export const commands = fc.record({
  /** Which of the kinds that can be taken; or of all. */
  pick: fc.nat(999),
  blind: mostly(false, true),
  person: fc.constantFrom('ada', 'ben', 'chen'),
  role: fc.nat(99),
  stale: mostly(false, true),
  facts,
  ingredients,
});

export function stepOf(kind: CaseStepKind, some: Ingredients, record: CaseRecord, today: string): CaseStep {
  const { reason, ref } = some;
  const day = some.day === 'today' ? today : some.day;
  switch (kind) {
    case 'describe':
      return {
        kind,
        referral: {
          reason: 'Progress',
          question: 'What next?',
          diagnoses: Array.from({ length: 2 }, (_, at) => ({
            code: 'LUAD',
            topography: some.topography,
            morphology: '8140/3',
            isMain: at < some.mains,
          })),
          ...(some.consent === undefined ? {} : { consent: { answer: some.consent, on: '2026-11-01' } }),
        },
      };
    case 'mark-urgent':
      return { kind, urgent: some.flag, reason };
    case 'triage':
      return { kind, plan: reason, ...(some.flag ? { outsideRule: reason } : {}) };
    case 'add-task':
      return {
        kind,
        task: { id: ref, title: 'Panel', owner: 'lab', dueOn: '2026-12-01', awaited: some.flag },
      };
    case 'finish-task':
      return { kind, task: ref };
    case 'propose-findings':
      return { kind, findings: ['smallVariants:0'] };
    case 'schedule':
      return { kind, meeting: some.meeting };
    case 'open': {
      const { meeting, quorumLacks, undeclared, recused } = some;
      return { kind, standing: { meeting, quorumLacks, undeclared, recused } };
    }
    case 'postpone':
      return { kind, because: 'no-quorum' };
    case 'draft-item':
      return {
        kind,
        item: {
          id: ref,
          kind: some.kind,
          priority: some.priority,
          drugs: some.drugs,
          biomarkers: [],
          evidence: [{ scale: 'AMP', level: 'A', source: 'label' }],
          label: 'in-label',
          ...(some.flag ? { trial: { id: 'NCT00000001' } } : {}),
          rationale: 'It fits.',
          references: ['PMID:1'],
        },
      };
    case 'drop-item':
      return { kind, item: ref };
    case 'recommend-none':
      return { kind, because: 'no-actionable-finding' };
    case 'note-gate': {
      const item = record.recommendation.items.find(({ id }) => id === ref);
      const drugs = item !== undefined && some.ownDrugs ? gatedDrugs(item) : ['other'];
      return { kind, item: ref, result: { outcome: some.outcome, drugs, reasons: ['DPYD'], at: 'then' } };
    }
    case 'override-gate':
      return { kind, item: ref, reason };
    case 'dissent':
      return { kind, item: ref, text: reason };
    case 'sign':
      return { kind, contentHash: `hash of ${String(record.version)}` };
    case 'communicate':
      return { kind, to: 'Dr. Ada', receipt: reason };
    case 'decide':
      return {
        kind,
        decision: { on: day, answer: some.answer, item: ref, ...(some.flag ? { because: 'no-access' } : {}) },
      };
    case 'follow-up': {
      const entries = {
        'therapy-start': { kind: 'therapy-start', on: day, item: ref },
        'therapy-stop': { kind: 'therapy-stop', on: day, item: ref, fulfilment: 'partial', reason },
        visit: { kind: 'visit', on: day, ecog: some.ecog },
        progression: { kind: 'progression', on: day },
        missed: { kind: 'missed', on: day },
        death: { kind: 'death', on: day },
        claim: { kind: 'claim', on: day, payer: reason, item: ref },
        'claim-answer': { kind: 'claim-answer', on: day, item: ref, answer: 'refused', reason },
      } as const;
      return { kind, entry: entries[some.entry] };
    }
    case 'strike-entry':
      return { kind, entry: record.followUp[0]?.version ?? 0, reason };
    case 'close': {
      const hasVisit = record.followUp.some((one) => one.kind === 'visit');
      return { kind, because: some.flag && hasVisit ? 'complete' : some.close };
    }
    case 'merge':
      return { kind, into: some.flag ? 'other' : record.id, reason };
    case 'note-late-data':
      return { kind, what: 'amended', source: ref };
    case 'settle-late-data':
      return { kind, source: ref, reason };
    case 'return':
    case 'decline':
    case 'withdraw':
    case 'reject':
    case 'recall':
    case 'hold':
    case 'amend':
    case 'reopen':
    case 'waive-quality':
      return { kind, reason };
    case 'refer':
    case 'await-data':
    case 'prepare':
    case 'submit':
    case 'accept':
    case 'resume':
    case 'recommend':
    case 'acknowledge':
      return { kind };
  }
}
