import { boardHolder } from '@consilium/platform-identity';

/**
 * What ties somebody to a patient: they treat the patient; somebody who may gave them access; the patient's case is on
 * the agenda of a board; they took part in that meeting; or they took access in an emergency.
 */
export const careKinds = ['treating', 'granted', 'agenda', 'attendance', 'emergency'] as const;
export type CareKind = (typeof careKinds)[number];

export interface PatientOf {
  readonly hospital: string;
  readonly patient: string;
}

/** Somebody's access to a patient, as it was begun and perhaps ended. */
export interface Care extends PatientOf {
  readonly id: string;
  /** `board`: whoever sits on the boards of the hospital; else `person:` and their id. */
  readonly holder: string;
  readonly kind: CareKind;
  readonly reason: string | null;
  readonly begunBy: string;
  readonly begunAt: Date;
  readonly until: Date | null;
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
  readonly justified: boolean | null;
  readonly reviewedBy: string | null;
  readonly reviewedAt: Date | null;
  readonly reviewNote: string | null;
}

/** How long access taken in an emergency lasts, in hours. */
export const emergencyHours = 4;
/** How long access that somebody gives lasts where they do not say, in days. */
export const usualDays = 90;
/** How long a board's members look back at a case they discussed, in days. */
export const daysAfterMeeting = 30;

export const isBoard = ({ holder }: Pick<Care, 'holder'>): boolean => holder === boardHolder;
