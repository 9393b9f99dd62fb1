import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { fail, isDay, type Problem, type Result } from '@consilium/kernel';
import { Database } from '@consilium/platform-persistence';
import { TRIALS_OPTIONS, type TrialsOptions } from '../trials.options.js';
import { lockLine } from './line.store.js';
import type { Reservation } from './place.store.js';
import { dateOf, Places, type Holder } from './places.js';
import { recordLineChange } from './record-line-change.js';
import { noSuchLine, refusal } from './refusal.js';
import { ReservePlace } from './reserve-place.command.js';

/** Nobody keeps a place from others for longer. */
const longestDays = 60;
const day = 24 * 60 * 60 * 1000;

const over: readonly string[] = ['enrolled', 'screen-failed', 'declined'];

@CommandHandler(ReservePlace)
export class ReservePlaceHandler implements ICommandHandler<ReservePlace> {
  constructor(
    private readonly database: Database,
    private readonly places: Places,
    @Inject(TRIALS_OPTIONS) private readonly options: TrialsOptions,
  ) {}

  async execute({ asker, line, cohort, until }: ReservePlace): Promise<Result<Reservation, Problem>> {
    const holder: Holder = { by: asker.id, at: this.options.clock.now() };
    const latest = dateOf(new Date(holder.at.getTime() + longestDays * day));
    if (!isDay(until) || until < dateOf(holder.at) || until > latest)
      return fail(refusal('UNTIL', '/until', 'is no day from today on.', `Give a date up to ${latest}.`));
    return this.database.transaction(asker, async (tx) => {
      const stored = await lockLine(tx, line);
      if (stored === undefined) return fail(noSuchLine);
      if (over.includes(stored.line.state))
        return fail(
          refusal(
            'LINE_IS_OVER',
            '/line',
            `The patient is ${stored.line.state}.`,
            'A new contact begins again.',
          ),
        );
      const held = await this.places.hold(tx, stored, { trial: stored.trial, ...cohort }, holder, until);
      if (held.ok) await recordLineChange(tx, asker, 'reservePlace', stored);
      return held;
    });
  }
}
