import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  KNOWLEDGE_SOURCE,
  type IdentifiedRelease as IdentifiedKnowledge,
  type KnowledgeSource,
} from '@consilium/knowledge-core';
import { canonicalJson } from '@consilium/kernel';
import type { Transaction } from '@consilium/platform-persistence';
import { trialsInUse, type Trial, type TrialReferences, type TrialsRelease } from '@consilium/trials-core';
import { loadEligibilityReferences, type LoadedReferences } from '../load-references.js';
import { TRIALS_OPTIONS, type TrialsOptions } from '../trials.options.js';
import { TrialsReleaseStore } from './release.store.js';

/** All that answers about trials rest on, apart from the patient and the day. */
export interface TrialsBasis {
  /** Of trials and tables together: other content, other hash. */
  readonly hash: string;
  readonly releases: readonly TrialsRelease[];
  /** By id. */
  readonly trials: readonly Trial[];
  readonly byId: ReadonlyMap<string, Trial>;
  readonly references: LoadedReferences;
}

/** The trials in use, read once and kept, since a release never changes. */
@Injectable()
export class Catalogue {
  private kept: { readonly key: string; readonly basis: TrialsBasis } | undefined;
  private tables: { readonly contentHash: string; readonly references: LoadedReferences } | undefined;

  constructor(
    private readonly releases: TrialsReleaseStore,
    @Inject(KNOWLEDGE_SOURCE) private readonly knowledge: KnowledgeSource,
    @Inject(TRIALS_OPTIONS) private readonly options: TrialsOptions,
  ) {}

  /** As `tx` sees it, where given: what is activated in it counts. */
  async basis(tx?: Transaction): Promise<TrialsBasis> {
    const hashes = await this.releases.activeHashes(tx);
    // The product's own comes first; tables of drugs and genes are its alone.
    const [own] = (await this.knowledge.active(tx)).releases;
    if (own === undefined) throw new Error('No knowledge release is active.');
    const key = hashOf([...hashes, own.contentHash]);
    if (this.kept?.key !== key) {
      const releases = (await this.releases.read(hashes, tx)).map(({ release }) => release);
      const trials = trialsInUse(releases);
      this.kept = {
        key,
        basis: {
          hash: hashOf([own.contentHash, canonicalJson(trials)]),
          releases,
          trials,
          byId: new Map(trials.map((trial) => [trial.id, trial])),
          references: this.tablesOf(own),
        },
      };
    }
    return this.kept.basis;
  }

  private tablesOf({ contentHash, release }: IdentifiedKnowledge): LoadedReferences {
    if (this.tables?.contentHash !== contentHash)
      this.tables = { contentHash, references: loadEligibilityReferences(release) };
    return this.tables.references;
  }

  /** Names that a trial may use. */
  async references(tx?: Transaction): Promise<TrialReferences> {
    const { references } = await this.basis(tx);
    const { genes } = this.options;
    return { ...references, genes, conditions: references.conditions.names };
  }
}

const hashOf = (parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex');
