import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { gateForProfile, type StatementSummary } from '@consilium/interpretation-core';
import { Asker, type GraphqlContext, type SeenRecord } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import { ProfileInterpreter } from '../profile-interpreter.js';
import type { ExplainedProfile } from './explain-profile.query.js';
import { ExplainProfile } from './explain-profile.query.js';
import {
  FindingFilter,
  FindingMeaningType,
  HiddenVariantType,
  passesFilter,
  presentFinding,
  presentHidden,
} from './finding.types.js';
import { HereditaryType, presentHereditary } from './hereditary.types.js';
import { ImmunotherapyType } from './marker.types.js';
import { MeaningArgs, MeaningType, StatementFilter } from './meaning.types.js';
import { PatientFactsInput, readPatientFacts } from './patient-facts.input.js';
import { GateAnswerType, PharmacogeneResultType, presentGate } from './pharmacogene.types.js';
import { DisagreementType, presentStatement, StatementType } from './statement.types.js';

/** What the fields of a meaning are made from. */
type Explained = ExplainedProfile & Pick<MeaningType, 'profileId'>;

@Resolver(() => MeaningType)
export class MeaningResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly interpreter: ProfileInterpreter,
  ) {}

  @Query(() => MeaningType, {
    nullable: true,
    description: 'What a profile means under what is known today, for a patient of whom this is known.',
  })
  async profileMeaning(
    @Asker() asker: Principal,
    @Context() context: GraphqlContext,
    @Args() { profileId, patient }: MeaningArgs,
  ): Promise<Explained | null> {
    const explained = await this.queries.execute(
      new ExplainProfile(asker, profileId, readPatientFacts(patient)),
    );
    if (explained === undefined) return null;
    context.saw(seenProfile('profileMeaning', explained));
    return { profileId, ...explained };
  }

  @Query(() => GateAnswerType, {
    nullable: true,
    description: "Asks the safety gate about a regimen: the patient's genes and medicines.",
  })
  async safetyGate(
    @Asker() asker: Principal,
    @Context() context: GraphqlContext,
    @Args('profileId', { type: () => ID }) profileId: string,
    @Args('drugs', { type: () => [String], description: 'Generic names.' }) drugs: string[],
    @Args('patient', { type: () => PatientFactsInput, nullable: true })
    patient: PatientFactsInput | null | undefined,
  ): Promise<GateAnswerType | null> {
    const facts = readPatientFacts(patient);
    const explained = await this.queries.execute(new ExplainProfile(asker, profileId, facts));
    const { tables } = await this.interpreter.index();
    if (explained === undefined || tables === undefined) return null;
    context.saw(seenProfile('safetyGate', explained));
    return presentGate(gateForProfile(drugs, explained.interpretation.pharmacogenes, facts, tables));
  }

  @ResolveField(() => String)
  release(@Parent() { interpretation }: Explained): string {
    return interpretation.release;
  }

  @ResolveField(() => [String])
  remarks(@Parent() { interpretation }: Explained): readonly string[] {
    return interpretation.remarks;
  }

  @ResolveField(() => [FindingMeaningType])
  findings(
    @Parent() { interpretation, profile }: Explained,
    @Args('filter', { type: () => FindingFilter, nullable: true }) filter: FindingFilter | null | undefined,
  ): FindingMeaningType[] {
    return interpretation.findings
      .filter((summary) => {
        const { list, index } = summary.finding;
        const vaf = list === 'smallVariants' ? profile.smallVariants[index]?.vaf : undefined;
        return passesFilter(summary, filter ?? {}, vaf);
      })
      .map(presentFinding);
  }

  @ResolveField(() => [HiddenVariantType])
  hiddenVariants(@Parent() { interpretation }: Explained): HiddenVariantType[] {
    return interpretation.hidden.map(presentHidden);
  }

  @ResolveField(() => ImmunotherapyType, { nullable: true })
  immunotherapy(@Parent() { interpretation }: Explained): ImmunotherapyType | null {
    return interpretation.immunotherapy ?? null;
  }

  @ResolveField(() => HereditaryType, { nullable: true })
  hereditary(@Parent() { interpretation }: Explained): HereditaryType | null {
    return interpretation.hereditary === undefined ? null : presentHereditary(interpretation.hereditary);
  }

  @ResolveField(() => [StatementType])
  statements(
    @Parent() { interpretation }: Explained,
    @Args('filter', { type: () => StatementFilter, nullable: true })
    filter: StatementFilter | null | undefined,
  ): StatementType[] {
    return interpretation.statements.filter((one) => passes(one, filter ?? {})).map(presentStatement);
  }

  @ResolveField(() => [DisagreementType])
  disagreements(@Parent() { interpretation }: Explained): readonly DisagreementType[] {
    return interpretation.disagreements;
  }

  @ResolveField(() => [PharmacogeneResultType])
  pharmacogenes(@Parent() { interpretation }: Explained): PharmacogeneResultType[] {
    return Object.values(interpretation.pharmacogenes ?? {});
  }
}

const seenProfile = (operation: string, { profile }: ExplainedProfile): SeenRecord => ({
  operation,
  hospital: profile.hospital,
  subject: profile.patient,
  target: { profile: [profile.id] },
});

const passes = (
  { kind, tumourTypeFit, reserve }: StatementSummary,
  filter: Partial<StatementFilter>,
): boolean =>
  (typeof filter.kind !== 'string' || kind === filter.kind) &&
  (filter.forThisTumour !== true || tumourTypeFit !== 'another-type') &&
  (typeof filter.reserved !== 'boolean' || filter.reserved === (reserve !== undefined));
