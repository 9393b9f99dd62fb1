import type { FrozenAmendment, FrozenFile, FrozenMeeting, LetterSource } from '@consilium/board-core';
import type { TumourTypeTree } from '@consilium/clinical';
import type { Principal } from '@consilium/platform-identity';
import type { Transaction } from '@consilium/platform-persistence';
import { findCases } from '../case.store.js';
import { findWork, findJournals, type HeldCase } from '../casework/case-work.store.js';
import { findMeeting, listBoards } from '../meeting/meeting.store.js';
import { freezeCase, type FrozenCase } from './frozen-case.js';

/** What the board had before it, and who signs what of whom: all that a letter will tell. */
export type FrozenSignature = FrozenCase &
  Required<
    Pick<LetterSource, 'file' | 'version' | 'signer' | 'meeting' | 'amendment' | 'proposal' | 'qualityWaived'>
  >;

export async function freezeSignature(
  tx: Transaction,
  held: Pick<HeldCase, 'caseId' | 'hospital' | 'patient'>,
  signer: Pick<Principal, 'id' | 'name'>,
  tumourTypes: Pick<TumourTypeTree, 'find'>,
): Promise<FrozenSignature> {
  const { caseId, hospital } = held;
  const [record] = await findWork(tx, [caseId]);
  const meeting = record?.standing?.meeting ?? record?.meeting;
  const previous = record?.signed.at(-1);
  return {
    ...(await freezeCase(tx, caseId)),
    file: await freezeFile(tx, held, tumourTypes),
    version: (previous?.version ?? 0) + 1,
    signer: { id: signer.id, name: signer.name },
    meeting: meeting === undefined ? null : await freezeMeeting(tx, hospital, meeting),
    amendment: previous === undefined ? null : await freezeAmendment(tx, caseId, previous),
    proposal: record?.proposal ?? null,
    qualityWaived: record?.qualityWaived ?? null,
  };
}

async function freezeFile(
  tx: Transaction,
  { caseId, hospital, patient }: Pick<HeldCase, 'caseId' | 'hospital' | 'patient'>,
  tumourTypes: Pick<TumourTypeTree, 'find'>,
): Promise<FrozenFile | null> {
  const [file] = await findCases(tx, [caseId]);
  if (file === undefined) return null;
  const name = tumourTypes.find(file.diagnosis)?.name;
  return {
    hospital,
    patient,
    diagnosis: file.diagnosis,
    ...(name === undefined ? {} : { diagnosisName: name }),
  };
}

async function freezeMeeting(tx: Transaction, hospital: string, id: string): Promise<FrozenMeeting | null> {
  const meeting = await findMeeting(tx, id);
  if (meeting === undefined) return null;
  const { board, on, attendance } = meeting.record;
  const name = (await listBoards(tx)).find((one) => one.hospital === hospital && one.id === board)?.name;
  return { board, ...(name === undefined ? {} : { boardName: name }), on, attendance };
}

/** The version that is replaced, and the reason somebody gave for it since it was signed. */
async function freezeAmendment(
  tx: Transaction,
  caseId: string,
  previous: FrozenAmendment['previous'],
): Promise<FrozenAmendment> {
  const journal = (await findJournals(tx, [caseId])).get(caseId) ?? [];
  const since = journal.slice(journal.findLastIndex(({ step }) => step.kind === 'sign') + 1);
  const amended = since.map(({ step }) => step).findLast(({ kind }) => kind === 'amend');
  return { previous, ...(amended?.kind === 'amend' ? { because: amended.reason } : {}) };
}
