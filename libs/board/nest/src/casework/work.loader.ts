import DataLoader from 'dataloader';
import type { CaseRecord, JournalEntry } from '@consilium/board-core';
import type { ClinicalFacts } from '@consilium/clinical';
import { loaderOf, type GraphqlContext } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import type { Database } from '@consilium/platform-persistence';
import { findClinicalFacts, findJournals, findWork } from './case-work.store.js';

/** One statement for the work on all cases of a page. */
export const workLoader = (
  context: GraphqlContext,
  database: Database,
  asker: Principal,
): DataLoader<string, CaseRecord> =>
  loaderOf(
    context,
    'board.work',
    () => new DataLoader((ids: readonly string[]) => database.read(asker, (tx) => findWork(tx, ids))),
  );

/** One statement for the clinical facts of all patients of a page, by case. */
export const clinicalFactsLoader = (
  context: GraphqlContext,
  database: Database,
  asker: Principal,
): DataLoader<string, ClinicalFacts | undefined> =>
  loaderOf(
    context,
    'board.clinical-facts',
    () =>
      new DataLoader(async (ids: readonly string[]) => {
        const found = await database.read(asker, (tx) => findClinicalFacts(tx, ids));
        return ids.map((id) => found.get(id));
      }),
  );

/** One statement for the journals of all cases of a page. */
export const journalLoader = (
  context: GraphqlContext,
  database: Database,
  asker: Principal,
): DataLoader<string, readonly JournalEntry[]> =>
  loaderOf(
    context,
    'board.journal',
    () =>
      new DataLoader(async (ids: readonly string[]) => {
        const found = await database.read(asker, (tx) => findJournals(tx, ids));
        return ids.map((id) => found.get(id) ?? []);
      }),
  );
