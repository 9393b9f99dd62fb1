import type { TumourTypeTree } from '@consilium/clinical';
import type { Clock } from '@consilium/kernel';

export const PATIENTS_OPTIONS = Symbol('patients options');

export interface PatientsOptions {
  readonly tumourTypes: TumourTypeTree;
  readonly clock: Clock;
  /** The generic name of a drug; an unknown name stays itself. */
  readonly genericName: (drug: string) => string;
}
