import type { Biomarker, BiomarkerKind, BiomarkerState, MolecularProfile } from '@consilium/clinical';
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
  readonly sentences: readonly string[];
  readonly settledBy: readonly string[];
  /** Name and date of the rule's source. */
  readonly source: string;
  readonly pmid?: string;
  readonly unverified: boolean;
}

/** The markers a rule stands for, each once, or once per way of scoring. */
export const readMarkers = (profile: MolecularProfile, tables: BiomarkerTables): readonly MarkerAnswer[] =>
  tables.rules.flatMap((rule) => {
    const measured = profile.biomarkers.filter(({ kind }) => kind === rule.marker);
    if (measured.length === 0) return [notTested(rule, profile, tables)];
    return measured.map((one) => readMarker(one, rule, profile, tables));
  });

function notTested(rule: BiomarkerRule, { assay }: MolecularProfile, tables: BiomarkerTables): MarkerAnswer {
  const covered = assay.biomarkers.includes(rule.marker);
  return {
    ...described(rule, tables),
    marker: rule.marker,
    state: 'not-tested',
    inGreyZone: false,
    sentences: [
      covered
        ? `${rule.marker}: ${assay.name} can measure it, and no result was reported.`
        : `${rule.marker}: not tested.`,
    ],
    settledBy: [covered ? `the result of ${rule.marker} from the laboratory` : `a test of ${rule.marker}`],
  };
}

const described = (rule: BiomarkerRule, { sources }: BiomarkerTables) => {
  const source = sources.find(({ key }) => key === rule.source);
  return {
    source: source === undefined ? rule.source : `${source.name}, ${source.date}`,
    ...(source?.pmid === undefined ? {} : { pmid: source.pmid }),
    unverified: rule.unverified === true,
  };
};

/** What speaks against taking the laboratory's answer as it is. */
interface Doubt {
  readonly sentence: string;
  readonly settledBy: string;
}

function readMarker(
  measured: Biomarker,
  rule: BiomarkerRule,
  profile: MolecularProfile,
  tables: BiomarkerTables,
): MarkerAnswer {
  const { kind, state, value, unit, scoring, clone, method, result } = measured;
  const cutOff = measured.cutoff ?? rule.cutOff;
  const comparable = value !== undefined && unit === rule.unit && rule.unit !== undefined;
  const inGreyZone =
    comparable && rule.greyZone !== undefined && rule.greyZone.from <= value && value <= rule.greyZone.to;
  const doubts = doubtsAbout(measured, rule, cutOff);
  const warnings = warningsAbout(measured, rule, profile, { tables, inGreyZone });
  const definite = state === 'positive' || state === 'negative';
  return {
    ...described(rule, tables),
    marker: kind,
    state: definite && doubts.length > 0 ? 'indeterminate' : state,
    ...(value === undefined ? {} : { value }),
    ...(unit === undefined ? {} : { unit }),
    ...(scoring === undefined ? {} : { scoring }),
    ...(clone === undefined ? {} : { clone }),
    ...(method === undefined ? {} : { method }),
    ...(result === undefined ? {} : { result }),
    ...(cutOff === undefined
      ? {}
      : { cutOff, cutOffBy: measured.cutoff === undefined ? ('rule' as const) : ('laboratory' as const) }),
    ...(rule.greyZone === undefined ? {} : { greyZone: rule.greyZone }),
    inGreyZone,
    sentences: [...doubts.map(({ sentence }) => sentence), ...warnings, ...rule.notes],
    settledBy: definite ? doubts.map(({ settledBy }) => settledBy) : [`a repeat of ${kind}`],
  };
}

function doubtsAbout(measured: Biomarker, rule: BiomarkerRule, cutOff: number | undefined): readonly Doubt[] {
  const { kind, state, value, unit, scoring, clone } = measured;
  const reaches =
    value !== undefined && cutOff !== undefined && unit === rule.unit ? value >= cutOff : undefined;
  return [
    ...(kind === 'PD-L1' && (scoring === undefined || clone === undefined)
      ? [
          {
            sentence: `PD-L1 without ${scoring === undefined ? 'its way of scoring (TPS, CPS, IC)' : 'its antibody clone'} says nothing.`,
            settledBy: 'scoring and clone of PD-L1 from the laboratory',
          },
        ]
      : []),
    ...(value !== undefined && rule.unit !== undefined && unit !== rule.unit
      ? [
          {
            sentence: `The value is in ${unit ?? 'a unit that is not stated'}, the rule in ${rule.unit}.`,
            settledBy: `${kind} in ${rule.unit}`,
          },
        ]
      : []),
    ...(reaches !== undefined &&
    reaches !== (state === 'positive') &&
    (state === 'positive' || state === 'negative')
      ? [
          {
            sentence: `The laboratory reports ${state}, but ${String(value)} ${reaches ? 'reaches' : 'does not reach'} the cut-off of ${String(cutOff)}.`,
            settledBy: `clarification of ${kind} by the laboratory`,
          },
        ]
      : []),
  ];
}

function warningsAbout(
  { kind, value, method }: Biomarker,
  { greyZone }: BiomarkerRule,
  { specimen, assay, diagnosis, biomarkers }: MolecularProfile,
  { tables, inGreyZone }: { readonly tables: BiomarkerTables; readonly inGreyZone: boolean },
): readonly string[] {
  const low = specimen.tumourFraction !== undefined && specimen.tumourFraction < tables.lowTumourFraction;
  const stable = biomarkers.some((one) => one.kind === 'MSI' && one.state === 'negative');
  return [
    ...(inGreyZone && greyZone !== undefined
      ? [
          `${String(value)} lies in the grey zone ${String(greyZone.from)} to ${String(greyZone.to)}: a repeat may come out otherwise.`,
        ]
      : []),
    ...(low && (kind === 'TMB' || kind === 'HRD' || kind === 'MSI')
      ? ['Few tumour cells: the value may be too low.']
      : []),
    ...(kind === 'TMB' && assay.kind === 'panel' && assay.genes !== 'all' && assay.genes.length < 200
      ? ['Measured on a small panel: burdens of panels under about 1 Mb are uncertain.']
      : []),
    ...(kind === 'TMB' && assay.pairing === 'tumour-only'
      ? ['Measured without normal tissue: rare inherited variants may raise it.']
      : []),
    ...(kind === 'TMB' && stable && (diagnosis === 'COADREAD' || diagnosis === 'COAD' || diagnosis === 'READ')
      ? ['In microsatellite-stable colorectal cancer a high burden alone predicts little.']
      : []),
    ...(method === undefined && (kind === 'MSI' || kind === 'MMR' || kind === 'HRD')
      ? [`The method of ${kind} is not stated.`]
      : []),
  ];
}
