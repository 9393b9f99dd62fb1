// Generated from schemas/events by `npm run generate`. Do not edit.
/**
 * 2026-03-14, or 2026-03, or 2026, where no more is known.
 */
export type PartialDate = string;
/**
 * ISO date.
 */
export type Day = string;
/**
 * OncoTree code, for instance LUAD.
 */
export type TumourType = string;
/**
 * Generic name; a brand name or code that the product knows is replaced by it.
 */
export type Drug = string;

/**
 * Everything known of one patient beside the tumour's profile, as one version. It replaces the version before it whole: what is not stated in it is unknown. Members not named here are refused, because a fact under a misspelt name would vanish; names that begin with x- are free for the sender's own use and are not passed on.
 */
export interface ClinicalPatientReportV1 {
  /**
   * Pseudonym; never a name, a hospital number or a birth date.
   */
  patient: string;
  /**
   * The hospital whose patient this is; only its people see the facts.
   */
  hospital: string;
  /**
   * Of the facts of this patient at this hospital; the highest stands, whatever the order of arrival.
   */
  version: number;
  /**
   * When the facts were put together.
   */
  recordedAt: string;
  birthDate?: PartialDate;
  deceasedOn?: Day;
  sex?: 'female' | 'male';
  /**
   * The tumour in question first.
   *
   * @maxItems 20
   */
  diagnoses?: readonly ClinicalDiagnosis[];
  stage?: ClinicalStageStated;
  metastases?: ClinicalMetastases;
  measurableDisease?: ClinicalMeasurableDisease;
  /**
   * @maxItems 1000
   */
  performance?: readonly ClinicalPerformance[];
  therapies?: ClinicalTherapies;
  /**
   * @maxItems 20000
   */
  measurements?: readonly ClinicalMeasurement[];
  conditions?: ClinicalConditions;
  /**
   * @maxItems 1000
   */
  infections?: readonly ClinicalInfection[];
  medication?: ClinicalMedicationList;
  otherCancers?: ClinicalOtherCancers;
  pregnancy?: ClinicalPregnancy;
  contraception?: ClinicalContraception;
  /**
   * @maxItems 200
   */
  consents?: readonly ClinicalConsent[];
  lifeExpectancyWeeks?: ClinicalLifeExpectancy;
  residence?: ClinicalResidenceStated;
  languages?: ClinicalLanguages;
  /**
   * As pathology reports them.
   *
   * @maxItems 200
   */
  receptors?: readonly ClinicalReceptor[];
}
export interface ClinicalDiagnosis {
  code: TumourType;
  diagnosedOn?: PartialDate;
  histology?: ClinicalHistology;
  /**
   * Histological grade.
   */
  grade?: number;
}
/**
 * Microscopic features: squamous, small-cell component, sarcomatoid.
 */
export interface ClinicalHistology {
  /**
   * ISO date.
   */
  completeOn?: string;
  /**
   * @maxItems 50
   */
  entries: readonly string[];
}
export interface ClinicalStageStated {
  value: ClinicalStage;
  on: Day;
  /**
   * Who or what says so.
   */
  source?: string;
}
export interface ClinicalStage {
  /**
   * AJCC 8, FIGO 2018, Ann Arbor, ISS.
   */
  system?: string;
  /**
   * Stage group in roman numbers with its subdivision: IIIB, IV.
   */
  group?: string;
  extent?: 'localised' | 'locally-advanced' | 'metastatic' | 'recurrent' | 'remission';
  resectable?: boolean;
}
/**
 * Where the tumour has spread.
 */
export interface ClinicalMetastases {
  /**
   * ISO date.
   */
  completeOn?: string;
  /**
   * @maxItems 200
   */
  entries: readonly ClinicalMetastasis[];
}
export interface ClinicalMetastasis {
  site:
    | 'brain'
    | 'leptomeningeal'
    | 'spinal-cord'
    | 'liver'
    | 'lung'
    | 'bone'
    | 'lymph-node'
    | 'adrenal'
    | 'peritoneum'
    | 'pleura'
    | 'skin'
    | 'visceral'
    | 'other';
  /**
   * treated: treated and since then stable; active: untreated, growing or symptomatic.
   */
  state?: 'active' | 'treated' | 'untreated-asymptomatic';
  foundOn?: PartialDate;
  treatedOn?: PartialDate;
  /**
   * 2026-03-14, or 2026-03, or 2026, where no more is known.
   */
  stableSince?: string;
}
/**
 * Whether there is a lesion that can be measured by the criteria named.
 */
export interface ClinicalMeasurableDisease {
  value: boolean;
  on: Day;
  /**
   * Who or what says so.
   */
  source?: string;
  /**
   * RECIST 1.1, RANO, Lugano.
   */
  criteria?: string;
}
export interface ClinicalPerformance {
  scale: 'ECOG' | 'Karnofsky' | 'Lansky';
  /**
   * ECOG 0 to 5; Karnofsky and Lansky 0 to 100 in tens.
   */
  value: number;
  on: Day;
  /**
   * Who or what says so.
   */
  source?: string;
}
/**
 * Treatment of the tumour, past and current.
 */
export interface ClinicalTherapies {
  /**
   * ISO date.
   */
  completeOn?: string;
  /**
   * @maxItems 500
   */
  entries: readonly ClinicalTherapy[];
}
export interface ClinicalTherapy {
  type:
    | 'systemic'
    | 'radiotherapy'
    | 'surgery'
    | 'stem-cell-transplant'
    | 'cell-therapy'
    | 'radionuclide'
    | 'vaccine'
    | 'other';
  /**
   * Empty for what is no drug.
   *
   * @maxItems 30
   */
  drugs: readonly Drug[];
  /**
   * Classes known without the drug's name, for instance of a blinded trial: pd-1 inhibitor.
   *
   * @maxItems 30
   */
  classes?: readonly string[];
  /**
   * Where radiotherapy or surgery was directed (brain, chest, bone), or the kind of transplant (allogeneic).
   */
  site?: string;
  startedOn?: PartialDate;
  endedOn?: PartialDate;
  ongoing?: boolean;
  setting?: 'neoadjuvant' | 'adjuvant' | 'consolidation' | 'maintenance' | 'advanced';
  /**
   * Number of the line of systemic therapy for advanced disease.
   */
  line?: number;
  outcome?: 'progressed' | 'intolerant' | 'responded' | 'stable' | 'completed' | 'ongoing' | 'unknown';
  bestResponse?: 'CR' | 'PR' | 'SD' | 'PD';
  progressedOn?: PartialDate;
}
export interface ClinicalMeasurement {
  test:
    | 'neutrophils'
    | 'platelets'
    | 'haemoglobin'
    | 'lymphocytes'
    | 'leukocytes'
    | 'creatinine'
    | 'creatinine-clearance'
    | 'bilirubin'
    | 'direct-bilirubin'
    | 'ast'
    | 'alt'
    | 'alkaline-phosphatase'
    | 'albumin'
    | 'inr'
    | 'aptt'
    | 'qt'
    | 'qtcf'
    | 'heart-rate'
    | 'lvef'
    | 'potassium'
    | 'calcium'
    | 'magnesium'
    | 'phosphate'
    | 'glucose'
    | 'hba1c'
    | 'ldh'
    | 'troponin'
    | 'tsh'
    | 'lipase'
    | 'amylase'
    | 'creatine-kinase'
    | 'urine-protein'
    | 'systolic-pressure'
    | 'diastolic-pressure'
    | 'oxygen-saturation'
    | 'weight'
    | 'height'
    | 'bmi'
    | 'testosterone'
    | 'psa'
    | 'afp'
    | 'ca-125'
    | 'cd4-count'
    | 'hiv-rna'
    | 'hbv-dna'
    | 'hcv-rna'
    | 'bone-marrow-blasts'
    | 'peripheral-blasts'
    | 'child-pugh'
    | 'dlco'
    | 'fev1';
  /**
   * final carries a value; the others say why there is none.
   */
  state: 'final' | 'pending' | 'failed' | 'not-tested';
  value?: number;
  /**
   * The value lies below or above what the method measures.
   */
  bound?: 'less-than' | 'greater-than';
  /**
   * UCUM code: 10*9/L, g/dL, umol/L, ms, %.
   */
  unit?: string;
  /**
   * Upper limit of the laboratory's normal range, in unit.
   */
  upperLimit?: number;
  /**
   * Lower limit of the laboratory's normal range, in unit.
   */
  lowerLimit?: number;
  on: Day;
  /**
   * Who or what says so.
   */
  source?: string;
}
/**
 * Diseases beside the tumour.
 */
export interface ClinicalConditions {
  /**
   * ISO date.
   */
  completeOn?: string;
  /**
   * @maxItems 1000
   */
  entries: readonly ClinicalCondition[];
}
/**
 * A disease beside the tumour.
 */
export interface ClinicalCondition {
  name: string;
  kind: 'comorbidity' | 'autoimmune' | 'event' | 'toxicity' | 'allergy';
  state: 'active' | 'controlled' | 'resolved';
  since?: PartialDate;
  endedOn?: PartialDate;
  /**
   * CTCAE grade, or NYHA class for heart failure.
   */
  grade?: number;
  /**
   * Of an autoimmune disease.
   */
  systemicTreatment?: 'never' | 'past' | 'current';
  systemicTreatmentEndedOn?: PartialDate;
}
export interface ClinicalInfection {
  agent: 'HIV' | 'HBV' | 'HCV' | 'tuberculosis' | 'COVID-19' | 'CMV' | 'HTLV-1' | 'other';
  /**
   * controlled: suppressed under treatment; past: resolved or cured; none: tested and not found.
   */
  state: 'active' | 'controlled' | 'past' | 'none' | 'pending' | 'not-tested';
  on: Day;
  /**
   * Who or what says so.
   */
  source?: string;
}
/**
 * Everything the patient takes beside the treatment of the tumour.
 */
export interface ClinicalMedicationList {
  /**
   * ISO date.
   */
  completeOn?: string;
  /**
   * @maxItems 500
   */
  entries: readonly ClinicalMedication[];
}
export interface ClinicalMedication {
  drug: Drug;
  /**
   * @maxItems 30
   */
  classes?: readonly string[];
  /**
   * Of a corticosteroid: dose a day in mg of prednisone or its equivalent.
   */
  prednisoneMgPerDay?: number;
  route?: 'systemic' | 'inhaled' | 'topical' | 'other';
  startedOn?: PartialDate;
  endedOn?: PartialDate;
}
/**
 * Malignancies other than the one in question.
 */
export interface ClinicalOtherCancers {
  /**
   * ISO date.
   */
  completeOn?: string;
  /**
   * @maxItems 100
   */
  entries: readonly ClinicalOtherCancer[];
}
export interface ClinicalOtherCancer {
  name: string;
  code?: TumourType;
  state: 'active' | 'in-remission' | 'cured';
  diagnosedOn?: PartialDate;
  /**
   * 2026-03-14, or 2026-03, or 2026, where no more is known.
   */
  diseaseFreeSince?: string;
}
export interface ClinicalPregnancy {
  value: 'pregnant' | 'breastfeeding' | 'neither' | 'not-of-childbearing-potential';
  on: Day;
  /**
   * Who or what says so.
   */
  source?: string;
}
export interface ClinicalContraception {
  value: 'agreed' | 'declined' | 'not-needed';
  on: Day;
  /**
   * Who or what says so.
   */
  source?: string;
}
export interface ClinicalConsent {
  to: 'trial' | 'biopsy' | 'data-use' | 'germline-testing' | 'travel';
  answer: 'given' | 'declined' | 'not-asked';
  on: Day;
}
export interface ClinicalLifeExpectancy {
  value: number;
  on: Day;
  /**
   * Who or what says so.
   */
  source?: string;
}
export interface ClinicalResidenceStated {
  value: ClinicalResidence;
  on: Day;
  /**
   * Who or what says so.
   */
  source?: string;
}
export interface ClinicalResidence {
  /**
   * ISO 3166-1 alpha-2.
   */
  country: string;
  region?: string;
  /**
   * How far the patient is willing and able to travel.
   */
  travelKm?: number;
}
export interface ClinicalLanguages {
  /**
   * ISO 639-1.
   *
   * @maxItems 50
   */
  value: readonly string[];
  on: Day;
  /**
   * Who or what says so.
   */
  source?: string;
}
export interface ClinicalReceptor {
  receptor: 'ER' | 'PR' | 'HER2' | 'AR';
  state: 'positive' | 'negative' | 'low' | 'equivocal' | 'pending' | 'not-tested';
  on: Day;
  /**
   * Who or what says so.
   */
  source?: string;
}
