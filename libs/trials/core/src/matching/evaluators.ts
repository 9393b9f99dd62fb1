import type { Day } from '../calendar.js';
import type { EligibilityReferences } from '../evaluation/eligibility-references.js';
import { evaluateAge } from '../evaluation/evaluate-age.js';
import { evaluateAutoimmuneDisease } from '../evaluation/evaluate-autoimmune-disease.js';
import { evaluateCondition } from '../evaluation/evaluate-condition.js';
import {
  evaluateLifeExpectancy,
  evaluateMeasurableDisease,
  evaluateReceptor,
} from '../evaluation/evaluate-disease-state.js';
import { evaluateHistology } from '../evaluation/evaluate-histology.js';
import { evaluateInfection } from '../evaluation/evaluate-infection.js';
import type { Evaluate } from '../evaluation/evaluate-leaf.js';
import { evaluateLines } from '../evaluation/evaluate-lines.js';
import { evaluateMeasurement } from '../evaluation/evaluate-measurement.js';
import { evaluateMedication } from '../evaluation/evaluate-medication.js';
import { evaluateMetastases } from '../evaluation/evaluate-metastases.js';
import { evaluateOtherCancer } from '../evaluation/evaluate-other-cancer.js';
import { evaluatePerformance } from '../evaluation/evaluate-performance.js';
import { evaluatePregnancy } from '../evaluation/evaluate-pregnancy.js';
import { evaluatePriorTherapy } from '../evaluation/evaluate-prior-therapy.js';
import { evaluateSex } from '../evaluation/evaluate-sex.js';
import { evaluateStage } from '../evaluation/evaluate-stage.js';
import { evaluateSteroids } from '../evaluation/evaluate-steroids.js';
import { evaluateTumourType } from '../evaluation/evaluate-tumour-type.js';
import { evaluateWashout } from '../evaluation/evaluate-washout.js';
import {
  evaluateConsent,
  evaluateContraception,
  evaluateLanguage,
  evaluateResidence,
  evaluateUnstructured,
} from '../evaluation/evaluate-willingness.js';
import type { Judged } from '../evaluation/judged.js';
import {
  evaluateExonSkipping,
  evaluateFusion,
  evaluateSmallVariant,
  evaluateWildType,
} from '../evaluation/molecular/evaluate-alteration.js';
import { evaluateBiomarker } from '../evaluation/molecular/evaluate-biomarker.js';
import { evaluateCopyNumber } from '../evaluation/molecular/evaluate-copy-number.js';
import { evaluateHla } from '../evaluation/molecular/evaluate-hla.js';
import { evaluateObservation } from '../evaluation/molecular/evaluate-observation.js';
import { evaluateRearrangement } from '../evaluation/molecular/evaluate-rearrangement.js';
import { evaluateSignature } from '../evaluation/molecular/evaluate-signature.js';
import type { PatientRecord } from '../evaluation/patient-record.js';
import type { Leaf, LeafBody, LeafKind } from '../language/criterion.js';

const evaluators: { readonly [K in LeafKind]: Evaluate<K> } = {
  smallVariant: evaluateSmallVariant,
  wildType: evaluateWildType,
  copyNumber: evaluateCopyNumber,
  fusion: evaluateFusion,
  exonSkipping: evaluateExonSkipping,
  rearrangement: evaluateRearrangement,
  observation: evaluateObservation,
  biomarker: evaluateBiomarker,
  hla: evaluateHla,
  signature: evaluateSignature,
  tumourType: evaluateTumourType,
  histology: evaluateHistology,
  stage: evaluateStage,
  metastases: evaluateMetastases,
  measurableDisease: evaluateMeasurableDisease,
  receptor: evaluateReceptor,
  age: evaluateAge,
  sex: evaluateSex,
  performance: evaluatePerformance,
  priorTherapy: evaluatePriorTherapy,
  lines: evaluateLines,
  washout: evaluateWashout,
  measurement: evaluateMeasurement,
  condition: evaluateCondition,
  autoimmuneDisease: evaluateAutoimmuneDisease,
  infection: evaluateInfection,
  steroids: evaluateSteroids,
  medication: evaluateMedication,
  otherCancer: evaluateOtherCancer,
  pregnancy: evaluatePregnancy,
  contraception: evaluateContraception,
  consent: evaluateConsent,
  lifeExpectancy: evaluateLifeExpectancy,
  residence: evaluateResidence,
  language: evaluateLanguage,
  unstructured: evaluateUnstructured,
};

export const leafKinds = Object.keys(evaluators) as readonly LeafKind[];

const isLeafKind = (text: string): text is LeafKind => Object.hasOwn(evaluators, text);

/** The one member that says what a leaf asks. */
export function kindOf(leaf: Leaf): LeafKind {
  for (const key in leaf) if (isLeafKind(key)) return key;
  throw new Error(`No criterion: ${Object.keys(leaf).join(', ')}`);
}

/** A leaf bound to its evaluator, so that asking it of a patient looks nothing up. */
export interface LeafQuestion {
  readonly kind: LeafKind;
  ask(patient: PatientRecord, on: Day, references: EligibilityReferences): Judged;
}

export function questionOf(leaf: Leaf): LeafQuestion {
  const kind = kindOf(leaf);
  const bind = <K extends LeafKind>(of: K, body: LeafBody<K>): LeafQuestion => {
    const evaluate = evaluators[of];
    return { kind: of, ask: (patient, on, references) => evaluate(body, patient, on, references) };
  };
  return bind(kind, bodyOf(leaf, kind));
}

/** The leaf's body, which stands under its kind. */
export function bodyOf<K extends LeafKind>(leaf: Leaf, kind: K): LeafBody<K> {
  if (!isOfKind(leaf, kind)) throw new Error(`Not of the kind ${kind}: ${Object.keys(leaf).join(', ')}`);
  return leaf[kind];
}

const isOfKind = <K extends LeafKind>(
  leaf: Leaf,
  kind: K,
): leaf is Extract<Leaf, Readonly<Record<K, unknown>>> => kind in leaf;
