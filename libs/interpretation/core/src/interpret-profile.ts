import type { MolecularProfile, PatientFacts, TumourTypeTree } from '@consilium/clinical';
import type { KnowledgeTables } from '@consilium/knowledge-core';
import { withOverrides } from './apply-overrides.js';
import { findDisagreements, type Disagreement } from './find-disagreements.js';
import { findTherapyOptions } from './find-therapy-options.js';
import { contraindicationOf, gateForProfile, pharmacogenesOf } from './gate-for-profile.js';
import {
  germlineFindings,
  germlineFlags,
  type GermlineReport,
  type GermlineSuspicion,
} from './hereditary/index.js';
import { readImmunotherapy, type ImmunotherapyReading } from './immunotherapy/index.js';
import { decides, type KnowledgeIndex } from './index-knowledge.js';
import { judgeStatements } from './judge-statements.js';
import type { Circumstances } from './option-standing.js';
import type { Override } from './override.js';
import type { PharmacogeneResults } from './pharmacogenomics/index.js';
import { summariseFindings, type FindingSummary, type HiddenVariant } from './summarise-findings.js';
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
  /** Variants not among the findings, each with the filter that took it out. */
  readonly hidden: readonly HiddenVariant[];
  /** What the findings say beside therapy, and statements that decide nothing, each with its reserve. */
  readonly statements: readonly StatementSummary[];
  readonly disagreements: readonly Disagreement[];
  /** Absent where the report says nothing of them. */
  readonly pharmacogenes?: PharmacogeneResults;
  readonly immunotherapy?: ImmunotherapyReading;
  readonly hereditary?: GermlineReport & { readonly suspicion: GermlineSuspicion };
}

/** What a profile means under the active releases. A pure function of its arguments. */
export function interpretProfile(
  asReported: MolecularProfile,
  index: KnowledgeIndex,
  tumourTypes: TumourTypeTree,
  context: InterpretationContext = {},
): ProfileInterpretation {
  const { profile, judged, pharmacogenes, interpretation } = judge(asReported, index, tumourTypes, context);
  const { patient = {}, overrides = [] } = context;
  const { shown, hidden } = summariseFindings({
    profile,
    interpretation,
    statements: judged,
    index,
    overrides,
  });
  return {
    ...interpretation,
    findings: shown,
    hidden,
    statements: summariseStatements(judged, ({ item }) => decides(item)),
    disagreements: findDisagreements(judged),
    ...(pharmacogenes === undefined ? {} : { pharmacogenes }),
    ...readTables(profile, patient, index, tumourTypes),
  };
}

/** The therapies alone, for whoever needs nothing else. */
export const interpretTherapies = (
  profile: MolecularProfile,
  index: KnowledgeIndex,
  tumourTypes: TumourTypeTree,
  context: InterpretationContext = {},
): Interpretation => judge(profile, index, tumourTypes, context).interpretation;

function judge(
  asReported: MolecularProfile,
  index: KnowledgeIndex,
  tumourTypes: TumourTypeTree,
  { patient, overrides = [] }: InterpretationContext,
) {
  const profile = {
    ...asReported,
    smallVariants: withOverrides(asReported.smallVariants, overrides, index.genes),
  };
  const judged = profile.status === 'cancelled' ? [] : judgeStatements(profile, index, tumourTypes);
  const pharmacogenes =
    index.tables === undefined ? undefined : pharmacogenesOf(profile, patient, index.tables);
  const interpretation = findTherapyOptions(profile, judged, index, tumourTypes, {
    ...(patient === undefined ? {} : { patient }),
    ...speaksAgainst(pharmacogenes, patient, index.tables),
  });
  return { profile, judged, pharmacogenes, interpretation };
}

/** What the rules of the release say beside statements; nothing of a cancelled report, and nothing without rules. */
function readTables(
  profile: MolecularProfile,
  patient: PatientFacts,
  { tables, genes }: KnowledgeIndex,
  tumourTypes: TumourTypeTree,
): Pick<ProfileInterpretation, 'immunotherapy' | 'hereditary'> {
  if (tables === undefined || profile.status === 'cancelled') return {};
  return {
    immunotherapy: readImmunotherapy(profile, tables.biomarkers, genes, tumourTypes),
    hereditary: {
      ...germlineFindings(profile, patient, tables.hereditary),
      suspicion: germlineFlags(profile, patient, tables.hereditary, tumourTypes),
    },
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
