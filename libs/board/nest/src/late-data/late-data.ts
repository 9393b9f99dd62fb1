import { Injectable } from '@nestjs/common';
import {
  reviewedStates,
  whatWouldDiffer,
  type BoardView,
  type CaseRecord,
  type Recommendation,
} from '@consilium/board-core';
import type { Transaction } from '@consilium/platform-persistence';
import { CaseAdvance } from '../casework/case-advance.js';
import { holdCase } from '../casework/case-work.store.js';

/** Who writes down what comes in by itself. */
const system = { id: 'consilium', role: 'system' } as const;

/** Tells a case that a second person or the board has looked at of what came after, in the transaction that brings it. */
@Injectable()
export class LateData {
  constructor(private readonly cases: CaseAdvance) {}

  /** `tell` says what is new for this case, in words; undefined: nothing. */
  async note(
    tx: Transaction,
    caseId: string,
    source: string,
    tell: (record: CaseRecord) => string | undefined,
  ): Promise<void> {
    const held = await holdCase(tx, caseId);
    if (held === undefined || !reviewedStates.includes(held.record.state)) return;
    const what = tell(held.record);
    if (what === undefined) return;
    const noted = await this.cases.take(tx, system, {
      caseId,
      step: { kind: 'note-late-data', what, source },
    });
    // The same thing told twice is noted once.
    if (!noted.ok && noted.error.code !== 'BOARD.LATE_DATA_NOTED') throw new Error(noted.error.code);
  }
}

/** What a case recommends: the version that stands, or the draft. */
export const standingRecommendation = ({ state, signed, recommendation }: CaseRecord): Recommendation =>
  state === 'amended' ? recommendation : (signed.at(-1)?.recommendation ?? recommendation);

/** What of the meaning of findings or of trials is another for what is recommended; undefined: nothing. */
export function changeFor(record: CaseRecord, before: BoardView, after: BoardView): string | undefined {
  const told = whatWouldDiffer(standingRecommendation(record), before, after);
  return told.length === 0 ? undefined : told.map(({ text }) => text).join(' ');
}

/** A view of nothing, to be filled with the part that is compared. */
export const emptyView: BoardView = { reports: [], statements: [], releases: [], gates: {} };
