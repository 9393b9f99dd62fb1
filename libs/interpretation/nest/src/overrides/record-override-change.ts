import type { Override } from '@consilium/interpretation-core';
import { recordAudit } from '@consilium/platform-audit';
import type { Principal } from '@consilium/platform-identity';
import type { Transaction } from '@consilium/platform-persistence';

/** Into the audit journal, in the transaction of the change. It concerns a hospital's variants and no one patient. */
export const recordOverrideChange = (
  tx: Transaction,
  actor: Principal,
  operation: string,
  { id, hospital }: Override,
): Promise<void> =>
  recordAudit(tx, [{ actor, hospital, action: 'change', operation, target: { override: [id] } }]);
