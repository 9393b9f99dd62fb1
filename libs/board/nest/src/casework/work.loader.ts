import DataLoader from 'dataloader';
import type { CaseRecord } from '@consilium/board-core';
import { loaderOf, type GraphqlContext } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import type { Database } from '@consilium/platform-persistence';
import { findWork } from './case-work.store.js';

/** One statement for the work on all cases of a page. */
export const workLoader = (
  context: GraphqlContext,
  database: Database,
  asker: Principal,
): DataLoader<string, CaseRecord> =>
  loaderOf(
    context,
    'board.work',
    () => new DataLoader((ids: readonly string[]) => database.transaction(asker, (tx) => findWork(tx, ids))),
  );
