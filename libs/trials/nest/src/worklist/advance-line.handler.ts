import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { TrialsEnrolmentChangedV1 } from '@consilium/contracts';
import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import { appendToOutbox, type DomainEvent } from '@consilium/platform-messaging';
import { Database, type Transaction } from '@consilium/platform-persistence';
import { advanceLine, type LineStep } from '@consilium/trials-core';
import { TRIALS_OPTIONS, type TrialsOptions } from '../trials.options.js';
import { AdvanceLine } from './advance-line.command.js';
import { keepStep, lockLine, type StoredLine } from './line.store.js';
import { releasePlace } from './place.store.js';
import { dateOf, Places, type Holder } from './places.js';
import { recordLineChange } from './record-line-change.js';
import { noSuchLine } from './refusal.js';

@CommandHandler(AdvanceLine)
export class AdvanceLineHandler implements ICommandHandler<AdvanceLine> {
  constructor(
    private readonly database: Database,
    private readonly places: Places,
    @Inject(TRIALS_OPTIONS) private readonly options: TrialsOptions,
  ) {}

  execute({ asker, line, expectedVersion, step }: AdvanceLine): Promise<Result<StoredLine, Problem>> {
    const holder: Holder = { by: asker.id, at: this.options.clock.now() };
    return this.database.transaction(asker, async (tx) => {
      const stored = await lockLine(tx, line);
      if (stored === undefined) return fail(noSuchLine);
      const next = advanceLine(stored.line, step, expectedVersion, dateOf(holder.at));
      if (!next.ok) return next;
      const obstacle = await this.settlePlace(tx, stored, step, holder);
      if (obstacle !== undefined) return fail(obstacle);
      const kept = await keepStep(tx, stored, next.value, { step, ...holder });
      await appendToOutbox(tx, [eventOf(kept, holder.at)]);
      await recordLineChange(tx, asker, 'AdvanceLine', kept);
      return succeed(kept);
    });
  }

  private async settlePlace(
    tx: Transaction,
    stored: StoredLine,
    step: LineStep,
    holder: Holder,
  ): Promise<Problem | undefined> {
    if (step.kind === 'screen-fail' || step.kind === 'decline') await releasePlace(tx, stored.id);
    if (step.kind !== 'enrol') return undefined;
    const { arm, cohort } = step;
    const place = { trial: stored.trial, arm, ...(cohort === undefined ? {} : { cohort }) };
    return this.places.take(tx, stored, place, holder);
  }
}

function eventOf(
  { id, hospital, patient, trial, line }: StoredLine,
  now: Date,
): DomainEvent<TrialsEnrolmentChangedV1> {
  const at = now.toISOString();
  const { state, version, enrolled, failedCriterion } = line;
  return {
    id: `${id}:${String(version)}`,
    source: 'urn:consilium:trials',
    type: 'trials.enrolment-changed.v1',
    subject: patient,
    time: at,
    data: {
      patient,
      hospital,
      trial,
      line: id,
      version,
      state,
      ...(enrolled === undefined ? {} : { arm: enrolled.arm }),
      ...(enrolled?.cohort === undefined ? {} : { cohort: enrolled.cohort }),
      ...(failedCriterion === undefined ? {} : { failedCriterion }),
      at,
    },
  };
}
