import { CommandBus } from '@nestjs/cqrs';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  oncogenicityClasses,
  readOncogenicityCode,
  tierNames,
  type Override,
  type OverrideSubject,
} from '@consilium/interpretation-core';
import type { Problem, Result } from '@consilium/kernel';
import { Asker } from '@consilium/platform-graphql';
import type { Principal } from '@consilium/platform-identity';
import { Database } from '@consilium/platform-persistence';
import { listOverrides } from './override.store.js';
import {
  CodeOverrideInput,
  OncogenicityOverrideInput,
  OverrideDecisionName,
  OverrideRefused,
  OverrideResult,
  OverrideType,
  presentOverride,
  TierOverrideInput,
} from './override.types.js';
import { ProposeOverride } from './propose-override.command.js';
import { ReviewOverride } from './review-override.command.js';

const purposes = ['therapeutic', 'diagnostic', 'prognostic'] as const;

@Resolver(() => OverrideType)
export class OverrideResolver {
  constructor(
    private readonly database: Database,
    private readonly commands: CommandBus,
  ) {}

  @Query(() => [OverrideType], {
    description: 'What was proposed and decided for your hospitals, newest first.',
  })
  async variantOverrides(
    @Asker() asker: Principal,
    @Args('gene', { type: () => String, nullable: true }) gene: string | null | undefined,
  ): Promise<OverrideType[]> {
    const found = await this.database.transaction(asker, (tx) =>
      listOverrides(tx, typeof gene === 'string' ? { gene } : {}),
    );
    return found.map(presentOverride);
  }

  @Mutation(() => OverrideResult)
  proposeOncogenicity(
    @Asker() asker: Principal,
    @Args('input', { type: () => OncogenicityOverrideInput }) input: OncogenicityOverrideInput,
  ): Promise<typeof OverrideResult> {
    const value = oncogenicityClasses.find((one) => one === input.value);
    return value === undefined
      ? Promise.resolve(refused(notOneOf(input.value, oncogenicityClasses)))
      : this.propose(asker, input, { kind: 'oncogenicity', value });
  }

  @Mutation(() => OverrideResult, { description: 'Sets or unsets one code of oncogenicity.' })
  proposeOncogenicityCode(
    @Asker() asker: Principal,
    @Args('input', { type: () => CodeOverrideInput }) input: CodeOverrideInput,
  ): Promise<typeof OverrideResult> {
    const code = readOncogenicityCode(input.code);
    if (!code.ok) return Promise.resolve(refused(code.error));
    const value = input.applies ? 'applies' : 'does not apply';
    return this.propose(asker, input, { kind: 'code', code: code.value, value });
  }

  @Mutation(() => OverrideResult)
  proposeTier(
    @Asker() asker: Principal,
    @Args('input', { type: () => TierOverrideInput }) input: TierOverrideInput,
  ): Promise<typeof OverrideResult> {
    const value = tierNames.find((one) => one === input.value);
    const purpose = purposes.find((one) => one === input.purpose);
    if (value === undefined) return Promise.resolve(refused(notOneOf(input.value, tierNames)));
    if (purpose === undefined) return Promise.resolve(refused(notOneOf(input.purpose, purposes)));
    const { tumourType } = input;
    return this.propose(asker, input, { kind: 'tier', purpose, tumourType, value });
  }

  @Mutation(() => OverrideResult, { description: 'By a second person; approved, it is in force at once.' })
  async reviewOverride(
    @Asker() asker: Principal,
    @Args('id', { type: () => ID }) id: string,
    @Args('decision', { type: () => OverrideDecisionName }) decision: 'approved' | 'rejected',
    @Args('reason', { type: () => String, nullable: true }) reason: string | null | undefined,
  ): Promise<typeof OverrideResult> {
    return present(await this.commands.execute(new ReviewOverride(asker, id, decision, reason ?? undefined)));
  }

  private async propose(
    asker: Principal,
    { hospital, gene, change, reason }: OncogenicityOverrideInput | CodeOverrideInput | TierOverrideInput,
    subject: OverrideSubject,
  ): Promise<typeof OverrideResult> {
    return present(
      await this.commands.execute(new ProposeOverride(asker, { hospital, gene, change, subject, reason })),
    );
  }
}

const present = (result: Result<Override, Problem>): typeof OverrideResult =>
  result.ok ? presentOverride(result.value) : refused(result.error);

const refused = (problem: Problem): OverrideRefused => Object.assign(new OverrideRefused(), { problem });

const notOneOf = (given: string, accepted: readonly string[]): Problem => ({
  code: 'INTERPRETATION.NOT_ACCEPTED',
  place: '/input',
  message: `«${given.slice(0, 60)}» is none of the accepted values.`,
  remedy: `Use one of: ${accepted.join(', ')}.`,
});
