import { randomUUID } from 'node:crypto';
import type { Principal } from '@consilium/platform-identity';
import type DataLoader from 'dataloader';
import { SeenRecords, type SeenRecord } from './seen-records.js';

/**
 * What every resolver of one operation shares: who asks, the loaders that answer many questions at once, and whose
 * records were seen.
 */
export interface GraphqlContext {
  readonly principal: Principal | undefined;
  readonly loaders: Map<string, DataLoader<string, unknown>>;
  readonly requestId: string;
  readonly seen: SeenRecords;
  /** Every resolver that reads a patient's record says so: the audit journal is written from it. */
  readonly saw: (record: SeenRecord) => void;
}

export function newContext(
  principal: Principal | undefined,
  requestId: string = randomUUID(),
): GraphqlContext {
  const seen = new SeenRecords();
  return {
    principal,
    loaders: new Map(),
    requestId,
    seen,
    saw: (record) => {
      seen.add(record);
    },
  };
}

/** The operation's own loader under `name`, made at first use, so that a page costs one statement and not one per row. */
export function loaderOf<T>(
  context: GraphqlContext,
  name: string,
  make: () => DataLoader<string, T>,
): DataLoader<string, T> {
  const known = context.loaders.get(name) as DataLoader<string, T> | undefined;
  if (known !== undefined) return known;
  const loader = make();
  context.loaders.set(name, loader);
  return loader;
}
