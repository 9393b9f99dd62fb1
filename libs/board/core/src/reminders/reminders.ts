import type { CaseRecord } from '../case/case-record.js';
import type { Role } from '../case/role.js';
import type { BoardPolicy, Deadline } from '../policy/board-policy.js';
import { addDays } from './working-days.js';

/** Something that somebody is told of at an instant, unless it is done before. */
export interface Reminder {
  /** What it is about: a state, `decision`, `task:rna`, `follow-up:6`. */
  readonly timer: string;
  /** `due`: time is running out; `overdue`: it is over, and others are told besides. */
  readonly level: 'due' | 'overdue';
  /** ISO instant. */
  readonly at: string;
  readonly owners: readonly Role[];
}

/** The share of a span after which its owner is reminded. */
const warnAfter = 0.75;
const dayMs = 86_400_000;
const weekMs = 7 * dayMs;
/** A visit so long before its day counts for it; after as long it is overdue. */
const followUpWindowMs = 2 * weekMs;

/** All reminders of a case as it stands, also those of later; a step that settles one takes it away. */
export function remindersOf(record: CaseRecord, policy: BoardPolicy): readonly Reminder[] {
  const { state, since, acknowledged } = record;
  if (since === undefined) return [];
  const deadline = policy.deadlines[state];
  const isSettled = state === 'communicated' && acknowledged;
  return [
    ...(deadline === undefined || isSettled ? [] : spanned(state, since, deadline, policy)),
    ...(state === 'communicated' ? spanned('decision', since, policy.decision, policy) : []),
    ...taskReminders(record),
    ...(state === 'follow-up' ? followUpReminders(record, policy) : []),
  ];
}

function spanned(
  timer: string,
  since: string,
  { days, working, owner, escalateTo }: Deadline,
  { holidays }: BoardPolicy,
): readonly Reminder[] {
  const end = addDays(since, days, { working, holidays });
  const start = Date.parse(since);
  const warn = new Date(start + (Date.parse(end) - start) * warnAfter).toISOString();
  return [
    { timer, level: 'due', at: warn, owners: [owner] },
    { timer, level: 'overdue', at: end, owners: [...new Set([owner, escalateTo])] },
  ];
}

/** On the day a task is due, and when the day is over. */
const taskReminders = ({ tasks }: CaseRecord): readonly Reminder[] =>
  tasks
    .filter(({ done, dueOn }) => done === undefined && !Number.isNaN(Date.parse(dueOn)))
    .flatMap(({ id, dueOn, owner }): readonly Reminder[] => {
      const day = Date.parse(`${dueOn.slice(0, 10)}T00:00:00Z`);
      const timer = `task:${id}`;
      return [
        { timer, level: 'due', at: new Date(day).toISOString(), owners: [owner] },
        {
          timer,
          level: 'overdue',
          at: new Date(day + dayMs).toISOString(),
          owners: [...new Set<Role>([owner, 'coordinator'])],
        },
      ];
    });

function followUpReminders(
  { signed, followUp }: CaseRecord,
  { followUpWeeks }: BoardPolicy,
): readonly Reminder[] {
  const first = signed[0]?.at;
  if (first === undefined || followUp.some(({ kind }) => kind === 'death')) return [];
  const looked = followUp.filter(({ kind }) => kind === 'visit' || kind === 'missed');
  const last = looked.reduce((latest, { on }) => Math.max(latest, Date.parse(on)), 0);
  return followUpWeeks
    .map((weeks) => ({ weeks, due: Date.parse(first) + weeks * weekMs }))
    .filter(({ due }) => last < due - followUpWindowMs)
    .flatMap(({ weeks, due }): readonly Reminder[] => {
      const timer = `follow-up:${String(weeks)}`;
      return [
        { timer, level: 'due', at: new Date(due).toISOString(), owners: ['referrer'] },
        {
          timer,
          level: 'overdue',
          at: new Date(due + followUpWindowMs).toISOString(),
          owners: ['referrer', 'coordinator'],
        },
      ];
    });
}

/** What stands at an instant: of each timer the gravest. */
export function standingReminders(record: CaseRecord, policy: BoardPolicy, now: string): readonly Reminder[] {
  const standing = new Map<string, Reminder>();
  for (const reminder of remindersOf(record, policy))
    if (Date.parse(reminder.at) <= Date.parse(now)) standing.set(reminder.timer, reminder);
  return [...standing.values()];
}
