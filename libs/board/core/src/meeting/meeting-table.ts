import type { Role } from '../case/role.js';
import type { MeetingState, MeetingStepKind } from './meeting.js';

interface MeetingRule {
  readonly from: readonly MeetingState[];
  readonly to?: MeetingState;
  readonly by: readonly Role[];
}

const everyone: readonly Role[] = [
  'referrer',
  'coordinator',
  'molecular-pathologist',
  'curator',
  'second-reviewer',
  'geneticist',
  'pharmacist',
  'trial-coordinator',
  'chair',
  'board-member',
];

export const meetingTable: Readonly<Record<MeetingStepKind, MeetingRule>> = {
  'set-agenda': { from: ['planned'], by: ['coordinator', 'chair'] },
  lock: { from: ['planned'], to: 'locked', by: ['coordinator', 'chair'] },
  unlock: { from: ['locked'], to: 'planned', by: ['chair'] },
  begin: { from: ['locked'], to: 'open', by: ['chair'] },
  attend: { from: ['planned', 'locked', 'open'], by: everyone },
  leave: { from: ['planned', 'locked', 'open'], by: everyone },
  declare: { from: ['planned', 'locked', 'open'], by: everyone },
  'open-case': { from: ['open'], by: ['chair'] },
  note: { from: ['open'], by: everyone },
  vote: { from: ['open'], by: everyone },
  'close-case': { from: ['open'], by: ['chair'] },
  end: { from: ['open'], to: 'closed', by: ['chair'] },
  cancel: { from: ['planned', 'locked'], to: 'cancelled', by: ['coordinator', 'chair'] },
};
