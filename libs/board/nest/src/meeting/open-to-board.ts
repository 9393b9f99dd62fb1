import type { MeetingRecord } from '@consilium/board-core';
import { beginCare, daysAfterMeeting, endCareFrom, type PatientOf } from '@consilium/platform-access';
import { boardHolder, isBound, personHolder, type Principal } from '@consilium/platform-identity';
import type { Transaction } from '@consilium/platform-persistence';
import { findCases } from '../case.store.js';

interface Move {
  /** Id of the meeting whose agenda the case was on. */
  readonly left: string | undefined;
  readonly joined: Pick<MeetingRecord, 'id' | 'on'> | undefined;
}

/** The patient of a case that comes onto an agenda is the board's to prepare for; of one that leaves it, no longer. */
export async function openToBoard(
  tx: Transaction,
  by: string,
  patient: PatientOf,
  { left, joined }: Move,
): Promise<void> {
  if (left !== undefined)
    await endCareFrom(tx, patient, { origin: left, by, reason: 'No longer on the agenda.' });
  if (joined !== undefined)
    await beginCare(tx, [patient], {
      holder: boardHolder,
      kind: 'agenda',
      origin: joined.id,
      by,
      until: lookBack(joined),
    });
}

/**
 * Whoever takes part sees the patients of the agenda. Somebody who is bound to single patients does not open them to
 * themselves by saying that they are there: the chair or the coordinator does, with their next step.
 */
export async function openToMembers(tx: Transaction, asker: Principal, record: MeetingRecord): Promise<void> {
  if (isBound(asker.role) || record.agenda.length === 0) return;
  const patients = await findCases(
    tx,
    record.agenda.map(({ caseId }) => caseId),
  );
  for (const { person, presence } of record.attendance)
    if (presence !== 'on-call')
      await beginCare(tx, patients.map(patientOf), {
        holder: personHolder(person),
        kind: 'attendance',
        origin: record.id,
        by: asker.id,
        until: lookBack(record),
      });
}

const patientOf = ({ hospital, patient }: PatientOf): PatientOf => ({ hospital, patient });

const lookBack = ({ on }: Pick<MeetingRecord, 'on'>): Date => {
  const day = new Date(`${on}T23:59:59.999Z`);
  day.setUTCDate(day.getUTCDate() + daysAfterMeeting);
  return day;
};
