import type { ClinicalFacts, MolecularProfile } from '@consilium/clinical';

/** All that is known of one patient: the standing profiles (one per report), and the clinical facts. */
export interface PatientRecord {
  readonly patient: string;
  readonly hospital: string;
  readonly facts?: ClinicalFacts;
  readonly profiles: readonly MolecularProfile[];
}

/** The record of what came in: a report that its laboratory has cancelled says nothing. */
export const assembleRecord = ({ profiles, ...rest }: PatientRecord): PatientRecord => ({
  ...rest,
  profiles: profiles.filter(({ status }) => status !== 'cancelled'),
});
