import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { issuesOf } from '@consilium/board-core';
import { Asker, type GraphqlContext } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import { Database } from '@consilium/platform-persistence';
import { judgedReports } from '../case.loaders.js';
import { CaseType } from '../case.types.js';
import { clinicalFactsLoader, journalLoader, workLoader } from './work.loader.js';
import { CaseJournalEntryType, CaseWorkType, presentEntry, presentWork } from './casework.types.js';

/** Where a case stands, on the case. */
@Resolver(() => CaseType)
export class CaseworkResolver {
  constructor(private readonly database: Database) {}

  @ResolveField(() => CaseWorkType)
  async work(
    @Parent() { id }: CaseType,
    @Asker() asker: Principal,
    @Context() context: GraphqlContext,
  ): Promise<CaseWorkType> {
    const [record, profiles, clinical] = await Promise.all([
      workLoader(context, this.database, asker).load(id),
      judgedReports(context, this.database, asker, id),
      clinicalFactsLoader(context, this.database, asker).load(id),
    ]);
    const { referral } = record;
    const issues = issuesOf({
      profiles,
      ...(clinical === undefined ? {} : { clinical }),
      ...(referral === undefined ? {} : { referral }),
    });
    return presentWork(record, issues);
  }

  @ResolveField(() => [CaseJournalEntryType], { description: 'What was done, oldest first.' })
  async journal(
    @Parent() { id }: CaseType,
    @Asker() asker: Principal,
    @Context() context: GraphqlContext,
  ): Promise<CaseJournalEntryType[]> {
    const journal = await journalLoader(context, this.database, asker).load(id);
    return journal.map(presentEntry);
  }
}
