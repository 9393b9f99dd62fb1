import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { CaseRecord, CloseReason, NotGivenReason, RecordedFollowUp } from '@consilium/board-core';

export enum DecisionAnswerName {
  ACCEPTED = 'accepted',
  OTHER = 'other',
  NONE = 'none',
}
export enum NotGivenReasonName {
  PATIENT_DECLINED = 'patient-declined',
  CONDITION_DETERIORATED = 'condition-deteriorated',
  DIED = 'died',
  PAYER_REFUSED = 'payer-refused',
  NO_ACCESS = 'no-access',
  TRIAL_CLOSED = 'trial-closed',
  SCREEN_FAILED = 'screen-failed',
  OTHER_THERAPY_CHOSEN = 'other-therapy-chosen',
  LOST_TO_FOLLOW_UP = 'lost-to-follow-up',
}
export enum ClaimAnswerName {
  GRANTED = 'granted',
  REFUSED = 'refused',
}
export enum FulfilmentName {
  NONE = 'none',
  PARTIAL = 'partial',
  COMPLETE = 'complete',
}
export enum ResponseName {
  CR = 'CR',
  PR = 'PR',
  SD = 'SD',
  PD = 'PD',
  NE = 'NE',
}
export enum ResponseCriteriaName {
  RECIST = 'RECIST 1.1',
  RANO = 'RANO',
  LUGANO = 'Lugano',
}
export enum CloseReasonName {
  DEATH = 'death',
  END_OF_THERAPY = 'end-of-therapy',
  LOST_TO_FOLLOW_UP = 'lost-to-follow-up',
  COMPLETE = 'complete',
}
export enum FollowUpKindName {
  CLAIM = 'claim',
  CLAIM_ANSWER = 'claim-answer',
  THERAPY_START = 'therapy-start',
  THERAPY_STOP = 'therapy-stop',
  VISIT = 'visit',
  PROGRESSION = 'progression',
  REPORTED = 'reported',
  MISSED = 'missed',
  DEATH = 'death',
}
registerEnumType(DecisionAnswerName, { name: 'DecisionAnswer' });
registerEnumType(NotGivenReasonName, { name: 'NotGivenReason' });
registerEnumType(ClaimAnswerName, { name: 'ClaimAnswer' });
registerEnumType(FulfilmentName, { name: 'Fulfilment', description: 'How much of the therapy was given.' });
registerEnumType(ResponseName, { name: 'TumourResponse' });
registerEnumType(ResponseCriteriaName, {
  name: 'ResponseCriteria',
  description: 'RECIST 1.1 (Eisenhauer 2009), RANO for gliomas, Lugano for lymphomas.',
});
registerEnumType(CloseReasonName, { name: 'CloseReason' });
registerEnumType(FollowUpKindName, { name: 'FollowUpKind' });

@InputType('TreatmentDecisionInput')
export class TreatmentDecisionInput {
  @Field(() => String, { description: 'ISO date.' }) on!: string;
  @Field(() => DecisionAnswerName) answer!: DecisionAnswerName;
  @Field(() => ID, { nullable: true, description: 'The item that is followed.' }) item?: string | null;
  @Field(() => NotGivenReasonName, { nullable: true, description: 'Asked for where it is not followed.' })
  because?: NotGivenReason | null;
}

@InputType('ClaimAnswerInput')
export class ClaimAnswerInput {
  @Field(() => String, { description: 'ISO date.' }) on!: string;
  @Field(() => ID) item!: string;
  @Field(() => ClaimAnswerName) answer!: ClaimAnswerName;
  @Field(() => String, { nullable: true, description: 'Asked for with a refusal.' }) reason?: string | null;
}

@InputType('ToxicityInput')
export class ToxicityInput {
  @Field(() => String, { description: 'CTCAE term.' }) term!: string;
  @Field(() => Int, { description: 'CTCAE 5.0 grade, 1 to 5.' }) grade!: number;
}

@InputType('VisitInput')
export class VisitInput {
  @Field(() => String, { description: 'ISO date.' }) on!: string;
  @Field(() => Int, { description: '0 to 4.' }) ecog!: number;
  @Field(() => ResponseName, { nullable: true }) response?: ResponseName | null;
  @Field(() => ResponseCriteriaName, { nullable: true, description: 'Asked for with a response.' })
  criteria?: ResponseCriteriaName | null;
  @Field(() => [ToxicityInput], { defaultValue: [] }) toxicities!: ToxicityInput[];
}

@ObjectType('TreatmentDecision')
export class TreatmentDecisionType {
  @Field(() => String) on!: string;
  @Field(() => DecisionAnswerName) answer!: 'accepted' | 'other' | 'none';
  @Field(() => ID, { nullable: true }) item?: string;
  @Field(() => NotGivenReasonName, { nullable: true }) because?: NotGivenReason;
}

@ObjectType('Toxicity')
export class ToxicityType {
  @Field(() => String) term!: string;
  @Field(() => Int) grade!: number;
}

@ObjectType('FollowUpEntry', {
  description: 'What was learnt after the decision; the fields of its kind are set.',
})
export class FollowUpEntryType {
  @Field(() => Int, { description: 'strikeEntry names it.' }) version!: number;
  @Field(() => FollowUpKindName) kind!: RecordedFollowUp['kind'];
  @Field(() => String, { description: 'ISO date.' }) on!: string;
  @Field(() => ID, { nullable: true }) item?: string;
  @Field(() => String, { nullable: true }) payer?: string;
  @Field(() => ClaimAnswerName, { nullable: true }) answer?: 'granted' | 'refused';
  @Field(() => FulfilmentName, { nullable: true }) fulfilment?: 'none' | 'partial' | 'complete';
  @Field(() => String, { nullable: true }) reason?: string;
  @Field(() => Int, { nullable: true }) ecog?: number;
  @Field(() => ResponseName, { nullable: true }) response?: `${ResponseName}`;
  @Field(() => ResponseCriteriaName, { nullable: true }) criteria?: `${ResponseCriteriaName}`;
  @Field(() => [ToxicityType], { nullable: true }) toxicities?: readonly ToxicityType[];
  @Field(() => String, { nullable: true, description: 'Of what the patient reported.' }) instrument?: string;
  @Field(() => Float, { nullable: true }) score?: number;
}

@ObjectType('LetterReceipt')
export class LetterReceiptType {
  @Field(() => String) to!: string;
  @Field(() => String, { description: 'How the sending is proved.' }) receipt!: string;
  @Field(() => Boolean) acknowledged!: boolean;
}

@ObjectType('FollowUp', { description: 'What became of the recommendation.' })
export class FollowUpType {
  @Field(() => LetterReceiptType, { nullable: true }) letter?: LetterReceiptType;
  @Field(() => TreatmentDecisionType, { nullable: true }) decision?: TreatmentDecisionType;
  @Field(() => [FollowUpEntryType], { description: 'In the order in which they were recorded.' })
  entries!: FollowUpEntryType[];
  @Field(() => CloseReasonName, { nullable: true }) closedBecause?: CloseReason;
}

export const presentFollowUp = ({
  sent,
  acknowledged,
  decision,
  followUp,
  closedBecause,
}: CaseRecord): FollowUpType => ({
  ...(sent === undefined ? {} : { letter: { ...sent, acknowledged } }),
  ...(decision === undefined ? {} : { decision }),
  entries: followUp.map((entry) => ({ ...entry })),
  ...(closedBecause === undefined ? {} : { closedBecause }),
});
