import { Inject, Injectable } from '@nestjs/common';
import type { BoardCaseChangedV1 } from '@consilium/contracts';
import { recordAudit } from '@consilium/platform-audit';
import type { Principal } from '@consilium/platform-identity';
import type { Transaction } from '@consilium/platform-persistence';
import { announceChange } from '../announce-change.js';
import { BOARD_OPTIONS, type BoardOptions } from '../board.options.js';
import { countChange } from '../case.store.js';
import type { HeldCase } from '../casework/case-work.store.js';

/** What changes a case beside its steps: it is written down and told like them, but takes nobody's version away. */
@Injectable()
export class CaseTalk {
  constructor(@Inject(BOARD_OPTIONS) private readonly options: BoardOptions) {}

  now(): Date {
    return this.options.clock.now();
  }

  async tell(
    tx: Transaction,
    asker: Principal,
    held: Pick<HeldCase, 'caseId' | 'hospital' | 'patient'>,
    what: {
      readonly operation: string;
      readonly target: string;
      readonly change: BoardCaseChangedV1['change'];
    },
  ): Promise<void> {
    const { caseId, hospital, patient } = held;
    const now = this.now();
    await recordAudit(tx, [
      {
        actor: asker,
        hospital,
        subject: patient,
        action: 'change',
        operation: what.operation,
        target: { case: [caseId], row: [what.target] },
      },
    ]);
    const revision = await countChange(tx, caseId, now);
    await announceChange(tx, { caseId, hospital, patient, revision, now }, what.change);
  }
}
