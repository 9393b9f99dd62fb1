import DataLoader from 'dataloader';
import type { CaseFile, CaseProfile, CaseResult } from '@consilium/board-core';
import { loaderOf, type GraphqlContext } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import type { Database } from '@consilium/platform-persistence';
import { findCases, findProfiles, findResultsOfCases } from './case.store.js';
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
        const found = await database.read(asker, (tx) => findCases(tx, ids));
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
        const found = await database.read(asker, (tx) => findProfiles(tx, caseIds));
        const byCase = new Map<string, CaseProfile[]>(caseIds.map((id) => [id, []]));
        for (const profile of found) byCase.get(profile.caseId)?.push(profile);
        return caseIds.map((id) => byCase.get(id) ?? []);
      }),
  );

/** What the profiles of cases mean, by case: asked beside the profiles, not after them. */
export const resultsLoader = (
  context: GraphqlContext,
  database: Database,
  asker: Principal,
): DataLoader<string, ReadonlyMap<string, CaseResult<Interpretation>>> =>
  loaderOf(
    context,
    'board.results',
    () =>
      new DataLoader(async (caseIds: readonly string[]) => {
        const found = await database.read(asker, (tx) => findResultsOfCases(tx, caseIds));
        const byCase = new Map(
          caseIds.map((id) => [id, new Map<string, CaseResult<Interpretation>>()] as const),
        );
        for (const { caseId, result } of found) byCase.get(caseId)?.set(result.profileId, result);
        return caseIds.map((id) => byCase.get(id) ?? new Map<string, CaseResult<Interpretation>>());
      }),
  );
