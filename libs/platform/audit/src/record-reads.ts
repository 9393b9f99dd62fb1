import type { SeenRecord } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import type { Database } from '@consilium/platform-persistence';
import { entriesOf, insertEntries } from './record-audit.js';

/** Writes down which patients' records somebody has seen: before what was seen is shown. */
export async function recordReads(
  database: Database,
  reader: Principal,
  seen: readonly SeenRecord[],
  correlation?: string,
): Promise<void> {
  if (seen.length === 0) return;
  const records = seen.map((record) => ({
    ...record,
    actor: reader,
    action: 'read' as const,
    ...(correlation === undefined ? {} : { correlation }),
  }));
  await database.write(reader, insertEntries, entriesOf(records));
}
