import type { TumourTypeTree } from '@consilium/clinical';
import type { Clock } from '@consilium/kernel';

export const BOARD_OPTIONS = Symbol('board options');

export interface BoardOptions {
  readonly clock: Clock;
  readonly tumourTypes: TumourTypeTree;
}
