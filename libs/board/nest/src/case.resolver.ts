import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  Args,
  Context,
  ID,
  Info,
  Parent,
  Query,
  ResolveField,
  Resolver,
  Subscription,
} from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { decodeCursor, encodeCursor, interpretationState, type CaseFile } from '@consilium/board-core';
import { isUuid } from '@consilium/kernel';
import { recordReads } from '@consilium/platform-audit';
import {
  Asker,
  badInput,
  MolecularProfileType,
  presentProfile,
  selectedFields,
  type GraphqlContext,
  type SeenRecord,
} from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import { Database } from '@consilium/platform-persistence';
import { beginReading } from './begin-reading.js';
import { BOARD_OPTIONS, type BoardOptions } from './board.options.js';
import { CaseFeed } from './case-feed.js';
import { caseLoader, profilesLoader, resultsLoader } from './case.loaders.js';
import {
  CaseConnection,
  CasesArgs,
  CaseType,
  InterpretationStatus,
  OptionGroupName,
  presentCase,
  TherapyOptionType,
  TumourTypeType,
} from './case.types.js';
import { FindCases } from './find-cases.query.js';
import { presentOptions } from './present-options.js';

const largestPage = 100;

@Resolver(() => CaseType)
export class CaseResolver {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
    private readonly feed: CaseFeed,
    @Inject(BOARD_OPTIONS) private readonly options: BoardOptions,
  ) {}

  @Query(() => CaseType, { nullable: true })
  async case(
    @Asker() asker: Principal,
    @Context() context: GraphqlContext,
    @Args('id', { type: () => ID }) id: string,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseType | null> {
    if (!isUuid(id)) return null;
    beginReading(id, selectedFields(info), { context, database: this.database, asker });
    const file = await caseLoader(context, this.database, asker).load(id);
    if (file === undefined) return null;
    context.saw(seenCase('case', file));
    return presentCase(file);
  }

  @Query(() => CaseConnection, { description: 'The cases you may see, newest change first.' })
  async cases(
    @Asker() asker: Principal,
    @Context() context: GraphqlContext,
    @Args() { filter, first, after }: CasesArgs,
  ): Promise<CaseConnection> {
    const place = after === null || after === undefined ? undefined : decodeCursor(after);
    if (typeof after === 'string' && place === undefined)
      throw badInput('The cursor after is none of ours: take endCursor from an earlier page.');
    if (first < 1 || first > largestPage)
      throw badInput(`Ask for 1 to ${String(largestPage)} cases at once.`);
    const diagnoses = typeof filter?.diagnosis === 'string' ? this.codesWithin(filter.diagnosis) : undefined;
    const { cases, hasMore } = await this.queries.execute(
      new FindCases(
        asker,
        {
          patient: filter?.patient ?? undefined,
          diagnoses,
          gene: filter?.gene ?? undefined,
          states: filter?.states ?? undefined,
        },
        place,
        first,
      ),
    );
    for (const file of cases) context.saw(seenCase('cases', file));
    const edges = cases.map((file) => ({
      cursor: encodeCursor({ updatedAt: file.updatedAt.toISOString(), id: file.id }),
      node: presentCase(file),
    }));
    return { edges, pageInfo: { hasNextPage: hasMore, endCursor: edges.at(-1)?.cursor } };
  }

  @Subscription(() => CaseType, {
    description: 'A case each time something in it changes: one case, or every case you may see.',
    resolve(this: CaseResolver, change: { caseId: string }, _: unknown, context: GraphqlContext) {
      return this.changed(change.caseId, context);
    },
  })
  caseUpdated(
    @Asker() asker: Principal,
    @Args('id', { type: () => ID, nullable: true }) id: string | null,
  ): AsyncIterableIterator<{ caseId: string }> {
    return this.feed.follow(asker, id ?? undefined);
  }

  @ResolveField(() => TumourTypeType)
  diagnosis(@Parent() { diagnosisCode }: CaseType): TumourTypeType {
    return { code: diagnosisCode, name: this.options.tumourTypes.find(diagnosisCode)?.name ?? diagnosisCode };
  }

  @ResolveField(() => [MolecularProfileType], {
    description: 'Its reports as they stand, newest first; small variants that can carry meaning.',
  })
  async profiles(
    @Parent() parent: CaseType,
    @Asker() asker: Principal,
    @Context() context: GraphqlContext,
  ): Promise<MolecularProfileType[]> {
    const profiles = await profilesLoader(context, this.database, asker).load(parent.id);
    return profiles.map(({ profile, smallVariantCount }) => presentProfile(profile, smallVariantCount));
  }

  @ResolveField(() => [InterpretationStatus])
  async interpretations(
    @Parent() parent: CaseType,
    @Asker() asker: Principal,
    @Context() context: GraphqlContext,
  ): Promise<InterpretationStatus[]> {
    const [profiles, results] = await this.meaningOf(parent, asker, context);
    return profiles.map(({ profile }) => ({
      profileId: profile.id,
      state: interpretationState(profile, results.get(profile.id)?.profileVersion),
    }));
  }

  @ResolveField(() => [TherapyOptionType], {
    description:
      'What the findings speak for and against. Empty while the interpretation of the standing report is pending: see interpretations.',
  })
  async therapyOptions(
    @Parent() parent: CaseType,
    @Asker() asker: Principal,
    @Context() context: GraphqlContext,
    @Args('groups', { type: () => [OptionGroupName], nullable: true })
    groups: OptionGroupName[] | null | undefined,
  ): Promise<TherapyOptionType[]> {
    const [profiles, results] = await this.meaningOf(parent, asker, context);
    const options = profiles.flatMap(({ profile }) => {
      const result = results.get(profile.id);
      const current =
        result !== undefined && interpretationState(profile, result.profileVersion) === 'current';
      return current ? presentOptions(result) : [];
    });
    return options.filter(({ group }) => groups?.includes(group) ?? true);
  }

  private meaningOf({ id }: CaseType, asker: Principal, context: GraphqlContext) {
    return Promise.all([
      profilesLoader(context, this.database, asker).load(id),
      resultsLoader(context, this.database, asker).load(id),
    ]);
  }

  private async changed(id: string, context: GraphqlContext): Promise<CaseType | null> {
    const { principal, requestId } = context;
    if (principal === undefined) return null;
    // Each change is read anew: what an earlier one loaded is out of date.
    context.loaders.clear();
    const file = await caseLoader(context, this.database, principal).load(id);
    if (file === undefined) return null;
    // A subscription has no end at which its reads could be written down together.
    await recordReads(this.database, principal, [seenCase('caseUpdated', file)], requestId);
    return presentCase(file);
  }

  private codesWithin(code: string): readonly string[] {
    const { tumourTypes } = this.options;
    if (tumourTypes.find(code) !== undefined) return tumourTypes.codesWithin(code);
    const near = tumourTypes.suggestionsFor(code);
    throw badInput(
      `${code} is no OncoTree code.${near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ''}`,
    );
  }
}

const seenCase = (operation: string, { id, hospital, patient }: CaseFile): SeenRecord => ({
  operation,
  hospital,
  subject: patient,
  target: { case: [id] },
});
