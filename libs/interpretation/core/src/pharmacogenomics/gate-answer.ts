import type {
  FractionOfNormal,
  Pharmacogene,
  PharmacogenomicSource,
  Sourced,
} from '@consilium/knowledge-core';

/**
 * `avoid`: not as drafted. `test-first`: a test is due before the start. `dose`: dose or schedule must change. `unknown`:
 * something is not known; it must be shown and does not keep anyone from signing. `ok`: nothing stands against it.
 */
export type GateOutcome = 'ok' | 'unknown' | 'dose' | 'test-first' | 'avoid';

/** From the mildest to the gravest. */
export const gateOutcomes: readonly GateOutcome[] = ['ok', 'unknown', 'dose', 'test-first', 'avoid'];

export interface GateReason {
  readonly outcome: GateOutcome;
  readonly basis: 'pharmacogenomics' | 'testing' | 'interaction';
  readonly text: string;
  readonly gene?: Pharmacogene;
  /** The other medicine of an interaction. */
  readonly with?: string;
  /** Absent where the reason is that something is not known. */
  readonly source?: PharmacogenomicSource;
  /** As the guideline grades itself. */
  readonly strength?: string;
  readonly setting?: string;
  /** Part OF the normal dose. */
  readonly fraction?: FractionOfNormal;
  readonly absolute?: { readonly value: number; readonly unit: 'mg/m2/day' | 'mg/day' | 'mg/m2' };
  readonly alternatives?: readonly string[];
  readonly notAlternatives?: readonly string[];
  /** `informs`: shown, and no part of the outcome. */
  readonly role: 'decides' | 'informs';
  readonly unverified?: boolean;
}

export interface DrugGateAnswer {
  readonly drug: string;
  readonly outcome: GateOutcome;
  /** The gravest first. */
  readonly reasons: readonly GateReason[];
  readonly settledBy: readonly string[];
}

export interface GateAnswer {
  /** The gravest of the drugs; `unknown` for a draft without drugs. */
  readonly outcome: GateOutcome;
  readonly drugs: readonly DrugGateAnswer[];
  readonly settledBy: readonly string[];
}

/** What one part of the gate contributes for one drug. */
export interface GatePart {
  readonly reasons: readonly GateReason[];
  readonly settledBy: readonly string[];
}

export const gravest = (outcomes: readonly GateOutcome[]): GateOutcome =>
  outcomes.reduce<GateOutcome>(
    (worst, one) => (gateOutcomes.indexOf(one) > gateOutcomes.indexOf(worst) ? one : worst),
    'ok',
  );

export function answerForDrug(drug: string, parts: readonly GatePart[]): DrugGateAnswer {
  const reasons = parts
    .flatMap((part) => part.reasons)
    .sort((a, b) => gateOutcomes.indexOf(b.outcome) - gateOutcomes.indexOf(a.outcome));
  return {
    drug,
    outcome: gravest(reasons.filter(({ role }) => role === 'decides').map(({ outcome }) => outcome)),
    reasons,
    settledBy: [...new Set(parts.flatMap((part) => part.settledBy))],
  };
}

/** The dated source of a row, and whether its text was read. */
export function sourceOf(
  { source: wanted, unverified }: Sourced,
  sources: readonly PharmacogenomicSource[],
): Pick<GateReason, 'source' | 'unverified'> {
  const source = sources.find(({ key }) => key === wanted);
  return {
    ...(source === undefined ? {} : { source }),
    ...(unverified === undefined ? {} : { unverified }),
  };
}
