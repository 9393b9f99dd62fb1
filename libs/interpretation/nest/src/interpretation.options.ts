import type { GeneCatalogue, TumourTypeTree } from '@consilium/clinical';
import type { Clock } from '@consilium/kernel';

export const INTERPRETATION_OPTIONS = Symbol('interpretation options');

export interface InterpretationOptions {
  readonly genes: GeneCatalogue;
  readonly tumourTypes: TumourTypeTree;
  readonly clock: Clock;
}
