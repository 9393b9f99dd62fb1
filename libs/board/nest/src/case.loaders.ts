import DataLoader from 'dataloader';
import type { CaseFile, CaseProfile, CaseResult } from '@consilium/board-core';
import { loaderOf, type GraphqlContext } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import type { Database } from '@consilium/platform-persistence';
import { findCases, findProfiles, findResults } from './case.store.js';
import type { Interpretation } from './interpretation.js';

/** One statement for all cases of a page, however many. */
export const caseLoader = (
  context: GraphqlContext,
  database: Database,
  asker: Principal,
): DataLoader<string, CaseFile | undefined> =>
  loaderOf(
    context,
    'board.case',
    () =>
      new DataLoader(async (ids: readonly string[]) => {
        const found = await database.transaction(asker, (tx) => findCases(tx, ids));
        const byId = new Map(found.map((file) => [file.id, file]));
        return ids.map((id) => byId.get(id));
      }),
  );

export const profilesLoader = (
  context: GraphqlContext,
  database: Database,
  asker: Principal,
): DataLoader<string, readonly CaseProfile[]> =>
  loaderOf(
    context,
    'board.profiles',
    () =>
      new DataLoader(async (caseIds: readonly string[]) => {
        const found = await database.transaction(asker, (tx) => findProfiles(tx, caseIds));
        return caseIds.map((id) => found.filter(({ caseId }) => caseId === id));
      }),
  );

export const resultLoader = (
  context: GraphqlContext,
  database: Database,
  asker: Principal,
): DataLoader<string, CaseResult<Interpretation> | undefined> =>
  loaderOf(
    context,
    'board.result',
    () =>
      new DataLoader(async (profileIds: readonly string[]) => {
        const found = await database.transaction(asker, (tx) => findResults(tx, profileIds));
        const byProfile = new Map(found.map((result) => [result.profileId, result]));
        return profileIds.map((id) => byProfile.get(id));
      }),
  );
