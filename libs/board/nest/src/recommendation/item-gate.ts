import { Inject, Injectable } from '@nestjs/common';
import { gatedDrugs, type GateResult, type RecommendationItem } from '@consilium/board-core';
import { SAFETY_GATE, type GateAnswer, type SafetyGate } from '@consilium/interpretation-core';
import type { Principal } from '@consilium/platform-identity';
import { Database } from '@consilium/platform-persistence';
import { BOARD_OPTIONS, type BoardOptions } from '../board.options.js';
import { findProfiles } from '../case.store.js';
import { findClinicalFacts } from '../casework/case-work.store.js';

/**
 * Asks the safety gate about items with what is known of the patient now. Outside of transactions: the gate reads in its
 * own, and nobody waits for a second one inside a first.
 */
@Injectable()
export class ItemGate {
  constructor(
    private readonly database: Database,
    @Inject(SAFETY_GATE) private readonly gate: SafetyGate,
    @Inject(BOARD_OPTIONS) private readonly options: BoardOptions,
  ) {}

  /** By item; items without drugs are left out. */
  async ask(
    asker: Principal,
    caseId: string,
    items: readonly RecommendationItem[],
  ): Promise<ReadonlyMap<string, GateResult>> {
    const { profiles, clinical } = await this.database.transaction(asker, async (tx) => ({
      profiles: await findProfiles(tx, [caseId]),
      clinical: (await findClinicalFacts(tx, [caseId])).get(caseId),
    }));
    // What a laboratory has withdrawn speaks for nothing.
    const standing = profiles.filter(({ profile }) => profile.status !== 'cancelled');
    const { medication } = clinical ?? {};
    const results = new Map<string, GateResult>();
    for (const item of items.filter(({ drugs }) => drugs.length > 0)) {
      const answer = await this.gate.ask(asker, {
        drugs: gatedDrugs(item),
        profileIds: standing.map(({ profile }) => profile.id),
        // A list that was never taken whole says nothing of what is not on it.
        ...(medication?.completeOn === undefined
          ? {}
          : { medication: medication.entries.map(({ drug }) => drug) }),
      });
      results.set(item.id, {
        outcome: answer?.outcome ?? 'unknown',
        drugs: gatedDrugs(item),
        reasons: reasonsOf(answer),
        at: this.options.clock.now().toISOString(),
      });
    }
    return results;
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
