import type { PatientFacts, PriorTherapy } from '@consilium/clinical';
import type { OptionEvidence, TherapyOption } from './therapy-option.js';

/** What beside level and tumour type decides on an option's place; each with its sentence where it speaks. */
export interface OptionStanding {
  /** Approved or in a guideline for this tumour type: level A by a label or guideline. */
  readonly standard: boolean;
  /** Taken before, and the disease progressed or it was not tolerated. */
  readonly failedBefore?: string;
  /** What the patient's genes or medicines speak against. */
  readonly contraindicated?: string;
  /** The label's line of therapy and the patient's do not agree; absent where either is not known. */
  readonly outOfLine?: string;
}

/** What is known of the patient, and the safety gate to be asked for a regimen. */
export interface Circumstances {
  readonly patient?: PatientFacts;
  readonly contraindication?: (drugs: readonly string[]) => string | undefined;
}

type Standable = Pick<TherapyOption, 'drugs' | 'level' | 'tumourTypeFit' | 'evidence'>;

export function standingOf(option: Standable, { patient, contraindication }: Circumstances): OptionStanding {
  const prior = patient?.priorTherapies;
  const failed = prior === undefined ? undefined : failure(option.drugs, prior);
  const speaksAgainst = contraindication?.(option.drugs);
  const line = prior === undefined ? undefined : lineConflict(option.evidence, prior);
  return {
    standard:
      option.level === 'A' && option.tumourTypeFit !== 'another-type' && option.evidence.some(isStandard),
    ...(failed === undefined ? {} : { failedBefore: failed }),
    ...(speaksAgainst === undefined ? {} : { contraindicated: speaksAgainst }),
    ...(line === undefined ? {} : { outOfLine: line }),
  };
}

const isStandard = ({ level, answer, citations }: OptionEvidence): boolean =>
  level === 'A' && answer === 'met' && citations.some(({ kind }) => kind === 'label' || kind === 'guideline');

function failure(drugs: readonly string[], prior: readonly PriorTherapy[]): string | undefined {
  const same = (taken: PriorTherapy): boolean =>
    drugs.length > 0 && drugs.every((drug) => taken.drugs.some((name) => name.trim().toLowerCase() === drug));
  const failed = prior.find((taken) => same(taken) && ['progressed', 'intolerant'].includes(taken.outcome));
  if (failed === undefined) return undefined;
  const when = failed.endedOn === undefined ? '' : ` (until ${failed.endedOn})`;
  return failed.outcome === 'progressed'
    ? `Taken before${when}: the disease progressed.`
    : `Taken before${when}: not tolerated.`;
}

export type Line = 'first' | 'later' | 'adjuvant';

/** The line a label's setting speaks of, where its words say so plainly. */
export function lineOf(setting: string | undefined): Line | undefined {
  if (setting === undefined) return undefined;
  const text = setting.toLowerCase();
  if (/\badjuvant|after (complete )?resection/.test(text) && !/advanced|metastatic/.test(text))
    return 'adjuvant';
  const first = /first[- ]line|previously untreated|not treated .*before|no prior systemic/.test(text);
  const later =
    /after (progression|failure|prior|previous|at least|one|two|platinum|chemotherapy)|progress|previously treated|(?<!no )prior (systemic|therap|treatment|line)|relapsed|refractory|second[- ]line/.test(
      text,
    );
  if (first === later) return undefined;
  return first ? 'first' : 'later';
}

function lineConflict(
  evidence: readonly OptionEvidence[],
  prior: readonly PriorTherapy[],
): string | undefined {
  const lines = prior.filter(({ setting }) => setting !== 'adjuvant' && setting !== 'neoadjuvant').length;
  const spoken = evidence.map(({ setting }) => lineOf(setting));
  // One item that holds in any line, or does not say, is enough.
  if (spoken.some((line) => line === undefined)) return undefined;
  if (lines === 0 && spoken.every((line) => line === 'later')) {
    return 'The evidence is for later lines; no systemic therapy for advanced disease is recorded.';
  }
  if (lines > 0 && spoken.every((line) => line === 'first')) {
    return `The evidence is for the first line; ${String(lines)} are recorded.`;
  }
  return undefined;
}
