import { boundRoles, clinicalRoles, type Role } from './principal.js';

/** A field of a root type of the GraphQL schema, for instance `Query.case`. */
export type Operation = `${'Query' | 'Mutation' | 'Subscription'}.${string}`;

/**
 * Whose data an operation touches: `hospital` where a hospital's, which another hospital neither sees nor changes;
 * `installation` where they belong to nobody's patients.
 */
export type PermissionScope = 'hospital' | 'installation';

/** Operations that belong together, each with the roles that may use it. */
export interface Room {
  readonly name: string;
  readonly scope: PermissionScope;
  readonly operations: Readonly<Record<Operation, readonly Role[]>>;
}

const readers: readonly Role[] = [...clinicalRoles, 'auditor'];
const readersAndAdministrator: readonly Role[] = [...readers, 'administrator'];
const letterReaders: readonly Role[] = ['lab', 'administrator'];
const classProposers: readonly Role[] = ['molecular-pathologist', 'curator'];
const secondPeople: readonly Role[] = ['molecular-pathologist', 'curator', 'second-reviewer'];
const curators: readonly Role[] = ['curator'];
const publishers: readonly Role[] = ['curator', 'administrator'];
const sweepReaders: readonly Role[] = ['trial-coordinator', 'curator', 'administrator', 'auditor'];
const trialCoordinators: readonly Role[] = ['trial-coordinator'];
const assigners: readonly Role[] = ['trial-coordinator', 'coordinator'];
const placeSetters: readonly Role[] = ['trial-coordinator', 'curator'];

const accessKeepers: readonly Role[] = ['coordinator', 'chair'];
const referrers: readonly Role[] = ['referrer'];
const caseCoordinators: readonly Role[] = ['coordinator'];
const organisers: readonly Role[] = ['referrer', 'coordinator'];
const preparers: readonly Role[] = ['molecular-pathologist', 'curator'];
const chairs: readonly Role[] = ['chair'];
const reviewers: readonly Role[] = ['second-reviewer'];
const caseTeam: readonly Role[] = [
  ...organisers,
  ...preparers,
  'second-reviewer',
  'geneticist',
  'pharmacist',
  'trial-coordinator',
  'chair',
];

/** Who may do what: the one table that the guard, the tests and `docs/roles.md` read. What it does not name, nobody may. */
export const rooms: readonly Room[] = [
  {
    name: 'Cases and patients',
    scope: 'hospital',
    operations: {
      'Query.case': readers,
      'Query.cases': readers,
      'Subscription.caseUpdated': readers,
      'Query.profile': readers,
      'Query.clinicalFacts': readers,
    },
  },
  {
    name: 'Access to a patient',
    scope: 'hospital',
    operations: {
      'Query.patientAccess': [...boundRoles, ...accessKeepers, 'auditor', 'administrator'],
      'Query.emergencyAccess': [...accessKeepers, 'auditor', 'administrator'],
      'Mutation.grantAccess': ['referrer', ...accessKeepers],
      'Mutation.endAccess': ['referrer', ...accessKeepers],
      'Mutation.breakGlass': boundRoles,
      'Mutation.reviewEmergencyAccess': accessKeepers,
    },
  },
  {
    name: 'Referral of a case',
    scope: 'hospital',
    operations: {
      'Mutation.openCase': organisers,
      'Mutation.describeReferral': referrers,
      'Mutation.referCase': referrers,
      'Mutation.returnCase': caseCoordinators,
      'Mutation.declineCase': ['coordinator', 'chair'],
      'Mutation.withdrawCase': referrers,
      'Mutation.reopenCase': referrers,
      'Mutation.mergeCase': caseCoordinators,
      'Mutation.markUrgent': [...organisers, 'chair'],
    },
  },
  {
    name: 'Preparation of a case',
    scope: 'hospital',
    operations: {
      'Mutation.triageCase': caseCoordinators,
      'Mutation.addTask': caseTeam,
      'Mutation.finishTask': [...caseTeam, 'lab'],
      'Mutation.awaitData': ['coordinator', ...preparers],
      'Mutation.waiveQuality': ['molecular-pathologist'],
      'Mutation.prepareCase': ['coordinator', ...preparers],
      'Mutation.proposeFindings': preparers,
      'Mutation.submitCase': preparers,
      'Mutation.acceptCase': reviewers,
      'Mutation.rejectCase': reviewers,
      'Mutation.recallCase': ['coordinator', ...preparers],
      'Mutation.holdCase': ['coordinator', 'molecular-pathologist'],
      'Mutation.resumeCase': ['coordinator', 'molecular-pathologist'],
      'Mutation.scheduleCase': caseCoordinators,
      'Mutation.postponeCase': ['coordinator', 'chair'],
    },
  },
  {
    name: 'Recommendation of a case',
    scope: 'hospital',
    operations: {
      'Mutation.draftItem': [...preparers, 'chair', 'board-member'],
      'Mutation.dropItem': [...preparers, 'chair'],
      'Mutation.recommendNothing': chairs,
      'Mutation.overrideGate': ['pharmacist', 'chair'],
      'Mutation.dissent': [
        'board-member',
        'chair',
        'molecular-pathologist',
        'geneticist',
        'pharmacist',
        'referrer',
      ],
      'Mutation.recommendCase': chairs,
      'Mutation.signCase': chairs,
      'Mutation.amendCase': chairs,
      'Mutation.settleLateData': ['coordinator', 'chair', 'molecular-pathologist'],
    },
  },
  {
    name: 'Follow-up of a case',
    scope: 'hospital',
    operations: {
      'Mutation.communicateCase': ['coordinator', 'chair'],
      'Mutation.acknowledgeLetter': referrers,
      'Mutation.decideTreatment': referrers,
      'Mutation.recordClaim': organisers,
      'Mutation.recordClaimAnswer': organisers,
      'Mutation.recordTherapyStart': organisers,
      'Mutation.recordTherapyStop': organisers,
      'Mutation.recordVisit': organisers,
      'Mutation.recordProgression': organisers,
      'Mutation.recordPatientScore': organisers,
      'Mutation.recordMissedVisit': organisers,
      'Mutation.recordDeath': organisers,
      'Mutation.strikeEntry': organisers,
      'Mutation.closeCase': organisers,
    },
  },
  {
    name: 'What is said about cases',
    scope: 'hospital',
    operations: {
      'Query.mentions': clinicalRoles,
      'Mutation.addComment': clinicalRoles,
      'Mutation.removeAttachment': caseCoordinators,
    },
  },
  {
    name: 'Meetings of a board',
    scope: 'hospital',
    operations: {
      'Query.boards': readers,
      'Query.meetings': readers,
      'Query.meeting': readers,
      'Subscription.meetingUpdated': readers,
      'Mutation.saveBoard': ['coordinator', 'chair', 'administrator'],
      'Mutation.planMeeting': ['coordinator', 'chair'],
      'Mutation.lockAgenda': ['coordinator', 'chair'],
      'Mutation.unlockAgenda': chairs,
      'Mutation.beginMeeting': chairs,
      'Mutation.recordAttendance': clinicalRoles,
      'Mutation.declareInterest': clinicalRoles,
      'Mutation.openCaseInMeeting': chairs,
      'Mutation.noteInMeeting': clinicalRoles,
      'Mutation.castVote': clinicalRoles,
      'Mutation.closeCaseInMeeting': chairs,
      'Mutation.endMeeting': chairs,
      'Mutation.cancelMeeting': ['coordinator', 'chair'],
    },
  },
  {
    name: 'Policy, reminders and quality',
    scope: 'hospital',
    operations: {
      'Query.boardPolicy': readersAndAdministrator,
      'Mutation.saveBoardPolicy': ['chair', 'administrator'],
      'Query.reminders': clinicalRoles,
      'Query.qualityFigures': readersAndAdministrator,
    },
  },
  {
    name: 'What findings mean',
    scope: 'hospital',
    operations: {
      'Query.profileMeaning': readers,
      'Query.safetyGate': readers,
      'Query.variantOverrides': readers,
      'Mutation.proposeOncogenicity': classProposers,
      'Mutation.proposeOncogenicityCode': classProposers,
      'Mutation.proposeTier': classProposers,
      'Mutation.reviewOverride': secondPeople,
    },
  },
  {
    name: 'Reports that could not be taken',
    scope: 'hospital',
    operations: {
      'Query.deadLetters': letterReaders,
      'Query.deadLetter': letterReaders,
      'Mutation.replayDeadLetter': letterReaders,
    },
  },
  {
    name: 'Work in the background',
    scope: 'hospital',
    operations: {
      'Query.failedJobs': ['administrator'],
      'Mutation.retryJob': ['administrator'],
    },
  },
  {
    name: 'Patients and trials',
    scope: 'hospital',
    operations: {
      'Query.trialsForPatient': readers,
      'Query.patientsForTrial': readers,
      'Query.trialFeasibility': readers,
      'Query.protocolFeasibility': readers,
    },
  },
  {
    name: 'Worklist of the trial coordinators',
    scope: 'hospital',
    operations: {
      'Query.trialWorklist': readers,
      'Query.worklistLine': readers,
      'Subscription.worklistUpdated': readers,
      'Mutation.assignLine': assigners,
      'Mutation.reservePlace': trialCoordinators,
      'Mutation.releasePlace': trialCoordinators,
      'Mutation.recordContact': trialCoordinators,
      'Mutation.startScreening': trialCoordinators,
      'Mutation.recordConsent': trialCoordinators,
      'Mutation.recordEnrolment': trialCoordinators,
      'Mutation.recordScreenFailure': trialCoordinators,
      'Mutation.recordDecline': trialCoordinators,
    },
  },
  {
    name: 'Places in trials',
    scope: 'installation',
    operations: {
      'Query.cohortPlaces': readers,
      'Mutation.setPlaces': placeSetters,
    },
  },
  {
    name: 'Trials in use',
    scope: 'installation',
    operations: {
      'Query.trial': readersAndAdministrator,
      'Query.trials': readersAndAdministrator,
      'Query.trialsReleases': readersAndAdministrator,
      'Query.trialsComparison': readersAndAdministrator,
      'Mutation.activateTrials': publishers,
      'Mutation.deactivateTrials': publishers,
      'Query.trialSweeps': sweepReaders,
      'Mutation.stopTrialSweep': publishers,
      'Mutation.resumeTrialSweep': publishers,
    },
  },
  {
    name: 'Curating trials',
    scope: 'installation',
    operations: {
      'Query.trialDrafts': readersAndAdministrator,
      'Query.trialDraft': readersAndAdministrator,
      'Mutation.saveTrialDraft': curators,
      'Mutation.saveDraftExamples': curators,
      'Mutation.testTrialDraft': secondPeople,
      'Mutation.proposeStructure': curators,
      'Mutation.acceptProposal': curators,
      'Mutation.submitTrialDraft': curators,
      'Mutation.reviewTrialDraft': secondPeople,
      'Mutation.publishTrials': publishers,
      'Mutation.withdrawLocalTrial': publishers,
    },
  },
  {
    name: 'Knowledge',
    scope: 'installation',
    operations: {
      'Query.knowledgeReleases': readersAndAdministrator,
      'Query.knowledgeComparison': readersAndAdministrator,
      'Mutation.activateKnowledge': publishers,
      'Mutation.deactivateKnowledge': publishers,
    },
  },
];

export interface Permission {
  readonly scope: PermissionScope;
  readonly roles: readonly Role[];
}

/** The same table by operation. */
export const permissions: ReadonlyMap<string, Permission> = new Map(
  rooms.flatMap(({ scope, operations }) =>
    Object.entries(operations).map(([operation, roles]) => [operation, { scope, roles }] as const),
  ),
);

export const mayUse = (role: Role, operation: string): boolean =>
  permissions.get(operation)?.roles.includes(role) === true;
