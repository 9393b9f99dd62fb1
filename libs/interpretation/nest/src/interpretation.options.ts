import type { TumourTypeTree } from '@consilium/clinical';
import type { Clock } from '@consilium/kernel';

export const INTERPRETATION_OPTIONS = Symbol('interpretation options');

export interface InterpretationOptions {
  readonly tumourTypes: TumourTypeTree;
  readonly clock: Clock;
}
