import { atTheTable, beforeMeeting, decidedStates, type CaseState } from './case-state.js';
import type { CaseStepKind } from './case-step.js';
import type { Role } from './role.js';

/** From where a step may be taken, by whom, and where it leads; without `to` the state stays. */
export interface StepRule {
  readonly from: readonly CaseState[];
  readonly to?: CaseState | 'where-it-was';
  readonly by: readonly Role[];
}

const preparing: readonly CaseState[] = ['triaged', 'awaiting-data', 'in-preparation'];
const drafting: readonly CaseState[] = [
  ...preparing,
  'ready',
  'scheduled',
  'in-meeting',
  'recommended',
  'amended',
];
const open: readonly CaseState[] = [
  ...beforeMeeting,
  'draft',
  'returned',
  'in-meeting',
  'recommended',
  'amended',
  'on-hold',
];
const preparers: readonly Role[] = ['molecular-pathologist', 'curator'];
const organisers: readonly Role[] = ['referrer', 'coordinator'];
const team: readonly Role[] = [
  ...organisers,
  ...preparers,
  'second-reviewer',
  'geneticist',
  'pharmacist',
  'trial-coordinator',
  'chair',
];

/** The whole life of a case as a table: what is not here cannot happen. */
export const stepTable: Readonly<Record<CaseStepKind, StepRule>> = {
  describe: { from: ['draft', 'returned'], by: ['referrer'] },
  'mark-urgent': { from: open, by: [...organisers, 'chair'] },
  refer: { from: ['draft', 'returned'], to: 'referred', by: ['referrer'] },
  return: { from: ['referred', 'triaged'], to: 'returned', by: ['coordinator'] },
  decline: { from: ['referred', 'triaged'], to: 'declined', by: ['coordinator', 'chair'] },
  withdraw: { from: [...beforeMeeting, 'draft', 'returned', 'on-hold'], to: 'withdrawn', by: ['referrer'] },
  triage: { from: ['referred'], to: 'triaged', by: ['coordinator'] },
  'add-task': { from: [...open, 'signed', 'communicated', 'follow-up'], by: [...team, 'system'] },
  'finish-task': { from: [...open, 'signed', 'communicated', 'follow-up'], by: [...team, 'lab', 'system'] },
  'await-data': {
    from: ['triaged', 'in-preparation'],
    to: 'awaiting-data',
    by: ['coordinator', ...preparers],
  },
  'waive-quality': { from: preparing, by: ['molecular-pathologist'] },
  prepare: { from: ['triaged', 'awaiting-data'], to: 'in-preparation', by: ['coordinator', ...preparers] },
  'propose-findings': { from: ['in-preparation'], by: preparers },
  submit: { from: ['in-preparation'], to: 'under-review', by: preparers },
  accept: { from: ['under-review'], to: 'ready', by: ['second-reviewer'] },
  reject: { from: ['under-review'], to: 'in-preparation', by: ['second-reviewer'] },
  recall: {
    from: ['ready', 'scheduled', 'postponed'],
    to: 'in-preparation',
    by: ['coordinator', ...preparers],
  },
  schedule: { from: ['ready', 'postponed'], to: 'scheduled', by: ['coordinator'] },
  open: { from: ['scheduled'], to: 'in-meeting', by: ['chair'] },
  postpone: { from: ['scheduled', 'in-meeting'], to: 'postponed', by: ['coordinator', 'chair'] },
  hold: { from: beforeMeeting, to: 'on-hold', by: ['coordinator', 'molecular-pathologist'] },
  resume: { from: ['on-hold'], to: 'where-it-was', by: ['coordinator', 'molecular-pathologist'] },
  'draft-item': { from: drafting, by: ['curator', 'molecular-pathologist', 'chair', 'board-member'] },
  'drop-item': { from: drafting, by: ['curator', 'molecular-pathologist', 'chair'] },
  'recommend-none': { from: atTheTable, by: ['chair'] },
  'note-gate': { from: drafting, by: ['system', 'pharmacist'] },
  'override-gate': { from: drafting, by: ['pharmacist', 'chair'] },
  dissent: {
    from: atTheTable,
    by: ['board-member', 'chair', 'molecular-pathologist', 'geneticist', 'pharmacist', 'referrer'],
  },
  recommend: { from: ['in-meeting'], to: 'recommended', by: ['chair'] },
  sign: { from: ['recommended', 'amended'], to: 'signed', by: ['chair'] },
  amend: { from: ['signed', 'communicated', 'follow-up'], to: 'amended', by: ['chair'] },
  communicate: { from: ['signed'], to: 'communicated', by: ['coordinator', 'chair'] },
  acknowledge: { from: ['communicated'], by: ['referrer'] },
  decide: { from: ['communicated'], to: 'follow-up', by: ['referrer'] },
  'follow-up': { from: ['follow-up'], by: ['referrer', 'coordinator'] },
  'strike-entry': { from: ['follow-up'], by: organisers },
  close: { from: ['follow-up'], to: 'closed', by: organisers },
  reopen: { from: ['closed', 'follow-up', 'declined', 'withdrawn'], to: 'draft', by: ['referrer'] },
  merge: { from: [...beforeMeeting, 'draft', 'returned', 'on-hold'], to: 'merged', by: ['coordinator'] },
  'note-late-data': {
    from: [...beforeMeeting, 'in-meeting', 'recommended', 'amended', ...decidedStates],
    by: ['system'],
  },
  'settle-late-data': {
    from: [...beforeMeeting, 'in-meeting', 'recommended', 'amended', ...decidedStates],
    by: ['coordinator', 'chair', 'molecular-pathologist'],
  },
};
