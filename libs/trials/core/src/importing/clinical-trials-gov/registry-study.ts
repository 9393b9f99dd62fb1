/** A study as ClinicalTrials.gov states it, whatever the format: its words, nothing interpreted. */
export interface RegistryStudy {
  readonly nctId: string;
  readonly briefTitle?: string;
  readonly officialTitle?: string;
  readonly acronym?: string;
  /** `INTERVENTIONAL`, `OBSERVATIONAL`, `EXPANDED_ACCESS`. */
  readonly studyType?: string;
  /** As the registry's API writes them (`PHASE1`, `EARLY_PHASE1`, `NA`); empty where it names none. */
  readonly phases: readonly string[];
  /** In the API's words (`ACTIVE_NOT_RECRUITING`). */
  readonly overallStatus?: string;
  /** ISO date, or year and month. */
  readonly lastUpdatePosted?: string;
  readonly statusVerified?: string;
  readonly sponsor?: string;
  readonly conditions: readonly string[];
  readonly arms: readonly RegistryArm[];
  readonly interventions: readonly RegistryIntervention[];
  readonly sites: readonly RegistrySite[];
  readonly eligibility: RegistryEligibility;
}

export interface RegistryArm {
  readonly label: string;
  readonly type?: string;
  /** As the arm lists them: `Drug: Osimertinib`. */
  readonly interventionNames: readonly string[];
}

export interface RegistryIntervention {
  readonly name: string;
  /** In the API's words (`DRUG`, `BIOLOGICAL`, `RADIATION`). */
  readonly type?: string;
  readonly armLabels: readonly string[];
}

export interface RegistrySite {
  readonly facility?: string;
  readonly city?: string;
  readonly country?: string;
  readonly status?: string;
}

export interface RegistryEligibility {
  /** The free text, exactly. */
  readonly criteria: string;
  /** `18 Years`. */
  readonly minimumAge?: string;
  readonly maximumAge?: string;
  /** `ALL`, `FEMALE`, `MALE`. */
  readonly sex?: string;
  /** Eligibility by gender identity and not by sex. */
  readonly genderBased?: boolean;
  readonly genderDescription?: string;
}
