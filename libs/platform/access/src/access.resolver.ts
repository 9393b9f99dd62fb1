import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isUuid, type Problem, type Result } from '@consilium/kernel';
import { Asker, badInput, type GraphqlContext } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import { AccessResult, GrantArgs, PatientAccessType, presentCare } from './access.types.js';
import type { Care } from './care.js';
import { PatientAccess } from './patient-access.js';
import { noSuchAccess } from './refusals.js';

type Answer = Promise<typeof AccessResult>;
const most = 100;

@Resolver()
export class AccessResolver {
  constructor(private readonly access: PatientAccess) {}

  @Query(() => [PatientAccessType], {
    nullable: true,
    description: 'Who sees a patient beyond those who work for all of the hospital; the newest first.',
  })
  async patientAccess(
    @Asker() asker: Principal,
    @Context() context: GraphqlContext,
    @Args('hospital', { type: () => String }) hospital: string,
    @Args('patient', { type: () => String }) patient: string,
  ): Promise<PatientAccessType[] | null> {
    const found = await this.access.list(asker, { hospital, patient });
    if (found === undefined) return null;
    if (found.length > 0) context.saw({ operation: 'patientAccess', hospital, subject: patient, target: {} });
    return found.map(presentCare);
  }

  @Query(() => [PatientAccessType], {
    description: 'Access taken without leave, the newest first: each is to be reviewed by somebody else.',
  })
  async emergencyAccess(
    @Asker() asker: Principal,
    @Context() context: GraphqlContext,
    @Args('reviewed', { type: () => Boolean, nullable: true, description: 'Absent: all.' })
    reviewed: boolean | null | undefined,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 100.' }) first: number,
  ): Promise<PatientAccessType[]> {
    if (first < 1 || first > most) throw badInput('Ask for 1 to 100 at once.');
    const found = await this.access.emergencies(asker, reviewed ?? undefined, first);
    for (const { id, hospital, patient } of found)
      context.saw({ operation: 'emergencyAccess', hospital, subject: patient, target: { access: [id] } });
    return found.map(presentCare);
  }

  @Mutation(() => AccessResult, {
    description:
      'Lets a person see a patient. Whoever is bound to single patients gives it for those they treat.',
  })
  async grantAccess(@Asker() asker: Principal, @Args() grant: GrantArgs): Answer {
    return answer(await this.access.grant(asker, grant));
  }

  @Mutation(() => AccessResult, { description: 'Ends it at once.' })
  async endAccess(
    @Asker() asker: Principal,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => String }) reason: string,
  ): Answer {
    return isUuid(id) ? answer(await this.access.end(asker, id, reason)) : { problem: noSuchAccess };
  }

  @Mutation(() => AccessResult, {
    description:
      'In an emergency: sees a patient for 4 hours. It is told in emergencyAccess and reviewed by somebody else.',
  })
  async breakGlass(
    @Asker() asker: Principal,
    @Args('hospital', { type: () => String }) hospital: string,
    @Args('patient', { type: () => String }) patient: string,
    @Args('reason', { type: () => String, description: 'Others read it: nothing clinical.' }) reason: string,
  ): Answer {
    return answer(await this.access.breakGlass(asker, reason, { hospital, patient }));
  }

  @Mutation(() => AccessResult, {
    description: 'Whether access in an emergency was right; where it was not, it ends at once.',
  })
  async reviewEmergencyAccess(
    @Asker() asker: Principal,
    @Args('id', { type: () => ID }) id: string,
    @Args('justified', { type: () => Boolean }) justified: boolean,
    @Args('note', { type: () => String }) note: string,
  ): Answer {
    return isUuid(id)
      ? answer(await this.access.review(asker, id, { justified, note }))
      : { problem: noSuchAccess };
  }
}

const answer = (result: Result<Care, Problem>): typeof AccessResult =>
  result.ok ? presentCare(result.value) : { problem: result.error };
