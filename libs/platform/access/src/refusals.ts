import type { Problem } from '@consilium/kernel';

const refusal = (code: string, place: string, message: string, remedy: string): Problem => ({
  code: `ACCESS.${code}`,
  place,
  message,
  remedy,
});

export const notYours = refusal(
  'NO_SUCH_PATIENT',
  '/patient',
  'is no patient you may see.',
  'Ask who treats the patient, or the coordinator, for access; in an emergency, use breakGlass.',
);
export const noSuchAccess = refusal(
  'NO_SUCH_ACCESS',
  '/id',
  'is no access you may see.',
  'Look at patientAccess, or at emergencyAccess.',
);
export const foreignHospital = refusal(
  'FOREIGN_HOSPITAL',
  '/hospital',
  'is none of yours.',
  'Name one of your own hospitals.',
);
export const noPseudonym = refusal(
  'NO_PSEUDONYM',
  '/patient',
  'is no pseudonym.',
  'Use letters, digits and . _ : / -.',
);
export const noPerson = refusal(
  'NO_PERSON',
  '/person',
  'is no name of a person.',
  'Name the person as the sign-in does: the subject of their token.',
);
export const noReason = refusal(
  'NO_REASON',
  '/reason',
  'says too little.',
  'Say why in 10 to 500 characters: others will read and review it.',
);
export const badEnd = refusal(
  'BAD_END',
  '/until',
  'is not in the coming year.',
  'Name a day from tomorrow to a year from now.',
);
export const notTreating = refusal(
  'NOT_TREATING',
  '/patient',
  'is treated by others.',
  'Ask one of those who treat the patient, or the coordinator.',
);
export const notNeeded = refusal(
  'NOT_NEEDED',
  '/patient',
  'is one you see already.',
  'Go on: nothing has to be broken.',
);
export const alreadyEnded = refusal('ENDED', '/id', 'has ended.', 'Nothing has to be done.');
export const noEmergency = refusal(
  'NO_EMERGENCY',
  '/id',
  'was not taken in an emergency.',
  'Only such access is reviewed.',
);
export const alreadyReviewed = refusal('REVIEWED', '/id', 'was reviewed.', 'Nothing has to be done.');
export const ownEmergency = refusal(
  'OWN_EMERGENCY',
  '/id',
  'is your own.',
  'Let somebody else review what you took.',
);
