import { assertUnreachable } from '@consilium/kernel';
import type { Biomarker, BiomarkerKind, MolecularProfile } from '@consilium/clinical';
import type { BiomarkerRule, BiomarkerTables } from '@consilium/knowledge-core';
import { doubtsAbout, otherwiseByRule, valueOf, type Doubt } from './doubt-marker.js';
import { describeSource, type MarkerAnswer } from './marker-answer.js';

/** The markers a rule stands for, each once, or once per result. A cancelled report says nothing. */
export function readMarkers(profile: MolecularProfile, tables: BiomarkerTables): readonly MarkerAnswer[] {
  const markers = [...new Set(tables.rules.map(({ marker }) => marker))];
  return markers.flatMap((marker) => {
    const measured = profile.biomarkers.filter(({ kind }) => kind === marker);
    const rule = ruleFor(marker, undefined, tables);
    if (rule === undefined) return [];
    if (measured.length === 0 || profile.status === 'cancelled')
      return [withoutResult(rule, profile, tables)];
    return measured.map((one) =>
      readMarker(one, ruleFor(marker, one.method, tables) ?? rule, profile, tables),
    );
  });
}

/** The rule of the method, where one names it; else the one without. */
function ruleFor(
  marker: BiomarkerKind,
  method: string | undefined,
  { rules }: BiomarkerTables,
): BiomarkerRule | undefined {
  const own = rules.filter((rule) => rule.marker === marker);
  const named = own.find(
    (rule) => rule.method !== undefined && method?.toLowerCase().includes(rule.method.toLowerCase()) === true,
  );
  return named ?? own.find((rule) => rule.method === undefined);
}

function withoutResult(
  rule: BiomarkerRule,
  { assay, status }: MolecularProfile,
  tables: BiomarkerTables,
): MarkerAnswer {
  const { marker } = rule;
  const cancelled = status === 'cancelled';
  const covered = !cancelled && assay.biomarkers.includes(marker);
  return {
    ...describeSource(rule, tables),
    marker,
    state: 'not-tested',
    inGreyZone: false,
    hold: false,
    sentences: [
      cancelled
        ? `${marker}: the report was cancelled.`
        : covered
          ? `${marker}: ${assay.name} can measure it, and no result was reported.`
          : `${marker}: not tested.`,
    ],
    settledBy: [covered ? `the result of ${marker} from the laboratory` : `a test of ${marker}`],
  };
}

function readMarker(
  measured: Biomarker,
  rule: BiomarkerRule,
  profile: MolecularProfile,
  tables: BiomarkerTables,
): MarkerAnswer {
  const { kind, state } = measured;
  const definite = state === 'positive' || state === 'negative';
  const doubts = doubtsAbout(measured, rule, profile.biomarkers);
  const inGreyZone = isGrey(measured, rule);
  const reserves = [
    ...doubts,
    ...(definite ? reservesOn(measured, rule, inGreyZone) : []),
    ...(definite && hasFewTumourCells(kind, profile, tables)
      ? [
          {
            sentence: 'Few tumour cells: the value may be too low. Hold.',
            settledBy: `${kind} from a specimen with more tumour cells`,
          },
        ]
      : []),
  ];
  const settledBy = definite || state === 'not-tested' ? [] : [`a repeat of ${kind}`];
  return {
    ...describeSource(rule, tables),
    ...asReported(measured, rule),
    state: definite && doubts.length > 0 ? 'indeterminate' : state,
    inGreyZone,
    hold: definite && reserves.length > 0,
    sentences: [
      ...reserves.map(({ sentence }) => sentence),
      ...sentencesOnState(measured),
      ...warningsAbout(measured, profile),
      ...rule.notes,
    ],
    settledBy: [
      ...new Set([
        ...reserves.map((reserve) => reserve.settledBy),
        ...settledBy,
        ...(state === 'not-tested' ? [`a test of ${kind}`] : []),
      ]),
    ],
  };
}

function asReported(
  measured: Biomarker,
  { cutOff: ruled, greyZone }: BiomarkerRule,
): Omit<MarkerAnswer, 'state' | 'inGreyZone' | 'hold' | 'sentences' | 'settledBy' | 'source' | 'unverified'> {
  const { kind, unit, scoring, clone, method, result, cutoff } = measured;
  const value = valueOf(measured);
  const cutOff = cutoff ?? ruled;
  return {
    marker: kind,
    ...(value === undefined ? {} : { value }),
    ...(unit === undefined ? {} : { unit }),
    ...(scoring === undefined ? {} : { scoring }),
    ...(clone === undefined ? {} : { clone }),
    ...(method === undefined ? {} : { method }),
    ...(result === undefined ? {} : { result }),
    ...(cutOff === undefined ? {} : { cutOff, cutOffBy: cutoff === undefined ? 'rule' : 'laboratory' }),
    ...(greyZone === undefined ? {} : { greyZone }),
  };
}

function isGrey(measured: Biomarker, { unit, greyZone }: BiomarkerRule): boolean {
  const value = valueOf(measured);
  if (value === undefined || unit === undefined || measured.unit !== unit || greyZone === undefined)
    return false;
  return greyZone.from <= value && value <= greyZone.to;
}

/** What leaves the laboratory's state as it is, but should be settled before acting. */
function reservesOn(measured: Biomarker, rule: BiomarkerRule, inGreyZone: boolean): readonly Doubt[] {
  const { kind } = measured;
  const { greyZone } = rule;
  const otherwise = otherwiseByRule(measured, rule);
  return [
    ...(otherwise === undefined
      ? []
      : [{ sentence: otherwise, settledBy: `${kind} by the test that the label asks for` }]),
    ...(inGreyZone && greyZone !== undefined
      ? [
          {
            sentence: `${String(measured.value)} lies in the grey zone ${String(greyZone.from)} to ${String(greyZone.to)}: a repeat may come out otherwise. Hold.`,
            settledBy: `a repeat of ${kind}`,
          },
        ]
      : []),
  ];
}

/** A burden or scar of a specimen with few tumour cells may be missed; staining counts cells and is not meant. */
function hasFewTumourCells(
  kind: BiomarkerKind,
  { specimen: { tumourFraction } }: MolecularProfile,
  { lowTumourFraction }: BiomarkerTables,
): boolean {
  return (
    ['TMB', 'MSI', 'HRD', 'LOH'].includes(kind) &&
    tumourFraction !== undefined &&
    tumourFraction < lowTumourFraction
  );
}

function sentencesOnState({ kind, state }: Biomarker): readonly string[] {
  switch (state) {
    case 'positive':
    case 'negative':
      return [];
    case 'indeterminate':
      return [`${kind} is indeterminate, which is not negative.`];
    case 'failed':
      return [`The test of ${kind} failed, which is not negative.`];
    case 'not-tested':
      return [`${kind}: not tested.`];
    default:
      return assertUnreachable(state);
  }
}

const byMethod: readonly BiomarkerKind[] = ['MSI', 'MMR', 'HRD', 'LOH'];

function warningsAbout({ kind, method, value }: Biomarker, { assay }: MolecularProfile): readonly string[] {
  return [
    ...(kind === 'TMB' && assay.kind === 'panel'
      ? [
          assay.genes !== 'all' && assay.genes.length < 200
            ? 'Measured on a small panel: burdens of panels under about 1 Mb are uncertain.'
            : 'The sequenced size is not stated: burdens of panels under about 1 Mb are uncertain.',
        ]
      : []),
    ...(kind === 'TMB' && (assay.kind === 'exome' || assay.kind === 'genome')
      ? [`Measured on the ${assay.kind}: the cut-off was set on a panel, and 10 here is not 10 there.`]
      : []),
    ...(kind === 'TMB' && assay.pairing === 'tumour-only'
      ? ['Measured without normal tissue: rare inherited variants may raise it.']
      : []),
    ...(value === undefined && (kind === 'TMB' || kind === 'HRD' || kind === 'LOH')
      ? [`The value of ${kind} is not reported.`]
      : []),
    ...(method === undefined && byMethod.includes(kind) ? [`The method of ${kind} is not stated.`] : []),
  ];
}
