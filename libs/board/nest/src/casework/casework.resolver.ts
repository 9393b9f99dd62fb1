import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { gatherFacts, usualPolicy } from '@consilium/board-core';
import { Asker, type GraphqlContext } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import { Database } from '@consilium/platform-persistence';
import { CaseType } from '../case.types.js';
import { findSources, listJournal } from './case-work.store.js';
import { workLoader } from './work.loader.js';
import { CaseJournalEntryType, CaseWorkType, presentEntry, presentWork } from './casework.types.js';

/** Where a case stands, on the case. */
@Resolver(() => CaseType)
export class CaseworkResolver {
  constructor(private readonly database: Database) {}

  @ResolveField(() => CaseWorkType)
  async work(
    @Parent() { id, hospital, patient }: CaseType,
    @Asker() asker: Principal,
    @Context() context: GraphqlContext,
  ): Promise<CaseWorkType> {
    const record = await workLoader(context, this.database, asker).load(id);
    const sources = await this.database.transaction(asker, (tx) =>
      findSources(tx, { caseId: id, hospital, patient }),
    );
    const { referral } = record;
    const facts = gatherFacts({ ...sources, ...(referral === undefined ? {} : { referral }) }, usualPolicy);
    return presentWork(record, facts.issues);
  }

  @ResolveField(() => [CaseJournalEntryType], { description: 'What was done, oldest first.' })
  async journal(@Parent() { id }: CaseType, @Asker() asker: Principal): Promise<CaseJournalEntryType[]> {
    const journal = await this.database.transaction(asker, (tx) => listJournal(tx, id));
    return journal.map(presentEntry);
  }
}
