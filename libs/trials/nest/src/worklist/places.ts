import { Injectable } from '@nestjs/common';
import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import type { Transaction } from '@consilium/platform-persistence';
import type { Cohort } from '@consilium/trials-core';
import { Catalogue } from '../catalogue/catalogue.js';
import type { StoredLine } from './line.store.js';
import {
  countPlaces,
  findPlacesSet,
  findReservation,
  holdPlace,
  releasePlace,
  takePlace,
  type CohortPlace,
  type Reservation,
} from './place.store.js';
import { refusal } from './refusal.js';

export interface Holder {
  readonly by: string;
  readonly at: Date;
}

/** Places of cohorts: given to one patient each, over all hospitals. */
@Injectable()
export class Places {
  constructor(private readonly catalogue: Catalogue) {}

  /** As somebody has set it, else as the trial states it; undefined where nobody knows. */
  async numberOf(tx: Transaction, place: CohortPlace): Promise<number | undefined> {
    const set = await findPlacesSet(tx, place);
    if (set !== undefined) return set;
    const cohort = await this.cohortOf(tx, place);
    return cohort === 'no-trial' || cohort === 'no-cohort' ? undefined : cohort.slots;
  }

  /** Whether the trial in use has this cohort; of a trial that is not in use nothing is known. */
  async check(tx: Transaction, place: CohortPlace): Promise<Problem | undefined> {
    return (await this.cohortOf(tx, place)) === 'no-cohort'
      ? refusal('NO_SUCH_COHORT', '/arm', 'The trial has no such arm or cohort.', 'Look at the query trial.')
      : undefined;
  }

  async hold(
    tx: Transaction,
    line: StoredLine,
    place: CohortPlace,
    holder: Holder,
    until: string,
  ): Promise<Result<Reservation, Problem>> {
    const unknown = await this.check(tx, place);
    if (unknown !== undefined) return fail(unknown);
    const places = await this.numberOf(tx, place);
    if (places === undefined) return fail(placesUnknown);
    const today = dateOf(holder.at);
    if ((await findReservation(tx, line.id, today)) !== undefined) return fail(holdsOne);
    const held = await holdPlace(
      tx,
      { ...place, places },
      { hospital: line.hospital, line: line.id, ...holder },
      { today, until },
    );
    return held === undefined ? fail(await this.full(tx, place, places, today)) : succeed(held);
  }

  /** The held place, or any that is free; where the number is not known, nothing is counted. */
  async take(
    tx: Transaction,
    line: StoredLine,
    place: CohortPlace,
    holder: Holder,
  ): Promise<Problem | undefined> {
    const unknown = await this.check(tx, place);
    if (unknown !== undefined) return unknown;
    const today = dateOf(holder.at);
    const held = await findReservation(tx, line.id, today);
    if (held !== undefined && isSame(held, place) && (await takePlace(tx, held))) return undefined;
    // What it holds elsewhere it does not need any more.
    await releasePlace(tx, line.id);
    if ((await this.numberOf(tx, place)) === undefined) return undefined;
    const free = await this.hold(tx, line, place, holder, today);
    if (!free.ok) return free.error;
    await takePlace(tx, free.value);
    return undefined;
  }

  private async full(tx: Transaction, place: CohortPlace, places: number, today: string): Promise<Problem> {
    const { nextFreeAfter } = await countPlaces(tx, place, today);
    const when = nextFreeAfter === null ? '' : ` One that is held may be free after ${nextFreeAfter}.`;
    return refusal(
      'NO_PLACE',
      '/cohort',
      `None of the ${String(places)} places is free.${when}`,
      'Ask the sponsor, or wait until a place is released.',
    );
  }

  private async cohortOf(
    tx: Transaction,
    { trial: id, arm: armId, cohort: cohortId }: CohortPlace,
  ): Promise<Pick<Cohort, 'slots'> | 'no-trial' | 'no-cohort'> {
    const trial = (await this.catalogue.basis(tx)).byId.get(id);
    if (trial === undefined) return 'no-trial';
    const arm = trial.arms.find((one) => one.id === armId);
    if (arm === undefined) return 'no-cohort';
    const cohorts = arm.cohorts ?? [];
    if (cohortId === undefined) return cohorts.length === 0 ? {} : 'no-cohort';
    return cohorts.find((one) => one.id === cohortId) ?? 'no-cohort';
  }
}

export const dateOf = (at: Date): string => at.toISOString().slice(0, 10);

const isSame = (a: CohortPlace, b: CohortPlace): boolean =>
  a.trial === b.trial && a.arm === b.arm && a.cohort === b.cohort;

const placesUnknown = refusal(
  'PLACES_UNKNOWN',
  '/cohort',
  'How many places the cohort has is not known.',
  'Set the number with setPlaces.',
);
const holdsOne = refusal(
  'HOLDS_A_PLACE',
  '/line',
  'A place is held for this patient already.',
  'Release it first.',
);
