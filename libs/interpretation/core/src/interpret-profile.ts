import type { MolecularProfile, TumourTypeTree } from '@consilium/clinical';
import type { KnowledgeRelease } from '@consilium/knowledge-core';
import { findTherapyOptions } from './find-therapy-options.js';
import { indexRelease, type ReleaseIndex } from './index-release.js';
import { summariseFindings, type FindingSummary } from './summarise-findings.js';
import type { Interpretation } from './therapy-option.js';

export interface ProfileInterpretation extends Interpretation {
  readonly findings: readonly FindingSummary[];
}

/** A release never changes, so its index is built once for as long as the release is held. */
const indexes = new WeakMap<KnowledgeRelease, ReleaseIndex>();

/** What a profile means under a release: therapy options with their reasons, and what each finding contributed. */
export function interpretProfile(
  profile: MolecularProfile,
  release: KnowledgeRelease,
  tumourTypes: TumourTypeTree,
): ProfileInterpretation {
  const index = indexes.get(release) ?? indexRelease(release);
  indexes.set(release, index);
  const interpretation = findTherapyOptions(profile, index, tumourTypes);
  return { ...interpretation, findings: summariseFindings(profile, interpretation, index.genes) };
}
