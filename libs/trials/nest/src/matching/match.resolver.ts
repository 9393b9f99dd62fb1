import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { isDay } from '@consilium/kernel';
import { Asker, badInput, decodePlace, encodePlace, type GraphqlContext } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import { Database } from '@consilium/platform-persistence';
import { ExplainPatient } from './explain-patient.query.js';
import { listMatchesOfTrial } from './match.store.js';
import {
  PatientOfTrialConnection,
  PatientsOfTrialArgs,
  presentForPatient,
  TrialsOfPatientArgs,
  TrialsOfPatientType,
} from './match.types.js';

const largestPage = 200;
const mostMisses = 7;

@Resolver(() => TrialsOfPatientType)
export class MatchResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly database: Database,
  ) {}

  @Query(() => TrialsOfPatientType, {
    nullable: true,
    description:
      'Trials for a patient: who is eligible, who may be and what would settle it, and what alone would open most.',
  })
  async trialsForPatient(
    @Asker() asker: Principal,
    @Context() context: GraphqlContext,
    @Args() { hospital, patient, on, nearMisses }: TrialsOfPatientArgs,
  ): Promise<TrialsOfPatientType | null> {
    if (nearMisses < 0 || nearMisses > mostMisses)
      throw badInput(`nearMisses is a number from 0 to ${String(mostMisses)}.`);
    if (typeof on === 'string' && !isDay(on)) throw badInput('on is no date: write it as 2026-11-23.');
    const found = await this.queries.execute(
      new ExplainPatient(asker, { hospital, patient }, on ?? undefined, nearMisses),
    );
    if (found === undefined) return null;
    context.saw({ operation: 'trialsForPatient', hospital, subject: patient, target: {} });
    return {
      ...found,
      trials: found.trials.map(({ trial, explained }) => presentForPatient(trial, explained)),
    };
  }

  @Query(() => PatientOfTrialConnection, {
    description: 'Patients for a trial, as they stand: eligible first, then possible, by pseudonym.',
  })
  async patientsForTrial(
    @Asker() asker: Principal,
    @Context() context: GraphqlContext,
    @Args() { trial, verdicts, first, after }: PatientsOfTrialArgs,
  ): Promise<PatientOfTrialConnection> {
    if (first < 1 || first > largestPage)
      throw badInput(`Ask for 1 to ${String(largestPage)} patients at once.`);
    const place =
      typeof after === 'string' ? decodePlace(after, ['verdict', 'hospital', 'patient']) : undefined;
    const found = await this.database.transaction(asker, (tx) =>
      listMatchesOfTrial(tx, {
        trial,
        verdicts,
        limit: first + 1,
        ...(place === undefined ? {} : { after: place }),
      }),
    );
    const nodes = found.slice(0, first);
    for (const { hospital, patient } of nodes)
      context.saw({ operation: 'patientsForTrial', hospital, subject: patient, target: { trial: [trial] } });
    const last = nodes.at(-1);
    return {
      nodes,
      pageInfo: {
        hasNextPage: found.length > nodes.length,
        endCursor:
          last === undefined
            ? undefined
            : encodePlace({ verdict: last.verdict, hospital: last.hospital, patient: last.patient }),
      },
    };
  }
}
