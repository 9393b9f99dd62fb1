import DataLoader from 'dataloader';
import type { CaseFile, CaseProfile, CaseResult, JudgedReport } from '@consilium/board-core';
import { loaderOf, type GraphqlContext } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import type { Database } from '@consilium/platform-persistence';
import { findCases, findJudgedReports, findProfiles, findResultsOfCases } from './case.store.js';
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

const profilesKey = 'board.profiles';

export const profilesLoader = (
  context: GraphqlContext,
  database: Database,
  asker: Principal,
): DataLoader<string, readonly CaseProfile[]> =>
  loaderOf(
    context,
    profilesKey,
    () =>
      new DataLoader(async (caseIds: readonly string[]) => {
        const found = await database.read(asker, (tx) => findProfiles(tx, caseIds));
        const byCase = new Map<string, CaseProfile[]>(caseIds.map((id) => [id, []]));
        for (const profile of found) byCase.get(profile.caseId)?.push(profile);
        return caseIds.map((id) => byCase.get(id) ?? []);
      }),
  );

/** What cases are judged by, of their reports. Where the profiles are shown as well, they are read once. */
export async function judgedReports(
  context: GraphqlContext,
  database: Database,
  asker: Principal,
  caseId: string,
): Promise<readonly JudgedReport[]> {
  if (!context.loaders.has(profilesKey)) return reportsLoader(context, database, asker).load(caseId);
  const profiles = await profilesLoader(context, database, asker).load(caseId);
  return profiles.map(({ profile }) => profile);
}

const reportsLoader = (
  context: GraphqlContext,
  database: Database,
  asker: Principal,
): DataLoader<string, readonly JudgedReport[]> =>
  loaderOf(
    context,
    'board.reports',
    () =>
      new DataLoader(async (caseIds: readonly string[]) => {
        const found = await database.read(asker, (tx) => findJudgedReports(tx, caseIds));
        const byCase = new Map<string, JudgedReport[]>(caseIds.map((id) => [id, []]));
        for (const { caseId, report } of found) byCase.get(caseId)?.push(report);
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
