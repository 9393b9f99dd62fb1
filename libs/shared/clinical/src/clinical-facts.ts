import type { TherapyOutcome } from './patient-facts.js';

/** `2026-03-14`, or `2026-03`, or `2026`, where no more is known. */
export type PartialDate = string;

/** A value as of a day (ISO date), with who or what says so. */
export interface Stated<T> {
  readonly value: T;
  readonly on: string;
  readonly source?: string;
}

/**
 * What was recorded, and when the list was last taken whole (ISO date). Only then does what is not on it not exist;
 * without `completeOn` an absence is unknown.
 */
export interface Recorded<T> {
  readonly completeOn?: string;
  readonly entries: readonly T[];
}

/**
 * What is known of a patient beside the tumour's profile, as it stands; the highest `version` counts, whatever the order
 * of arrival. Absent members were not stated.
 */
export interface ClinicalFacts {
  /** Pseudonym. */
  readonly patient: string;
  readonly hospital: string;
  readonly version: number;
  /** ISO instant at which the facts were put together. */
  readonly recordedAt: string;
  readonly birthDate?: PartialDate;
  readonly deceasedOn?: string;
  readonly sex?: 'female' | 'male';
  /** The tumour in question first. */
  readonly diagnoses?: readonly Diagnosis[];
  readonly stage?: Stated<Stage>;
  readonly metastases?: Recorded<Metastasis>;
  /** Whether there is a lesion that can be measured by the criteria named (`RECIST 1.1`, `RANO`, `Lugano`). */
  readonly measurableDisease?: Stated<boolean> & { readonly criteria?: string };
  readonly performance?: readonly PerformanceStatus[];
  readonly therapies?: Recorded<TherapyCourse>;
  readonly measurements?: readonly Measurement[];
  readonly conditions?: Recorded<Condition>;
  readonly infections?: readonly InfectionStatus[];
  readonly medication?: Recorded<Medication>;
  /** Malignancies other than the one in question. */
  readonly otherCancers?: Recorded<OtherCancer>;
  readonly pregnancy?: Stated<'pregnant' | 'breastfeeding' | 'neither' | 'not-of-childbearing-potential'>;
  readonly contraception?: Stated<'agreed' | 'declined' | 'not-needed'>;
  readonly consents?: readonly ConsentStatus[];
  readonly lifeExpectancyWeeks?: Stated<number>;
  readonly residence?: Stated<Residence>;
  /** Languages the patient can be informed in, ISO 639-1 (`de`, `en`). */
  readonly languages?: Stated<readonly string[]>;
  /** ER, PR, HER2 and AR as pathology reports them. */
  readonly receptors?: readonly ReceptorStatus[];
}

export interface Diagnosis {
  /** OncoTree code. */
  readonly code: string;
  readonly diagnosedOn?: PartialDate;
  /** Microscopic features in lower case: `squamous`, `small-cell component`, `sarcomatoid`. */
  readonly histology?: Recorded<string>;
  /** Histological grade, 1 to 4. */
  readonly grade?: number;
}

export const diseaseExtents = [
  'localised',
  'locally-advanced',
  'metastatic',
  'recurrent',
  'remission',
] as const;
export type DiseaseExtent = (typeof diseaseExtents)[number];

export interface Stage {
  /** `AJCC 8`, `FIGO 2018`, `Ann Arbor`, `ISS`. */
  readonly system?: string;
  /** Stage group in roman numbers with its subdivision: `IIIB`, `IV`. */
  readonly group?: string;
  readonly extent?: DiseaseExtent;
  readonly resectable?: boolean;
}

export const metastaticSites = [
  'brain',
  'leptomeningeal',
  'spinal-cord',
  'liver',
  'lung',
  'bone',
  'lymph-node',
  'adrenal',
  'peritoneum',
  'pleura',
  'skin',
  'visceral',
  'other',
] as const;
export type MetastaticSite = (typeof metastaticSites)[number];

export interface Metastasis {
  readonly site: MetastaticSite;
  /** `treated`: treated and since then stable; `active`: untreated, growing or symptomatic. */
  readonly state?: 'active' | 'treated' | 'untreated-asymptomatic';
  readonly foundOn?: PartialDate;
  readonly treatedOn?: PartialDate;
  /** Stable since, by imaging. */
  readonly stableSince?: PartialDate;
}

export interface PerformanceStatus {
  readonly scale: 'ECOG' | 'Karnofsky' | 'Lansky';
  readonly value: number;
  readonly on: string;
  readonly source?: string;
}

export const treatmentTypes = [
  'systemic',
  'radiotherapy',
  'surgery',
  'stem-cell-transplant',
  'cell-therapy',
  'radionuclide',
  'vaccine',
  'other',
] as const;
export type TreatmentType = (typeof treatmentTypes)[number];

export const treatmentSettings = [
  'neoadjuvant',
  'adjuvant',
  'consolidation',
  'maintenance',
  'advanced',
] as const;
export type TreatmentSetting = (typeof treatmentSettings)[number];

export interface TherapyCourse {
  readonly type: TreatmentType;
  /** Generic names in lower case; empty for what is no drug. */
  readonly drugs: readonly string[];
  /** Classes known without the drug's name (a blinded trial of a PD-1 inhibitor). */
  readonly classes?: readonly string[];
  /** Where radiotherapy or surgery was directed (`brain`, `chest`, `bone`), or the kind of transplant (`allogeneic`). */
  readonly site?: string;
  readonly startedOn?: PartialDate;
  readonly endedOn?: PartialDate;
  readonly ongoing?: boolean;
  readonly setting?: TreatmentSetting;
  /** Number of the line of systemic therapy for advanced disease, from 1. */
  readonly line?: number;
  readonly outcome?: TherapyOutcome;
  readonly bestResponse?: 'CR' | 'PR' | 'SD' | 'PD';
  readonly progressedOn?: PartialDate;
}

export const measurementStates = ['final', 'pending', 'failed', 'not-tested'] as const;
export type MeasurementState = (typeof measurementStates)[number];

/** One laboratory value or other measurement. Without a final value its state says why. */
export interface Measurement {
  readonly test: MeasurementTest;
  readonly state: MeasurementState;
  readonly value?: number;
  /** The value lies below or above what the method measures. */
  readonly bound?: 'less-than' | 'greater-than';
  /** UCUM code (`10*9/L`, `g/dL`, `umol/L`, `ms`, `%`). */
  readonly unit?: string;
  /** Limits of the laboratory's normal range, in `unit`. */
  readonly upperLimit?: number;
  readonly lowerLimit?: number;
  /** ISO date. */
  readonly on: string;
  readonly source?: string;
}

export const measurementTests = [
  'neutrophils',
  'platelets',
  'haemoglobin',
  'lymphocytes',
  'leukocytes',
  'creatinine',
  'creatinine-clearance',
  'bilirubin',
  'direct-bilirubin',
  'ast',
  'alt',
  'alkaline-phosphatase',
  'albumin',
  'inr',
  'aptt',
  'qt',
  'qtcf',
  'heart-rate',
  'lvef',
  'potassium',
  'calcium',
  'magnesium',
  'phosphate',
  'glucose',
  'hba1c',
  'ldh',
  'troponin',
  'tsh',
  'lipase',
  'amylase',
  'creatine-kinase',
  'urine-protein',
  'systolic-pressure',
  'diastolic-pressure',
  'oxygen-saturation',
  'weight',
  'height',
  'bmi',
  'testosterone',
  'psa',
  'afp',
  'ca-125',
  'cd4-count',
  'hiv-rna',
  'hbv-dna',
  'hcv-rna',
  'bone-marrow-blasts',
  'peripheral-blasts',
  'child-pugh',
  'dlco',
  'fev1',
] as const;
export type MeasurementTest = (typeof measurementTests)[number];

/** A disease beside the tumour; `name` from the product's list, lower case. */
export interface Condition {
  readonly name: string;
  readonly kind: 'comorbidity' | 'autoimmune' | 'event' | 'toxicity' | 'allergy';
  readonly state: 'active' | 'controlled' | 'resolved';
  readonly since?: PartialDate;
  readonly endedOn?: PartialDate;
  /** CTCAE grade, or NYHA class for heart failure. */
  readonly grade?: number;
  /** Autoimmune disease: whether it took systemic treatment, and when it last did. */
  readonly systemicTreatment?: 'never' | 'past' | 'current';
  readonly systemicTreatmentEndedOn?: PartialDate;
}

export const infectiousAgents = [
  'HIV',
  'HBV',
  'HCV',
  'tuberculosis',
  'COVID-19',
  'CMV',
  'HTLV-1',
  'other',
] as const;
export type InfectiousAgent = (typeof infectiousAgents)[number];

export interface InfectionStatus {
  readonly agent: InfectiousAgent;
  /** `controlled`: suppressed under treatment; `past`: resolved or cured; `none`: tested and not found. */
  readonly state: 'active' | 'controlled' | 'past' | 'none' | 'pending' | 'not-tested';
  readonly on: string;
  readonly source?: string;
}

export interface Medication {
  /** Generic name in lower case. */
  readonly drug: string;
  readonly classes?: readonly string[];
  /** For corticosteroids: dose a day in mg of prednisone or its equivalent. */
  readonly prednisoneMgPerDay?: number;
  readonly route?: 'systemic' | 'inhaled' | 'topical' | 'other';
  readonly startedOn?: PartialDate;
  readonly endedOn?: PartialDate;
}

export interface OtherCancer {
  /** In lower case, as the product lists them: `basal cell carcinoma of skin`. */
  readonly name: string;
  /** OncoTree code where it has one. */
  readonly code?: string;
  readonly state: 'active' | 'in-remission' | 'cured';
  readonly diagnosedOn?: PartialDate;
  /** Last treatment, or complete remission, whichever the record gives. */
  readonly diseaseFreeSince?: PartialDate;
}

export interface ConsentStatus {
  /** What was asked: taking part in trials, a biopsy, use of data, genetic testing. */
  readonly to: 'trial' | 'biopsy' | 'data-use' | 'germline-testing' | 'travel';
  readonly answer: 'given' | 'declined' | 'not-asked';
  readonly on: string;
}

export interface Residence {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly region?: string;
  /** How far the patient is willing and able to travel, km. */
  readonly travelKm?: number;
}

export interface ReceptorStatus {
  readonly receptor: 'ER' | 'PR' | 'HER2' | 'AR';
  readonly state: 'positive' | 'negative' | 'low' | 'equivocal' | 'pending' | 'not-tested';
  readonly on: string;
  readonly source?: string;
}
