import type { ProteinChange, SmallVariant } from '@consilium/clinical';
import type { CancerGene } from '@consilium/knowledge-core';
import type { VariantEffect } from '../variant-effect.js';
import type { OncogenicityCode } from './oncogenicity-codes.js';

/** What the data say of one code. `holds` is absent where they do not decide. */
export interface CodeAnswer {
  readonly holds?: boolean;
  readonly reason: string;
}

export type AnsweredCode = readonly [OncogenicityCode, CodeAnswer];

export const holds = (reason: string): CodeAnswer => ({ holds: true, reason });
export const fails = (reason: string): CodeAnswer => ({ holds: false, reason });
export const open = (reason: string): CodeAnswer => ({ reason });

/** A variant in a gene of the release. */
export interface Examined {
  readonly variant: SmallVariant;
  readonly gene: CancerGene;
  readonly effect: VariantEffect;
  /** Absent where none was reported. */
  readonly change?: ProteinChange;
  /** The change in normal form. */
  readonly normal?: string;
}

export const suppresses = ({ role }: CancerGene): boolean => role === 'tumour-suppressor' || role === 'both';
