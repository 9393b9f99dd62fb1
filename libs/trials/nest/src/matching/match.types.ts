import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PageInfo } from '@consilium/platform-graphql';
import type {
  Blocker,
  CohortExplanation,
  QuestionSet,
  Recovery,
  Trial,
  TrialExplanation,
  TrialStatus,
  Unlock,
  Verdict,
} from '@consilium/trials-core';
import { presentTrial, TrialStatusName, TrialType } from '../catalogue/trial.types.js';
import {
  ChangeKindName,
  CriterionAnswerType,
  presentAnswer,
  presentAnswers,
  QuestionType,
} from './answer.types.js';

export enum VerdictName {
  ELIGIBLE = 'eligible',
  POSSIBLE = 'possible',
  NOT_ELIGIBLE = 'not-eligible',
}
export enum UnlockKindName {
  LEARN = 'learn',
  WAIT = 'wait',
}
registerEnumType(VerdictName, {
  name: 'TrialVerdict',
  description: 'Every criterion is met; nothing stands against it and something is not known; ruled out.',
});
registerEnumType(UnlockKindName, { name: 'UnlockKind' });

@ObjectType('QuestionSet', {
  description: 'Questions of which all must be answered in the favour of the patient.',
})
export class QuestionSetType {
  @Field(() => [QuestionType]) questions!: readonly QuestionType[];
}

@ObjectType('Blocker', { description: 'One known answer that stands against taking part.' })
export class BlockerType {
  @Field(() => CriterionAnswerType) criterion!: CriterionAnswerType;
  @Field(() => Boolean, { description: 'True: it is so and must not be. False: it must be so and is not.' })
  isMet!: boolean;
}

@ObjectType('CohortForPatient')
export class CohortForPatientType {
  @Field(() => ID) arm!: string;
  @Field(() => String) armName!: string;
  @Field(() => ID, { nullable: true }) cohort?: string;
  @Field(() => String, { nullable: true }) cohortName?: string;
  @Field(() => [String]) drugs!: readonly string[];
  @Field(() => TrialStatusName) status!: TrialStatus;
  @Field(() => Int, { nullable: true }) slots?: number;
  @Field(() => VerdictName) verdict!: Verdict;
  @Field(() => [CriterionAnswerType]) criteria!: CriterionAnswerType[];
  @Field(() => [QuestionSetType], { description: 'Possible: what would settle it, cheapest first.' })
  settledBy!: QuestionSetType[];
  @Field(() => [BlockerType], { description: 'Not eligible: the fewest answers that stand against it.' })
  blockers!: BlockerType[];
  @Field(() => ChangeKindName, { nullable: true, description: 'Whether what stands against it can pass.' })
  recovery?: 'on-date' | 'possible' | 'fixed';
  @Field(() => String, { nullable: true, description: 'ISO date on which it passes by itself.' })
  eligibleFrom?: string;
}

@ObjectType('TrialForPatient')
export class TrialForPatientType {
  @Field(() => TrialType) trial!: TrialType;
  @Field(() => VerdictName, { description: 'Of the cohort that comes nearest.' }) verdict!: Verdict;
  @Field(() => [CohortForPatientType]) cohorts!: CohortForPatientType[];
}

@ObjectType('Unlock', { description: 'One thing to learn or to wait for, and the trials it alone opens.' })
export class UnlockType {
  @Field(() => ID) act!: string;
  @Field(() => UnlockKindName) kind!: Unlock['kind'];
  @Field(() => [QuestionType], { description: 'What it answers.' }) questions!: readonly QuestionType[];
  @Field(() => String, { nullable: true, description: 'ISO date, for what only time brings.' }) from?: string;
  @Field(() => [ID]) opens!: readonly string[];
  @Field(() => [ID], { description: 'Trials for which more has to be learned besides.' })
  helps!: readonly string[];
}

@ObjectType('TrialsOfPatient', {
  description: 'Where one patient stands with the trials in use, on one day.',
})
export class TrialsOfPatientType {
  @Field(() => String) hospital!: string;
  @Field(() => String, { description: 'Pseudonym.' }) patient!: string;
  @Field(() => String, { description: 'ISO date.' }) on!: string;
  @Field(() => String, { description: 'Hash of the trials and tables the answer rests on.' }) basis!: string;
  @Field(() => String, {
    nullable: true,
    description: 'ISO date: last day on which the list is sure to be the same while no fact changes.',
  })
  holdsUntil?: string;
  @Field(() => [TrialForPatientType], {
    description: 'Eligible first, then by what it takes to settle, then near misses.',
  })
  trials!: TrialForPatientType[];
  @Field(() => [UnlockType], { description: 'What alone would open most trials, most first.' })
  unlockList!: readonly UnlockType[];
}

@ArgsType()
export class TrialsOfPatientArgs {
  @Field(() => String) hospital!: string;
  @Field(() => String, { description: 'Pseudonym.' }) patient!: string;
  @Field(() => String, { nullable: true, description: 'ISO date; absent: today.' }) on?: string | null;
  @Field(() => Int, {
    defaultValue: 0,
    description: 'Also trials ruled out by no more than so many criteria, 0 to 7.',
  })
  nearMisses!: number;
}

@ArgsType()
export class PatientsOfTrialArgs {
  @Field(() => ID) trial!: string;
  @Field(() => [VerdictName], { defaultValue: [VerdictName.ELIGIBLE, VerdictName.POSSIBLE] })
  verdicts!: Verdict[];
  @Field(() => Int, { defaultValue: 50, description: 'At most 200.' }) first!: number;
  @Field(() => String, { nullable: true }) after?: string | null;
}

@ObjectType('MatchedCohort')
export class MatchedCohortType {
  @Field(() => ID) arm!: string;
  @Field(() => ID, { nullable: true }) cohort?: string | null;
  @Field(() => VerdictName) verdict!: Verdict;
  @Field(() => String, { description: 'ISO date since which the verdict stands.' }) since!: string;
}

@ObjectType('PatientOfTrial')
export class PatientOfTrialType {
  @Field(() => String) hospital!: string;
  @Field(() => String, { description: 'Pseudonym.' }) patient!: string;
  @Field(() => VerdictName, { description: 'Of the nearest cohort.' }) verdict!: Verdict;
  @Field(() => [MatchedCohortType]) cohorts!: readonly MatchedCohortType[];
}

@ObjectType()
export class PatientOfTrialConnection {
  @Field(() => [PatientOfTrialType]) nodes!: readonly PatientOfTrialType[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

export const presentForPatient = (trial: Trial, explained: TrialExplanation): TrialForPatientType => ({
  trial: presentTrial(trial),
  verdict: explained.verdict,
  cohorts: explained.cohorts.map(presentCohort),
});

function presentCohort({
  criteria,
  settledBy,
  blockers,
  recovery,
  ...place
}: CohortExplanation): CohortForPatientType {
  return {
    ...place,
    criteria: presentAnswers(criteria),
    settledBy: settledBy.map((questions: QuestionSet) => ({ questions })),
    blockers: blockers.map(({ criterion, because }: Blocker) => ({
      criterion: presentAnswer(criterion, 0),
      isMet: because === 'met',
    })),
    ...(recovery === undefined ? {} : presentRecovery(recovery)),
  };
}

const presentRecovery = (recovery: Recovery): Pick<CohortForPatientType, 'recovery' | 'eligibleFrom'> =>
  recovery.kind === 'on-date'
    ? { recovery: 'on-date', eligibleFrom: recovery.from }
    : { recovery: recovery.kind === 'no' ? 'fixed' : 'possible' };
