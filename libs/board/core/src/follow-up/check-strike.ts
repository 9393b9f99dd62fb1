import type { Problem } from '@consilium/kernel';
import type { CaseRecord } from '../case/case-record.js';
import { noReason, refusal } from '../case/refusal.js';
import { checkFollowUp } from './check-follow-up.js';

/** An entry made in error is struck out with a reason; it stays in the journal. Nothing that rests on it may remain. */
export function checkStrike(
  { entry, reason }: { readonly entry: number; readonly reason: string },
  record: CaseRecord,
  today: string,
): Problem | undefined {
  if (!record.followUp.some(({ version }) => version === entry))
    return refusal('NO_SUCH_ENTRY', '/entry', 'is no entry of the follow-up.', 'Look at the follow-up.');
  for (const [at, one] of record.followUp.entries()) {
    const before = record.followUp.slice(0, at);
    const without = before.filter(({ version }) => version !== entry);
    const fits = (followUp: typeof before): boolean =>
      checkFollowUp(one, { ...record, followUp }, today) === undefined;
    if (fits(before) && !fits(without))
      return refusal(
        'ENTRY_NEEDED',
        '/entry',
        `is what the entry ${one.kind} of ${one.on} rests on.`,
        'Strike that one out first.',
      );
  }
  return noReason(reason);
}
