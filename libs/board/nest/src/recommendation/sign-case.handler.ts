import { createHash } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CaseStep, GateResult } from '@consilium/board-core';
import { canonicalJson, type Problem, type Result } from '@consilium/kernel';
import { enqueueJobs } from '@consilium/platform-jobs';
import { Database } from '@consilium/platform-persistence';
import { BOARD_OPTIONS, type BoardOptions } from '../board.options.js';
import { CaseAdvance } from '../casework/case-advance.js';
import { findWork, holdCase, keepSnapshot } from '../casework/case-work.store.js';
import { letterJob } from '../letter/letter-job.js';
import { freezeSignature } from './freeze-signature.js';
import { ItemGate } from './item-gate.js';
import { SignCase } from './sign-case.command.js';

@CommandHandler(SignCase)
export class SignCaseHandler implements ICommandHandler<SignCase> {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseAdvance,
    private readonly gate: ItemGate,
    @Inject(BOARD_OPTIONS) private readonly options: BoardOptions,
  ) {}

  /**
   * Asks the gate once more, with what is known now, and keeps what the board saw whole under the hash of its content, in
   * the transaction of the signature, which also asks for the letter. A gate that answers otherwise than it did is noted even where it stops the signature.
   */
  async execute({ asker, caseId, expectedVersion }: SignCase): Promise<Result<string, Problem>> {
    const [record] = await this.database.transaction(asker, (tx) => findWork(tx, [caseId]));
    const results = await this.gate.ask(asker, caseId, record?.recommendation.items ?? []);
    return this.database.transaction(asker, async (tx) => {
      const held = await holdCase(tx, caseId);
      const isCurrent = held?.record.version === expectedVersion && record?.version === expectedVersion;
      if (held === undefined || !isCurrent)
        return this.cases.take(tx, asker, { caseId, expectedVersion: noVersion, step: sign('') });
      for (const [item, result] of results) {
        const before = held.record.recommendation.gates[item];
        if (before !== undefined && saysTheSame(before, result)) continue;
        await this.cases.take(tx, asker, { caseId, as: 'system', step: { kind: 'note-gate', item, result } });
      }
      const frozen = await freezeSignature(tx, held, asker, this.options.tumourTypes);
      const contentHash = createHash('sha256').update(canonicalJson(frozen)).digest('hex');
      const signed = await this.cases.take(tx, asker, { caseId, step: sign(contentHash) });
      if (!signed.ok) return signed;
      await keepSnapshot(tx, held.hospital, contentHash, frozen);
      const letter = letterJob(held.hospital, { caseId, version: frozen.version });
      await enqueueJobs(tx, [letter], this.options.clock.now());
      return signed;
    });
  }
}

/** Is that of no case: whoever decided on another version is refused before anything is noted. */
const noVersion = -1;
const sign = (contentHash: string): CaseStep => ({ kind: 'sign', contentHash });

const saysTheSame = (before: GateResult, now: GateResult): boolean =>
  before.outcome === now.outcome && canonicalJson(before.reasons) === canonicalJson(now.reasons);
