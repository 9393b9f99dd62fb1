import { describe, expect, it } from '@jest/globals';
import { caseRoles, meetingTable, stepTable, type CaseStepKind } from '@consilium/board-core';
import { permissions, roles, rooms } from '@consilium/platform-identity';

/** Which step each mutation about a case takes. */
const steps: Readonly<Record<string, CaseStepKind>> = {
  describeReferral: 'describe',
  referCase: 'refer',
  returnCase: 'return',
  declineCase: 'decline',
  withdrawCase: 'withdraw',
  reopenCase: 'reopen',
  mergeCase: 'merge',
  markUrgent: 'mark-urgent',
  triageCase: 'triage',
  addTask: 'add-task',
  finishTask: 'finish-task',
  awaitData: 'await-data',
  waiveQuality: 'waive-quality',
  prepareCase: 'prepare',
  proposeFindings: 'propose-findings',
  submitCase: 'submit',
  acceptCase: 'accept',
  rejectCase: 'reject',
  recallCase: 'recall',
  holdCase: 'hold',
  resumeCase: 'resume',
  scheduleCase: 'schedule',
  postponeCase: 'postpone',
  draftItem: 'draft-item',
  dropItem: 'drop-item',
  recommendNothing: 'recommend-none',
  overrideGate: 'override-gate',
  dissent: 'dissent',
  recommendCase: 'recommend',
  signCase: 'sign',
  amendCase: 'amend',
  settleLateData: 'settle-late-data',
  communicateCase: 'communicate',
  acknowledgeLetter: 'acknowledge',
  decideTreatment: 'decide',
  recordClaim: 'follow-up',
  recordClaimAnswer: 'follow-up',
  recordTherapyStart: 'follow-up',
  recordTherapyStop: 'follow-up',
  recordVisit: 'follow-up',
  recordProgression: 'follow-up',
  recordPatientScore: 'follow-up',
  recordMissedVisit: 'follow-up',
  recordDeath: 'follow-up',
  strikeEntry: 'strike-entry',
  closeCase: 'close',
};

const meetingSteps: Readonly<Record<string, keyof typeof meetingTable>> = {
  lockAgenda: 'lock',
  unlockAgenda: 'unlock',
  beginMeeting: 'begin',
  recordAttendance: 'attend',
  declareInterest: 'declare',
  openCaseInMeeting: 'open-case',
  noteInMeeting: 'note',
  castVote: 'vote',
  closeCaseInMeeting: 'close-case',
  endMeeting: 'end',
  cancelMeeting: 'cancel',
};
const rolesOf = (mutation: string) => [...(permissions.get(`Mutation.${mutation}`)?.roles ?? [])].sort();

describe('who may take a step about a meeting', () => {
  it.each(Object.entries(meetingSteps))('by %s is who the meeting lets', (mutation, kind) => {
    expect(rolesOf(mutation)).toEqual([...meetingTable[kind].by].sort());
  });
});

describe('who may take a step about a case', () => {
  it('is somebody the board knows', () => {
    expect(caseRoles.filter((role) => role !== 'system')).toEqual(roles);
  });

  it.each(Object.entries(steps))('by %s is who the life of a case lets', (mutation, kind) => {
    const { by } = stepTable[kind];
    expect(rolesOf(mutation)).toEqual(by.filter((role) => role !== 'system').sort());
  });

  it('is told for every mutation about a case', () => {
    const told = rooms
      .filter(({ name }) => name.endsWith('of a case'))
      .flatMap(({ operations }) => Object.keys(operations).map((one) => one.replace('Mutation.', '')));
    expect(told.filter((one) => one !== 'openCase').sort()).toEqual(Object.keys(steps).sort());
  });
});
