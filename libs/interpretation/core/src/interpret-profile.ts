import type { MolecularProfile, PatientFacts, TumourTypeTree } from '@consilium/clinical';
import type { KnowledgeTables } from '@consilium/knowledge-core';
import { findDisagreements, type Disagreement } from './find-disagreements.js';
import { findTherapyOptions } from './find-therapy-options.js';
import { contraindicationOf, gateForProfile, pharmacogenesOf } from './gate-for-profile.js';
import { decides, type KnowledgeIndex } from './index-knowledge.js';
import { judgeStatements } from './judge-statements.js';
import type { Circumstances } from './option-standing.js';
import type { Override } from './override.js';
import type { PharmacogeneResults } from './pharmacogenomics/index.js';
import { summariseFindings, type FindingSummary } from './summarise-findings.js';
import { summariseStatements, type StatementSummary } from './summarise-statements.js';
import type { Interpretation } from './therapy-option.js';

/** What is known beside profile and knowledge. Absent members are not known. */
export interface InterpretationContext {
  readonly patient?: PatientFacts;
  /** Of the patient's hospital; only approved ones count. */
  readonly overrides?: readonly Override[];
}

export interface ProfileInterpretation extends Interpretation {
  readonly findings: readonly FindingSummary[];
  /** What the findings say beside therapy, and statements that decide nothing, each with its reserve. */
  readonly statements: readonly StatementSummary[];
  readonly disagreements: readonly Disagreement[];
  /** Absent where the report says nothing of them. */
  readonly pharmacogenes?: PharmacogeneResults;
}

/** What a profile means under the active releases. A pure function of its arguments. */
export function interpretProfile(
  profile: MolecularProfile,
  index: KnowledgeIndex,
  tumourTypes: TumourTypeTree,
  { patient }: InterpretationContext = {},
): ProfileInterpretation {
  const judged = profile.status === 'cancelled' ? [] : judgeStatements(profile, index, tumourTypes);
  const pharmacogenes =
    index.tables === undefined ? undefined : pharmacogenesOf(profile, patient, index.tables);
  const interpretation = findTherapyOptions(profile, judged, index, tumourTypes, {
    ...(patient === undefined ? {} : { patient }),
    ...speaksAgainst(pharmacogenes, patient, index.tables),
  });
  return {
    ...interpretation,
    findings: summariseFindings(profile, interpretation, index.genes),
    statements: summariseStatements(judged, ({ item }) => decides(item)),
    disagreements: findDisagreements(judged),
    ...(pharmacogenes === undefined ? {} : { pharmacogenes }),
  };
}

/** Without a pharmacogene or a medicine known, nothing can speak against an option, and the gate need not be asked. */
function speaksAgainst(
  pharmacogenes: PharmacogeneResults | undefined,
  patient: PatientFacts | undefined,
  tables: KnowledgeTables | undefined,
): Pick<Circumstances, 'contraindication'> {
  if (tables === undefined || (pharmacogenes === undefined && patient?.medication === undefined)) return {};
  return {
    contraindication: (drugs) => contraindicationOf(gateForProfile(drugs, pharmacogenes, patient, tables)),
  };
}
