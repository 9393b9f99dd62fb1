export type Fulfilment = 'none' | 'partial' | 'complete';
export const responses = ['CR', 'PR', 'SD', 'PD', 'NE'] as const;
export type Response = (typeof responses)[number];

/** Why a recommended therapy was not given: the loss funnel counts these. */
export const notGivenReasons = [
  'patient-declined',
  'condition-deteriorated',
  'died',
  'payer-refused',
  'no-access',
  'trial-closed',
  'screen-failed',
  'other-therapy-chosen',
  'lost-to-follow-up',
] as const;
export type NotGivenReason = (typeof notGivenReasons)[number];

/** What the treating physician makes of the recommendation. */
export interface TreatmentDecision {
  readonly on: string;
  readonly answer: 'accepted' | 'other' | 'none';
  /** The item that is followed, where one is. */
  readonly item?: string;
  /** Asked for where the recommendation is not followed. */
  readonly because?: NotGivenReason;
}

/** One thing that was learnt after the decision. Dates are ISO dates. */
export type FollowUpEntry =
  | { readonly kind: 'claim'; readonly on: string; readonly payer: string; readonly item: string }
  | {
      readonly kind: 'claim-answer';
      readonly on: string;
      readonly item: string;
      readonly answer: 'granted' | 'refused';
      readonly reason?: string;
    }
  | { readonly kind: 'therapy-start'; readonly on: string; readonly item: string }
  | {
      readonly kind: 'therapy-stop';
      readonly on: string;
      readonly item: string;
      readonly fulfilment: Fulfilment;
      readonly reason: string;
    }
  | {
      readonly kind: 'visit';
      readonly on: string;
      readonly ecog: number;
      readonly response?: Response;
      readonly criteria?: 'RECIST 1.1' | 'RANO' | 'Lugano';
      readonly toxicities?: readonly { readonly term: string; readonly grade: number }[];
    }
  | { readonly kind: 'progression'; readonly on: string }
  | { readonly kind: 'reported'; readonly on: string; readonly instrument: string; readonly score: number }
  | { readonly kind: 'missed'; readonly on: string }
  | { readonly kind: 'death'; readonly on: string };

/** An entry with the version of the step that recorded it, by which it can be struck out. */
export type RecordedFollowUp = FollowUpEntry & { readonly version: number };
