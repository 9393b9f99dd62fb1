import type { BoardCaseChangedV1 } from '@consilium/contracts';
import { appendToOutbox } from '@consilium/platform-messaging';
import { tellChange, type HospitalChange, type Transaction } from '@consilium/platform-persistence';

/** Carries the ids of changed cases to every copy that has subscribers; sent by the database at commit. */
export const caseChannel = 'consilium_case';

export interface CaseChange {
  readonly caseId: string;
  readonly revision: number;
  readonly hospital: string;
  readonly patient: string;
  readonly now: Date;
}

export async function announceChange(
  tx: Transaction,
  changed: CaseChange,
  change: BoardCaseChangedV1['change'],
  worked: Pick<BoardCaseChangedV1, 'step' | 'state' | 'version'> = {},
): Promise<void> {
  const { caseId, revision, hospital, patient, now } = changed;
  await appendToOutbox(tx, [
    {
      id: `${caseId}:${String(revision)}`,
      source: 'urn:consilium:board',
      type: 'board.case-changed.v1',
      subject: patient,
      time: now.toISOString(),
      data: { caseId, hospital, revision, change, ...worked } satisfies BoardCaseChangedV1,
    },
  ]);
  const told: HospitalChange & { readonly caseId: string } = { caseId, hospital };
  await tellChange(tx, caseChannel, told);
}
