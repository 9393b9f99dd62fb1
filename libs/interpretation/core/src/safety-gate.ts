import type { GateAnswer } from './pharmacogenomics/index.js';

/** Where others ask the gate about a regimen; given by the interpretation's shell. */
export const SAFETY_GATE = Symbol('safety gate');

export interface GateQuestion {
  /** Generic names. */
  readonly drugs: readonly string[];
  /** The patient's profiles; whose germline genes were tested count before the others. */
  readonly profileIds: readonly string[];
  /** Generic names of everything the patient takes; absent: not stated. */
  readonly medication?: readonly string[];
}

export interface SafetyGate {
  /** Undefined where no profile can be seen, or no tables are in use: nothing is known then. */
  ask(
    scope: { readonly hospitals: readonly string[] },
    question: GateQuestion,
  ): Promise<GateAnswer | undefined>;
}
