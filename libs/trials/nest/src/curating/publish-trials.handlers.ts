import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import type { Principal } from '@consilium/platform-identity';
import type { Transaction } from '@consilium/platform-persistence';
import {
  builtInSource,
  localSource,
  nextRelease,
  publishDraft,
  releaseWithout,
  soundness,
  type ApprovedTrial,
  type TrialDraft,
  type TrialsRelease,
} from '@consilium/trials-core';
import { TrialsReleaseStore } from '../catalogue/release.store.js';
import { TrialsActivation } from '../catalogue/trials-activation.js';
import { TRIALS_OPTIONS, type TrialsOptions } from '../trials.options.js';
import { DraftChecking, noSuchDraft } from './draft-checking.js';
import { keepDecision, lockDraft } from './draft.store.js';
import { ChangeTrialsInUse, PublishTrials, WithdrawLocalTrial } from './release.commands.js';
import { isNameTaken, keepReleaseChange } from './release-change.store.js';

type Made = Result<TrialsRelease, readonly Problem[]>;

@CommandHandler(PublishTrials)
export class PublishTrialsHandler implements ICommandHandler<PublishTrials> {
  constructor(
    private readonly releases: TrialsReleaseStore,
    private readonly activation: TrialsActivation,
    private readonly checking: DraftChecking,
    @Inject(TRIALS_OPTIONS) private readonly options: TrialsOptions,
  ) {}

  async execute({ asker, name, drafts }: PublishTrials): Promise<Result<string, readonly Problem[]>> {
    const now = this.options.clock.now().toISOString();
    let answer: Result<string, readonly Problem[]> = fail([]);
    await this.activation.change(async (tx) => {
      const previous = await this.releases.lockActive(tx, localSource);
      const approved = await this.approved(tx, drafts);
      const release: Made = approved.ok
        ? nextRelease(previous, approved.value, { name, publishedOn: now.slice(0, 10) })
        : approved;
      answer = await store(this.releases, tx, release);
      if (!answer.ok || !approved.ok) return false;
      const contentHash = answer.value;
      for (const { draft } of approved.value) await keepDecision(tx, publishDraft(draft, contentHash));
      await keepReleaseChange(tx, {
        change: 'published',
        source: localSource,
        contentHash,
        drafts,
        by: asker.id,
        at: now,
      });
      return this.releases.activate(tx, contentHash);
    });
    return answer;
  }

  /** By id, so that two publications of the same drafts wait for each other. */
  private async approved(
    tx: Transaction,
    ids: readonly string[],
  ): Promise<Result<readonly ApprovedTrial[], readonly Problem[]>> {
    const found = new Map<string, TrialDraft>();
    for (const id of [...ids].sort()) {
      const stored = await lockDraft(tx, id);
      if (stored !== undefined) found.set(id, stored.draft);
    }
    const problems: Problem[] = [];
    const approved: ApprovedTrial[] = [];
    for (const [at, id] of ids.entries()) {
      const place = `/drafts/${String(at)}`;
      const draft = found.get(id);
      if (draft === undefined) {
        problems.push({ ...noSuchDraft, place });
        continue;
      }
      // Tables may have changed since it was approved: what is published has to hold now.
      const { check, outcomes } = await this.checking.test(draft, tx);
      const wrong = soundness(draft, check, outcomes);
      problems.push(...wrong.map((one) => ({ ...one, place: `${place}${one.place}` })));
      if (check.trial !== undefined) approved.push({ draft, trial: check.trial });
    }
    return problems.length > 0 ? fail(problems) : succeed(approved);
  }
}

@CommandHandler(WithdrawLocalTrial)
export class WithdrawLocalTrialHandler implements ICommandHandler<WithdrawLocalTrial> {
  constructor(
    private readonly releases: TrialsReleaseStore,
    private readonly activation: TrialsActivation,
    @Inject(TRIALS_OPTIONS) private readonly options: TrialsOptions,
  ) {}

  async execute({ asker, trial, reason }: WithdrawLocalTrial): Promise<Result<string, readonly Problem[]>> {
    const now = this.options.clock.now().toISOString();
    let answer: Result<string, readonly Problem[]> = fail([]);
    await this.activation.change(async (tx) => {
      const previous = await this.releases.lockActive(tx, localSource);
      // To the millisecond: a trial may be published and withdrawn several times a day.
      const name = `local-${now.slice(0, 23).replaceAll(':', '')}`;
      const release = releaseWithout(previous, trial, { name, publishedOn: now.slice(0, 10), reason });
      answer = await store(this.releases, tx, release);
      if (!answer.ok) return false;
      const contentHash = answer.value;
      await keepReleaseChange(tx, {
        change: 'withdrawn',
        source: localSource,
        contentHash,
        reason: `${trial}: ${reason}`,
        by: asker.id,
        at: now,
      });
      return this.releases.activate(tx, contentHash);
    });
    return answer;
  }
}

async function store(
  releases: TrialsReleaseStore,
  tx: Transaction,
  release: Made,
): Promise<Result<string, readonly Problem[]>> {
  if (!release.ok) return release;
  const { name } = release.value;
  if (await isNameTaken(tx, name)) {
    return fail([
      {
        code: 'TRIALS.RELEASE',
        place: '/name',
        message: `There is a release ${name} already.`,
        remedy: 'Give the next release a name of its own.',
      },
    ]);
  }
  return succeed((await releases.store(release.value, tx)).contentHash);
}

@CommandHandler(ChangeTrialsInUse)
export class ChangeTrialsInUseHandler implements ICommandHandler<ChangeTrialsInUse> {
  constructor(
    private readonly releases: TrialsReleaseStore,
    private readonly activation: TrialsActivation,
    @Inject(TRIALS_OPTIONS) private readonly options: TrialsOptions,
  ) {}

  execute({ asker, change }: ChangeTrialsInUse): Promise<boolean> {
    if ('deactivate' in change && change.deactivate === builtInSource) return Promise.resolve(false);
    return this.activation.change(async (tx) => {
      const changed =
        'activate' in change
          ? await this.releases.activate(tx, change.activate)
          : await this.releases.deactivate(tx, change.deactivate);
      if (changed) await this.record(tx, asker, change);
      return changed;
    });
  }

  private record(tx: Transaction, asker: Principal, change: ChangeTrialsInUse['change']): Promise<void> {
    const made = { by: asker.id, at: this.options.clock.now().toISOString() };
    return keepReleaseChange(
      tx,
      'activate' in change
        ? { change: 'activated', contentHash: change.activate, ...made }
        : { change: 'deactivated', source: change.deactivate, ...made },
    );
  }
}
