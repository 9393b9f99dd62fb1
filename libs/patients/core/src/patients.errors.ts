import type { Problem } from '@consilium/kernel';

/** Every reason for which patients refuses clinical facts. Published: a code never changes its meaning. */
export type PatientsCode =
  | 'PATIENTS.UNKNOWN_TUMOUR_TYPE'
  | 'PATIENTS.NO_SUCH_DATE'
  | 'PATIENTS.DATE_IN_FUTURE'
  | 'PATIENTS.CONTRADICTION'
  | 'PATIENTS.IMPOSSIBLE_VALUE'
  | 'PATIENTS.VALUE_MISSING'
  | 'PATIENTS.UNIT_MISSING'
  | 'PATIENTS.DUPLICATE'
  | 'PATIENTS.VERSION_REUSED';

export const problem = (code: PatientsCode, place: string, message: string, remedy: string): Problem => ({
  code,
  place,
  message,
  remedy,
});
