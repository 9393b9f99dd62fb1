import { recordAudit } from '@consilium/platform-audit';
import type { Principal } from '@consilium/platform-identity';
import type { Transaction } from '@consilium/platform-persistence';
import type { StoredLine } from './line.store.js';
import { tellWorklist } from './worklist-change.js';

/** Into the audit journal, in the transaction of the change, and told to who follows; what was done is told by the line's own step. */
export async function recordLineChange(
  tx: Transaction,
  actor: Principal,
  operation: string,
  { id, hospital, patient, trial, line }: StoredLine,
): Promise<void> {
  await recordAudit(tx, [
    {
      actor,
      hospital,
      subject: patient,
      action: 'change',
      operation,
      target: { line: [id], trial: [trial], version: [String(line.version)] },
    },
  ]);
  await tellWorklist(tx, { hospital, line: id });
}
