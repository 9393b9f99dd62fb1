import type { GeneCatalogue, TumourTypeTree } from '@consilium/clinical';
import type { Clock } from '@consilium/kernel';

export const TRIALS_OPTIONS = Symbol('trials options');

export interface TrialsOptions {
  readonly genes: GeneCatalogue;
  readonly tumourTypes: TumourTypeTree;
  readonly clock: Clock;
}
