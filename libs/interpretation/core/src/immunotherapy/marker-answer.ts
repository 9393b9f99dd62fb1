import type { BiomarkerKind, BiomarkerState } from '@consilium/clinical';
import type { BiomarkerRule, BiomarkerTables } from '@consilium/knowledge-core';

/** One marker as it stands for this patient: never a bare number, and "not tested" is never "negative". */
export interface MarkerAnswer {
  readonly marker: BiomarkerKind;
  readonly state: BiomarkerState;
  readonly value?: number;
  readonly unit?: string;
  readonly scoring?: string;
  readonly clone?: string;
  readonly method?: string;
  /** In words where it is no number: HLA alleles, lost proteins. */
  readonly result?: string;
  readonly cutOff?: number;
  /** Whose cut-off: the laboratory's own, or the rule's. */
  readonly cutOffBy?: 'laboratory' | 'rule';
  readonly greyZone?: { readonly from: number; readonly to: number };
  readonly inGreyZone: boolean;
  /** Not to be acted on before it is settled: a contradiction, the grey zone, few tumour cells. */
  readonly hold: boolean;
  readonly sentences: readonly string[];
  readonly settledBy: readonly string[];
  /** Name and date of the rule's source. */
  readonly source: string;
  readonly pmid?: string;
  readonly unverified: boolean;
}

export function describeSource(
  rule: BiomarkerRule,
  { sources }: BiomarkerTables,
): Pick<MarkerAnswer, 'source' | 'pmid' | 'unverified'> {
  const source = sources.find(({ key }) => key === rule.source);
  return {
    source: source === undefined ? rule.source : `${source.name}, ${source.date}`,
    ...(source?.pmid === undefined ? {} : { pmid: source.pmid }),
    unverified: rule.unverified === true,
  };
}
