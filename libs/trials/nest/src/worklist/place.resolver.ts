import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Problem } from '@consilium/kernel';
import { recordAudit } from '@consilium/platform-audit';
import { Asker, badInput } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import { Database, type Transaction } from '@consilium/platform-persistence';
import { criteriaOf } from '@consilium/trials-core';
import { Catalogue } from '../catalogue/catalogue.js';
import { TRIALS_OPTIONS, type TrialsOptions } from '../trials.options.js';
import { recordLineChange } from './record-line-change.js';
import { findLine } from './line.store.js';
import { countPlaces, releasePlace, setPlaces, type CohortPlace } from './place.store.js';
import { dateOf, Places } from './places.js';
import { ReservePlace } from './reserve-place.command.js';
import { CohortPlacesType, ReservationResult, ReservationType, WorklistRefused } from './worklist.types.js';

const mostPlaces = 100_000;

@Resolver(() => ReservationType)
export class PlaceResolver {
  constructor(
    private readonly database: Database,
    private readonly commands: CommandBus,
    private readonly catalogue: Catalogue,
    private readonly places: Places,
    @Inject(TRIALS_OPTIONS) private readonly options: TrialsOptions,
  ) {}

  @Query(() => [CohortPlacesType], { description: 'Of every cohort of a trial in use.' })
  async cohortPlaces(
    @Asker() asker: Principal,
    @Args('trial', { type: () => ID }) id: string,
  ): Promise<CohortPlacesType[]> {
    const trial = (await this.catalogue.basis()).byId.get(id);
    if (trial === undefined) return [];
    return this.database.transaction(asker, async (tx) => {
      const counted: CohortPlacesType[] = [];
      for (const { arm, cohort } of criteriaOf(trial))
        counted.push(await this.count(tx, placeOf(id, arm, cohort)));
      return counted;
    });
  }

  @Mutation(() => CohortPlacesType, {
    description: 'How many places a cohort has, where the trial does not say or says otherwise.',
  })
  async setPlaces(
    @Asker() asker: Principal,
    @Args('trial', { type: () => ID }) trial: string,
    @Args('arm', { type: () => ID }) arm: string,
    @Args('cohort', { type: () => ID, nullable: true }) cohort: string | null | undefined,
    @Args('places', { type: () => Int }) places: number,
  ): Promise<CohortPlacesType> {
    if (places < 0 || places > mostPlaces)
      throw badInput(`places is a number from 0 to ${String(mostPlaces)}.`);
    const place = placeOf(trial, arm, cohort ?? undefined);
    return this.database.transaction(asker, async (tx) => {
      const unknown = await this.places.check(tx, place);
      if (unknown !== undefined) throw badInput(`${unknown.message} ${unknown.remedy}`);
      await setPlaces(tx, place, places, { by: asker.id, at: this.options.clock.now() });
      await recordPlacesSet(tx, asker, place);
      return this.count(tx, place);
    });
  }

  @Mutation(() => ReservationResult, {
    description: 'Keeps a place free for a patient until a day (ISO date). No place is ever given twice.',
  })
  async reservePlace(
    @Asker() asker: Principal,
    @Args('line', { type: () => ID }) line: string,
    @Args('arm', { type: () => ID }) arm: string,
    @Args('cohort', { type: () => ID, nullable: true }) cohort: string | null | undefined,
    @Args('until', { type: () => String }) until: string,
  ): Promise<typeof ReservationResult> {
    const place = { arm, ...(typeof cohort === 'string' ? { cohort } : {}) };
    const result = await this.commands.execute(new ReservePlace(asker, line, place, until));
    return result.ok ? Object.assign(new ReservationType(), result.value) : refused(result.error);
  }

  @Mutation(() => Boolean, { description: 'False where no place was held.' })
  releasePlace(@Asker() asker: Principal, @Args('line', { type: () => ID }) id: string): Promise<boolean> {
    return this.database.transaction(asker, async (tx) => {
      const line = await findLine(tx, id);
      if (line === undefined || !(await releasePlace(tx, line.id))) return false;
      await recordLineChange(tx, asker, 'releasePlace', line);
      return true;
    });
  }

  private async count(tx: Transaction, place: CohortPlace): Promise<CohortPlacesType> {
    const places = await this.places.numberOf(tx, place);
    const counted = await countPlaces(tx, place, dateOf(this.options.clock.now()));
    return {
      ...counted,
      arm: place.arm,
      ...(place.cohort === undefined ? {} : { cohort: place.cohort }),
      places: places ?? null,
      free: places === undefined ? null : Math.max(0, places - counted.taken - counted.held),
    };
  }
}

/** Places are shared by all hospitals: the change stands in the journal of each of the asker's own. */
const recordPlacesSet = (tx: Transaction, actor: Principal, place: CohortPlace): Promise<void> => {
  const { trial, arm, cohort } = place;
  const target = { trial: [trial], arm: [arm], ...(cohort === undefined ? {} : { cohort: [cohort] }) };
  return recordAudit(
    tx,
    actor.hospitals.map((hospital) => ({
      actor,
      hospital,
      action: 'change',
      operation: 'setPlaces',
      target,
    })),
  );
};

const placeOf = (trial: string, arm: string, cohort: string | undefined): CohortPlace => ({
  trial,
  arm,
  ...(cohort === undefined ? {} : { cohort }),
});

const refused = (problem: Problem): WorklistRefused => Object.assign(new WorklistRefused(), { problem });
