import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { gatedDrugs, type GateResult, type RecommendationItem } from '@consilium/board-core';
import { SAFETY_GATE, type GateAnswer, type SafetyGate } from '@consilium/interpretation-core';
import { succeed, type Problem, type Result } from '@consilium/kernel';
import { Database } from '@consilium/platform-persistence';
import { BOARD_OPTIONS, type BoardOptions } from '../board.options.js';
import { findProfiles } from '../case.store.js';
import { CaseAdvance } from '../casework/case-advance.js';
import { findClinicalFacts } from '../casework/case-work.store.js';
import { DraftItem } from './draft-item.command.js';

@CommandHandler(DraftItem)
export class DraftItemHandler implements ICommandHandler<DraftItem> {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseAdvance,
    @Inject(SAFETY_GATE) private readonly gate: SafetyGate,
    @Inject(BOARD_OPTIONS) private readonly options: BoardOptions,
  ) {}

  async execute({ asker, caseId, expectedVersion, item }: DraftItem): Promise<Result<string, Problem>> {
    // Asked beforehand: the gate reads in transactions of its own, and nobody waits for a second one inside a first.
    const result = item.drugs.length === 0 ? undefined : await this.ask(asker, caseId, item);
    return this.database.transaction(asker, async (tx) => {
      const drafted = await this.cases.take(tx, asker, {
        caseId,
        expectedVersion,
        step: { kind: 'draft-item', item },
      });
      if (!drafted.ok || result === undefined) return drafted;
      const noted = await this.cases.take(tx, asker, {
        caseId,
        as: 'system',
        step: { kind: 'note-gate', item: item.id, result },
      });
      // The drugs are the item's own: a refusal here is a fault of ours, and undoes both.
      if (!noted.ok) throw new Error(noted.error.code);
      return succeed(caseId);
    });
  }

  private async ask(
    asker: DraftItem['asker'],
    caseId: string,
    item: RecommendationItem,
  ): Promise<GateResult> {
    const { profiles, clinical } = await this.database.transaction(asker, async (tx) => ({
      profiles: await findProfiles(tx, [caseId]),
      clinical: (await findClinicalFacts(tx, [caseId])).get(caseId),
    }));
    const { medication } = clinical ?? {};
    const answer = await this.gate.ask(asker, {
      drugs: gatedDrugs(item),
      profileIds: profiles.map(({ profile }) => profile.id),
      // A list that was never taken whole says nothing of what is not on it.
      ...(medication?.completeOn === undefined
        ? {}
        : { medication: medication.entries.map(({ drug }) => drug) }),
    });
    return {
      outcome: answer?.outcome ?? 'unknown',
      drugs: gatedDrugs(item),
      reasons: reasonsOf(answer),
      at: this.options.clock.now().toISOString(),
    };
  }
}

const reasonsOf = (answer: GateAnswer | undefined): readonly string[] =>
  answer === undefined
    ? ['Nothing is known of the genes and medicines of this patient.']
    : [
        ...new Set(
          answer.drugs.flatMap(({ drug, reasons }) => reasons.map(({ text }) => `${drug}: ${text}`)),
        ),
      ];
