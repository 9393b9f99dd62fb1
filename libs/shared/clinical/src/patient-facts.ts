/** How a therapy went that the patient has had. */
export const therapyOutcomes = [
  'progressed',
  'intolerant',
  'responded',
  'stable',
  'completed',
  'ongoing',
  'unknown',
] as const;
export type TherapyOutcome = (typeof therapyOutcomes)[number];

export interface PriorTherapy {
  /** Generic names. */
  readonly drugs: readonly string[];
  readonly outcome: TherapyOutcome;
  /** ISO dates. */
  readonly startedOn?: string;
  readonly endedOn?: string;
  /** Adjuvant and neoadjuvant treatment is no line of systemic therapy for advanced disease. */
  readonly setting?: 'adjuvant' | 'neoadjuvant' | 'advanced';
}

/** What is known of the patient beside the tumour's profile. Absent members were not stated; an empty list was. */
export interface PatientFacts {
  readonly priorTherapies?: readonly PriorTherapy[];
  /** Generic names of everything the patient takes. */
  readonly medication?: readonly string[];
  readonly sex?: 'female' | 'male';
  /** Years. */
  readonly age?: number;
  readonly ageAtDiagnosis?: number;
  /** Whether the family history suggests an inherited risk by the local criteria. */
  readonly familyHistory?: 'suggestive' | 'not-suggestive';
  /** Red cells of a donor, or ongoing haemolysis, confound enzyme tests. */
  readonly transfusedRecently?: boolean;
}
