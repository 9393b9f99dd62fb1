import { remindersOf, standingReminders, type BoardPolicy, type CaseRecord } from '@consilium/board-core';
import { enqueueJobs } from '@consilium/platform-jobs';
import type { Transaction } from '@consilium/platform-persistence';
import { replaceReminders } from './reminder.store.js';

/** Durable name of the queue. */
export const remindQueue = 'board.remind';

/**
 * Brings the reminders of a case up to date, and asks for a look at each instant at which another begins to stand.
 * Answers whether any changed.
 */
export async function renewReminders(
  tx: Transaction,
  { record, hospital }: { readonly record: CaseRecord; readonly hospital: string },
  policy: BoardPolicy,
  now: Date,
): Promise<boolean> {
  const later = remindersOf(record, policy).filter(({ at }) => Date.parse(at) > now.getTime());
  await enqueueJobs(
    tx,
    later.map(({ timer, level, at }) => ({
      queue: remindQueue,
      key: [record.id, timer, level, at].join('|'),
      hospital,
      payload: { case: record.id },
      runAt: new Date(at),
    })),
    now,
  );
  return replaceReminders(tx, record.id, hospital, standingReminders(record, policy, now.toISOString()));
}
