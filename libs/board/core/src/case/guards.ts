import type { Problem } from '@consilium/kernel';
import { checkDecision, checkFollowUp, checkClosing } from '../follow-up/check-follow-up.js';
import { checkStrike } from '../follow-up/check-strike.js';
import { checkItem } from '../recommendation/check-item.js';
import { checkGate, checkOverride, checkSigning } from '../recommendation/check-signing.js';
import type { CaseFacts } from './case-facts.js';
import type { CaseRecord } from './case-record.js';
import { atTheTable } from './case-state.js';
import type { CaseStep, CaseStepKind, StepOf } from './case-step.js';
import { checkReferral, checkReferring } from './check-referral.js';
import { issuesFrom, type Severity } from './completeness.js';
import { noReason, refusal } from './refusal.js';
import type { Role } from './role.js';

/** Who takes a step, and when (ISO instant). */
export interface Actor {
  readonly id: string;
  readonly role: Role;
}

export interface GuardInput<S extends CaseStep = CaseStep> {
  readonly record: CaseRecord;
  readonly step: S;
  readonly actor: Actor;
  readonly facts: CaseFacts;
  /** ISO date. */
  readonly today: string;
}

type Guard<K extends CaseStepKind> = (input: GuardInput<StepOf<K>>) => Problem | undefined;

const free = (): undefined => undefined;
const withReason = ({ step }: GuardInput<CaseStep & { readonly reason: string }>) => noReason(step.reason);

/** What must hold for a step beside the table; the first obstacle is told. */
const guards: { readonly [K in CaseStepKind]: Guard<K> } = {
  describe: ({ step, today }) => checkReferral(step.referral, today),
  'mark-urgent': withReason,
  refer: ({ record, facts }) => checkReferring(record.referral) ?? complete(facts, 'fatal'),
  return: withReason,
  decline: withReason,
  withdraw: withReason,
  triage: ({ step, facts }) =>
    noReason(step.plan, '/plan') ??
    (facts.outsideRule.length === 0
      ? undefined
      : step.outsideRule === undefined
        ? refusal(
            'OUTSIDE_RULE',
            '/outsideRule',
            `The board's rule of inclusion is not met: ${facts.outsideRule.join('; ')}.`,
            'Say why the case is discussed all the same, or decline it.',
          )
        : noReason(step.outsideRule, '/outsideRule')),
  'add-task': ({ record, step }) =>
    record.tasks.some(({ id }) => id === step.task.id)
      ? refusal('TASK_EXISTS', '/task/id', 'stands for another task already.', 'Use another id.')
      : noReason(step.task.title, '/task/title'),
  'finish-task': ({ record, step }) =>
    record.tasks.some(({ id, done }) => id === step.task && done === undefined)
      ? undefined
      : refusal('NO_SUCH_TASK', '/task', 'is no open task of this case.', 'Look at the tasks of the case.'),
  'await-data': ({ record }) =>
    record.tasks.some(({ awaited, done }) => awaited && done === undefined)
      ? undefined
      : refusal(
          'NOTHING_AWAITED',
          '',
          'Nothing is outstanding.',
          'Add a task for what is awaited, with its owner.',
        ),
  'waive-quality': withReason,
  prepare: ({ record, facts }) =>
    facts.finalReports === 0
      ? refusal('NO_FINAL_REPORT', '', 'There is no final molecular report.', 'Wait for it, with a task.')
      : facts.qualityLacks.length > 0 && record.qualityWaived === undefined
        ? refusal(
            'QUALITY_FAILED',
            '',
            `The quality is not enough: ${facts.qualityLacks.join('; ')}.`,
            'Ask for another sample, or have a molecular pathologist waive it by name.',
          )
        : undefined,
  'propose-findings': free,
  submit: ({ record }) =>
    record.proposal === undefined
      ? refusal(
          'NO_PROPOSAL',
          '',
          'Nobody has proposed what the board is to see.',
          'Propose the findings first.',
        )
      : undefined,
  accept: (input) => secondPerson(input) ?? complete(input.facts, 'error'),
  reject: (input) => secondPerson(input) ?? noReason(input.step.reason),
  recall: withReason,
  schedule: ({ step, facts }) =>
    facts.meeting?.id !== step.meeting
      ? refusal('OTHER_MEETING', '/meeting', 'is no meeting of this board.', 'Choose a planned meeting.')
      : facts.meeting.locked
        ? refusal('MEETING_LOCKED', '/meeting', 'has its agenda locked.', 'Choose the next meeting.')
        : undefined,
  open: ({ record, step: { standing } }) =>
    standing.meeting !== record.meeting
      ? refusal('OTHER_MEETING', '/standing/meeting', 'is not the meeting the case is on.', 'Open it there.')
      : standing.undeclared.length > 0
        ? refusal(
            'INTEREST_NOT_DECLARED',
            '/standing/undeclared',
            `Not yet declared: ${standing.undeclared.join(', ')}.`,
            'Every member present declares whether there is an interest in this case.',
          )
        : standing.quorumLacks.length > 0
          ? refusal(
              'NO_QUORUM',
              '/standing/quorumLacks',
              `The quorum lacks ${standing.quorumLacks.join(', ')}.`,
              'Call in who is missing, or postpone the case.',
            )
          : undefined,
  postpone: free,
  hold: withReason,
  resume: free,
  'draft-item': ({ record, step }) => checkItem(step.item, record.recommendation.items),
  'drop-item': ({ record, step }) =>
    noSuchItem(record, step.item) ??
    (record.state !== 'in-meeting' &&
    atTheTable.includes(record.state) &&
    record.recommendation.items.length === 1
      ? refusal(
          'NOTHING_RECOMMENDED',
          '/item',
          'is all that is recommended.',
          'Draft another item first, or recommend nothing, with the coded reason.',
        )
      : undefined),
  'recommend-none': free,
  'note-gate': ({ record, step }) => noSuchItem(record, step.item) ?? checkGate(record.recommendation, step),
  'override-gate': ({ record, step }) =>
    noSuchItem(record, step.item) ?? checkOverride(record.recommendation, step) ?? noReason(step.reason),
  dissent: (input) =>
    recused(input) ?? noSuchItem(input.record, input.step.item) ?? noReason(input.step.text, '/text'),
  recommend: (input) => recused(input) ?? somethingRecommended(input.record),
  sign: (input) =>
    recused(input) ??
    somethingRecommended(input.record) ??
    complete(input.facts, 'error') ??
    lateDataOpen(input.record) ??
    checkSigning(input.record.recommendation),
  amend: withReason,
  communicate: ({ step }) => noReason(step.to, '/to') ?? noReason(step.receipt, '/receipt'),
  acknowledge: free,
  decide: ({ record, step, today }) =>
    record.acknowledged
      ? checkDecision(step.decision, record, today)
      : refusal('NOT_ACKNOWLEDGED', '', 'The letter was not acknowledged.', 'Acknowledge it first.'),
  'follow-up': ({ record, step, today }) => checkFollowUp(step.entry, record, today),
  'strike-entry': ({ record, step, today }) => checkStrike(step, record, today),
  close: ({ record, step }) => checkClosing(step.because, record),
  reopen: withReason,
  merge: ({ record, step }) =>
    step.into === record.id
      ? refusal('SAME_CASE', '/into', 'is the case itself.', 'Name the other case.')
      : noReason(step.reason),
  'note-late-data': ({ record, step }) =>
    record.lateData.some(({ source }) => source === step.source)
      ? refusal('LATE_DATA_NOTED', '/source', 'is noted already.', 'Settle what was noted.')
      : undefined,
  'settle-late-data': ({ record, step }) =>
    record.lateData.some(({ source }) => source === step.source)
      ? noReason(step.reason)
      : refusal(
          'NO_LATE_DATA',
          '/source',
          'is nothing that came late.',
          'Look at the late data of the case.',
        ),
};

export function obstacle<K extends CaseStepKind>(kind: K, input: GuardInput<StepOf<K>>): Problem | undefined {
  return guards[kind](input);
}

function complete({ issues }: CaseFacts, from: Severity): Problem | undefined {
  const grave = issuesFrom(issues, from);
  return grave.length === 0
    ? undefined
    : refusal(
        'INCOMPLETE',
        grave[0]?.path ?? '',
        grave.map(({ message }) => message).join(' '),
        `To be brought by: ${[...new Set(grave.map(({ owner }) => owner))].join(', ')}.`,
      );
}

const secondPerson = ({ record, actor }: GuardInput): Problem | undefined =>
  record.proposal?.by === actor.id
    ? refusal('SAME_PERSON', '', 'You proposed these findings yourself.', 'A second person reviews them.')
    : undefined;

const recused = ({ record, actor }: GuardInput): Problem | undefined =>
  record.standing?.recused.includes(actor.id) === true
    ? refusal('RECUSED', '', 'You are recused from this case.', 'Somebody without an interest decides.')
    : undefined;

const lateDataOpen = ({ lateData }: CaseRecord): Problem | undefined =>
  lateData.length === 0
    ? undefined
    : refusal(
        'LATE_DATA_OPEN',
        '/lateData',
        `Not yet dealt with: ${lateData.map(({ what }) => what).join(' ')}`,
        'Change the draft where it matters, and settle each with a word on it.',
      );

const noSuchItem = ({ recommendation }: CaseRecord, item: string): Problem | undefined =>
  recommendation.items.some(({ id }) => id === item)
    ? undefined
    : refusal('NO_SUCH_ITEM', '/item', 'is no item of the draft.', 'Look at the draft of the case.');

const somethingRecommended = ({ recommendation: { items, none } }: CaseRecord): Problem | undefined =>
  items.length > 0 || none !== undefined
    ? undefined
    : refusal(
        'NOTHING_RECOMMENDED',
        '',
        'Nothing is recommended.',
        'Draft an item, or give the coded reason for none.',
      );
