import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, Query, Resolver } from '@nestjs/graphql';
import { qualityFigures } from '@consilium/board-core';
import { isDay } from '@consilium/kernel';
import { Asker, badInput } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import { Database } from '@consilium/platform-persistence';
import { BOARD_OPTIONS, type BoardOptions } from '../board.options.js';
import { findHistories, listDiscussionMinutes, listReferred, type Cohort } from './history.store.js';
import { presentFigures, QualityFiguresType } from './quality.types.js';

/** More than a large centre refers in five years. */
const mostCases = 20_000;

@ArgsType()
export class CohortArgs {
  @Field(() => String) hospital!: string;
  @Field(() => String, { description: 'ISO date of the first referral.' }) from!: string;
  @Field(() => String, { description: 'ISO date of the last referral.' }) until!: string;
  @Field(() => String, { nullable: true, description: 'OncoTree code; the types below it are included.' })
  diagnosis?: string | null;
}

@Resolver()
export class QualityResolver {
  constructor(
    private readonly database: Database,
    @Inject(BOARD_OPTIONS) private readonly options: BoardOptions,
  ) {}

  @Query(() => QualityFiguresType, { description: 'Of your own hospital; names no patient.' })
  async qualityFigures(@Asker() asker: Principal, @Args() args: CohortArgs): Promise<QualityFiguresType> {
    const cohort = this.readCohort(args, asker);
    return this.database.snapshot(asker, async (tx) => {
      const ids = await listReferred(tx, cohort, mostCases + 1);
      if (ids.length > mostCases) throw badInput('More than 20,000 cases: choose a shorter period.');
      const histories = await findHistories(tx, ids);
      return presentFigures(qualityFigures(histories, await listDiscussionMinutes(tx, cohort)));
    });
  }

  private readCohort({ hospital, from, until, diagnosis }: CohortArgs, asker: Principal): Cohort {
    if (!asker.hospitals.includes(hospital)) throw badInput('That is none of your hospitals.');
    for (const day of [from, until]) if (!isDay(day)) throw badInput('Write from and until as 2026-01-01.');
    if (from > until) throw badInput('The period ends before it begins.');
    if (diagnosis == null) return { hospital, from, until };
    const { tumourTypes } = this.options;
    if (tumourTypes.find(diagnosis) === undefined) throw badInput('That is no OncoTree code.');
    return { hospital, from, until, diagnoses: tumourTypes.codesWithin(diagnosis) };
  }
}
