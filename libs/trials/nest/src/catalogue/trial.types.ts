import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PageInfo } from '@consilium/platform-graphql';
import {
  criteriaOf,
  describeCriterion,
  isRecruiting,
  statusOf,
  type Arm,
  type Trial,
  type TrialStatus,
} from '@consilium/trials-core';

export enum TrialStatusName {
  DRAFT = 'draft',
  NOT_YET_OPEN = 'not-yet-open',
  OPEN = 'open',
  ENROLLING_BY_INVITATION = 'enrolling-by-invitation',
  SUSPENDED = 'suspended',
  CLOSED = 'closed',
  COMPLETED = 'completed',
  TERMINATED = 'terminated',
  WITHDRAWN = 'withdrawn',
  UNKNOWN = 'unknown',
}
registerEnumType(TrialStatusName, {
  name: 'TrialStatus',
  description: 'UNKNOWN: the registry does not say, or has not been told for long.',
});

@ObjectType('TrialCohort', { description: 'What a patient takes part in: an arm, or a cohort of one.' })
export class TrialCohortType {
  @Field(() => ID) arm!: string;
  @Field(() => String) armName!: string;
  @Field(() => ID, { nullable: true, description: 'Absent where the arm has none.' }) cohort?: string;
  @Field(() => String, { nullable: true }) cohortName?: string;
  @Field(() => [String], { description: 'Generic names.' }) drugs!: readonly string[];
  @Field(() => TrialStatusName) status!: TrialStatus;
  @Field(() => Int, { nullable: true, description: 'Places in all, where the trial states them.' })
  slots?: number;
  @Field(() => [String], { description: 'Every criterion that must hold, in the words of the product.' })
  criteria!: string[];
}

@ObjectType('TrialSite')
export class TrialSiteType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) city?: string;
  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2, or as registered.' })
  country?: string;
  @Field(() => TrialStatusName, { nullable: true }) status?: TrialStatus;
  @Field(() => String, { nullable: true, description: 'The hospital of this installation that is the site.' })
  hospital?: string;
}

@ObjectType('Trial')
export class TrialType {
  @Field(() => ID, { description: 'Registry number, or our own.' }) id!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true }) acronym?: string;
  @Field(() => String, { nullable: true }) phase?: string;
  @Field(() => String, { nullable: true }) sponsor?: string;
  @Field(() => TrialStatusName) status!: TrialStatus;
  @Field(() => String, { description: 'ISO date as of which status and openness hold.' }) statusOn!: string;
  @Field(() => Boolean, { description: 'Whether somebody may be enrolled now.' }) recruits!: boolean;
  @Field(() => String, { description: 'What the criteria were read from.' }) source!: string;
  @Field(() => String, { nullable: true, description: 'What of the source could not be expressed.' })
  sourceNote?: string;
  @Field(() => [TrialCohortType]) cohorts!: TrialCohortType[];
  @Field(() => [TrialSiteType]) sites!: readonly TrialSiteType[];
}

@ObjectType()
export class TrialConnection {
  @Field(() => [TrialType]) nodes!: TrialType[];
  @Field(() => Int) total!: number;
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@InputType('TrialFilter')
export class TrialFilterInput {
  @Field(() => String, { nullable: true, description: 'In number, title, acronym, sponsor or drugs.' })
  text?: string | null;
  @Field(() => Boolean, { nullable: true }) recruits?: boolean | null;
}

export function presentTrial(trial: Trial): TrialType {
  const { id, title, acronym, phase, sponsor, status, statusOn, source } = trial;
  return {
    id,
    title,
    ...(acronym === undefined ? {} : { acronym }),
    ...(phase === undefined ? {} : { phase }),
    ...(sponsor === undefined ? {} : { sponsor }),
    status,
    statusOn,
    recruits: isRecruiting(status),
    source: `${source.reference}, read on ${source.retrievedOn}`,
    ...(source.note === undefined ? {} : { sourceNote: source.note }),
    cohorts: cohortsOf(trial),
    sites: trial.sites ?? [],
  };
}

const cohortsOf = (trial: Trial): TrialCohortType[] =>
  criteriaOf(trial).flatMap(({ arm: armId, cohort: cohortId, criteria }) => {
    const arm = trial.arms.find(({ id }) => id === armId);
    return arm === undefined ? [] : [presentCohort(trial, arm, cohortId, criteria.map(describeCriterion))];
  });

function presentCohort(
  trial: Trial,
  arm: Arm,
  cohortId: string | undefined,
  criteria: string[],
): TrialCohortType {
  const cohort = arm.cohorts?.find(({ id }) => id === cohortId);
  return {
    arm: arm.id,
    armName: arm.name,
    ...(cohort === undefined ? {} : { cohort: cohort.id, cohortName: cohort.name }),
    drugs: arm.drugs ?? [],
    status: statusOf(trial, arm, cohort),
    ...(cohort?.slots === undefined ? {} : { slots: cohort.slots }),
    criteria,
  };
}
