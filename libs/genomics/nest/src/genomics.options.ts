import type { GeneCatalogue, TumourTypeTree } from '@consilium/clinical';
import type { Clock } from '@consilium/kernel';

export const GENOMICS_OPTIONS = Symbol('genomics options');

export interface GenomicsOptions {
  readonly genes: GeneCatalogue;
  readonly tumourTypes: TumourTypeTree;
  readonly clock: Clock;
  /** Bytes. */
  readonly attachmentLimit: number;
  readonly unpackedLimit: number;
}
