import type {
  ConsentStatus,
  DiseaseExtent,
  InfectiousAgent,
  MeasurementTest,
  MetastaticSite,
  TherapyOutcome,
  TreatmentSetting,
  TreatmentType,
} from '@consilium/clinical';

/** Questions of the patient beside the tumour's profile. Bounds named `atLeast` and `atMost` include their value. */
export type ClinicalCriterion =
  | { readonly tumourType: TumourTypeCriterion }
  | { readonly histology: HistologyCriterion }
  | { readonly stage: StageCriterion }
  | { readonly metastases: MetastasesCriterion }
  | { readonly measurableDisease: MeasurableDiseaseCriterion }
  | { readonly receptor: ReceptorCriterion }
  | { readonly age: AgeCriterion }
  | { readonly sex: 'female' | 'male' }
  | { readonly performance: PerformanceCriterion }
  | { readonly priorTherapy: PriorTherapyCriterion }
  | { readonly lines: LinesCriterion }
  | { readonly washout: WashoutCriterion }
  | { readonly measurement: MeasurementCriterion }
  | { readonly condition: ConditionCriterion }
  | { readonly autoimmuneDisease: AutoimmuneCriterion }
  | { readonly infection: InfectionCriterion }
  | { readonly steroids: SteroidCriterion }
  | { readonly medication: MedicationCriterion }
  | { readonly otherCancer: OtherCancerCriterion }
  | { readonly pregnancy: { readonly states: readonly ('pregnant' | 'breastfeeding')[] } }
  | { readonly contraception: 'agreed' }
  | { readonly consent: { readonly to: ConsentStatus['to'] } }
  | { readonly lifeExpectancy: { readonly atLeastWeeks: number } }
  | { readonly residence: ResidenceCriterion }
  | { readonly language: { readonly anyOf: readonly string[] } };

export interface TumourTypeCriterion {
  /** OncoTree codes with all below them, or a family. */
  readonly within: readonly string[] | 'ANY' | 'SOLID' | 'LIQUID';
  /** Codes (with all below them) that are not meant. */
  readonly except?: readonly string[];
}

/** Any of the microscopic features, or a grade. */
export interface HistologyCriterion {
  readonly anyOf?: readonly string[];
  readonly gradeAtLeast?: number;
  readonly gradeAtMost?: number;
}

/** Every member present must hold. */
export interface StageCriterion {
  /** `IV` includes `IVA` and `IVB`; any of them. */
  readonly groups?: readonly string[];
  readonly extents?: readonly DiseaseExtent[];
  readonly resectable?: boolean;
}

/** Whether there is a metastasis of this kind. */
export interface MetastasesCriterion {
  /** Any of them; absent: anywhere. */
  readonly sites?: readonly MetastaticSite[];
  /** Absent: in any state. */
  readonly states?: readonly ('active' | 'treated' | 'untreated-asymptomatic')[];
  /** Only with `treated`: stable for at least so long at the date asked. */
  readonly stableForDays?: number;
}

export interface MeasurableDiseaseCriterion {
  readonly criteria?: 'RECIST 1.1' | 'RANO' | 'Lugano' | 'PCWG3' | 'IMWG';
}

export interface ReceptorCriterion {
  readonly receptor: 'ER' | 'PR' | 'HER2' | 'AR';
  readonly states: readonly ('positive' | 'negative' | 'low' | 'equivocal')[];
}

/** Age at the date asked. */
export interface AgeCriterion {
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly below?: number;
  /** Default `years`. */
  readonly unit?: 'years' | 'months' | 'weeks' | 'days';
}

/** ECOG counts upwards to worse, Karnofsky and Lansky to better: bounds are of the scale named. */
export interface PerformanceCriterion {
  readonly scale: 'ECOG' | 'Karnofsky' | 'Lansky';
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly withinDays?: number;
}

/** What of a therapy is meant: every member present must hold. */
export interface TherapyFilter {
  /** Generic names in lower case; any of them. */
  readonly drugs?: readonly string[];
  /** Drug classes as the knowledge release names them; any of them. With `drugs`, either suffices. */
  readonly classes?: readonly string[];
  readonly types?: readonly TreatmentType[];
  readonly settings?: readonly TreatmentSetting[];
  /** Site of radiotherapy, kind of transplant. */
  readonly sites?: readonly string[];
}

/** Whether the patient has had such a therapy. */
export interface PriorTherapyCriterion extends TherapyFilter {
  /** The course is the most recent systemic one. */
  readonly mostRecent?: boolean;
  readonly outcomes?: readonly TherapyOutcome[];
  readonly bestResponses?: readonly ('CR' | 'PR' | 'SD' | 'PD')[];
  /** Disease progressed on it, or within so many days of its end. */
  readonly progressed?: 'on' | 'on-or-after' | { readonly withinDaysOfEnd: number };
  /** Given (at least in part) within so many days before the date asked. */
  readonly withinDays?: number;
  /** Ended at least so many days before the date asked. */
  readonly endedDaysAgo?: number;
  /** At least so many courses. */
  readonly atLeast?: number;
}

/** Lines of systemic therapy that the filter means (default: for advanced disease). */
export interface LinesCriterion {
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly settings?: readonly TreatmentSetting[];
  readonly drugs?: readonly string[];
  readonly classes?: readonly string[];
}

/**
 * The last dose of any such therapy lies far enough back. Met where none was ever given. With both `days` and
 * `halfLives`, `whichever` says which counts; a half-life that is not known leaves it open unless `days` settles it.
 */
export interface WashoutCriterion extends TherapyFilter {
  readonly days?: number;
  readonly halfLives?: number;
  readonly whichever?: 'longer' | 'shorter';
}

/**
 * The newest value of a measurement. `unit` is UCUM, or `ULN`/`LLN` for multiples of the laboratory's own limits. Values
 * in other units are converted; what cannot be converted is unknown.
 */
export interface MeasurementCriterion {
  readonly test: MeasurementTest;
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly above?: number;
  readonly below?: number;
  readonly unit: string;
  /** Value no older than this at the date asked. */
  readonly withinDays?: number;
  /** Creatinine clearance: `Cockcroft-Gault` computes it, `measured` does not accept that. Default: either. */
  readonly method?: 'Cockcroft-Gault' | 'measured';
}

/** Whether the patient has (had) one of the named conditions. */
export interface ConditionCriterion {
  /** Lower case, from the product's list. */
  readonly names: readonly string[];
  readonly states?: readonly ('active' | 'controlled' | 'resolved')[];
  readonly gradeAtLeast?: number;
  /** Began or was active within so many days before the date asked. */
  readonly withinDays?: number;
}

/** Whether there is an autoimmune disease, the exceptions aside. */
export interface AutoimmuneCriterion {
  /** Names that do not count (`vitiligo`, `hypothyroidism`, `type 1 diabetes`). */
  readonly except?: readonly string[];
  readonly states?: readonly ('active' | 'controlled' | 'resolved')[];
  /** Only disease that took systemic treatment within so many days. */
  readonly systemicTreatmentWithinDays?: number;
}

export interface InfectionCriterion {
  readonly agents: readonly InfectiousAgent[];
  readonly states: readonly ('active' | 'controlled' | 'past')[];
}

/** Systemic corticosteroids above a dose at the date asked, or within days before it. */
export interface SteroidCriterion {
  /** mg of prednisone (or its equivalent) a day, exclusive. */
  readonly aboveMgPerDay: number;
  readonly withinDays?: number;
}

/** Whether the patient takes such a medicine, or did within days before the date asked. */
export interface MedicationCriterion {
  readonly drugs?: readonly string[];
  /** Interaction classes as the knowledge release names them: `CYP3A4-strong-inhibitor`, `QT-prolonging`. */
  readonly classes?: readonly string[];
  readonly withinDays?: number;
}

/** Whether there is (was) another malignancy, the exceptions aside. */
export interface OtherCancerCriterion {
  /** Active, or free of disease for less than this. */
  readonly withinYears?: number;
  readonly states?: readonly ('active' | 'in-remission' | 'cured')[];
  readonly except?: readonly string[];
}

export interface ResidenceCriterion {
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
}
