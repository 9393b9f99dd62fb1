import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import {
  Asker,
  badInput,
  decodePlace,
  encodePlace,
  loaderOf,
  type GraphqlContext,
} from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import { Database } from '@consilium/platform-persistence';
import { caseLoader } from '../case.loaders.js';
import { CaseType, presentCase } from '../case.types.js';
import { findReminders, listReminders, type StandingReminder } from './reminder.store.js';
import { ReminderPage, ReminderType } from './reminder.types.js';

const largestPage = 100;

@Resolver(() => CaseType)
export class ReminderResolver {
  constructor(private readonly database: Database) {}

  @ResolveField(() => [ReminderType], { description: 'What somebody is late with, the oldest first.' })
  reminders(
    @Parent() { id }: CaseType,
    @Asker() asker: Principal,
    @Context() context: GraphqlContext,
  ): Promise<readonly StandingReminder[]> {
    return loaderOf(
      context,
      'board.reminders',
      () =>
        new DataLoader(async (ids: readonly string[]) => {
          const found = await this.database.read(asker, (tx) => findReminders(tx, ids));
          return ids.map((one) => found.filter(({ caseId }) => caseId === one));
        }),
    ).load(id);
  }

  @Query(() => ReminderPage, {
    name: 'reminders',
    description: 'What your role is reminded of, the oldest first.',
  })
  async remindersOfRole(
    @Asker() asker: Principal,
    @Context() context: GraphqlContext,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null | undefined,
  ): Promise<ReminderPage> {
    if (first < 1 || first > largestPage)
      throw badInput(`Ask for 1 to ${String(largestPage)} reminders at once.`);
    const place = typeof after === 'string' ? decodePlace(after, ['at', 'caseId', 'timer']) : undefined;
    const found = await this.database.transaction(asker, (tx) =>
      listReminders(tx, asker.role, place, first + 1),
    );
    const page = found.slice(0, first);
    const files = await caseLoader(context, this.database, asker).loadMany(page.map(({ caseId }) => caseId));
    const nodes = page.flatMap((reminder, at) => {
      const file = files[at];
      if (file === undefined || file instanceof Error) return [];
      const { id, hospital, patient } = file;
      context.saw({ operation: 'reminders', hospital, subject: patient, target: { case: [id] } });
      return [{ ...reminder, case: presentCase(file) }];
    });
    const last = page.at(-1);
    return {
      nodes,
      pageInfo: {
        hasNextPage: found.length > page.length,
        endCursor:
          last === undefined
            ? undefined
            : encodePlace({ at: last.at.toISOString(), caseId: last.caseId, timer: last.timer }),
      },
    };
  }
}
