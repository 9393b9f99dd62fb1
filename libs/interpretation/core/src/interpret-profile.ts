import type { MolecularProfile, TumourTypeTree } from '@consilium/clinical';
import { findTherapyOptions } from './find-therapy-options.js';
import type { KnowledgeIndex } from './index-knowledge.js';
import { judgeStatements } from './judge-statements.js';
import { summariseFindings, type FindingSummary } from './summarise-findings.js';
import type { Interpretation } from './therapy-option.js';

export interface ProfileInterpretation extends Interpretation {
  readonly findings: readonly FindingSummary[];
}

/** What a profile means under the active releases: therapy options with their reasons, and what each finding did. */
export function interpretProfile(
  profile: MolecularProfile,
  index: KnowledgeIndex,
  tumourTypes: TumourTypeTree,
): ProfileInterpretation {
  const statements = profile.status === 'cancelled' ? [] : judgeStatements(profile, index, tumourTypes);
  const interpretation = findTherapyOptions(profile, statements, index, tumourTypes);
  return { ...interpretation, findings: summariseFindings(profile, interpretation, index.genes) };
}
