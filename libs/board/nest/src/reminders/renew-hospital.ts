import { newCase } from '@consilium/board-core';
import { enqueueJobs } from '@consilium/platform-jobs';
import type { Transaction } from '@consilium/platform-persistence';
import { findPolicy } from '../policy/policy.store.js';
import { findWork } from '../casework/case-work.store.js';
import { renewReminders } from './renew-reminders.js';

/** Durable name of the queue. */
export const renewQueue = 'board.renew-reminders';

const batch = 200;
const first = '00000000-0000-0000-0000-000000000000';

/** Has the reminders of every case of a hospital looked at anew, some at a time: its policy has changed. */
export const renewAllReminders = (
  tx: Transaction,
  hospital: string,
  now: Date,
  after = first,
  since = now.toISOString(),
): Promise<void> =>
  enqueueJobs(
    tx,
    [{ queue: renewQueue, key: [hospital, since, after].join('|'), hospital, payload: { after, since } }],
    now,
  );

/** Renews some and asks for the next. */
export async function renewSomeReminders(
  tx: Transaction,
  hospital: string,
  { after, since }: { readonly after: string; readonly since: string },
  now: Date,
): Promise<void> {
  const rows: { id: string }[] = await tx.query(
    `SELECT f.id FROM board.case_file f JOIN board.case_work w ON w.case_id = f.id
     WHERE f.hospital = $1 AND f.id > $2 ORDER BY f.id LIMIT $3 FOR UPDATE OF f`,
    [hospital, after, batch],
  );
  const ids = rows.map(({ id }) => id);
  const policy = await findPolicy(tx, hospital);
  const work = new Map((await findWork(tx, ids)).map((record) => [record.id, record]));
  for (const id of ids)
    await renewReminders(tx, { record: work.get(id) ?? newCase(id), hospital }, policy, now);
  const last = ids.at(-1);
  if (last !== undefined && ids.length === batch) await renewAllReminders(tx, hospital, now, last, since);
}
