import type { GeneCatalogue, TumourTypeTree } from '@consilium/clinical';
import type { Clock } from '@consilium/kernel';

export const TRIALS_OPTIONS = Symbol('trials options');

/** An OpenAI-compatible endpoint (`…/v1`) that proposes structure for criteria. */
export interface AssistantOptions {
  readonly url: string;
  readonly model: string;
  readonly key?: string;
  /** Milliseconds until it is given up; a minute when not given. */
  readonly timeoutMs?: number;
}

export interface TrialsOptions {
  readonly genes: GeneCatalogue;
  readonly tumourTypes: TumourTypeTree;
  readonly clock: Clock;
  /** Absent: off. */
  readonly assistant?: AssistantOptions;
}
